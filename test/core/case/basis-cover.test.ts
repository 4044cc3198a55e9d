import { describe, expect, it } from 'vitest';
import { coverOf, isCrisis, namesPerson } from '../../../src/core/case/basis-cover.ts';
import type { Case } from '../../../src/core/case/case.ts';
import { visibleTo } from '../../../src/core/case/visibility.ts';
import type { IntakeValues } from '../../../src/core/intake/draft.ts';
import { opened } from './case-world.ts';

const kase = opened().case;
const hidden = (values: Partial<IntakeValues>): Case => ({
  ...kase,
  basis: null,
  values: { ...kase.values, ...values },
});
const left = (values: Partial<IntakeValues>) => coverOf(hidden(values)).company;

describe('a case whose basis lets nobody else have it', () => {
  it.each([
    'Hansen VVS ApS',
    'Hansen VVS aps.',
    'Hansen VVS,A/S',
    'Hansen VVS A/S ',
    'Hansen IVS',
    'Hansen P/S',
    'Hansen K/S',
    'Hansen og Sønner I/S',
    'Nordlys S.M.B.A.',
    'Nordlys smba',
    'Nordlys A.M.B.A',
    'Nordlys amba',
    'Nordlys FMBA',
    'Nordlys Fond',
    'Nordlysfondens Fonden',
    'Grundejerne Forening',
    'Grundejerne Foreningen',
    'Mejeriet Andelsselskab',
    'Mejeriet Andelsselskabet',
    'ApS',
  ])('shows the number of a company: %s', (companyName) => expect(left({ companyName })).toBe('number'));

  it.each([
    'Hansen VVS',
    'ApS Hansen',
    'Hansen Taps',
    'Hansens Fondue',
    'Hansenaps',
    'Mejeriet Andelsselskaber',
    undefined,
  ])('hides a name that may be a person’s: %s', (companyName) => {
    expect(left({ companyName })).toBe('hidden');
  });

  it.each([
    ['Anpartsselskab', 'number'],
    ['Enkeltmandsvirksomhed', 'hidden'],
    ['Personligt ejet mindre virksomhed', 'hidden'],
    ['ENK', 'hidden'],
    ['PMV', 'hidden'],
    ['Menkel', 'number'],
  ])('goes by the form that the register knows, whatever the name ends in: %s', (form, company) => {
    for (const companyName of ['Hansen VVS ApS', 'Hansen VVS']) {
      expect(left({ form, companyName })).toBe(company);
    }
  });

  it('hides a pre-starter, as stated or as triage read it', () => {
    const companyName = 'Hansen ApS';
    expect(left({ companyName, stage: 'pre-starter' })).toBe('hidden');
    const read = { ...hidden({ companyName, stage: undefined }) };
    expect(coverOf({ ...read, decision: { ...read.decision, stage: 'pre-starter' } }).company).toBe('hidden');
  });

  it('hides colleagues, contact, words and assessments from everybody but its owner', () => {
    const { name, number, colleagues, contact, notes, assessment, outline } = visibleTo(
      'receiver',
      hidden({ companyName: 'Hansen VVS ApS' }),
      { shareLevel: 'full', shareAssessment: true },
    );
    expect([name, colleagues, contact, notes, assessment]).toEqual([false, false, false, false, false]);
    expect([number, outline]).toEqual([true, true]);
  });

  it.each<[string, Partial<NonNullable<Case['basis']>>, boolean]>([
    ['stands', {}, true],
    ['was declined', { kind: 'declined' }, false],
    ['was withdrawn', { withdrawnAt: '2026-01-14T09:00:00.000Z' }, false],
  ])('is one whose basis %s: shared %#', (_, more, shared) => {
    const { basis } = kase;
    if (!basis) throw new Error('no basis');
    expect(coverOf({ ...kase, basis: { ...basis, ...more } }).personal).toBe(shared);
  });
});

describe('the values of a case', () => {
  it.each<[IntakeValues, boolean]>([
    [{}, false],
    [{ contactName: 'Bo' }, true],
    [{ contactPhone: '40411234' }, true],
    [{ contactEmail: 'bo@example.com' }, true],
    [{ companyName: 'Hansen VVS' }, false],
    [{ cvr: '25313763', form: 'Anpartsselskab' }, false],
    [{ cvr: '25313763', form: 'Enkeltmandsvirksomhed' }, true],
    [{ companyName: 'Bo', stage: 'pre-starter' }, true],
    [{ stage: 'pre-starter' }, false],
    [{ form: 'Enkeltmandsvirksomhed' }, false],
  ])('%j name a person: %s', (values, names) => expect(namesPerson(values)).toBe(names));
});

describe('a crisis', () => {
  it('is a case that is urgent, or whose company says that it is in one', () => {
    expect([
      isCrisis(kase),
      isCrisis({ ...kase, priority: 'urgent' }),
      isCrisis({ ...kase, values: { ...kase.values, crisis: true } }),
    ]).toEqual([false, true, true]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import type { SurveyAsk } from '../../../src/core/surveys/survey.ts';
import { Asked, caseToAskAbout, dayMonthsBefore } from '../../../src/core/surveys/whom-to-ask.ts';
import { answer, by, HOUSE, OFFICE, OUTCOME, servedCase, service } from './survey-case.ts';

/** Who is asked in the user evaluation: companies that were served, agreed, and were left in peace by both sides. */

const question = {
  organisation: HOUSE,
  closed: { from: '2026-06-01', to: '2026-11-30' },
  today: '2026-11-30',
};
const NOBODY = new Asked([], []);
const asked = (more: Partial<SurveyAsk> = {}) =>
  new Asked(
    [
      {
        id: 'a',
        caseId: 'OTHER',
        company: 'hansen',
        organisation: OFFICE,
        askedOn: '2026-11-01',
        batch: 'b',
        at: '2026-11-01T09:00:00.000Z',
        ...more,
      },
    ],
    [],
  );
const about = (cases: readonly Case[], who = NOBODY, more: Partial<typeof question> = {}) =>
  caseToAskAbout(cases, who, { ...question, ...more })?.id ?? null;
const one = (more: Partial<Case> = {}) => servedCase('K1', HOUSE, more);
const basis = (more: Partial<NonNullable<Case['basis']>>) => ({
  kind: 'consent' as const,
  obtainedBy: by(HOUSE),
  obtainedAt: '2026-10-01T09:00:00.000Z',
  withdrawnAt: null,
  ...more,
});

it.each([
  ['2026-11-30', 6, '2026-05-30'],
  ['2026-08-31', 6, '2026-02-28'],
  ['2028-08-31', 6, '2028-02-29'],
  ['2026-03-15', 6, '2025-09-15'],
  ['2026-01-31', 1, '2025-12-31'],
])('the day so many months before %s (%i) is %s', (day, months, before) => {
  expect(dayMonthsBefore(day, months)).toBe(before);
});

describe('a company is asked', () => {
  it('by the Erhvervshus that guided it and closed its case', () => {
    expect(about([one()])).toBe('K1');
    expect(about([one({ outcome: { ...OUTCOME, enrolled: true } })])).toBe('K1');
  });

  it('by a local office about a course as well', () => {
    const course = { ...service(OFFICE), form: 'collective' as const };
    const kase = servedCase('K1', OFFICE, { services: [course] });
    expect(about([kase], NOBODY, { organisation: OFFICE })).toBe('K1');
  });

  it('about the last of its cases', () => {
    const later = servedCase('K2', HOUSE, { closedAt: '2026-11-03T10:00:00.000Z' });
    expect(about([later, one()])).toBe('K2');
    expect(about([one(), later])).toBe('K2');
  });

  it('on the days between which the case was closed, both included, by the Danish calendar', () => {
    const night = one({ closedAt: '2026-11-02T23:30:00.000Z' });
    expect(about([night], NOBODY, { closed: { from: '2026-11-03', to: '2026-11-03' } })).toBe('K1');
    expect(about([night], NOBODY, { closed: { from: '2026-11-01', to: '2026-11-02' } })).toBeNull();
    expect(about([night], NOBODY, { closed: { from: '2026-11-04', to: '2026-11-30' } })).toBeNull();
  });
});

describe('a company is not asked', () => {
  it.each<[string, Partial<Case>]>([
    ['whose case goes on', { status: 'answered', closedAt: null }],
    ['whose case was entered in error', { status: 'entered-in-error' }],
    ['that got no service', { services: [] }],
    ['that another guided', { services: [service(OFFICE)] }],
    [
      'that was only at a course of the Erhvervshus',
      { services: [{ ...service(HOUSE), form: 'collective' }] },
    ],
    [
      'that the Erhvervshus served in an office’s place',
      { services: [{ ...service(HOUSE), asLes: 'les-791' }] },
    ],
    ['whose case another owns', { owner: OFFICE }],
    ['that declined the evaluation', { outcome: { ...OUTCOME, enrolled: false } }],
    ['without a basis', { basis: null }],
    ['that declined sharing', { basis: basis({ kind: 'declined' }) }],
    ['that withdrew its consent', { basis: basis({ withdrawnAt: '2026-11-05T09:00:00.000Z' }) }],
    ['that was erased', { erasedAt: '2026-11-05T09:00:00.000Z' }],
  ])('%s', (_, more) => {
    expect(about([one(more)])).toBeNull();
  });

  it('that said no in another case since, and is asked where it said yes after a no', () => {
    const other = (enrolled: boolean, closedAt: string) =>
      servedCase('K2', OFFICE, { outcome: { ...OUTCOME, enrolled }, closedAt });
    expect(about([one(), other(false, '2026-11-04T10:00:00.000Z')])).toBeNull();
    const yes = one({ outcome: { ...OUTCOME, enrolled: true } });
    expect(about([yes, other(false, '2026-10-04T10:00:00.000Z')])).toBe('K1');
    expect(about([yes, other(false, '2026-11-04T10:00:00.000Z')])).toBeNull();
  });

  it('that withdrew in another case, unless it agreed again', () => {
    const withdrawn = basis({
      obtainedAt: '2026-09-01T09:00:00.000Z',
      withdrawnAt: '2026-10-15T09:00:00.000Z',
    });
    const other = servedCase('K2', OFFICE, { basis: withdrawn });
    expect(about([one(), other])).toBeNull();
    expect(about([one({ basis: basis({ obtainedAt: '2026-10-16T09:00:00.000Z' }) }), other])).toBe('K1');
  });
});

describe('nobody asks within six months', () => {
  it('of the other side, nor of the own one', () => {
    for (const organisation of [HOUSE, OFFICE]) {
      expect(about([one()], asked({ organisation, askedOn: '2026-05-31' }))).toBeNull();
      expect(about([one()], asked({ organisation, askedOn: '2026-05-30' }))).toBe('K1');
    }
  });

  it('a company that is known by its case alone, or by one that was merged into it', () => {
    const nameless = one({ companyKey: undefined });
    expect(about([nameless], asked({ caseId: 'K1', company: null }))).toBeNull();
    expect(about([nameless], asked({ company: null }))).toBe('K1');
    const merged = one({ companyKey: undefined, mergedFrom: ['K0'] });
    expect(about([merged], asked({ caseId: 'K0', company: null }))).toBeNull();
  });

  it('a company that answered somebody who asked without this product', () => {
    expect(
      about([one()], new Asked([], [answer('K9', { on: '2026-10-01', organisation: OFFICE })])),
    ).toBeNull();
    expect(about([one()], new Asked([], [answer('K9', { on: '2026-05-01', organisation: OFFICE })]))).toBe(
      'K1',
    );
  });

  it('and the same organisation never twice about the same case', () => {
    const before = { caseId: 'K1', organisation: HOUSE, askedOn: '2026-01-01' };
    expect(about([one()], asked(before))).toBeNull();
    expect(about([one()], asked({ ...before, organisation: OFFICE }))).toBe('K1');
    expect(about([one()], new Asked([], [answer('K1', { on: '2026-01-01' })]))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { isAnotherCompany, mistypedCvr, unsureCvr } from '../../src/app/another-company.ts';
import { newDraft } from '../../src/core/intake/change-draft.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import { understanding } from './app-world.ts';

describe('what a text calls a CVR number and is none', () => {
  it.each([
    ['cvr 87654321', '87654321'],
    ['CVR-nr.: 87 65 43 21', '87 65 43 21'],
    ['Hansen, cvr: 8765432', '8765432'],
    ['cvr er nok 876543210', '876543210'],
    ['det er cvr12345678', '12345678'],
    ['de har ikke oplyst andet end et cvr 87654321', '87654321'],
  ])('is found in %j', (text, typed) => {
    expect(mistypedCvr(text)).toBe(typed);
  });

  it.each([
    ['a right one', 'cvr 25313763'],
    ['a right one in pairs', 'CVR 25 31 37 63'],
    ['another word', 'acvr 87654321'],
    ['too few digits', 'cvr 876543'],
    ['too many digits', 'cvr 8765432101'],
    ['digits far off', 'cvr kender jeg ikke: 87654321'],
    ['digits on the next line', 'cvr\n87654321'],
    ['that there is none', 'har ikke cvr 40411234'],
    ['that there is none, in more words', 'uden et rigtigt cvr 40411234'],
    ['that there is none, in English', 'no cvr 40411234'],
    ['nothing', '87654321'],
  ])('is not: %s', (_, text) => {
    expect(mistypedCvr(text)).toBeUndefined();
  });

  it('is found though another sentence long before says that something is missing', () => {
    expect(mistypedCvr(`mangler ${'noget '.repeat(10)}cvr 87654321`)).toBe('87654321');
    expect(mistypedCvr('ikke a b c d cvr 87654321')).toBe('87654321');
    expect(mistypedCvr('ikke a b c cvr 87654321')).toBeUndefined();
  });
});

describe('eight digits that open a line', () => {
  it.each(['40411234 Hansen', 'log 40411234', 'Log: 40411234', '– 40411234', '40411234.', '40411234, tak'])(
    'may be a mistyped CVR number: %j',
    (text) => {
      expect(unsureCvr(text, false)).toBe('40411234');
    },
  );

  it.each([
    '25313763 Hansen',
    '40 41 12 34',
    'ring 40411234',
    '+4540411234',
    '404112345',
    '40411234.50',
    '40411234,5',
    'Hansen 40411234',
    'catalog 40411234',
  ])('are none in %j', (text) => {
    expect(unsureCvr(text, false)).toBeUndefined();
  });

  it('are unsure where the register knows no company of a number that could be one', () => {
    expect(unsureCvr('25313763 Hansen', true)).toBe('25313763');
    expect(unsureCvr('cvr 25313763 Hansen', true)).toBeUndefined();
  });
});

describe('a line about another company than the intake under way', () => {
  const about = (text: string, values: IntakeValues, entities: { cvr?: string; companyName?: string } = {}) =>
    isAnotherCompany(text, understanding(text, { entities }), {
      ...newDraft('d', 'anna', 'les-791', 'form', '2026-11-20T09:00:00.000Z'),
      values,
    });
  const HANSEN = { cvr: '25313763', companyName: 'Hansen VVS' };

  it('gives another CVR number, right or mistyped', () => {
    expect(about('24256790', HANSEN, { cvr: '24256790' })).toBe(true);
    expect(about('25313763', HANSEN, { cvr: '25313763' })).toBe(false);
    expect(about('cvr 87654321', HANSEN)).toBe(true);
    // The number decides, whatever name stands beside it.
    expect(about('Jensen Byg 25313763', HANSEN, { cvr: '25313763', companyName: 'Jensen Byg' })).toBe(false);
  });

  it('begins with another name', () => {
    expect(about('Jensen Byg vil bygge', HANSEN, { companyName: 'Jensen Byg' })).toBe(true);
    expect(about(':phone: Jensen Byg vil bygge', HANSEN, { companyName: 'Jensen Byg' })).toBe(true);
    expect(about(':+1: – jensen byg vil bygge', HANSEN, { companyName: 'JENSEN BYG' })).toBe(true);
    expect(about('de køber af Jensen Byg', HANSEN, { companyName: 'Jensen Byg' })).toBe(false);
  });

  it('does not begin with a longer or shorter form of the same name', () => {
    expect(about('Hansen VVS ApS vil', HANSEN, { companyName: 'Hansen VVS ApS' })).toBe(false);
    expect(about('hansen vil', HANSEN, { companyName: 'Hansen' })).toBe(false);
  });

  it('is none where the intake has neither number nor name, or the line names nobody', () => {
    expect(about('24256790', { companyName: 'Hansen VVS' }, { cvr: '24256790' })).toBe(false);
    expect(about('Jensen Byg', {}, { companyName: 'Jensen Byg' })).toBe(false);
    expect(about('vil bygge', HANSEN)).toBe(false);
    expect(isAnotherCompany('vil bygge', null, { values: HANSEN } as never)).toBe(false);
  });
});

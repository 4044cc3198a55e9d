import { describe, expect, it } from 'vitest';
import type { Area } from '../../src/core/vocabulary.ts';
import { readNeedChange } from '../../src/language/need-change.ts';

/** How a line that corrects itself changes the needs. */

const NEEDS: Readonly<Record<string, Area>> = {
  eksport: 'internationalisation',
  export: 'internationalisation',
  finansiering: 'financing',
  financing: 'financing',
  loan: 'financing',
  money: 'financing',
  moms: 'accounting-tax-vat',
  ansætte: 'skilled-labour',
};
const needsIn = (clause: string) =>
  Object.entries(NEEDS).flatMap(([word, area]) => (clause.toLowerCase().includes(word) ? [area] : []));
const read = (line: string) => readNeedChange(line, needsIn);

describe('a line that corrects itself', () => {
  it.each([
    ['nej vent, det er ikke eksport, det er finansiering', 'internationalisation', 'financing'],
    ['det drejer sig ikke om eksport men om moms', 'internationalisation', 'accounting-tax-vat'],
    ['ikke eksport, men finansiering', 'internationalisation', 'financing'],
    ['finansiering, ikke eksport', 'internationalisation', 'financing'],
    ['not export, financing', 'internationalisation', 'financing'],
    ["no wait, it's not export, it's a loan", 'internationalisation', 'financing'],
    ["they don't want export, they want a loan", 'internationalisation', 'financing'],
  ] as const)('takes one need away and names another: %s', (line, declined, told) => {
    expect(read(line)).toMatchObject({ declined: [declined], told: [told] });
  });

  it.each(['glem det med eksport', 'forget about export', 'drop eksport', 'nej, ikke noget med eksport'])(
    'takes a need away: %s',
    (line) => {
      expect(read(line)).toMatchObject({ declined: ['internationalisation'], told: [] });
    },
  );

  it.each([
    ['jeg mente finansiering', 'financing'],
    ['sorry, I meant financing', 'financing'],
    ['hov forkert, de skal ansætte', 'skilled-labour'],
    ['nej vent, det er moms', 'accounting-tax-vat'],
    ['wrong, it is a loan', 'financing'],
  ] as const)('puts another need in place of those before: %s', (line, told) => {
    expect(read(line)).toMatchObject({ replaces: true, told: [told] });
  });

  it.each([
    "they don't have money for wages",
    'they dont have money',
    'de har eksport og moms',
    'vi vil også ansætte',
  ])('takes nothing away: %s', (line) => {
    expect(read(line)).toMatchObject({ declined: [], told: [], replaces: false });
  });
});

import { describe, expect, it } from 'vitest';
import { demandOf, demandWords } from '../../../src/core/indicators/demand.ts';
import { enquiry, record } from './records.ts';

const question = {
  period: { from: '2026-01-01', to: '2026-12-31' },
  asOf: '2027-01-15T12:00:00Z',
  sides: [],
} as const;
const times = (count: number, needs: readonly string[], municipality = '791') =>
  Array.from({ length: count }, () => record({ company: { municipality }, enquiries: [enquiry({ needs })] }));

describe('demand', () => {
  it('counts companies from five on, and hides fewer', () => {
    const rows = demandOf([...times(5, ['financing']), ...times(4, ['financing'], '751')], question);
    expect(rows).toEqual([
      { month: '2026-11', municipality: '751', area: 'financing', companies: null },
      { month: '2026-11', municipality: '791', area: 'financing', companies: 5 },
    ]);
  });

  it('counts a company once, however often it asks, and begins with what no need covers', () => {
    const cvr = '25313763';
    const same = Array.from({ length: 6 }, () =>
      record({ company: { cvr }, enquiries: [enquiry({ needs: ['automation'] })] }),
    );
    const rows = demandOf([...same, ...times(6, ['other'])], question);
    expect(rows.map(({ area, companies }) => [area, companies])).toEqual([
      ['other', 6],
      ['automation', null],
    ]);
  });

  it('gives a word where five enquiries have it, once for each', () => {
    const asked = (enquiry: string, words: readonly string[]) => ({
      enquiry,
      areas: ['other'] as const,
      words,
    });
    const five = ['a', 'b', 'c', 'd', 'e'].map((one) => asked(one, ['urter']));
    expect(demandWords([...five, asked('a', ['urter', 'bad']), asked('a', ['bad'])])).toEqual([
      { word: 'urter', area: 'other', enquiries: 5 },
    ]);
    expect(demandWords(five.slice(1))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type AskedPeriod, askedDays, unitNamed, unitOf } from '../../../src/core/indicators/asked-period.ts';

/** The Danish dates of periods as they are asked for. */

const days = (asked: AskedPeriod, today = '2026-11-27') => {
  const { from, to } = askedDays(asked, today);
  return `${from}/${to}`;
};

describe('the present unit and the one before it', () => {
  it.each([
    ['month', 0, '2026-11-01/2026-11-30'],
    ['month', 1, '2026-10-01/2026-10-31'],
    ['quarter', 0, '2026-10-01/2026-12-31'],
    ['quarter', 1, '2026-07-01/2026-09-30'],
    ['half-year', 1, '2026-01-01/2026-06-30'],
    ['year', 0, '2026-01-01/2026-12-31'],
    ['year', 1, '2025-01-01/2025-12-31'],
  ] as const)('%s, %i back', (unit, back, expected) => {
    expect(days({ kind: 'recent', unit, back })).toBe(expected);
  });

  it('cross the year, and end on the last day of February', () => {
    expect(days({ kind: 'recent', unit: 'month', back: 1 }, '2027-01-01')).toBe('2026-12-01/2026-12-31');
    expect(days({ kind: 'recent', unit: 'quarter', back: 1 }, '2027-03-31')).toBe('2026-10-01/2026-12-31');
    expect(days({ kind: 'recent', unit: 'month', back: 1 }, '2027-03-31')).toBe('2027-02-01/2027-02-28');
    expect(days({ kind: 'recent', unit: 'month', back: 1 }, '2028-03-31')).toBe('2028-02-01/2028-02-29');
  });
});

it('a number without a year is the latest that has begun', () => {
  const month = (number: number): AskedPeriod => ({ kind: 'numbered', unit: 'month', number, year: null });
  expect(days(month(11))).toBe('2026-11-01/2026-11-30');
  expect(days(month(12))).toBe('2025-12-01/2025-12-31');
  const quarter: AskedPeriod = { kind: 'numbered', unit: 'quarter', number: 4, year: null };
  expect(days(quarter, '2026-09-30')).toBe('2025-10-01/2025-12-31');
  expect(days({ ...quarter, year: 2026 }, '2026-09-30')).toBe('2026-10-01/2026-12-31');
});

it('every unit of a year is named as that unit', () => {
  for (const unit of ['month', 'quarter', 'half-year', 'year'] as const)
    for (const month of ['01', '04', '05', '12']) {
      const period = unitOf(`2026-${month}-15`, unit);
      expect(unitNamed(period)?.unit).toBe(unit);
      expect(
        askedDays({ kind: 'numbered', year: 2026, ...(unitNamed(period) ?? { unit, number: 0 }) }, ''),
      ).toEqual(period);
    }
  expect(unitNamed({ from: '2026-10-01', to: '2026-10-30' })).toBeUndefined();
});

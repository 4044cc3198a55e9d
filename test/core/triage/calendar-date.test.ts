import { describe, expect, it } from 'vitest';
import { addMonths, dayNumber, isCalendarDate } from '../../../src/core/triage/calendar-date.ts';

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-01-01', '2026-12-31', '2026-04-30', '0001-06-30'])(
    '%s exists',
    (text) => expect(isCalendarDate(text)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
  ])('%s does not', (text) => expect(isCalendarDate(text)).toBe(false));

  it('is a number that sorts like it', () => {
    expect(dayNumber('2024-02-29')).toBe(20_240_229);
    expect(dayNumber('2024-02-29')).toBeLessThan(dayNumber('2024-03-01'));
  });

  it.each([
    ['2026-01-31', 1, 20_260_228],
    ['2024-01-31', 1, 20_240_229],
    ['2024-02-29', 12, 20_250_228],
    ['2026-12-15', 1, 20_270_115],
    ['2026-11-30', 3, 20_270_228],
    ['2026-03-31', 36, 20_290_331],
  ])('%s and %i months', (date, months, day) => expect(addMonths(dayNumber(date), months)).toBe(day));
});

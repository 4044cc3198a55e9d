import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import { isWorkingDay, slowAddHours, slowHoursBetween } from './slow-clock.ts';

const calendar = createDanishCalendar();
const at = (instant: string) => new Date(instant).toISOString();

describe('48 working hours', () => {
  // from (Danish time) -> due (Danish time), and why
  it.each([
    ['2026-01-16T15:00+01:00', '2026-01-20T15:00+01:00', 'Friday 15:00 falls due Tuesday 15:00'],
    ['2026-01-13T10:00+01:00', '2026-01-15T10:00+01:00', 'midweek, two days later'],
    ['2026-01-17T10:00+01:00', '2026-01-21T00:00+01:00', 'a Saturday counts from Monday'],
    ['2026-03-27T15:00+01:00', '2026-03-31T15:00+02:00', 'across the beginning of summer time'],
    ['2026-10-23T15:00+02:00', '2026-10-27T15:00+01:00', 'across the end of summer time'],
    ['2026-04-01T12:00+02:00', '2026-04-08T12:00+02:00', 'Easter: Thursday, Friday and Monday are free'],
    ['2026-05-13T09:00+02:00', '2026-05-18T09:00+02:00', 'Ascension Day, and a weekend'],
    ['2026-05-22T09:00+02:00', '2026-05-27T09:00+02:00', 'Whit Monday'],
    ['2026-12-23T09:00+01:00', '2026-12-28T09:00+01:00', 'Christmas: 24 December is a working day'],
    ['2026-12-31T09:00+01:00', '2027-01-05T09:00+01:00', 'New Year and a weekend'],
    ['2023-05-04T09:00+02:00', '2023-05-09T09:00+02:00', 'Great Prayer Day was free until 2023'],
    ['2024-04-25T09:00+02:00', '2024-04-29T09:00+02:00', 'Great Prayer Day is a working day since 2024'],
  ])('from %s end at %s: %s', (from, due) => {
    expect(calendar.addHours(at(from), 48)).toBe(at(due));
    expect(calendar.hoursBetween(at(from), at(due))).toBe(48);
  });

  it('end with the last working day, not when the next one begins', () => {
    expect(calendar.addHours(at('2026-01-15T00:00+01:00'), 48)).toBe(at('2026-01-17T00:00+01:00'));
  });
});

describe('the calendar', () => {
  it('has the same working days as a reckoning of its own, from 2016 to 2045', () => {
    const wrong: string[] = [];
    for (let day = Date.UTC(2016, 0, 1); day < Date.UTC(2046, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const noon = `${date}T10:00:00.000Z`;
      const worked = calendar.hoursBetween(noon, `${date}T11:00:00.000Z`) === 1;
      if (worked !== isWorkingDay(date)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  const quarters = fc
    .integer({ min: Date.UTC(2022, 0, 1) / 900_000, max: Date.UTC(2030, 0, 1) / 900_000 })
    .map((quarter) => new Date(quarter * 900_000).toISOString());

  it('agrees with the slow reckoning at any quarter of an hour', () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const due = calendar.addHours(from, count / 4);
        expect(due).toBe(slowAddHours(from, count / 4));
        expect(calendar.hoursBetween(from, due)).toBe(slowHoursBetween(from, due));
      }),
      { numRuns: 150 },
    );
  });

  it('adds up: two stretches make the whole, whatever lies between', () => {
    fc.assert(
      fc.property(fc.array(quarters, { minLength: 3, maxLength: 3 }), (instants) => {
        const [a = '', b = '', c = ''] = [...instants].sort();
        expect(calendar.hoursBetween(a, b) + calendar.hoursBetween(b, c)).toBe(calendar.hoursBetween(a, c));
      }),
    );
  });

  it.each([
    ['2026-01-13T10:00+01:00', '2026-01-13T10:00+01:00', 'is open now'],
    ['2026-01-13T06:30+01:00', '2026-01-13T08:00+01:00', 'opens later today'],
    ['2026-01-13T16:00+01:00', '2026-01-14T08:00+01:00', 'has closed for today'],
    ['2026-01-16T20:00+01:00', '2026-01-19T08:00+01:00', 'is closed over the weekend'],
    ['2026-03-28T12:00+01:00', '2026-03-30T08:00+02:00', 'opens by summer time'],
    ['2026-04-01T17:00+02:00', '2026-04-07T08:00+02:00', 'is closed over Easter'],
  ])('knows of %s that an office opens at %s: it %s', (instant, opens) => {
    expect(calendar.nextOfficeHour(at(instant))).toBe(at(opens));
  });
});

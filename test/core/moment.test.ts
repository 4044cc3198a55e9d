import { describe, expect, it } from 'vitest';
import { danishInstant } from '../../src/core/danish-date.ts';
import { momentOf, openingOn } from '../../src/core/moment.ts';

/** Thursday 26 November 2026, 15:30 in Denmark. */
const NOW = '2026-11-26T14:30:00.000Z';

const at = (day: string | null, time: string, now = NOW) => {
  const read = momentOf(day, time, now);
  return read.ok ? read.value : `${read.refusal.code} ${read.refusal.params?.field}`;
};

describe('a moment', () => {
  it.each([
    [null, '+120', '2026-11-26T16:30:00.000Z'],
    [null, '15:31', '2026-11-26T14:31:00.000Z'],
    ['+1', '10:00', '2026-11-27T09:00:00.000Z'],
    ['+12', '10:00', '2026-12-08T09:00:00.000Z'],
    ['+120', '10:00', '2027-03-26T09:00:00.000Z'],
    ['monday', '09:30', '2026-11-30T08:30:00.000Z'],
    // The weekday of today is that of next week: today is called so.
    ['thursday', '16:00', '2026-12-03T15:00:00.000Z'],
    ['--11-30', '14:00', '2026-11-30T13:00:00.000Z'],
    ['--01-15', '08:00', '2027-01-15T07:00:00.000Z'],
    ['2027-06-01', '08:00', '2027-06-01T06:00:00.000Z'],
    ['monday --11-30', '08:00', '2026-11-30T07:00:00.000Z'],
  ])('%s %s is %s', (day, time, instant) => {
    expect(at(day, time)).toBe(instant);
  });

  it.each([
    [null, '15:30', 'moment-passed time'],
    [null, '+0', 'moment-passed time'],
    ['+0', '08:00', 'moment-passed day'],
    // A date that has just passed is a mistake, not one of next year.
    ['--11-25', '10:00', 'moment-passed day'],
    ['2027-11-28', '10:00', 'moment-too-far day'],
    [null, '+99999', '2027-02-04T01:09:00.000Z'],
    ['+1', '+120', 'not-a-moment time'],
    ['+1', '25:00', 'not-a-moment time'],
    ['+1', '10', 'not-a-moment time'],
    ['engang', '10:00', 'not-a-moment day'],
    ['+1000', '10:00', 'not-a-moment day'],
    ['om+1', '10:00', 'not-a-moment day'],
    ['+1x', '10:00', 'not-a-moment day'],
    ['x--11-30', '10:00', 'not-a-moment day'],
    ['--11-300', '10:00', 'not-a-moment day'],
    ['--02-30', '10:00', 'not-a-moment day'],
    ['2027-02-29', '10:00', 'not-a-moment day'],
    ['tuesday --11-30', '08:00', 'not-a-moment day'],
  ])('%s %s: %s', (day, time, refusal) => {
    expect(at(day, time)).toBe(refusal);
  });

  it('is of the day that it is in Denmark, when UTC has another', () => {
    expect(at('+1', '00:30', '2026-11-26T23:15:00.000Z')).toBe('2026-11-27T23:30:00.000Z');
  });

  it('of 29 February is found in a leap year', () => {
    expect(at('--02-29', '10:00', '2028-01-10T10:00:00.000Z')).toBe('2028-02-29T09:00:00.000Z');
    expect(at('--02-29', '10:00')).toBe('not-a-moment day');
  });
});

describe('the clock in Denmark', () => {
  it.each([
    ['2026-07-01', '10:00', '2026-07-01T08:00:00.000Z'],
    ['2026-01-01', '00:00', '2025-12-31T23:00:00.000Z'],
    // Left out by the change to summer time, and there twice by the change back.
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('shows %s %s at %s', (date, time, instant) => {
    expect(danishInstant(date, time)).toBe(instant);
  });
});

describe('the opening on a day', () => {
  const now = '2026-11-27T10:00:00.000Z';
  const opening = (day: string, next = (instant: string) => `${instant.slice(0, 14)}30:00.000Z`) => {
    const read = openingOn(day, now, next);
    return read.ok ? read.value : `${read.refusal.code} ${read.refusal.params?.field}`;
  };
  it.each([
    ['+1', '2026-11-27T23:30:00.000Z'],
    ['2026-12-01', '2026-11-30T23:30:00.000Z'],
    // The rest of today.
    ['+0', '2026-11-27T10:30:00.000Z'],
    ['2026-11-26', 'moment-passed day'],
    ['2026-02-30', 'not-a-moment day'],
    ['2027-11-28', '2027-11-27T23:30:00.000Z'],
    ['2027-11-29', 'moment-too-far day'],
  ])('%s is %s', (day, expected) => expect(opening(day)).toBe(expected));

  it('is no moment while the office is open: a person must say when', () => {
    expect(opening('+0', (instant) => instant)).toBe('not-a-moment time');
  });
});

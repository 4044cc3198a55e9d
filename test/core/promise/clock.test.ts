import { describe, expect, it } from 'vitest';
import { createDanishCalendar } from '../../../src/calendar/danish-calendar.ts';
import type { Effect } from '../../../src/core/case/effects.ts';
import {
  addElapsed,
  answerPromise,
  elapsedBetween,
  figuresAt,
  instantOfShare,
  justAfter,
  startPromise,
} from '../../../src/core/promise/clock.ts';
import { gatherNotices } from '../../../src/core/promise/gather-notices.ts';

const anna = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' } as const;
const calendar = createDanishCalendar();
/** A Friday morning: the weekend does not count. */
const FRIDAY = '2026-01-16T09:00:00.000Z';
const working = startPromise(FRIDAY, 48, 'working', calendar);
const elapsed = startPromise(FRIDAY, 48, 'elapsed', calendar);

describe('hours of the clock', () => {
  it('are added and counted, and never negative', () => {
    expect(addElapsed(FRIDAY, 1.5)).toBe('2026-01-16T10:30:00.000Z');
    expect(addElapsed(FRIDAY, -24)).toBe('2026-01-15T09:00:00.000Z');
    expect(justAfter(FRIDAY)).toBe('2026-01-16T09:00:00.001Z');
    expect(elapsedBetween(FRIDAY, '2026-01-16T10:30:00.000Z')).toBe(1.5);
    expect(elapsedBetween('2026-01-16T10:30:00.000Z', FRIDAY)).toBe(0);
  });
});

describe('the promise', () => {
  it('is due by the reading that the municipality chose, and reported by the clock', () => {
    expect(working).toMatchObject({
      dueAt: '2026-01-20T09:00:00.000Z',
      reportedDueAt: '2026-01-18T09:00:00.000Z',
    });
    expect(elapsed).toMatchObject({
      dueAt: '2026-01-18T09:00:00.000Z',
      reportedDueAt: '2026-01-18T09:00:00.000Z',
    });
    expect(instantOfShare(working, 0.75, calendar)).toBe('2026-01-19T21:00:00.000Z');
    expect(instantOfShare(elapsed, 0.75, calendar)).toBe('2026-01-17T21:00:00.000Z');
  });

  it('is kept by an answer at the due time, and broken after it: late is late', () => {
    expect(answerPromise(working, working.dueAt, anna)).toEqual({
      ...working,
      answeredAt: working.dueAt,
      answeredBy: anna,
      broken: false,
    });
    expect(answerPromise(working, justAfter(working.dueAt), anna).broken).toBe(true);
    expect(answerPromise({ ...working, broken: true }, FRIDAY, anna).broken).toBe(true);
    const answered = answerPromise(working, FRIDAY, anna);
    expect(answerPromise(answered, justAfter(working.dueAt), anna)).toBe(answered);
  });
});

describe('the figures of a promise', () => {
  it('count working hours and the clock side by side', () => {
    expect(figuresAt(working, calendar, '2026-01-19T09:00:00.000Z')).toEqual({
      workingHours: 24,
      elapsedHours: 72,
      share: 0.5,
      late: false,
      reportedLate: true,
      lateByHours: 0,
    });
    expect(figuresAt(elapsed, calendar, '2026-01-19T09:00:00.000Z')).toEqual({
      workingHours: 72,
      elapsedHours: 72,
      share: 1.5,
      late: true,
      reportedLate: true,
      lateByHours: 24,
    });
    expect(figuresAt(working, calendar, '2026-01-24T09:00:00.000Z').lateByHours).toBe(86);
  });

  it('are late after the due time alone', () => {
    expect(figuresAt(working, calendar, working.dueAt)).toMatchObject({ late: false, lateByHours: 0 });
    expect(figuresAt(working, calendar, justAfter(working.dueAt)).late).toBe(true);
    expect(figuresAt(working, calendar, working.reportedDueAt).reportedLate).toBe(false);
    expect(figuresAt(working, calendar, justAfter(working.reportedDueAt)).reportedLate).toBe(true);
  });

  it('stand still at the answer', () => {
    const answered = answerPromise(working, '2026-01-16T12:00:00.000Z', anna);
    expect(figuresAt(answered, calendar, '2026-02-01T09:00:00.000Z')).toMatchObject({
      workingHours: 3,
      elapsedHours: 3,
      late: false,
    });
    expect(figuresAt(answered, calendar, '2026-01-16T10:00:00.000Z').elapsedHours).toBe(1);
  });
});

describe('notices of several steps at once', () => {
  it('come to the last for each recipient, and cards and records follow once', () => {
    const person = (notice: string, who = 'anna'): Effect =>
      ({ kind: 'tell.person', person: who, notice }) as never;
    const office = (notice: string, to: string, organisation = 'les-791'): Effect =>
      ({ kind: 'tell.organisation', organisation, to, notice }) as never;
    const call = (at: string): Effect =>
      ({ kind: 'tell.person', person: 'anna', notice: 'call-back', at }) as never;
    const save: Effect = { kind: 'crm.save' };
    const gathered = gatherNotices([
      save,
      person('owner-reminder'),
      office('owner-reminder', 'channel'),
      call('1'),
      save,
      person('promise-broken'),
      person('promise-broken', 'bo'),
      office('promise-broken', 'coordinators'),
      office('promise-broken', 'channel'),
      office('promise-broken', 'channel', 'les-751'),
      call('2'),
    ]);
    expect(gathered).toEqual([
      call('1'),
      save,
      person('promise-broken'),
      person('promise-broken', 'bo'),
      office('promise-broken', 'coordinators'),
      office('promise-broken', 'channel'),
      office('promise-broken', 'channel', 'les-751'),
      call('2'),
    ]);
  });
});

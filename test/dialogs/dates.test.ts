import { describe, expect, it } from 'vitest';
import { clockWords } from '../../dialogs/clock-words.ts';
import { dateWords, durationWords, momentWords } from '../../dialogs/dates.ts';

// A Saturday; Denmark is one hour ahead of UTC.
const NOW = '2026-11-21T09:00:00.000Z';

describe('dates in words', () => {
  it.each([
    ['2026-11-21T13:30:00Z', 'lørdag den 21. november kl. 14.30', 'on Saturday 21 November at 14:30'],
    ['2026-11-21T23:05:00Z', 'søndag den 22. november kl. 0.05', 'on Sunday 22 November at 00:05'],
    ['2026-11-20T08:05:00Z', 'fredag den 20. november kl. 9.05', 'on Friday 20 November at 09:05'],
    ['2027-01-02T08:05:00Z', 'lørdag den 2. januar 2027 kl. 9.05', 'on Saturday 2 January 2027 at 09:05'],
    ['2026-07-01T08:05:00Z', 'onsdag den 1. juli kl. 10.05', 'on Wednesday 1 July at 10:05'],
  ])('says %s so that it stays true the next day', (at, da, en) => {
    expect(momentWords(at, NOW, 'da')).toBe(da);
    expect(momentWords(at, NOW, 'en')).toBe(en);
  });

  it.each([
    ['2026-11-21T23:00:00Z', 'lørdag den 21. november ved midnat', 'on Saturday 21 November at midnight'],
    ['2026-11-18T23:00:20Z', 'onsdag den 18. november ved midnat', 'on Wednesday 18 November at midnight'],
    ['2026-12-31T23:00:00Z', 'torsdag den 31. december ved midnat', 'on Thursday 31 December at midnight'],
    ['2026-06-30T22:00:00Z', 'tirsdag den 30. juni ved midnat', 'on Tuesday 30 June at midnight'],
  ])('says %s as the end of the day before, so that nobody comes a day late', (at, da, en) => {
    expect(momentWords(at, NOW, 'da')).toBe(da);
    expect(momentWords(at, NOW, 'en')).toBe(en);
  });

  it('says the other hour on the day summer time ends', () => {
    expect(momentWords('2026-10-25T00:30:00Z', NOW, 'da')).toBe('søndag den 25. oktober kl. 2.30');
    expect(momentWords('2026-10-25T02:30:00Z', NOW, 'da')).toBe('søndag den 25. oktober kl. 3.30');
  });

  it('says years, months and days', () => {
    expect(dateWords('2011', 'da')).toBe('2011');
    expect(dateWords('2011-04', 'da')).toBe('april 2011');
    expect(dateWords('2011-04-12', 'da')).toBe('12. april 2011');
    expect(dateWords('2026-12-31T23:30:00Z', 'en')).toBe('1 January 2027');
  });

  it('says how long in the largest unit that tells something', () => {
    expect(durationWords(25 * 60_000, 'da')).toBe('25 min.');
    expect(durationWords(3_600_000, 'da')).toBe('1 time');
    expect(durationWords(30 * 3_600_000, 'en')).toBe('30 hours');
    expect(durationWords(72 * 3_600_000, 'da')).toBe('3 dage');
  });
});

describe('the clock of the promise', () => {
  const promise = {
    contactedAt: '2026-11-20T14:00:00.000Z',
    hours: 48,
    reading: 'working',
    dueAt: '2026-11-24T14:00:00.000Z',
    reportedDueAt: '2026-11-22T14:00:00.000Z',
    answeredAt: null,
    broken: false,
  } as const;

  it('says when the company must have its answer', () => {
    expect(clockWords(promise, NOW, 'da').text).toBe(
      'Svar virksomheden senest tirsdag den 24. november kl. 15.00',
    );
    expect(clockWords(promise, NOW, 'en').text).toBe('Answer the company by Tuesday 24 November at 15:00');
  });

  it('says midnight where the time runs out between two days', () => {
    const midnight = { ...promise, dueAt: '2026-11-24T23:00:00.000Z' };
    expect(clockWords(midnight, NOW, 'da').text).toBe(
      'Svar virksomheden senest tirsdag den 24. november ved midnat',
    );
    expect(clockWords(midnight, NOW, 'en').text).toBe(
      'Answer the company by Tuesday 24 November at midnight',
    );
  });

  it('presses harder as the time runs out', () => {
    expect(clockWords(promise, NOW, 'da').tone).toBe('default');
    expect(clockWords(promise, '2026-11-24T10:00:00Z', 'da').tone).toBe('attention');
  });

  it('is late the moment it is late, whether or not that was recorded', () => {
    expect(clockWords(promise, '2026-11-24T17:00:00Z', 'da')).toEqual({
      tone: 'attention',
      text: 'Fristen er overskredet: svaret skulle være givet tirsdag den 24. november kl. 15.00',
      used: 1,
    });
  });

  it('stays late once answered late', () => {
    const late = { ...promise, answeredAt: '2026-11-24T16:00:00.000Z', broken: true };
    expect(clockWords(late, '2026-11-25T10:00:00Z', 'da').text).toBe(
      'Virksomheden fik svar tirsdag den 24. november kl. 17.00, 2 timer for sent',
    );
  });
});

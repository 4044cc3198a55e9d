import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { periodWords, readPeriod } from '../../dialogs/period-words.ts';
import { askedDays } from '../../src/core/indicators/asked-period.ts';

/** Periods as people type them after `tal`. Asked on 27 November 2026. */

const daysOf = (typed: string) => {
  const asked = readPeriod(typed);
  if (!asked) return undefined;
  const { from, to } = askedDays(asked, '2026-11-27');
  return `${from}/${to}`;
};
const NOVEMBER = '2026-11-01/2026-11-30';
const OCTOBER = '2026-10-01/2026-10-31';
const THIRD = '2026-07-01/2026-09-30';

describe('a period', () => {
  it.each([
    ['denne måned', NOVEMBER],
    ['måned', NOVEMBER],
    ['this month', NOVEMBER],
    ['sidste måned', OCTOBER],
    ['Sidste Maaned', OCTOBER],
    ['for sidste måned', OCTOBER],
    ['last month', OCTOBER],
    ['kvartal', '2026-10-01/2026-12-31'],
    ['sidste kvartal', THIRD],
    ['last quarter', THIRD],
    ['i år', '2026-01-01/2026-12-31'],
    ['år', '2026-01-01/2026-12-31'],
    ['this year', '2026-01-01/2026-12-31'],
    ['sidste år', '2025-01-01/2025-12-31'],
    ['i fjor', '2025-01-01/2025-12-31'],
    ['2026-10', OCTOBER],
    ['10-2026', OCTOBER],
    ['10/2026', OCTOBER],
    ['2026.1', '2026-01-01/2026-01-31'],
    ['oktober', OCTOBER],
    ['i oktober', OCTOBER],
    ['for okt. 2026', OCTOBER],
    ['October 2026', OCTOBER],
    ['december', '2025-12-01/2025-12-31'],
    ['K3 2026', THIRD],
    ['k3', THIRD],
    ['k 3 2026', THIRD],
    ['2026 K3', THIRD],
    ['2026-K3', THIRD],
    ['Q3 2026', THIRD],
    ['3. kvartal 2026', THIRD],
    ['kvartal 3', THIRD],
    ['3rd quarter 2026', THIRD],
    ['1. halvår 2026', '2026-01-01/2026-06-30'],
    ['2025', '2025-01-01/2025-12-31'],
    ['1.10.2026', '2026-10-01/2026-10-01'],
    ['1.10.2026 til 15.10.2026', '2026-10-01/2026-10-15'],
    ['fra 2026-10-01 til 2026-10-15', '2026-10-01/2026-10-15'],
    ['januar til marts 2026', '2026-01-01/2026-03-31'],
    ['2026-07 – 2026-09', THIRD],
    ['K1 2025 to Q2 2026', '2025-01-01/2026-06-30'],
  ])('%s', (typed, expected) => {
    expect(daysOf(typed)).toBe(expected);
  });

  it.each([
    '2026-13',
    '2026-0',
    '31.2.2026',
    'K5 2026',
    'K 2026',
    '3. halvår',
    '15.10.2026 til 1.10.2026',
    'påske',
    '1850',
    'K3 2025 2026',
    '',
  ])('is not: %s', (typed) => {
    expect(daysOf(typed)).toBeUndefined();
  });

  it.each([
    ['2026-10-01/2026-10-31', 'oktober 2026', 'October 2026'],
    ['2026-07-01/2026-09-30', '3. kvartal 2026', 'Q3 2026'],
    ['2026-01-01/2026-06-30', '1. halvår 2026', 'half-year 1 of 2026'],
    ['2026-01-01/2026-12-31', '2026', '2026'],
    ['2026-10-01/2026-10-01', '1. oktober 2026', '1 October 2026'],
    ['2026-10-01/2026-10-15', '1. oktober 2026 til 15. oktober 2026', '1 October 2026 to 15 October 2026'],
  ])('%s is written as it would be said', (days, da, en) => {
    const [from = '', to = ''] = days.split('/');
    expect([periodWords({ from, to }, 'da'), periodWords({ from, to }, 'en')]).toEqual([da, en]);
  });
});

describe('the command', () => {
  it.each(['tal', 'Tal', '/tal', 'vis tal', 'figures', 'show figures'])(
    '%s asks for the usual ones',
    (line) => {
      expect(readCommand(line)).toEqual({ name: 'figures', period: null, words: '' });
    },
  );

  it('keeps words that name no period, and takes a sentence for what it is', () => {
    expect(readCommand('tal påske')).toEqual({ name: 'figures', period: null, words: 'påske' });
    expect(readCommand('tal K9 2026')).toEqual({ name: 'figures', period: null, words: 'K9 2026' });
    for (const line of [
      'tal med Hansen',
      'tal langsommere',
      'tal for vores nye kunder i år',
      'figures about us',
    ])
      expect(readCommand(line)).toEqual({ name: 'say', text: line });
  });
});

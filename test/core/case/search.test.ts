import { describe, expect, it } from 'vitest';
import { redactedCase } from '../../../src/core/case/redacted-case.ts';
import { fitOf, searchedWords, stemOf } from '../../../src/core/case/search.ts';
import { visibleTo } from '../../../src/core/case/visibility.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';
import { established, opened } from './case-world.ts';

/** How well a case fits a search, as its owner sees it and as a stranger does. */

const kase = opened({
  values: {
    ...established,
    companyName: 'Bageriet på Torvet ApS',
    contactName: 'Ole Bak',
    contactPhone: '+45 40 41 12 34',
    description: 'Vil åbne en butik i Tyskland; surdejsbrød er 20 % af salget',
  },
}).case;
const ALL = { outline: true };
const asStranger = redactedCase(kase, visibleTo('other', kase, DEFAULT_SETTINGS));
const own = (words: string) => fitOf(kase, { words }, ALL);
const strangers = (words: string) => fitOf(asStranger, { words }, { outline: false });

describe('the words of a search', () => {
  it.each([
    ['sager hos Hansen VVS', ['sager', 'hansen', 'vvs']],
    ['a b Hansen', ['hansen']],
    ['', []],
  ])('%s', (words, wanted) => expect(searchedWords(words)).toEqual(wanted));

  it.each([
    ['bageren', 'bager'],
    ['bagerne', 'bag'],
    ['torvet', 'torv'],
    ['sene', 'sene'],
    ['hus', 'hus'],
  ])('%s without its ending is %s', (word, stem) => expect(stemOf(word)).toBe(stem));
});

describe('a name', () => {
  it.each([
    ['bageriet', 4],
    ['bager', 4],
    ['bageren', 3],
    ['bgaeriet', 2],
    ['torvet bageriet', 4],
    ['bageriet torvene', 3],
    ['ole', 4],
    ['bageriet frandsen', 0.5],
    ['bageren frandsen', 0],
    ['frandsen', 0],
    ['geriet', 0],
    ['surdej', 1],
    ['tysklands', 1],
    ['bageriet surdej', 1],
    ['dejsbrød', 0],
  ])('that its owner looks for by %s fits %d', (words, fit) => expect(own(words)).toBe(fit));

  it('that says nothing by itself fits only where a municipality is named', () => {
    expect(own('')).toBe(0);
    expect(fitOf(kase, { words: '', municipality: '791' }, ALL)).toBe(1);
    expect(fitOf(kase, { words: '', municipality: '751' }, ALL)).toBe(0);
    expect(fitOf(kase, { words: 'bageriet', municipality: '751' }, ALL)).toBe(0);
    expect(fitOf(kase, { words: 'bageriet', municipality: '791' }, ALL)).toBe(4);
  });
});

describe('a number', () => {
  const byNumber = (number: string, seen = kase) => fitOf(seen, { words: '', number }, ALL);
  it('is the company or the telephone', () => {
    expect(byNumber('25313763')).toBe(4);
    expect(byNumber('40411234')).toBe(4);
    expect(byNumber('40411235')).toBe(0);
    expect(byNumber('12344041')).toBe(0);
  });

  it('that the register knows by the words finds the case whose name is hidden', () => {
    expect(fitOf(asStranger, { words: 'Torvets Brød' }, { ...ALL, cvr: '25313763' })).toBe(4);
    expect(fitOf(asStranger, { words: 'Torvets Brød' }, { ...ALL, cvr: '25313764' })).toBe(0);
  });

  it('of a contact finds nothing for strangers', () => expect(byNumber('40411234', asStranger)).toBe(0));
});

describe('somebody without a part in the case', () => {
  it.each(['ole', 'bak', 'surdej'])('never finds it by %s', (words) => expect(strangers(words)).toBe(0));
});

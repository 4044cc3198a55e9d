import { describe, expect, it } from 'vitest';
import { wordsToLearn } from '../../src/app/forget-words.ts';

describe('the words that are learnt from', () => {
  it.each([
    ['bogføring og robot', { contactName: 'Bo' }, 'bogføring og robot'],
    ['Bo vil have bogføring og robot', { contactName: 'Bo' }, 'vil have bogføring og robot'],
    ['Ole ringer om Oles patent', { contactName: 'Ole Bak' }, 'ringer om patent'],
    ['Bak spørger for Anne-Maries firma', { contactName: 'Anne-Marie Bak' }, 'spørger for - firma'],
    ['BO’S idé om kajakker', { contactName: 'Bo' }, 'idé om kajakker'],
    ['Kajak ApS og Kajaks kunder kajakker', { companyName: 'Kajak ApS' }, 'og kunder kajakker'],
    [
      'vil være A. partner, mail bo@x.dk og 51 22 33 44',
      { contactName: 'Ib A. Bo' },
      'vil være A. partner, mail og',
    ],
    ['A+B (1) koster', { companyName: 'A+B (1)' }, 'koster'],
  ])('%s, of %o', (description, of, kept) => {
    expect(wordsToLearn({ description, ...of })).toBe(kept);
  });

  it('are none of an intake that was told without words', () => {
    expect(wordsToLearn({ companyName: 'Kajak ApS', contactName: 'Bo' })).toBe('');
  });
});

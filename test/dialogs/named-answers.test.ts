import { describe, expect, it } from 'vitest';
import { readCompanyName } from '../../dialogs/company-answer.ts';
import { readAnswer } from '../../dialogs/questions.ts';

/** What is typed where a name is asked for: a name, that nobody knows it, or something else. */

describe('an answer to which company it is', () => {
  it.each([
    'Hansen VVS',
    'hansen vvs',
    'Bager Jensen',
    'Den Glade Gris',
    'Ikke Bare Brød ApS',
    'Forkert ApS',
    'det gode brød',
    'Han & Hun Frisør',
    'solsikken',
    'The Old Irish Pub',
    'Er Du Sulten ApS',
    'holding selskab',
    '3B Byg',
  ])('is the name as it is written: %s', (typed) => {
    expect(readCompanyName(typed)).toEqual({ companyName: typed });
  });

  it.each([
    ['de hedder Lemvig Havbrug', 'Lemvig Havbrug'],
    ['firmaet hedder vist Lemvig Havbrug', 'Lemvig Havbrug'],
    ['jeg tror det er hansen vvs', 'hansen vvs'],
    ['det er Hansen VVS', 'Hansen VVS'],
    ['det hedder det gode brød', 'det gode brød'],
    ["it's called Lemvig Havbrug", 'Lemvig Havbrug'],
    ['the company is called old bakery', 'old bakery'],
    ['I think it is Hansen VVS', 'Hansen VVS'],
  ])('is the name within a sentence: %s', (typed, companyName) => {
    expect(readCompanyName(typed)).toEqual({ companyName });
  });

  it.each([
    'det ved jeg ikke',
    'ved ikke endnu',
    'han vil ikke sige det',
    'kunden husker det ikke',
    'ikke oplyst',
    'ingen anelse',
    'kan jeg springe over',
    'spring det over',
    'nyt firma',
    'de er ikke startet endnu',
    'det har de ikke',
    "I don't know",
    'not sure',
    "he won't say",
    "they haven't started yet",
    'skip it',
    'no idea',
  ])('says that there is none to name: %s', (typed) => {
    expect(readCompanyName(typed)).toEqual({ cvr: '' });
  });

  it.each([
    'hun er ikke sikker',
    'spørger lige',
    'nej det er i Skive',
    'det er ikke eksport',
    'jeg ringer tilbage',
    'er det nødvendigt?',
    'en frisør',
    'hun hedder Hanne',
    'mail er ole@bak.dk',
    'det samme firma',
    'hende fra i går',
    'de har 12 ansatte',
    'startet i 2019',
    'she is called Hanne',
    'they have 12 employees',
    'is it necessary?',
    'the same as before',
    'hvad mener du',
    'ER DET NØDVENDIGT',
  ])('is no name: %s', (typed) => {
    expect(readCompanyName(typed)).toBeUndefined();
  });
});

describe('an answer to whom to contact', () => {
  it.each(['Hanne', 'hanne hansen', 'Er Ik', 'Måske Madsen'])('is a name: %s', (typed) => {
    expect(readAnswer('contact', typed)).toEqual({ contactName: typed });
  });

  it.each(['det ved jeg ikke', 'hun vil ikke oplyse sit navn', 'none of them', 'skip it', 'no idea'])(
    'says that nobody is named: %s',
    (typed) => {
      expect(readAnswer('contact', typed)).toEqual({});
    },
  );

  it.each(['måske', 'er det nødvendigt?', 'hun ringer tilbage', 'maybe later', 'is it necessary?'])(
    'is none: %s',
    (typed) => {
      expect(readAnswer('contact', typed)).toBeUndefined();
    },
  );

  it('is taken with its number, whatever else is said', () => {
    expect(readAnswer('contact', 'Hanne 40 41 12 34')).toEqual({
      contactName: 'Hanne',
      contactPhone: '40411234',
    });
    expect(readAnswer('contact', 'ring til Hanne')).toEqual({ contactName: 'Hanne' });
    expect(readAnswer('contact', 'call Hanne Hansen')).toEqual({ contactName: 'Hanne Hansen' });
  });
});

describe('that something is not known', () => {
  const control = 'control:internationalisation';
  it.each([
    'det ved jeg ikke',
    'ved ikke endnu',
    'han vil ikke sige det',
    'spring det over',
    'not sure',
    'skip it',
  ])('skips any question that can be skipped: %s', (typed) => {
    expect(readAnswer(control, typed)).toEqual({ [control]: 'skip' });
    expect(readAnswer('maturity', typed)).toEqual({ maturity: '' });
    expect(readAnswer('clarified', typed)).toEqual({ clarified: '' });
    expect(readAnswer('stage', typed)).toEqual({ stage: 'unknown' });
  });

  it.each(['ingen af dem', 'nej, ingen af dem', 'det gør de ikke', 'none of them', 'neither'])(
    'is not the same as none of what a control question names: %s',
    (typed) => {
      expect(readAnswer(control, typed)).toEqual({ [control]: 'none' });
    },
  );
});

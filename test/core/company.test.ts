import { describe, expect, it } from 'vitest';
import { isSameName, isSearchFor } from '../../src/core/company-name.ts';
import { offersCrisis } from '../../src/core/company-standing.ts';
import { isCvrNumber, isPNumber, normaliseCvr } from '../../src/core/cvr-number.ts';

describe('a CVR number', () => {
  it('has eight digits that fit its check, and does not begin with 0', () => {
    for (const right of ['25313763', '24256790', '10150817']) expect(isCvrNumber(right)).toBe(true);
    for (const wrong of [
      '25313764',
      '25313753',
      '2531376',
      '253137630',
      '00000000',
      'x25313763',
      '25313763x',
      '',
    ]) {
      expect([wrong, isCvrNumber(wrong)]).toEqual([wrong, false]);
    }
  });

  it('is one whatever single digit of it is changed to is not, nor two neighbours changed round', () => {
    const right = '25313763';
    for (let place = 0; place < 8; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const changed = right.slice(0, place) + digit + right.slice(place + 1);
        expect([changed, isCvrNumber(changed)]).toEqual([changed, changed === right]);
      }
    }
    expect(isCvrNumber('52313763')).toBe(false);
  });

  it.each([
    ' 25313763 ',
    '25 31 37 63',
    '25.31.37.63',
    '25-31-37-63',
    'DK25313763',
    'dk 25313763',
    'CVR 25313763',
    'cvr: 25313763',
    'CVR-nr.: 25 31 37 63',
    'cvr nummer 25313763',
    'CVR no. 25313763',
    'cvr number is 25313763',
    'cvr-nr. er 25313763',
    'SE-nr 25313763',
    'cvr DK-25313763',
    'cvr25313763',
  ])('is the same however it is typed: %j', (typed) => {
    expect(normaliseCvr(typed)).toBe('25313763');
  });

  it.each(['Hansen VVS', 'mit cvr 25313763', '25313763 Hansen', 'dk', '25/313763', '', 'sedk'])(
    'is not what else was typed, which stays: %j',
    (typed) => {
      expect(normaliseCvr(` ${typed} `)).toBe(typed);
    },
  );
});

describe('a P-number', () => {
  it('has ten digits and begins with 1', () => {
    expect(isPNumber('1003388394')).toBe(true);
    for (const wrong of ['2003388394', '100338839', '10033883940', 'P1003388394', '1003388394x'])
      expect([wrong, isPNumber(wrong)]).toEqual([wrong, false]);
  });
});

describe('a company name', () => {
  it.each([
    ['Hansen VVS ApS', 'hansen vvs'],
    ['HANSEN V.V.S.', 'Hansen VVS A/S'],
    ['Hansen & Søn', 'hansen og søn I/S'],
    ['Ærø Smørrebrød', 'aeroe smoerrebroed'],
    ['v/ Mette Bak', 'Mette Bak'],
    ['Brugsen A.m.b.a.', 'Brugsen AMBA'],
  ])('is the same, form and spelling aside: %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  it.each([
    ['Hansen VVS', 'Hansen VVS & Søn'],
    ['ApS', 'A/S'],
    ['', ''],
    ['Apsel', 'el'],
  ])('is another: %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });

  it('is what was searched for where every word of the search begins one of its words', () => {
    expect(isSearchFor('hansen', 'Hansen VVS ApS')).toBe(true);
    expect(isSearchFor('vvs han', 'Hansen VVS ApS')).toBe(true);
    expect(isSearchFor('hansen byg', 'Hansen VVS ApS')).toBe(false);
    expect(isSearchFor('ansen', 'Hansen VVS ApS')).toBe(false);
    expect(isSearchFor('ApS', 'Hansen VVS ApS')).toBe(false);
    expect(isSearchFor('hansen vvs aps', 'Hansen VVS')).toBe(true);
  });
});

describe('how a company stands', () => {
  it('offers a crisis in bankruptcy and reconstruction alone', () => {
    expect(offersCrisis('bankruptcy')).toBe(true);
    expect(offersCrisis('reconstruction')).toBe(true);
    for (const standing of [
      'ceased',
      'compulsory-dissolution',
      'liquidation',
      'not-begun',
      'active',
      undefined,
    ] as const)
      expect(offersCrisis(standing)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { namedPerson } from '../../src/app/named-person.ts';

const PEOPLE = [
  { id: 'anna-holm', name: 'Anna Holm' },
  { id: 'anna-krogh', name: 'Anna  Krogh' },
  { id: 'bo', name: 'Bo' },
  { id: 'bo-lund', name: 'Bo Lund' },
  { id: 'lund', name: 'Ida Lund' },
  { id: 'carl', name: 'anna-holm' },
];
const idOf = (typed: string) => namedPerson(PEOPLE, typed, (one) => one)?.id;

describe('the person whom a typed word means', () => {
  it.each([
    ['anna-krogh', 'anna-krogh'],
    ['Anna Holm', 'anna-holm'],
    ['@anna holm ', 'anna-holm'],
    ['anna krogh', 'anna-krogh'],
    ['holm', 'anna-holm'],
    // A whole name goes before a part of another, and an id before a name.
    ['bo', 'bo'],
    ['Bo', 'bo'],
    ['lund', 'lund'],
    ['anna-holm', 'anna-holm'],
  ])('is, for "%s", the one who fits best', (typed, id) => {
    expect(idOf(typed)).toBe(id);
  });

  it.each(['Anna', 'Lund', 'nobody', '', '@', 'Anna Lund', 'ann'])('is nobody for "%s"', (typed) => {
    expect(idOf(typed)).toBeUndefined();
  });

  it('may stand in the list several times, and is the first of them', () => {
    const twice = [
      { id: 'sofie', name: 'Sofie', office: 1 },
      { id: 'sofie', name: 'Sofie', office: 2 },
    ];
    expect(namedPerson(twice, 'sofie', (one) => one)?.office).toBe(1);
    const two = [...twice, { id: 'other', name: 'Sofie', office: 3 }];
    expect(namedPerson(two, 'Sofie', (one) => one)).toBeUndefined();
  });
});

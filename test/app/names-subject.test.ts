import { describe, expect, it } from 'vitest';
import { namesSubject } from '../../src/app/erasure.ts';

/** Whether somebody's words name the person who is to be forgotten. */

const person = (said: string) => ({ kind: 'person', said }) as const;

describe('a text', () => {
  it.each([
    '20304050',
    'ring 20 30 40 50 i morgen',
    'mødt 12.11. 20304050',
    '20304050 10:30 igen',
    'tlf.: (+45) 20-30-40-50.',
    '004520304050',
    '4520304050',
  ])('with the number names them: %s', (text) => {
    expect(namesSubject(text, person('20304050'))).toBe(true);
  });

  it.each(['120304050', '203040501', '20 30 40 51', '2030 4o50'])(
    'with another number does not: %s',
    (text) => {
      expect(namesSubject(text, person('20304050'))).toBe(false);
    },
  );

  it.each([
    'Mette Hansens revisor',
    'aftalt med mette hansen',
    "Mette Hansen's bror",
    'Aftalt:\nMette Hansen ringer',
  ])('with the name names them: %s', (text) => {
    expect(namesSubject(text, person('Mette Hansen'))).toBe(true);
  });

  it.each(['Mette Hansensen', 'Anette Hansen', 'Mette'])('with another name does not: %s', (text) => {
    expect(namesSubject(text, person('Mette Hansen'))).toBe(false);
  });
});

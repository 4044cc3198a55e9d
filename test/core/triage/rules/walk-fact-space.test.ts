import { describe, expect, it } from 'vitest';
import { MARK_FACTS, SEGMENT_FACTS, type TriedPlace } from '../../../../src/core/triage/rules/fact-space.ts';
import { type Axis, countAt, walk } from '../../../../src/core/triage/rules/walk-fact-space.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';
import type { Situation } from '../../../../src/core/triage/situation.ts';

/** What the walk leaves out is what could not go otherwise: the same is counted as by looking at every situation. */

const place: TriedPlace = { municipality: '791', settings: DEFAULT_SETTINGS };
const AXES: readonly Axis[] = [
  { values: SEGMENT_FACTS, fields: ['growth'] },
  { values: [{}, { clarified: true }], fields: ['clarified'] },
  { values: MARK_FACTS, fields: ['company'] },
];

/** How often it held, how often it was asked, and the size of the smallest facts for which it held. */
function counted(holds: (situation: Situation) => boolean, first = (_: Situation): unknown => null) {
  const counts = [0, 0];
  let visits = 0;
  let smallest = Number.POSITIVE_INFINITY;
  const walked = walk(place, AXES, counts, (situation, parts) => {
    visits++;
    first(situation);
    const held = holds(situation);
    countAt(counts, held ? 1 : 0);
    if (held)
      smallest = Math.min(
        smallest,
        parts.reduce((sum, { size }) => sum + size, 0),
      );
  });
  return { counts, visits, smallest, ...walked };
}

/** Looks at everything, so that nothing is left out. */
const readAll = (situation: Situation) => JSON.stringify({ ...situation });

const isHolding = ({ company }: Situation) => /holding/i.test(company.name ?? '');

describe('the walk over the fact space', () => {
  it.each<[string, (situation: Situation) => boolean]>([
    ['nothing', () => true],
    ['one field', ({ clarified }) => clarified],
    ['a field only where another says so', ({ growth, clarified }) => growth && !clarified],
    ['the last axis alone', isHolding],
    ['one fact of the company', ({ company }) => company.advertisingProtected === true],
    ['whether a fact is there', ({ company }) => 'form' in company],
    ['the company as a whole', ({ company }) => Object.keys(company).length > 1],
    ['a copy of the company', ({ company }) => ({ ...company }).form !== undefined],
    [
      'the stage, and the first or the last axis by it',
      (s) => (s.stage === 'established' ? s.growth : isHolding(s)),
    ],
  ])('counts the same for a rule that reads %s as by looking at everything', (_, holds) => {
    const { visits, ...least } = counted(holds);
    const { visits: all, ...whole } = counted(holds, readAll);
    expect(least).toEqual(whole);
    expect(all).toBe(whole.situations);
    expect(visits).toBeLessThan(all);
  });
});

import type { TriageFacts } from '../facts.ts';
import { readSituation, type Situation } from '../situation.ts';
import { STAGE_FACTS, sizeOf, TODAY, type TriedPlace, together } from './fact-space.ts';

/** Facts with the same reading, represented by the smallest. */
export interface Alike {
  readonly facts: Partial<TriageFacts>;
  readonly size: number;
  readonly read: Partial<Situation>;
}

/** Values of some facts, and the fields of a situation that they affect. */
export interface Axis {
  readonly values: readonly Partial<TriageFacts>[];
  readonly fields: readonly (keyof Situation)[];
}

export interface Walked {
  /** The number of combinations covered. */
  readonly combinations: number;
  /** Situations visited. Values with the same reading are visited once. */
  readonly situations: number;
}

const STAGE: Axis = { values: STAGE_FACTS, fields: ['stage', 'maturity'] };

/** The readings of an axis at a place, beside the `given` facts: one entry per reading, smallest facts first. */
function readings(
  place: TriedPlace,
  given: Partial<TriageFacts>,
  { values, fields }: Axis,
): readonly Alike[] {
  const found = new Map<string, Alike>();
  for (const facts of values) {
    const situation = readSituation(
      { entry: 'phone', municipality: place.municipality, ...together(given, facts) },
      place.settings,
      TODAY,
    );
    const read: Partial<Situation> = Object.fromEntries(fields.map((field) => [field, situation[field]]));
    const key = JSON.stringify(read);
    const size = sizeOf(facts);
    const known = found.get(key);
    if (known === undefined || size < known.size) found.set(key, { facts, size, read });
  }
  return [...found.values()];
}

/**
 * Visits every combination of a stage with one value of each axis. The reading of needs depends on the stage, so every
 * axis is read beside it. `visit` receives the same situation and list of parts each time, modified.
 */
export function walk(
  place: TriedPlace,
  axes: readonly Axis[],
  visit: (situation: Situation, parts: readonly Alike[]) => void,
): Walked {
  const situation = {
    ...readSituation({ entry: 'phone', municipality: place.municipality }, place.settings, TODAY),
  };
  const parts: Alike[] = [];
  let situations = 0;
  for (const stage of readings(place, {}, STAGE)) {
    const choices = [[stage], ...axes.map((axis) => readings(place, stage.facts, axis))];
    const choose = (depth: number) => {
      const choice = choices[depth];
      if (choice === undefined) {
        situations++;
        visit(situation, parts);
        return;
      }
      for (const alike of choice) {
        Object.assign(situation, alike.read);
        parts[depth] = alike;
        choose(depth + 1);
      }
    };
    choose(0);
  }
  const combinations = [STAGE, ...axes].reduce((product, { values }) => product * values.length, 1);
  return { combinations, situations };
}

import type { TriageFacts } from '../facts.ts';
import { readSituation, type Situation } from '../situation.ts';
import { STAGE_FACTS, sizeOf, TODAY, type TriedPlace, together } from './fact-space.ts';

/** Facts that are read alike: the smallest of them. */
export interface Alike {
  readonly facts: Partial<TriageFacts>;
  readonly size: number;
  readonly read: Partial<Situation>;
}

/** Values for some facts, and the fields of a situation that they come to. */
export interface Axis {
  readonly values: readonly Partial<TriageFacts>[];
  readonly fields: readonly (keyof Situation)[];
}

export interface Walked {
  /** Combinations of values. */
  readonly combinations: number;
  /** Situations gone through: values that are read alike are gone through once. */
  readonly situations: number;
}

const STAGE: Axis = { values: STAGE_FACTS, fields: ['stage', 'maturity'] };

/** What an axis comes to at a place, next to facts that are `given`: one entry for each reading, smallest facts first. */
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
 * Goes through every combination of a stage with one value of each axis. How needs are read depends on the stage, so
 * every axis is read next to it. `visit` gets the same situation and the same list of parts each time, changed.
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

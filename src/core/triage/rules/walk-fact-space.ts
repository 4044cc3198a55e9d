import type { TriageFacts } from '../facts.ts';
import { readSituation, type Situation } from '../situation.ts';
import { STAGE_FACTS, sizeOf, TODAY, type TriedPlace, together } from './fact-space.ts';
import { companyField, WatchedSituation } from './watched-situation.ts';

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
  /** Situations covered: combinations with the same reading are one. */
  readonly situations: number;
}

const STAGE: Axis = { values: STAGE_FACTS, fields: ['stage', 'maturity'] };

/** An axis whose values come with their sizes, the smallest first. */
interface SizedAxis {
  readonly values: readonly { readonly facts: Partial<TriageFacts>; readonly size: number }[];
  readonly fields: Axis['fields'];
}

function sized({ values, fields }: Axis): SizedAxis {
  const all = values.map((facts) => ({ facts, size: sizeOf(facts) }));
  return { values: all.toSorted((one, other) => one.size - other.size), fields };
}

/** The readings of an axis at a place, beside the `given` facts: one entry per reading, smallest facts first. */
function readings(
  place: TriedPlace,
  given: Partial<TriageFacts>,
  { values, fields }: SizedAxis,
): readonly Alike[] {
  const found = new Map<string, Alike>();
  for (const { facts, size } of values) {
    const situation = readSituation(
      { entry: 'phone', municipality: place.municipality, ...together(given, facts) },
      place.settings,
      TODAY,
    );
    const read: Partial<Situation> = Object.fromEntries(fields.map((field) => [field, situation[field]]));
    const key = JSON.stringify(read);
    if (!found.has(key)) found.set(key, { facts, size, read });
  }
  return [...found.values()];
}

/** A field by which the readings of an axis differ: which of its values each reading has, numbered. */
interface Difference {
  readonly field: string;
  readonly values: readonly number[];
}

/** The fields by which readings differ. Every fact of a company is a field of its own. */
function differences(alikes: readonly Alike[], fields: Axis['fields']): readonly Difference[] {
  const companyKeys = new Set(alikes.flatMap(({ read }) => Object.keys(read.company ?? {})));
  const all = fields.flatMap((field) =>
    field === 'company'
      ? [...companyKeys].map((key) => ({
          field: companyField(key),
          shown: ({ read }: Alike): unknown => new Map(Object.entries(read.company ?? {})).get(key),
        }))
      : [{ field, shown: ({ read }: Alike): unknown => read[field] }],
  );
  return all.flatMap(({ field, shown }) => {
    const numbers = new Map<string | undefined, number>();
    const values = alikes.map((alike) => {
      const value = JSON.stringify(shown(alike));
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    });
    return numbers.size > 1 ? [{ field, values }] : [];
  });
}

/** Counts that begin at nothing, one for each of a list. */
export function noneOf(list: readonly unknown[]): number[] {
  return list.map(() => 0);
}

/** Counts one more at a place of the list. */
export function countAt(counts: number[], place = 0): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

/** The readings of an axis beside one stage, and the fields by which they differ, each with its bit. */
interface Step {
  readonly alikes: readonly Alike[];
  readonly differ: readonly { readonly bit: number; readonly values: readonly number[] }[];
}

/** The values that a reading has in those of the fields that were read, as one number. */
function numberOf({ differ }: Step, at: number, read: number): number {
  let number = 0;
  for (const { bit, values } of differ)
    if ((read & bit) !== 0) number = number * values.length + (values[at] ?? 0);
  return number;
}

/** What was counted below one reading of an axis. */
interface Counted {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How many more readings go the same way. */
  again: number;
}

/** What was counted below the readings of an axis, by what was read below them and by the values that they have in that. */
class Known {
  readonly #step: Step;
  readonly #counted = new Map<number, Map<number, Counted>>();

  constructor(step: Step) {
    this.#step = step;
  }

  /** What was counted below an earlier reading that agrees with this one in everything that was read below it. */
  of(at: number): Counted | undefined {
    for (const [read, counted] of this.#counted) {
      const same = counted.get(numberOf(this.#step, at, read));
      if (same) return same;
    }
    return undefined;
  }

  add(at: number, read: number, counted: Counted): void {
    const own = this.#step.differ.reduce((bits, { bit }) => bits | bit, 0) & read;
    const alike = this.#counted.get(own) ?? new Map<number, Counted>();
    this.#counted.set(own, alike.set(numberOf(this.#step, at, own), counted));
  }

  /** Adds what was counted once for each further reading that goes the same way. */
  repeatIn(counts: number[]): void {
    for (const alike of this.#counted.values()) {
      for (const { before, after, again } of alike.values()) {
        if (again === 0) continue;
        for (let at = 0; at < counts.length; at++)
          counts[at] = (counts[at] ?? 0) + again * ((after[at] ?? 0) - (before[at] ?? 0));
      }
    }
  }
}

/**
 * Covers every combination of a stage with one value of each axis. The reading of needs depends on the stage, so every
 * axis is read beside it. `visit` must be a function of the situation alone; what it adds to `counts` is counted.
 *
 * It is called once for all situations that differ only in what it did not read: where a reading of an axis agrees with
 * an earlier one in all that was read below that, everything below it goes the same way, and the counts are added again.
 * Readings go from the smallest facts upwards, so the one visited is the smallest. `visit` receives the same situation
 * and list of parts each time, modified.
 */
export function walk(
  place: TriedPlace,
  axes: readonly Axis[],
  counts: number[],
  visit: (situation: Situation, parts: readonly Alike[]) => void,
): Walked {
  const start = readSituation({ entry: 'phone', municipality: place.municipality }, place.settings, TODAY);
  const watched = new WatchedSituation(start);
  const all = axes.map(sized);
  const parts: Alike[] = [];
  let situations = 0;
  for (const stage of readings(place, {}, sized(STAGE))) {
    watched.set(stage.read);
    parts[0] = stage;
    const steps = stepsBeside(place, stage, all, watched);
    situations += steps.reduce((product, { alikes }) => product * alikes.length, 1);
    /** Covers the axes from `depth` on, and returns the bits of all that was read. */
    const cover = (depth: number): number => {
      const step = steps[depth];
      if (step === undefined) {
        watched.read = 0;
        visit(watched.situation, parts);
        return watched.read;
      }
      const known = new Known(step);
      let read = 0;
      for (const [at, alike] of step.alikes.entries()) {
        const same = known.of(at);
        if (same) {
          same.again++;
          continue;
        }
        watched.set(alike.read);
        parts[depth + 1] = alike;
        const before = counts.slice();
        const below = cover(depth + 1);
        known.add(at, below, { before, after: counts.slice(), again: 0 });
        read |= below;
      }
      known.repeatIn(counts);
      return read;
    };
    cover(0);
  }
  const combinations = [STAGE, ...axes].reduce((product, { values }) => product * values.length, 1);
  return { combinations, situations };
}

/** The readings of each axis beside a stage. The fields by which they differ are watched from now on. */
function stepsBeside(
  place: TriedPlace,
  stage: Alike,
  axes: readonly SizedAxis[],
  watched: WatchedSituation,
): readonly Step[] {
  const read = axes.map((axis) => {
    const alikes = readings(place, stage.facts, axis);
    return { alikes, differ: differences(alikes, axis.fields) };
  });
  const bits = watched.watch([...new Set(read.flatMap(({ differ }) => differ.map(({ field }) => field)))]);
  return read.map(({ alikes, differ }) => ({
    alikes,
    differ: differ.map(({ field, values }) => ({ values, bit: bits.get(field) ?? 0 })),
  }));
}

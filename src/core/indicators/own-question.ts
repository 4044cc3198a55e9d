import type { OrganisationId } from '../organisation.ts';
import type { CaseRecord } from './case-record.ts';
import type { CountedCase } from './counted-case.ts';
import type { OwnCase } from './own-case.ts';
import type { FigureQuestion } from './question.ts';

/**
 * What own figures are counted for: nobody (everybody's), one organisation (what it takes part in), or a pair of offices
 * (what is between the two).
 */
export interface OwnQuestion extends Pick<FigureQuestion, 'period' | 'asOf'> {
  readonly sides: readonly OrganisationId[];
}

/** A question with the Danish day of an instant in milliseconds. */
export interface Counting extends OwnQuestion {
  readonly dayOf: (ms: number) => string;
}

/** A case with everything that is known of it at the moment of counting. */
export interface KnownCase {
  readonly counted: CountedCase;
  readonly own: OwnCase;
  readonly record: CaseRecord;
}

/** Whether what happens between offices is counted: between the pair, at the organisation, or anywhere. */
export function concerns(sides: readonly OrganisationId[], offices: readonly string[]): boolean {
  if (sides.length === 0) return true;
  return sides.length === 1
    ? offices.some((one) => one === sides[0])
    : offices.length > 1 && offices.every((one) => sides.some((side) => side === one));
}

/** Whether what one office does alone is counted. */
export function isSide(sides: readonly OrganisationId[], office: string): boolean {
  return sides.length === 0 || sides.some((side) => side === office);
}

/** What was counted by key, largest first, then by key. */
export function byNumber<T>(
  counts: ReadonlyMap<string, T>,
  numberOf: (one: T) => number,
): readonly (readonly [string, T])[] {
  return [...counts].sort(([a, one], [b, other]) => numberOf(other) - numberOf(one) || (a < b ? -1 : 1));
}

import type { IntakeValues } from '../intake/draft.ts';
import type { ActorRef } from '../person.ts';
import type { Decision } from '../triage/decision.ts';

/** What the owner of an open case can correct (registration.md, "Corrections"). */
export const CORRECTABLE = [
  'companyName',
  'cvr',
  'pNumber',
  'municipality',
  'contactName',
  'contactPhone',
  'contactEmail',
  'stage',
  'maturity',
  'founded',
  'segment',
  'areas',
] as const satisfies readonly (keyof IntakeValues)[];
export type CorrectableField = (typeof CORRECTABLE)[number];

/** One corrected value of a case. History holds the event without the values, which may name a person. */
export interface Correction {
  readonly at: string;
  readonly by: ActorRef;
  readonly field: CorrectableField;
  /** The value before, as a form sends it; null where there was none, empty once erased. */
  readonly before: string | null;
}

/** Where a corrected case belongs by the rules, and the rule that says so. The case moves only when a person sends it. */
export type CorrectedDoor = Decision['owner'];

/** A value as a form sends it; null where there is none. */
export function valueText(value: IntakeValues[CorrectableField]): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : value.join(',');
  return text === '' ? null : text;
}

/** The corrections without their old values. */
export function withoutOldValues(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.map((one) => (one.before === null ? one : { ...one, before: '' }));
}

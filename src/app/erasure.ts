import type { ErasureCause } from '../core/case/erase-case.ts';
import type { IntakeValues } from '../core/intake/draft.ts';

/** Whose data: a company by its CVR number, or a person by name, phone number or e-mail address. */
export type Subject =
  | { readonly kind: 'company'; readonly cvr: string }
  | { readonly kind: 'person'; readonly said: string };

/**
 * One erasure, as the journal keeps it outside the store: ids without meaning, and fingerprints in place of what names
 * the company or person. Enough to erase the same again in a store that is older than the erasure.
 */
export interface Erasure {
  readonly id: string;
  readonly at: string;
  readonly cause: ErasureCause;
  /** Cases that were made anonymous. */
  readonly cases: readonly string[];
  /** Cases that lost their contact and what was written. */
  readonly contacts: readonly string[];
  /** Drafts that were deleted. */
  readonly drafts: readonly string[];
  /** Fingerprints of the subject's keys; empty where nobody in particular was meant. */
  readonly subject: readonly string[];
  /** What keeps the erased cases of one company together in the figures. */
  readonly countedAs: string | null;
}

/** An erasure as it is handed to the store, with the subject's keys as they are. */
export type NewErasure = Omit<Erasure, 'id'>;

const digits = (text: string) => text.replace(/\D/g, '').replace(/^(?:0{0,2}45)(?=\d{8}$)/, '');
const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const cvrKey = (cvr: string) => [`cvr:${cvr}`];
const textKey = (text: string | undefined) =>
  text === undefined || folded(text) === '' ? [] : [`text:${folded(text)}`];
const phoneKey = (text: string | undefined) =>
  text === undefined || digits(text).length < 8 ? [] : [`phone:${digits(text)}`];

/** What a subject may be known by in a case or draft. */
export function keysOf(subject: Subject): readonly string[] {
  return subject.kind === 'company'
    ? cvrKey(subject.cvr)
    : [...textKey(subject.said), ...phoneKey(subject.said)];
}

/** What the company and the contact of a case or draft are known by. */
export function keysIn({ cvr, contactName, contactEmail, contactPhone }: IntakeValues): readonly string[] {
  return [
    ...(cvr === undefined ? [] : cvrKey(cvr)),
    ...textKey(contactName),
    ...textKey(contactEmail),
    ...phoneKey(contactPhone),
  ];
}

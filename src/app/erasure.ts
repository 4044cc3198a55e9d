import type { Case } from '../core/case/case.ts';
import type { ErasureCause } from '../core/case/erase-case.ts';
import type { IntakeValues } from '../core/intake/draft.ts';

/** The subject of an erasure: a company by its CVR number, or a person by name, phone number or e-mail address. */
export type Subject =
  | { readonly kind: 'company'; readonly cvr: string }
  | { readonly kind: 'person'; readonly said: string };

/**
 * One erasure as the journal keeps it outside the store: opaque ids, and fingerprints in place of names and numbers.
 * It is enough to repeat the erasure in an older store.
 */
export interface Erasure {
  readonly id: string;
  readonly at: string;
  readonly cause: ErasureCause;
  /** Cases made anonymous. */
  readonly cases: readonly string[];
  /** Cases that lost their contact person and free text. */
  readonly contacts: readonly string[];
  /**
   * Cases that lost their old values and free text, and keep their contact person, who is another. Absent in entries of
   * earlier versions.
   */
  readonly words?: readonly string[] | undefined;
  /** Deleted drafts. */
  readonly drafts: readonly string[];
  /** Outreach contacts that lost at least the words about them. Absent in entries of earlier versions. */
  readonly outreach?: readonly string[] | undefined;
  /** Fingerprints of the subject's keys; empty for an erasure by age, which has no subject. */
  readonly subject: readonly string[];
}

/** An erasure as the use case gives it to the store, with the subject's keys in clear. */
export type NewErasure = Omit<Erasure, 'id'>;

const digits = (text: string) => text.replace(/\D/g, '').replace(/^(?:0{0,2}45)(?=\d{8}$)/, '');
const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const cvrKey = (cvr: string) => [`cvr:${cvr}`];
const textKey = (text: string | undefined) =>
  text === undefined || folded(text) === '' ? [] : [`text:${folded(text)}`];
const phoneKey = (text: string | undefined) =>
  text === undefined || digits(text).length < 8 ? [] : [`phone:${digits(text)}`];

/** The keys that a subject may have in a case or draft. */
export function keysOf(subject: Subject): readonly string[] {
  return subject.kind === 'company'
    ? cvrKey(subject.cvr)
    : [...textKey(subject.said), ...phoneKey(subject.said)];
}

/** The keys of a company: its number, and its name, which may be that of the person who owns it. */
export function namesOfCompany(company: {
  readonly cvr: string | null;
  readonly name: string | null;
}): readonly string[] {
  return [...(company.cvr === null ? [] : cvrKey(company.cvr)), ...textKey(company.name ?? undefined)];
}

/** The keys of the company and the contact in a case or draft. */
export function keysIn({ cvr, contactName, contactEmail, contactPhone }: IntakeValues): readonly string[] {
  return [
    ...(cvr === undefined ? [] : cvrKey(cvr)),
    ...textKey(contactName),
    ...textKey(contactEmail),
    ...phoneKey(contactPhone),
  ];
}

/** The keys of what a case was corrected from. */
export function formerKeysIn({ corrections = [] }: Pick<Case, 'corrections'>): readonly string[] {
  return corrections.flatMap(({ field, before }) => (before === null ? [] : keysIn({ [field]: before })));
}

/** Whether a text that nobody has read into fields holds one of the subject's keys. */
export function isNamedIn(text: string, subject: Subject): boolean {
  const words = folded(text);
  const numbers = text.replace(/[\s.()-]/g, '');
  return keysOf(subject).some((key) => {
    const wanted = key.slice(key.indexOf(':') + 1);
    return key.startsWith('text:') ? words.includes(wanted) : numbers.includes(wanted);
  });
}

const LETTER = '[\\p{L}\\p{N}]';
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a text that somebody wrote names the subject, or one of the further `names`: as a whole, or, for what is no
 * common word (a name of several words, a number, an address), anywhere in it. A first name alone within a sentence may be
 * anybody's.
 */
export function namesSubject(text: string, subject: Subject, names: readonly string[] = []): boolean {
  const words = folded(text);
  return [...keysOf(subject), ...names.flatMap(textKey)].some((key) => {
    const wanted = key.slice(key.indexOf(':') + 1);
    if (!key.startsWith('text:')) return numberIn(wanted).test(text);
    if (words === wanted) return true;
    if (!/[\s@]/.test(wanted)) return false;
    return new RegExp(`(?<!${LETTER})${escaped(wanted)}(?:['’]?s)?(?!${LETTER})`, 'u').test(words);
  });
}

/** A number as somebody may write it, with the country's code or not, and apart from a number that stands beside it. */
function numberIn(digits: string): RegExp {
  const apart = '[\\s.()-]*';
  return new RegExp(`(?<!\\d)(?:(?:\\+|00)?45${apart})?${[...digits].map(escaped).join(apart)}(?!\\d)`);
}

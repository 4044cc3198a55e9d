import { z } from 'zod';
import { isTimeCode } from '../../moment.ts';
import { parseOrganisation } from '../../organisation.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../refusal-codes.ts';
import { MAX_TEXT } from '../../text-limit.ts';
import { TOOLS } from '../../tools.ts';
import { isCalendarDate } from '../../triage/calendar-date.ts';
import {
  ACTORS,
  ANSWER_FORMS,
  APPLICATION_HELPERS,
  AREAS,
  BASES,
  BASIS_SCOPES,
  MATURITIES,
  MEETINGS,
  NO_SERVICE_REASONS,
  REGISTERED_SEGMENTS,
  SEGMENTS,
  SERVICE_FORMS,
  STAGES,
  UPTAKES,
} from '../../vocabulary.ts';
import { FOLLOW_UP_RESULTS, RETURN_REASONS } from '../word-lists.ts';

/** The closed lists whose codes a verb can take. */
export const CODE_LISTS = {
  'return-reason': RETURN_REASONS,
  basis: BASES,
  'basis-scope': BASIS_SCOPES,
  segment: REGISTERED_SEGMENTS,
  actor: ACTORS,
  area: AREAS,
  'answer-form': ANSWER_FORMS,
  'service-form': SERVICE_FORMS,
  meeting: MEETINGS,
  tool: TOOLS,
  'application-help': APPLICATION_HELPERS,
  'no-service': NO_SERVICE_REASONS,
  uptake: UPTAKES,
  stage: STAGES,
  maturity: MATURITIES,
  'company-segment': SEGMENTS,
  'follow-up-result': FOLLOW_UP_RESULTS,
} as const;
export type CodeList = keyof typeof CODE_LISTS;

/** The kind of a field, by which its form input is rendered (`cards/views/verb-form.ts`). */
export type FieldKind =
  | { readonly kind: 'text'; readonly required: boolean; readonly line?: true }
  | { readonly kind: 'organisation' }
  /** An organisation of the case, `us`, or `none`. */
  | { readonly kind: 'party' }
  | { readonly kind: 'flag' }
  /** Yes or no, or nothing where nobody said. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'services' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'words' }
  | { readonly kind: 'date' }
  | { readonly kind: 'code'; readonly list: CodeList; readonly required: boolean }
  | { readonly kind: 'codes'; readonly list: CodeList };

/** The most services registered at one time. */
const MOST_SERVICES = 40;

const kinds = z.registry<FieldKind>();

/** The kind of a verb's field. Throws for a schema that this file did not make. */
export function fieldKindOf(field: z.ZodType): FieldKind {
  const kind = kinds.get(field);
  if (!kind) throw new Error('A field of a verb is made in fields.ts');
  return kind;
}

const refusals: readonly string[] = REFUSAL_CODES;

/** The refusal code in an issue's message. Zod's own messages become `bad-input`. */
export function codeOf(message: string): RefusalCode {
  return refusals.includes(message) ? (message as RefusalCode) : 'bad-input';
}

const because = (code: RefusalCode) => ({ error: code });

const text = z.string(because('bad-input')).trim().max(MAX_TEXT, because('text-too-long'));
const empty = (value: unknown) => (value === '' ? undefined : value);

/** A verb without inputs. */
export const NO_INPUTS = z.object({});

/** A required text; `line` limits it to one line. */
export function needed(code: RefusalCode, more: { readonly line?: true } = {}) {
  return z
    .preprocess((value) => value ?? '', text.min(1, because(code)))
    .register(kinds, { kind: 'text', required: true, ...more });
}

/** An optional text, null where it is left out. */
export function optional({ max = MAX_TEXT, ...more }: { readonly line?: true; readonly max?: number } = {}) {
  return text
    .max(max, because('text-too-long'))
    .optional()
    .transform((value) => value || null)
    .register(kinds, { kind: 'text', required: false, ...more });
}

/** A value that the verb reads itself: undefined where it is left out, empty where it was taken away. */
export function given() {
  return text.optional().register(kinds, { kind: 'text', required: false, line: true });
}

/** The same of a value that a form lets one choose from a closed list. */
export function chosenOf(list: CodeList, count: 'one' | 'several') {
  return text
    .optional()
    .register(kinds, count === 'one' ? { kind: 'code', list, required: false } : { kind: 'codes', list });
}

/** An organisation by its id. */
export function organisation() {
  return z
    .preprocess((value) => value ?? '', z.string().trim())
    .transform((value, context) => {
      const found = parseOrganisation(value);
      if (found) return found;
      const message: RefusalCode = value === '' ? 'organisation-needed' : 'unknown-organisation';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .register(kinds, { kind: 'organisation' });
}

/** A boolean, false where it is left out. */
export function flag() {
  return z
    .enum(['true', 'false', ''], because('not-yes-or-no'))
    .optional()
    .transform((value) => value === 'true')
    .register(kinds, { kind: 'flag' });
}

/** Yes or no, undefined where nobody said. */
export function yesOrNo() {
  return z
    .preprocess(empty, z.enum(['true', 'false'], because('not-yes-or-no')).optional())
    .transform((value) => (value === undefined ? undefined : value === 'true'))
    .register(kinds, { kind: 'answer' });
}

/** The most hours that one registration can hold. */
const MOST_HOURS = 500;

/** Hours in quarters (`2.5`), or undefined. */
export function hours() {
  const quarters = (value: number) => value > 0 && value <= MOST_HOURS && Number.isInteger(value * 4);
  const typed = z
    .string()
    .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/, because('not-hours'))
    .transform((value) => Number(value.replace(',', '.')))
    .refine(quarters, because('not-hours'));
  return z.preprocess(empty, typed.optional()).register(kinds, { kind: 'hours' });
}

/** An organisation of the case that does something: its id, `us` for the actor's own, `none` for nobody. */
export function party() {
  const named = z
    .string()
    .trim()
    .transform((value, context) => {
      if (value === 'us' || value === 'none') return value;
      const found = parseOrganisation(value);
      if (found) return found;
      context.addIssue({ code: 'custom', message: because('unknown-organisation').error });
      return z.NEVER;
    });
  return z.preprocess(empty, named.optional()).register(kinds, { kind: 'party' });
}

const list = z
  .string()
  .optional()
  .transform((value) =>
    (value ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

/** Words separated by commas. */
export function words() {
  return list.pipe(z.array(text)).register(kinds, { kind: 'words' });
}

/** The names of services, separated by commas. Which names there are, the verb says (`given-services.ts`). */
export function services() {
  return list.pipe(z.array(text).max(MOST_SERVICES, because('too-many-services'))).register(kinds, {
    kind: 'services',
  });
}

/** Codes of a closed list, separated by commas. `most` limits their number, with the refusal of more. */
export function codesOf<List extends CodeList>(
  of: List,
  code: RefusalCode,
  most?: { readonly max: number; readonly code: RefusalCode },
) {
  const codes = z.array(z.enum(CODE_LISTS[of], because(code)));
  return list
    .pipe(most ? codes.max(most.max, because(most.code)) : codes)
    .register(kinds, { kind: 'codes', list: of });
}

/** One code of a closed list. */
export function oneOf<List extends CodeList>(of: List, code: RefusalCode) {
  return z.enum(CODE_LISTS[of], because(code)).register(kinds, { kind: 'code', list: of, required: true });
}

/** An optional code of a closed list, or undefined. */
export function maybeOneOf<List extends CodeList>(of: List, code: RefusalCode) {
  return z
    .preprocess(empty, z.enum(CODE_LISTS[of], because(code)).optional())
    .register(kinds, { kind: 'code', list: of, required: false });
}

/** A code of a closed list that a form must choose; undefined where a typed line leaves it out. */
export function oneOfOrKnown<List extends CodeList>(of: List, code: RefusalCode) {
  return z
    .enum(CODE_LISTS[of], because(code))
    .optional()
    .register(kinds, { kind: 'code', list: of, required: true });
}

/** A register's number in any usual notation; undefined where it is left out. */
export function number(
  normalise: (typed: string) => string,
  isOne: (normal: string) => boolean,
  code: RefusalCode,
) {
  return z
    .preprocess(empty, z.string().transform(normalise).refine(isOne, because(code)).optional())
    .register(kinds, { kind: 'text', required: false, line: true });
}

/** The time of a moment (`moment.ts`), null where it is left out. */
export function time(code: RefusalCode) {
  return z
    .preprocess(empty, z.string().trim().refine(isTimeCode, because(code)).optional())
    .transform((value) => value ?? null)
    .register(kinds, { kind: 'text', required: false, line: true });
}

/** An ISO date, or undefined. */
export function date() {
  return z
    .preprocess(empty, z.string().trim().refine(isCalendarDate, because('not-a-date')).optional())
    .register(kinds, { kind: 'date' });
}

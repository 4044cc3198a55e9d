import { z } from 'zod';
import { isCvrNumber } from '../cvr-number.ts';
import { isMunicipalityCode } from '../municipalities.ts';
import { actorOf, parseOrganisation } from '../organisation.ts';
import {
  AREAS,
  DEPTHS,
  DIRECTIONS,
  ENTRIES,
  MATURITIES,
  OWNER_ACTORS,
  SEGMENTS,
  STAGES,
} from '../vocabulary.ts';
import { isCalendarDate } from './calendar-date.ts';
import type { TriageFacts } from './facts.ts';

/** A problem with a part of the facts: its path, and what would be right. */
interface FactProblem {
  /** `company.cvr`, `needs.0.area`; empty for the whole. */
  readonly path: string;
  readonly problem: string;
}

export type ParsedFacts =
  | { readonly ok: true; readonly facts: TriageFacts }
  | { readonly ok: false; readonly problems: readonly FactProblem[] };

/** The most characters of a fact, in which no more than a name or a short remark belongs. */
const MAX_TEXT = 400;
const MAX_NEEDS = 40;

const text = z
  .string()
  // A character outside the basic plane has two units but counts once.
  .refine((value) => value.length <= MAX_TEXT || [...value].length <= MAX_TEXT, {
    error: `must be at most ${MAX_TEXT} characters long`,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, { error: 'must hold no control characters' });

const count = z
  .number({ error: 'must be a whole number from 0' })
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'must be a whole number from 0' });
const amount = z
  .number({ error: 'must be an amount from 0' })
  .refine((value) => Number.isFinite(value) && value >= 0, { error: 'must be an amount from 0' });
const date = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date in the calendar, written YYYY-MM-DD' });

const organisation = z.string().transform((value, context) => {
  const found = parseOrganisation(value);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: 'must be an existing organisation: les-<municipality code> or ehm-<name>',
  });
  return z.NEVER;
});

const owner = z
  .strictObject({
    actor: z.enum(OWNER_ACTORS),
    organisation: z.union([z.literal('digital'), organisation], {
      error: 'must be an existing organisation: les-<municipality code>, ehm-<name> or digital',
    }),
  })
  .refine(
    (value) =>
      value.actor === 'digital'
        ? value.organisation === 'digital'
        : value.organisation !== 'digital' && actorOf(value.organisation) === value.actor,
    { error: 'actor must agree with organisation' },
  );

const schema = z.strictObject({
  entry: z.enum(ENTRIES),
  municipality: z
    .string({ error: 'must be an existing three-digit municipality code, as text' })
    .refine(isMunicipalityCode, { error: 'must be an existing three-digit municipality code' }),
  direction: z.enum(DIRECTIONS).optional(),
  entryOrganisation: organisation.optional(),
  stage: z.enum(STAGES).optional(),
  maturity: z.enum(MATURITIES).optional(),
  segment: z.enum(SEGMENTS).optional(),
  crisis: z.boolean().optional(),
  clarified: z.boolean().optional(),
  company: z
    .strictObject({
      cvr: text
        .refine(isCvrNumber, { error: 'must be a CVR number: eight digits whose check (modulus 11) holds' })
        .optional(),
      name: text.optional(),
      form: text.optional(),
      founded: date.optional(),
      employees: count.optional(),
      turnoverDkk: amount.optional(),
      externalFundingDkk: amount.optional(),
      advertisingProtected: z.boolean().optional(),
    })
    .optional(),
  needs: z
    .array(z.strictObject({ area: z.enum(AREAS), depth: z.enum(DEPTHS).optional() }))
    .max(MAX_NEEDS, { error: `must be at most ${MAX_NEEDS} needs` })
    .optional(),
  history: z
    .strictObject({
      returns: count.optional(),
      openCase: z
        .strictObject({ id: text.min(1, { error: 'must not be empty' }), owner })
        .nullable()
        .optional(),
    })
    .optional(),
  today: date.optional(),
});

/**
 * Parses triage facts (contracts, "Triage facts"). Refuses the cases listed under "Bad input" in the policy, by path
 * and reason. A founding date after `today` (ISO date; `facts.today` wins) is refused.
 */
export function parseFacts(input: unknown, today: string): ParsedFacts {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, input)) };
  const facts: TriageFacts = parsed.data;
  const founded = facts.company?.founded;
  if (founded !== undefined && founded > (facts.today ?? today)) {
    return { ok: false, problems: [{ path: 'company.founded', problem: 'must not be in the future' }] };
  }
  return { ok: true, facts };
}

/** Names of JSON types for people who write facts by hand. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
};

function problemsOf(issue: z.core.$ZodIssue, input: unknown): FactProblem[] {
  const path = issue.path.join('.');
  const required = valueAt(input, issue.path) === undefined ? 'is required: ' : '';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path === '' ? shown(key) : `${path}.${shown(key)}`,
        problem: 'is not a known key',
      }));
    case 'invalid_value':
      return [{ path, problem: `${required}must be one of ${issue.values.join(', ')}` }];
    case 'invalid_type': {
      const { message, expected } = issue;
      const must = message.startsWith('must') ? message : `must be ${TYPE_WORDS[expected] ?? expected}`;
      return [{ path, problem: required + must }];
    }
    default:
      return [{ path, problem: issue.message }];
  }
}

/** A key shortened and escaped for a one-line message. */
function shown(key: string): string {
  const quoted = JSON.stringify(key).slice(1, -1);
  return quoted.length > 60 ? `${quoted.slice(0, 60)}…` : quoted;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) value = Object(value)[key];
  return value;
}

import { z } from 'zod';
import { CASE_STATUSES, HANDOVER_STATES } from '../case/word-lists.ts';
import { isMunicipalityCode } from '../municipalities.ts';
import { parseOrganisation } from '../organisation.ts';
import { isCalendarDate } from '../triage/calendar-date.ts';
import {
  ANSWER_FORMS,
  AREAS,
  DEPTHS,
  DIRECTIONS,
  ENTRIES,
  MATURITIES,
  REGISTERED_SEGMENTS,
  SERVICE_FORMS,
  STAGES,
  TRIGGERS,
} from '../vocabulary.ts';

/** The shape in which cases are registered, exported and counted (`indgang cases export --full`). */

const HANDOVER_KINDS = ['transfer', 'joint'] as const;
const MAX_TEXT = 400;

const text = z
  .string()
  .min(1, { error: 'must not be empty' })
  .max(MAX_TEXT, { error: `must be at most ${MAX_TEXT} characters long` });
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const flag = z.boolean({ error: 'must be true or false' });
const day = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date in the calendar, written YYYY-MM-DD' });
const instant = z.iso.datetime({
  offset: true,
  error: 'must be an instant such as 2026-11-20T09:00:00Z',
});
const organisation = z.string().transform((value, context) => {
  const found = parseOrganisation(value);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: 'must be an existing organisation: les-<municipality code> or ehm-<name>',
  });
  return z.NEVER;
});

const company = z.object({
  cvr: text.nullish(),
  key: text.nullish(),
  pNumber: text.nullish(),
  municipality: z.string().refine(isMunicipalityCode, { error: 'must be an existing municipality code' }),
  stage: oneOf(STAGES),
  maturity: oneOf(MATURITIES).nullish(),
  segment: oneOf(REGISTERED_SEGMENTS).nullish(),
});

const enquiry = z.object({
  at: instant,
  entry: oneOf(ENTRIES).nullish(),
  direction: oneOf(DIRECTIONS),
  channel: oneOf(ANSWER_FORMS).nullish(),
  trigger: oneOf(TRIGGERS).nullish(),
  referredBy: text.nullish(),
  needs: z.array(oneOf(AREAS)).nullish(),
  receivedBy: organisation,
  /** Null where no promise is kept for the contact. */
  dueAt: instant.nullable(),
  answeredAt: instant.nullable(),
  answeredBy: organisation.nullish(),
  how: oneOf(ANSWER_FORMS).nullish(),
  void: flag,
});

const handover = z
  .object({
    from: organisation,
    to: organisation,
    kind: oneOf(HANDOVER_KINDS),
    offeredAt: instant,
    state: oneOf(HANDOVER_STATES),
    decidedAt: instant.nullish(),
    reasonCode: text.nullish(),
  })
  .refine(({ state, decidedAt }) => state !== 'accepted' || typeof decidedAt === 'string', {
    path: ['decidedAt'],
    error: 'must be there where the state is accepted',
  });

const service = z.object({
  service: text,
  by: organisation,
  on: day,
  form: oneOf(SERVICE_FORMS),
  meeting: text.nullish(),
  hours: z.number({ error: 'must be a number of hours' }).min(0, { error: 'must be from 0' }).nullish(),
  programme: text.nullish(),
  growthCourse: flag.nullish(),
  tools: z.array(text).optional(),
  applicationHelp: text.nullish(),
  /** The local office in whose place the Erhvervshus gave it. */
  asLes: organisation.nullish(),
});

const outcome = z.object({
  closedAt: instant,
  actionPlan: flag.nullish(),
  followUpOn: day.nullish(),
  followUpBy: text.nullish(),
  enrolled: flag.nullish(),
  enrolledOn: day.nullish(),
  actionPlanOn: day.nullish(),
  noService: text.nullish(),
});

const caseRecord = z.object({
  caseId: text,
  status: oneOf(CASE_STATUSES),
  createdAt: instant,
  /** `digital`, or an organisation. */
  owner: z.union([z.literal('digital'), organisation], {
    error: 'must be digital or an existing organisation',
  }),
  crmCurrent: flag,
  company,
  needs: z.array(z.object({ area: oneOf(AREAS), depth: oneOf(DEPTHS).nullish() })).default([]),
  enquiries: z.array(enquiry),
  handovers: z.array(handover),
  services: z.array(service),
  referrals: z.array(
    z.object({ actor: text, by: organisation, on: day, uptake: text.nullish(), askedOn: day.nullish() }),
  ),
  selfHelp: z.array(
    z.object({ tool: text, on: day, by: organisation.nullish(), focus: z.array(text).optional() }),
  ),
  outcome: outcome.nullish(),
});

/** A case as it is registered: instants in UTC, days as Danish dates. */
export type CaseRecord = z.output<typeof caseRecord>;

type ParsedRecord =
  | { readonly ok: true; readonly record: CaseRecord }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads one record from JSON. The problem names each faulty value by its path: `enquiries.0.at: must be an instant`.
 * Unknown keys are left out, so that the record of a later version can be read.
 */
export function parseCaseRecord(json: unknown): ParsedRecord {
  // Without the input, a value of the wrong type looks like a missing one.
  const parsed = caseRecord.safeParse(json, { reportInput: true });
  if (parsed.success) return { ok: true, record: parsed.data };
  const problems = parsed.error.issues.map(({ path, code, message, ...issue }) => {
    const missing = code === 'invalid_type' && issue.input === undefined && !message.startsWith('must');
    const said = message.startsWith('must') ? message : missing ? 'is missing' : 'has the wrong type';
    return path.length === 0 ? 'must be a case record (an object)' : `${path.join('.')}: ${said}`;
  });
  return { ok: false, problem: problems.join('; ') };
}

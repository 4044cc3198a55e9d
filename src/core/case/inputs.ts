import { z } from 'zod';
import type { CaseVerb, RawInput } from '../command.ts';
import { isCvrNumber, isPNumber, normaliseCvr } from '../cvr-number.ts';
import { parseOrganisation } from '../organisation.ts';
import { isCalendarDate } from '../triage/calendar-date.ts';
import { ACTORS, AREAS, BASES, REGISTERED_SEGMENTS } from '../vocabulary.ts';
import { RETURN_REASONS } from './case.ts';

/** Every text that a person may write about a case; long enough for a call's notes. */
const MAX_TEXT = 4_000;

/** Name, phone and mail of whoever was in contact. */
const MAX_CONTACT = 1_000;
const MAX_AREAS = 40;

const text = z.string().trim().max(MAX_TEXT, { error: 'text-too-long' });
const required = (code: string) => z.preprocess((value) => value ?? '', text.min(1, { error: code }));
const optional = text.optional().transform((value) => (value === undefined || value === '' ? null : value));
const organisation = z
  .preprocess((value) => value ?? '', z.string().trim())
  .transform((value, context) => {
    const found = parseOrganisation(value);
    if (found) return found;
    context.addIssue({
      code: 'custom',
      message: value === '' ? 'organisation-needed' : 'unknown-organisation',
    });
    return z.NEVER;
  });
const flag = z
  .enum(['true', 'false', ''], { error: 'not-yes-or-no' })
  .optional()
  .transform((value) => value === 'true');
const list = z
  .string()
  .optional()
  .transform((value) =>
    (value ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
const filled = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const nothing = z.object({});

/** The inputs of every verb on a case. A message is the code of the refusal. */
export const CASE_INPUTS = {
  'handover.accept': nothing,
  'handover.return': z.object({
    reasonCode: z.enum(RETURN_REASONS, { error: 'return-reason-needed' }),
    reason: required('reason-needed'),
  }),
  'handover.ask': z.object({ text: required('question-needed') }),
  'handover.answer': z.object({ text: required('answer-needed') }),
  'handover.forward': z.object({ organisation, reason: required('reason-needed') }),
  'handover.advise': z.object({ text: required('advice-needed') }),
  'handover.withdraw': nothing,
  'handover.offer': z.object({
    organisation,
    reason: optional,
    consent: filled(z.enum(BASES, { error: 'unknown-basis' })),
  }),
  'case.contacted': z.object({ note: optional }),
  'case.assign': z.object({ person: required('person-needed') }),
  'case.close': z.object({
    services: list,
    referredTo: list.pipe(z.array(z.enum(ACTORS, { error: 'unknown-actor' }))),
    selfHelpUsed: flag,
    segment: z.enum(REGISTERED_SEGMENTS, { error: 'segment-needed' }),
    actionPlan: optional,
    note: optional,
    followUpOn: filled(z.string().trim().refine(isCalendarDate, { error: 'not-a-date' })),
    cvr: filled(z.string().transform(normaliseCvr).refine(isCvrNumber, { error: 'not-a-cvr' })),
    pNumber: filled(
      z
        .string()
        .transform((value) => value.replace(/\s/g, ''))
        .refine(isPNumber, { error: 'not-a-p-number' }),
    ),
  }),
  'case.wait': z.object({ note: optional }),
  'case.continue': nothing,
  'case.reopen': z.object({ reason: required('reason-needed') }),
  'case.withdraw': z.object({ reason: required('reason-needed') }),
  'case.mark-error': z.object({ reason: required('reason-needed') }),
  'case.invite': z.object({ organisation, reason: optional }),
  'case.leave': nothing,
  'case.settle': z.object({ organisation, reason: optional, joint: flag }),
  'case.basis': z.object({ kind: z.enum(BASES, { error: 'unknown-basis' }) }),
  'case.withdraw-basis': nothing,
  'case.add-contact': z.object({
    text: optional,
    areas: list.pipe(
      z.array(z.enum(AREAS, { error: 'unknown-area' })).max(MAX_AREAS, { error: 'too-many-areas' }),
    ),
    person: filled(z.string().trim().max(MAX_CONTACT, { error: 'text-too-long' })).transform(
      (value) => value ?? null,
    ),
  }),
  'followup.accept': nothing,
  'followup.decline': z.object({ reason: required('reason-needed') }),
} as const satisfies Readonly<Record<CaseVerb, z.ZodType>>;

export type CaseInput<Verb extends CaseVerb> = z.output<(typeof CASE_INPUTS)[Verb]>;

/** What is wrong with the inputs of a verb: the field and the code of the refusal. */
export interface InputProblem {
  readonly field: string;
  readonly code: string;
}

/** Reads a verb's inputs; problems name the field and a refusal code, and lose nothing that was typed. */
export function readCaseInput<Verb extends CaseVerb>(
  verb: Verb,
  input: RawInput,
):
  | { readonly ok: true; readonly value: CaseInput<Verb> }
  | { readonly ok: false; readonly problems: readonly InputProblem[] } {
  const parsed = CASE_INPUTS[verb].safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data as CaseInput<Verb> };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      code: issue.message,
    })),
  };
}

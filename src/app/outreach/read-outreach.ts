import type { Command } from '../../core/command.ts';
import { isPNumber } from '../../core/cvr-number.ts';
import type { FieldProblem } from '../../core/intake/draft.ts';
import { type OrganisationId, parseOrganisation } from '../../core/organisation.ts';
import {
  OUTREACH_FORMS,
  OUTREACH_OUTCOMES,
  type OutreachForm,
  type OutreachInput,
  type OutreachOutcome,
} from '../../core/outreach/outreach.ts';
import type { RefusalCode } from '../../core/refusal-codes.ts';
import type { Refusal } from '../../core/result.ts';
import { MAX_TEXT } from '../../core/text-limit.ts';
import { isCalendarDate } from '../../core/triage/calendar-date.ts';
import { AREAS, SEGMENTS } from '../../core/vocabulary.ts';
import { type Turn, today } from '../turn.ts';

export type OutreachCommand = Extract<Command, { name: 'outreach' }>;

/** What was done, as it was typed. */
export interface TypedContact {
  readonly on: string;
  readonly form: OutreachForm;
  readonly outcome: OutreachOutcome;
  readonly jointly: readonly OrganisationId[];
  readonly note: string | null;
}

const TEXTS: readonly OutreachInput[] = ['need', 'note', 'reason'];

/** The values of an outreach command that cannot be read, by field; the first is what a person is told. */
export function problemsOf(turn: Turn, { input }: OutreachCommand): readonly FieldProblem[] {
  const day = today(turn);
  const bad = (field: OutreachInput, code: RefusalCode | null, params?: Refusal['params']) =>
    code === null || !input[field]
      ? []
      : [{ field, refusal: params ? { code, params } : { code }, typed: input[field] ?? '' }];
  const { plannedOn = '', on = '', form = '', outcome = '', pNumber = '', segment = '' } = input;
  const unknown = <Code extends string>(typed: string, codes: readonly Code[]) =>
    typed !== '' && !codes.some((code) => code === typed);
  const jointly = (input.jointly ?? '').split(',').filter((one) => one.trim() !== '');
  const stranger = jointly.find((one) => parseOrganisation(one.trim()) === undefined);
  const area = (input.areas ?? '')
    .split(',')
    .find((one) => one !== '' && !AREAS.some((known) => known === one));
  return [
    ...TEXTS.flatMap((field) =>
      bad(field, (input[field]?.length ?? 0) > MAX_TEXT ? 'text-too-long' : null, {
        max: MAX_TEXT,
        length: input[field]?.length ?? 0,
      }),
    ),
    ...bad('plannedOn', dateProblem(plannedOn, 'date-passed', plannedOn < day)),
    ...bad('on', dateProblem(on, 'date-in-future', on > day)),
    ...bad('form', unknown(form, OUTREACH_FORMS) ? 'unknown-outreach-form' : null),
    ...bad('outcome', unknown(outcome, OUTREACH_OUTCOMES) ? 'unknown-outreach-outcome' : null),
    ...bad('segment', unknown(segment, SEGMENTS) ? 'unknown-segment' : null),
    ...bad('pNumber', isPNumber(pNumber) ? null : 'not-a-p-number'),
    ...bad('jointly', stranger === undefined ? null : 'unknown-organisation', {
      organisation: stranger?.trim() ?? '',
    }),
    ...bad('areas', area === undefined ? null : 'unknown-area', { area: area ?? '' }),
  ];
}

function dateProblem(
  typed: string,
  code: 'date-passed' | 'date-in-future',
  isWrong: boolean,
): RefusalCode | null {
  if (typed === '') return null;
  if (!isCalendarDate(typed)) return 'not-a-date';
  return isWrong ? code : null;
}

/** What was done, by the inputs of a command without problems; null while the outcome is not said. A visit today is assumed. */
export function contactIn(turn: Turn, { input }: OutreachCommand): TypedContact | null {
  const outcome = OUTREACH_OUTCOMES.find((code) => code === input.outcome);
  if (!outcome) return null;
  return {
    on: input.on || today(turn),
    form: OUTREACH_FORMS.find((code) => code === input.form) ?? 'visit',
    outcome,
    jointly: (input.jointly ?? '').split(',').flatMap((one) => parseOrganisation(one.trim()) ?? []),
    note: [input.note, input.reason].flatMap((text) => text?.trim() || []).join('; ') || null,
  };
}

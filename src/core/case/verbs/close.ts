import { z } from 'zod';
import { isCvrNumber, isPNumber, normaliseCvr } from '../../cvr-number.ts';
import { ok, refuse } from '../../result.ts';
import type { RegisteredSegment } from '../../vocabulary.ts';
import type { Case } from '../case.ts';
import { refOf } from '../case-change.ts';
import { closingOf } from './closing.ts';
import { followUpOf } from './closing-follow-up.ts';
import { post, REFRESH, SAVE, tellWhereFrom } from './common-steps.ts';
import {
  codesOf,
  date,
  flag,
  maybeOneOf,
  number,
  oneOfOrKnown,
  optional,
  party,
  words,
  yesOrNo,
} from './fields.ts';
import { SERVICE_INPUTS } from './given-services.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/**
 * The owner closes an answered case with the data for the shared CRM: what was done since it was last registered, or why
 * no service was given, and who follows up.
 */
export const close = verb({
  from: ['answered', 'waiting-company'],
  who: servesForOwner,
  inputs: z.object({
    ...SERVICE_INPUTS,
    noService: maybeOneOf('no-service', 'not-in-list'),
    noServiceWhy: optional({ line: true }),
    referredTo: codesOf('actor', 'unknown-actor'),
    selfHelp: codesOf('tool', 'not-in-list'),
    selfHelpUsed: flag(),
    focus: words(),
    segment: oneOfOrKnown('segment', 'segment-needed'),
    cvr: number(normaliseCvr, isCvrNumber, 'not-a-cvr'),
    pNumber: number((typed) => typed.replace(/\s/g, ''), isPNumber, 'not-a-p-number'),
    actionPlan: optional(),
    actionPlanOn: date(),
    noActionPlan: optional(),
    followUpBy: party(),
    followUpOn: date(),
    noFollowUp: optional(),
    enrolled: yesOrNo(),
    enrolledOn: date(),
    note: optional(),
  }),
  whyNotYet: ({ id, status }) =>
    status === 'open' ? { code: 'answer-first', params: { caseId: id } } : null,
  does: (kase, { cvr: typedCvr, pNumber: typedP, ...input }, by, context) => {
    const { values } = kase;
    if (values.cvr !== undefined && typedCvr !== undefined && typedCvr !== values.cvr) {
      return refuse('cvr-differs', { field: 'cvr', cvr: values.cvr });
    }
    const cvr = values.cvr ?? typedCvr;
    if (cvr === undefined && values.stage !== 'pre-starter') return refuse('cvr-needed', { field: 'cvr' });
    const segment = input.segment ?? knownSegment(kase);
    if (kase.priority === 'urgent' && segment === 'operations') {
      return refuse('early-warning-not-operations', { field: 'segment' });
    }
    const closing = closingOf(kase, input, by, context);
    if (!closing.ok) return closing;
    const followed = followUpOf(kase, input, context);
    if (!followed.ok) return followed;
    const followUp = followed.value;
    const { case: registered, details, services: names, referredTo, selfHelpUsed } = closing.value;
    const { actionPlan, note, noFollowUp } = input;
    return ok({
      case: {
        ...registered,
        values: { ...values, cvr, pNumber: typedP ?? values.pNumber },
        status: 'closed',
        closedAt: context.now,
        outcome: {
          services: names,
          referredTo,
          selfHelpUsed,
          segment,
          actionPlan,
          note,
          followUpOn: followUp?.dueOn ?? null,
          ...details,
          ...(followUp && { followUpBy: followUp.organisation }),
          ...(noFollowUp !== null && { noFollowUp }),
          closedBy: refOf(by),
        },
        followUp,
        // The next form after a reopening proposes nothing of a closing that another one replaced.
        ...(kase.retracted && { retracted: null }),
      },
      event: {
        type: 'closed',
        segment,
        selfHelpUsed,
        services: names.length,
        referrals: referredTo.length,
        ...(followUp && { followUpBy: followUp.organisation }),
      },
      effects: [
        SAVE,
        REFRESH,
        ...tellWhereFrom(kase, 'case-closed', context),
        ...(followUp?.state === 'proposed' ? [post(followUp.organisation, 'follow-up')] : []),
      ],
    });
  },
});

/** The segment where closing names none: what is known of the company, else not assessed (domain T-17, D-12). */
export function knownSegment({ priority, values, decision }: Case): RegisteredSegment {
  if (priority === 'urgent') return 'early-warning';
  if ((values.stage ?? decision.stage) === 'pre-starter') return 'not-relevant';
  const { segment } = values;
  return segment === undefined || segment === 'unknown' ? 'not-assessed' : segment;
}

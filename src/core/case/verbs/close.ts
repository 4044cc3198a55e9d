import { z } from 'zod';
import { isCvrNumber, isPNumber, normaliseCvr } from '../../cvr-number.ts';
import { danishDate } from '../../danish-date.ts';
import { addElapsed } from '../../promise/clock.ts';
import { ok, refuse } from '../../result.ts';
import { mayShare, referringLes } from '../derived.ts';
import { post, REFRESH, SAVE } from './common-steps.ts';
import { codesOf, date, flag, number, oneOf, optional, words } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Days until follow-up where closing names no date. */
const FOLLOW_UP_DAYS = 28;

/**
 * The owner closes an answered case with the data for the shared CRM. Follow-up goes to the office that the case came
 * from.
 */
export const close = verb({
  from: ['answered', 'waiting-company'],
  who: servesForOwner,
  inputs: z.object({
    services: words(),
    referredTo: codesOf('actor', 'unknown-actor'),
    selfHelpUsed: flag(),
    segment: oneOf('segment', 'segment-needed'),
    actionPlan: optional(),
    note: optional(),
    followUpOn: date(),
    cvr: number(normaliseCvr, isCvrNumber, 'not-a-cvr'),
    pNumber: number((typed) => typed.replace(/\s/g, ''), isPNumber, 'not-a-p-number'),
  }),
  whyNotYet: ({ id, status }) =>
    status === 'open' ? { code: 'answer-first', params: { caseId: id } } : null,
  does: (kase, { followUpOn, cvr: typedCvr, pNumber: typedP, ...input }, _, context) => {
    const { values } = kase;
    if (values.cvr !== undefined && typedCvr !== undefined && typedCvr !== values.cvr) {
      return refuse('cvr-differs', { field: 'cvr', cvr: values.cvr });
    }
    const cvr = values.cvr ?? typedCvr;
    if (cvr === undefined && values.stage !== 'pre-starter') return refuse('cvr-needed', { field: 'cvr' });
    if (kase.priority === 'urgent' && input.segment === 'operations') {
      return refuse('early-warning-not-operations', { field: 'segment' });
    }
    const office = referringLes(kase);
    if (office && input.actionPlan === null) return refuse('action-plan-needed', { field: 'actionPlan' });
    if (followUpOn !== undefined && followUpOn < danishDate(context.now)) {
      return refuse('date-passed', { field: 'followUpOn' });
    }
    const dueOn = followUpOn ?? danishDate(addElapsed(context.now, FOLLOW_UP_DAYS * 24));
    const followUp =
      office && mayShare(kase) ? { organisation: office, dueOn, state: 'proposed' as const } : null;
    const { segment, selfHelpUsed, services, referredTo } = input;
    return ok({
      case: {
        ...kase,
        values: { ...values, cvr, pNumber: typedP ?? values.pNumber },
        status: 'closed',
        closedAt: context.now,
        outcome: { ...input, followUpOn: followUp?.dueOn ?? followUpOn ?? null },
        followUp,
      },
      event: {
        type: 'closed',
        segment,
        selfHelpUsed,
        services: services.length,
        referrals: referredTo.length,
      },
      effects: [SAVE, REFRESH, ...(followUp ? [post(followUp.organisation, 'follow-up')] : [])],
    });
  },
});

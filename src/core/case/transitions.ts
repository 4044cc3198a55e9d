import { CASE_VERBS, type CaseVerb } from '../command.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Actor } from '../person.ts';
import { addElapsed, answerPromise, elapsedBetween, startPromise } from '../promise/clock.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Case, CaseStatus, Effect, HistoryEntry } from './case.ts';
import { type CaseContext, refOf } from './change.ts';
import type { CaseInput } from './inputs.ts';
import { greyZoneCards, greyZoneParties } from './open-case.ts';
import { coordinates, mayAct, serves } from './relation.ts';
import {
  ACTIVE_STATUSES,
  closeHandover,
  mayShare,
  openHandover,
  openOffer,
  referringOffice,
  restingStatus,
  returnsBetween,
} from './state.ts';

/** Days within which its owner may reopen a closed case (handover.md, "Case status"). */
export const REOPEN_DAYS = 90;

/** Days until follow-up where closing names no date. */
const FOLLOW_UP_DAYS = 28;

/** What a transition leads to; the revision is raised by the caller. */
export interface Step {
  readonly case: Case;
  readonly event: string;
  readonly details?: HistoryEntry['details'];
  readonly effects: readonly Effect[];
}

/** One line of the state table: in which statuses, by whom, under what condition, and what it does. */
export interface Transition<Verb extends CaseVerb = CaseVerb> {
  readonly from: readonly Case['status'][];
  readonly who: (kase: Case, by: Actor, context: CaseContext) => boolean;
  /** Whether the verb makes sense on this case now; what is not offered is refused with `not-now`. */
  readonly offered?: (kase: Case, by: Actor, context: CaseContext) => boolean;
  readonly does: (kase: Case, input: CaseInput<Verb>, by: Actor, context: CaseContext) => Result<Step>;
}

const SAVE: Effect = { kind: 'crm.save' };
const REFRESH: Effect = { kind: 'card.refresh' };

/** Any member of the owner: phone-line staff too, who log and hand over. */
const desk = (kase: Case, by: Actor) => by.organisation === kase.owner && mayAct(by);
const owner = (kase: Case, by: Actor) => by.organisation === kase.owner && serves(by);
const receiver = (kase: Case, by: Actor) => by.organisation === openHandover(kase)?.to && serves(by);
/** Who may note that a company was in contact again: those who serve it, phone-line staff, and whoever's enquiry about it led here. */
const registrars = (kase: Case, by: Actor, { enquiry }: CaseContext) =>
  mayAct(by) &&
  (enquiry === true ||
    by.roles.includes('phone') ||
    [kase.owner, openHandover(kase)?.to, ...kase.joint].includes(by.organisation));
const followUpOffice = (kase: Case, by: Actor) =>
  kase.followUp?.organisation === by.organisation && serves(by);
/** Once sharing has stopped, only the owner is left to settle anything. */
const settlers = (kase: Case, by: Actor) =>
  coordinates(by) &&
  (by.organisation === kase.owner || (mayShare(kase) && greyZoneParties(kase).includes(by.organisation)));

function tellPerson(person: string, notice: string): Effect {
  return { kind: 'tell.person', person, notice };
}

function tellChannel(organisation: OrganisationId, notice: string): Effect {
  return { kind: 'tell.organisation', organisation, to: 'channel', notice };
}

/** The sender of the open offer is told: who made it, or, where a forwarder from elsewhere did, whoever has the case. */
function tellSender(kase: Case, notice: string): Effect {
  const offeredBy = openHandover(kase)?.offeredBy;
  const sender = offeredBy?.organisation === kase.owner ? offeredBy : kase.assignee;
  return sender ? tellPerson(sender.person, notice) : tellChannel(kase.owner, notice);
}

function maxReturns(kase: Case, context: CaseContext): number {
  const municipality = kase.values.municipality;
  return municipality === undefined ? 1 : context.settingsOf(municipality).maxReturns;
}

/** Why an offer to an organisation cannot be made, or null. */
function whyNotOffer(kase: Case, to: OrganisationId, context: CaseContext): Result<never> | null {
  if (to === kase.owner) return refuse('same-organisation', { organisation: to });
  if (!mayShare(kase)) return refuse(kase.basis?.kind === 'declined' ? 'basis-declined' : 'basis-needed');
  if (returnsBetween(kase, kase.owner, to) >= maxReturns(kase, context)) {
    return refuse('returns-spent', { organisation: to });
  }
  return null;
}

function settleOffer(
  kase: Case,
  by: Actor,
  context: CaseContext,
  how: Partial<Case['handovers'][number]>,
): Case {
  const settled = closeHandover(kase, { settledAt: context.now, settledBy: refOf(by), ...how });
  return { ...settled, status: restingStatus(settled) };
}

function withBasis(kase: Case, kind: 'consent' | 'public-task' | 'declined', by: Actor, now: string): Case {
  return { ...kase, basis: { kind, obtainedBy: refOf(by), obtainedAt: now, withdrawnAt: null } };
}

const openQuestion = (kase: Case) => openHandover(kase)?.questions.find(({ answer }) => answer === null);

function ask(kase: Case, text: string, by: Actor, context: CaseContext): Result<Step> {
  const open = openHandover(kase);
  if (!open) return refuse('not-now');
  if (openQuestion(kase)) return refuse('question-open');
  const question = {
    id: open.questions.length + 1,
    text,
    askedAt: context.now,
    askedBy: refOf(by),
    answer: null,
    answeredAt: null,
    answeredBy: null,
  };
  return ok({
    case: closeHandover(kase, { questions: [...open.questions, question] }),
    event: 'asked',
    effects: [REFRESH, tellSender(kase, 'question-asked')],
  });
}

const BEFORE_ANSWER: readonly CaseStatus[] = ['open', 'offered'];
const ACTIVE = [...ACTIVE_STATUSES];

/** The state machine of a case as one table (handover.md, whole). */
export const TRANSITIONS: { readonly [Verb in CaseVerb]: Transition<Verb> } = {
  'handover.accept': {
    from: ['offered'],
    who: receiver,
    does: (kase, _, by, context) => {
      const open = openHandover(kase);
      if (!open) return refuse('not-now');
      const accepted = settleOffer(kase, by, context, { state: 'accepted' });
      return ok({
        case: {
          ...accepted,
          owner: by.organisation,
          assignee: refOf(by),
          // Whoever took part and now owns the case is no guest on it any more.
          joint: kase.joint.filter((one) => one !== by.organisation),
        },
        event: 'accepted',
        details: { from: open.from, handover: open.number },
        effects: [SAVE, REFRESH, tellSender(kase, 'handover-accepted'), tellPerson(by.person, 'yours-now')],
      });
    },
  },
  'handover.return': {
    from: ['offered'],
    who: receiver,
    does: (kase, input, by, context) => {
      const open = openHandover(kase);
      if (!open) return refuse('not-now');
      // What is missing goes back as a question first; it is a return once the sender has had the chance to answer.
      if (
        input.reasonCode === 'missing-information' &&
        open.questions.every(({ answer }) => answer === null)
      ) {
        return ask(kase, input.reason, by, context);
      }
      const returned = settleOffer(kase, by, context, {
        state: 'returned',
        counted: true,
        reasonCode: input.reasonCode,
        reason: input.reason,
      });
      const spent = returnsBetween(returned, open.from, open.to) >= maxReturns(kase, context);
      const after = { ...returned, greyZone: kase.greyZone || spent };
      return ok({
        case: after,
        event: 'returned',
        details: { to: open.to, reasonCode: input.reasonCode, greyZone: after.greyZone },
        effects: [
          SAVE,
          REFRESH,
          tellSender(kase, 'handover-returned'),
          ...(spent && !kase.greyZone ? greyZoneCards(after) : []),
        ],
      });
    },
  },
  'handover.ask': {
    from: ['offered'],
    who: receiver,
    offered: (kase) => openQuestion(kase) === undefined,
    does: (kase, input, by, context) => ask(kase, input.text, by, context),
  },
  'handover.answer': {
    from: ['offered'],
    who: desk,
    offered: (kase) => openQuestion(kase) !== undefined,
    does: (kase, input, by, context) => {
      const open = openHandover(kase);
      const asked = openQuestion(kase);
      if (!open || !asked) return refuse('no-open-question');
      const answered = { ...asked, answer: input.text, answeredAt: context.now, answeredBy: refOf(by) };
      return ok({
        case: closeHandover(kase, {
          questions: open.questions.map((one) => (one.id === asked.id ? answered : one)),
        }),
        event: 'question-answered',
        effects: [REFRESH, tellPerson(asked.askedBy.person, 'question-answered')],
      });
    },
  },
  'handover.forward': {
    from: ['offered'],
    who: receiver,
    offered: (kase) => !wasForwarded(kase),
    does: (kase, input, by, context) => {
      const open = openHandover(kase);
      if (!open) return refuse('not-now');
      if (wasForwarded(kase)) return refuse('already-forwarded');
      if (input.organisation === open.to) return refuse('same-organisation', { organisation: open.to });
      const no = whyNotOffer(kase, input.organisation, context);
      if (no) return no;
      const closed = settleOffer(kase, by, context, { state: 'forwarded', reason: input.reason });
      return ok({
        case: openOffer(closed, input.organisation, refOf(by), context.now, input.reason),
        event: 'forwarded',
        details: { from: open.to, to: input.organisation },
        effects: [
          SAVE,
          REFRESH,
          { kind: 'card.post', organisation: input.organisation, card: 'handover' },
          tellSender(kase, 'handover-forwarded'),
        ],
      });
    },
  },
  'handover.advise': {
    from: ['offered'],
    who: receiver,
    does: (kase, input, by, context) => {
      const open = openHandover(kase);
      return ok({
        case: settleOffer(kase, by, context, { state: 'advised', reason: input.text }),
        event: 'advised',
        details: { by: open?.to ?? by.organisation },
        effects: [SAVE, REFRESH, tellSender(kase, 'handover-advised')],
      });
    },
  },
  'handover.withdraw': {
    from: ['offered'],
    who: desk,
    does: (kase, _, by, context) =>
      ok({
        case: settleOffer(kase, by, context, { state: 'withdrawn' }),
        event: 'offer-withdrawn',
        effects: [SAVE, REFRESH],
      }),
  },
  'handover.offer': {
    from: ['open', 'answered', 'waiting-company'],
    who: desk,
    does: (kase, input, by, context) => {
      const based =
        input.consent === undefined || mayShare(kase)
          ? kase
          : withBasis(kase, input.consent, by, context.now);
      const no = whyNotOffer(based, input.organisation, context);
      if (no) return no;
      return ok({
        case: openOffer(based, input.organisation, refOf(by), context.now, input.reason),
        event: 'offered',
        details: {
          to: input.organisation,
          ...(based !== kase && input.consent !== undefined && { basis: input.consent }),
        },
        effects: [SAVE, REFRESH, { kind: 'card.post', organisation: input.organisation, card: 'handover' }],
      });
    },
  },
  'case.contacted': {
    from: BEFORE_ANSWER.filter((status) => status !== 'draft'),
    who: owner,
    offered: (kase) => kase.promise.answeredAt === null,
    does: (kase, input, by, context) => {
      if (kase.promise.answeredAt !== null)
        return refuse('already-answered', { at: kase.promise.answeredAt });
      const promise = answerPromise(kase.promise, context.now);
      const contacts =
        input.note === null
          ? kase.contacts
          : [...kase.contacts, { at: context.now, by: refOf(by), text: input.note }];
      return ok({
        case: {
          ...kase,
          promise,
          contacts,
          assignee: kase.assignee ?? refOf(by),
          status: kase.status === 'offered' ? 'offered' : 'answered',
        },
        event: 'contacted',
        details: { late: promise.broken },
        effects: [SAVE, REFRESH],
      });
    },
  },
  'case.assign': {
    from: ACTIVE,
    who: owner,
    does: (kase, input, by, context) => {
      const self = ['mig', 'me'].includes(input.person.toLowerCase());
      const person = self ? refOf(by) : context.memberOf(kase.owner, input.person);
      if (!person) return refuse('unknown-person', { organisation: kase.owner });
      return ok({
        case: { ...kase, assignee: person },
        event: 'assigned',
        details: { person: person.person },
        effects: [
          SAVE,
          REFRESH,
          ...(person.person === by.person ? [] : [tellPerson(person.person, 'assigned')]),
        ],
      });
    },
  },
  'case.close': {
    from: ['answered', 'waiting-company'],
    who: owner,
    does: (kase, input, _, context) => {
      const cvr = kase.values.cvr ?? input.cvr;
      if (cvr === undefined && kase.values.stage !== 'pre-starter')
        return refuse('cvr-needed', { field: 'cvr' });
      if (kase.priority === 'urgent' && input.segment === 'operations') {
        return refuse('early-warning-not-operations', { field: 'segment' });
      }
      const office = referringOffice(kase);
      if (office && input.actionPlan === null) return refuse('action-plan-needed', { field: 'actionPlan' });
      if (input.followUpOn !== undefined && input.followUpOn < context.now.slice(0, 10)) {
        return refuse('date-passed', { field: 'followUpOn' });
      }
      const dueOn = input.followUpOn ?? addElapsed(context.now, FOLLOW_UP_DAYS * 24).slice(0, 10);
      const followUp =
        office && mayShare(kase) ? { organisation: office, dueOn, state: 'proposed' as const } : null;
      const { services, referredTo, selfHelpUsed, segment, actionPlan, note } = input;
      return ok({
        case: {
          ...kase,
          values: { ...kase.values, cvr, pNumber: kase.values.pNumber ?? input.pNumber },
          status: 'closed',
          closedAt: context.now,
          outcome: { services, referredTo, selfHelpUsed, segment, actionPlan, note },
          followUp,
        },
        event: 'closed',
        details: { segment, selfHelpUsed, services: services.length, referrals: referredTo.length },
        effects: [
          SAVE,
          REFRESH,
          ...(followUp
            ? [{ kind: 'card.post', organisation: followUp.organisation, card: 'follow-up' } as const]
            : []),
        ],
      });
    },
  },
  'case.wait': {
    from: ['answered'],
    who: owner,
    does: (kase, input, by, context) =>
      ok({
        case: {
          ...kase,
          status: 'waiting-company',
          contacts:
            input.note === null
              ? kase.contacts
              : [...kase.contacts, { at: context.now, by: refOf(by), text: input.note }],
        },
        event: 'waiting',
        effects: [SAVE, REFRESH],
      }),
  },
  'case.continue': {
    from: ['waiting-company'],
    who: owner,
    does: (kase) =>
      ok({ case: { ...kase, status: 'answered' }, event: 'continued', effects: [SAVE, REFRESH] }),
  },
  'case.reopen': {
    from: ['closed'],
    who: owner,
    offered: (kase, _, context) => kase.erasedAt === null && reopenable(kase, context.now),
    does: (kase, _, by, context) => {
      if (!reopenable(kase, context.now)) return refuse('reopen-too-late', { days: REOPEN_DAYS });
      return ok({
        case: {
          ...kase,
          status: 'open',
          assignee: refOf(by),
          closedAt: null,
          outcome: null,
          followUp: null,
          steps: [],
          earlierPromises: [...(kase.earlierPromises ?? []), kase.promise],
          promise: startPromise(context.now, kase.promise.hours, kase.promise.reading, context.calendar),
        },
        event: 'reopened',
        details: { wasBroken: kase.promise.broken },
        effects: [SAVE, REFRESH],
      });
    },
  },
  'case.withdraw': {
    from: ACTIVE,
    who: desk,
    does: (kase, _, by, context) => ok(end(kase, 'withdrawn', by, context)),
  },
  'case.mark-error': {
    from: [...ACTIVE, 'closed', 'withdrawn'],
    who: (kase, by) =>
      mayAct(by) &&
      (by.person === kase.createdBy.person || (coordinates(by) && by.organisation === kase.owner)),
    does: (kase, _, by, context) => ok(end(kase, 'entered-in-error', by, context)),
  },
  'case.invite': {
    from: ACTIVE,
    who: owner,
    does: (kase, input) => {
      if (input.organisation === kase.owner)
        return refuse('same-organisation', { organisation: input.organisation });
      if (kase.joint.includes(input.organisation))
        return refuse('already-joint', { organisation: input.organisation });
      if (!mayShare(kase)) return refuse(kase.basis?.kind === 'declined' ? 'basis-declined' : 'basis-needed');
      return ok({
        case: { ...kase, joint: [...kase.joint, input.organisation] },
        event: 'invited',
        details: { organisation: input.organisation },
        effects: [SAVE, REFRESH, { kind: 'card.post', organisation: input.organisation, card: 'case' }],
      });
    },
  },
  'case.leave': {
    from: ACTIVE,
    who: (kase, by) => serves(by) && kase.joint.includes(by.organisation),
    does: (kase, _, by) =>
      ok({
        case: { ...kase, joint: kase.joint.filter((one) => one !== by.organisation) },
        event: 'left',
        details: { organisation: by.organisation },
        effects: [SAVE, REFRESH, tellChannel(kase.owner, 'left-joint')],
      }),
  },
  'case.settle': {
    from: ACTIVE,
    who: settlers,
    offered: (kase) => kase.greyZone,
    does: (kase, input, by, context) => {
      if (!kase.greyZone) return refuse('no-grey-zone');
      const parties = greyZoneParties(kase);
      if (!parties.includes(input.organisation))
        return refuse('not-a-party', { organisation: input.organisation });
      // A coordinator takes a case or keeps it; nobody can put it on another organisation's desk.
      if (input.organisation !== by.organisation && input.organisation !== kase.owner) {
        return refuse('settle-own-only', { organisation: input.organisation });
      }
      const moved = input.organisation !== kase.owner;
      const ref = refOf(by);
      // A joint course shares as much as moving the case does.
      if ((moved || input.joint) && !mayShare(kase)) return refuse('basis-needed');
      const other = parties.find((one) => one !== input.organisation);
      const calm = openHandover(kase) ? settleOffer(kase, by, context, { state: 'withdrawn' }) : kase;
      const joint = input.joint && other ? [...new Set([...kase.joint, other])] : kase.joint;
      // A case that moves is handed over and accepted in one: follow-up goes back along it, as after any handover.
      const handover = openOffer(calm, input.organisation, ref, context.now, input.reason);
      const taken = { state: 'accepted', settledAt: context.now, settledBy: ref } as const;
      const settled = moved ? closeHandover(handover, taken) : calm;
      return ok({
        case: {
          ...settled,
          status: calm.status,
          owner: input.organisation,
          assignee: moved ? null : kase.assignee,
          joint: joint.filter((one) => one !== input.organisation),
          greyZone: false,
        },
        event: 'grey-zone-settled',
        details: { organisation: input.organisation, joint: input.joint },
        effects: [
          SAVE,
          REFRESH,
          ...(moved ? [{ kind: 'card.post', organisation: input.organisation, card: 'case' } as const] : []),
          ...parties
            .filter((one) => one !== by.organisation && (one === kase.owner || mayShare(kase)))
            .map((one) => tellChannel(one, 'grey-zone-settled')),
        ],
      });
    },
  },
  'case.basis': {
    from: ACTIVE,
    who: desk,
    offered: (kase) => !mayShare(kase),
    does: (kase, input, by, context) =>
      ok({
        case: withBasis(kase, input.kind, by, context.now),
        event: 'basis-recorded',
        details: { kind: input.kind },
        effects: [SAVE, REFRESH],
      }),
  },
  'case.withdraw-basis': {
    from: [...ACTIVE, 'closed'],
    who: desk,
    offered: (kase) =>
      kase.basis !== null && kase.basis.withdrawnAt === null && kase.basis.kind !== 'declined',
    does: (kase, _, by, context) => {
      if (!kase.basis || kase.basis.withdrawnAt !== null) return refuse('no-basis');
      const calm = openHandover(kase) ? settleOffer(kase, by, context, { state: 'withdrawn' }) : kase;
      return ok({
        case: { ...calm, basis: { ...kase.basis, withdrawnAt: context.now }, joint: [], followUp: null },
        event: 'basis-withdrawn',
        effects: [SAVE, REFRESH],
      });
    },
  },
  'case.add-contact': {
    from: ACTIVE,
    who: registrars,
    does: (kase, input, by, context) =>
      ok({
        case: { ...kase, contacts: [...kase.contacts, { at: context.now, by: refOf(by), ...input }] },
        event: 'contact-added',
        details: { organisation: by.organisation },
        effects: [
          SAVE,
          REFRESH,
          ...(by.person === kase.assignee?.person
            ? []
            : [
                kase.assignee
                  ? tellPerson(kase.assignee.person, 'contact-added')
                  : tellChannel(kase.owner, 'contact-added'),
              ]),
        ],
      }),
  },
  'followup.accept': {
    from: ['closed'],
    who: followUpOffice,
    offered: (kase) => kase.followUp?.state === 'proposed',
    does: (kase) => followUp(kase, 'accepted'),
  },
  'followup.decline': {
    from: ['closed'],
    who: followUpOffice,
    offered: (kase) => kase.followUp?.state === 'proposed',
    does: (kase) => followUp(kase, 'declined'),
  },
};

function wasForwarded(kase: Case): boolean {
  return kase.handovers.at(-2)?.state === 'forwarded';
}

function reopenable(kase: Case, now: string): boolean {
  return kase.closedAt !== null && elapsedBetween(kase.closedAt, now) <= REOPEN_DAYS * 24;
}

function end(kase: Case, status: 'withdrawn' | 'entered-in-error', by: Actor, context: CaseContext): Step {
  const calm = openHandover(kase) ? settleOffer(kase, by, context, { state: 'withdrawn' }) : kase;
  return {
    case: { ...calm, status, closedAt: kase.closedAt ?? context.now },
    event: status,
    effects: [SAVE, REFRESH],
  };
}

function followUp(kase: Case, state: 'accepted' | 'declined'): Result<Step> {
  if (kase.followUp?.state !== 'proposed') return refuse('not-now');
  return ok({
    case: { ...kase, followUp: { ...kase.followUp, state } },
    event: `follow-up-${state}`,
    effects: [SAVE, REFRESH, tellChannel(kase.owner, `follow-up-${state}`)],
  });
}

/** The verbs that somebody may use on a case now, in the order of the table. */
export function verbsFor(kase: Case, by: Actor, context: CaseContext): readonly CaseVerb[] {
  return CASE_VERBS.filter((verb) => {
    const transition = TRANSITIONS[verb];
    return (
      transition.from.includes(kase.status) &&
      transition.who(kase, by, context) &&
      (transition.offered?.(kase, by, context) ?? true)
    );
  });
}

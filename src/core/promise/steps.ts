import type { Case, Handover } from '../case/case.ts';
import {
  clockOf,
  closeHandover,
  isActive,
  mayShare,
  openFollowUp,
  openHandover,
  restingStatus,
} from '../case/derived.ts';
import type { Effect } from '../case/effects.ts';
import type { CaseEvent } from '../case/events.ts';
import { addressedNow } from '../case/notice-rules.ts';
import type { Told } from '../case/notices.ts';
import type { OrganisationId } from '../organisation.ts';
import { addElapsed, instantOfShare, justAfter } from './clock.ts';
import { type FollowUpStepName, followUpSteps, remindOfFollowUp } from './follow-up-steps.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The steps of the promise (handover.md, the table under "The promise"). */
const STEPS = ['offer-25', 'owner-50', 'offer-50', 'offer-75', 'broken-100'] as const;
type ShareName = (typeof STEPS)[number];

/** The steps of the promise, the moment of a planned call, and the reminders of a follow-up. */
type StepName = ShareName | 'call-back' | FollowUpStepName;

const SHARES: Readonly<Record<ShareName, number>> = {
  'offer-25': 0.25,
  'owner-50': 0.5,
  'offer-50': 0.5,
  'offer-75': 0.75,
  'broken-100': 1,
};

/** A due step. `key` makes it happen once; steps of an offer happen once per offer. */
export interface PromiseStep {
  readonly name: StepName;
  readonly key: string;
  readonly at: string;
}

/** The share of the promise that a late offer gets: the share between the expiry of an early offer and the due time. */
const LATE_SHARE = 0.25;

/** The instant that many hours of a promise later, by the reading that drives it. */
function hoursAfter(
  from: string,
  promise: Case['promise'],
  share: number,
  calendar: WorkingCalendar,
): string {
  const hours = promise.hours * share;
  return promise.reading === 'working' ? calendar.addHours(from, hours) : addElapsed(from, hours);
}

/**
 * The instant of an offer's step, or null where it does not apply. While the promise runs, the step falls at its share
 * of the promise. If the share had already passed when the offer was made, it does not apply, except that an offer made
 * after three quarters expires a quarter of the promise later, or it could stay unanswered indefinitely. Once the
 * company has its answer, the offer's own time counts.
 */
function offerStepAt(
  kase: Case,
  offeredAt: string,
  name: ShareName,
  calendar: WorkingCalendar,
): string | null {
  const { promise } = kase;
  if (promise.answeredAt !== null) return hoursAfter(offeredAt, promise, SHARES[name], calendar);
  const at = instantOfShare(promise, SHARES[name], calendar);
  if (at > offeredAt) return at;
  return name === 'offer-75' ? hoursAfter(offeredAt, promise, LATE_SHARE, calendar) : null;
}

/** The step of a planned call. Each moment has its own key, so a new plan is announced again. */
const callStep = (at: string) => `call-back:${at}`;

/**
 * All steps of the case, due or ahead, in order of time. A void clock has none; a stopped one only has an offer's. A closed
 * case has those of its follow-up.
 */
export function stepsOf(kase: Case, calendar: WorkingCalendar): readonly PromiseStep[] {
  if (!isActive(kase)) return followUpSteps(kase, calendar);
  const offer = openHandover(kase);
  const steps: PromiseStep[] = [];
  for (const name of STEPS) {
    const ofOffer = name.startsWith('offer');
    const key = ofOffer ? `${name}:${offer?.number}` : name;
    if (kase.steps.includes(key)) continue;
    if (ofOffer) {
      const at = offer && offerStepAt(kase, offer.offeredAt, name, calendar);
      if (at != null) steps.push({ name, key, at });
    } else if (kase.promise.answeredAt === null) {
      const at = instantOfShare(kase.promise, SHARES[name], calendar);
      // An answer at the due time is in time: the promise breaks right after it.
      steps.push({ name, key, at: name === 'broken-100' ? justAfter(at) : at });
    }
  }
  const call = kase.callBack;
  if (call && !kase.steps.includes(callStep(call.at))) {
    steps.push({ name: 'call-back', key: callStep(call.at), at: call.at });
  }
  // Those of one moment stay in this order.
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The instant at which the clock next acts on the case; null where it never does. */
export function nextStepAt(kase: Case, calendar: WorkingCalendar): string | null {
  return stepsOf(kase, calendar)[0]?.at ?? null;
}

/** The first due step. One at a time, because its effect may make the next one unnecessary. */
export function dueStep(kase: Case, calendar: WorkingCalendar, now: string): PromiseStep | undefined {
  const first = stepsOf(kase, calendar)[0];
  return first !== undefined && first.at <= now ? first : undefined;
}

/** The result of a step. The caller writes history and saves. */
interface StepTaken {
  readonly case: Case;
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
}

/** The notices of a step: while the recipient's office is open unless the case is urgent, and once per person. */
interface StepNotices {
  /** The key that marks all notices of the step. */
  readonly key: string;
  /** The running promise (`clockOf`). */
  readonly clock: number;
  readonly tell: (organisation: Case['owner'], to: 'channel' | 'coordinators', told: Told) => Effect;
  readonly tellAssignee: (told: Told) => readonly Effect[];
}

function noticesOf(kase: Case, step: PromiseStep, calendar: WorkingCalendar, now: string): StepNotices {
  const notBefore = (office: OrganisationId) =>
    kase.priority === 'urgent' ? now : calendar.nextOfficeHour(now, office);
  // A reopened case has a new promise with its own steps.
  const clock = clockOf(kase);
  const key = `${clock}/${step.key}`;
  return {
    key,
    clock,
    tell: (organisation, to, told) => ({
      kind: 'tell.organisation',
      organisation,
      to,
      ...told,
      notBefore: notBefore(organisation),
      step: key,
    }),
    tellAssignee: (told) =>
      kase.assignee
        ? [
            {
              kind: 'tell.person',
              person: kase.assignee.person,
              ...told,
              notBefore: notBefore(kase.assignee.organisation),
              step: key,
            },
          ]
        : [],
  };
}

/** Ends the open offer; `done` is the case with the step taken. */
function expireOffer(
  done: Case,
  offer: Handover,
  step: PromiseStep,
  { tell }: StepNotices,
  now: string,
): StepTaken {
  // The ordinary notice assumes that the promise can still be kept.
  const late = done.promise.answeredAt !== null || now > done.promise.dueAt;
  const told = { notice: late ? 'offer-expired-late' : 'offer-expired', handover: offer.number } as const;
  const closed = closeHandover(done, { state: 'expired', settledAt: now, settledBy: null });
  return {
    case: { ...closed, status: restingStatus(closed) },
    event: { type: 'expired', step: step.key },
    effects: [
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      tell(done.owner, 'channel', told),
      tell(done.owner, 'coordinators', told),
      tell(offer.to, 'coordinators', told),
    ],
  };
}

/** Records that the promise was broken, and tells the organisations that had the case or were offered it. */
function breakPromise(done: Case, step: PromiseStep, { clock, tell, tellAssignee }: StepNotices): StepTaken {
  const broken = { notice: 'promise-broken', clock } as const;
  const held = new Set([
    done.owner,
    ...done.handovers.flatMap(({ from, to, state }) =>
      state === 'accepted' || state === 'offered' ? [from, to] : [from],
    ),
  ]);
  return {
    case: { ...done, promise: { ...done.promise, broken: true } },
    event: { type: 'promise-broken', step: step.key },
    effects: [
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      ...tellAssignee(broken),
      tell(done.owner, 'channel', broken),
      ...[...held]
        .filter((organisation) => organisation === done.owner || mayShare(done))
        .map((organisation) => tell(organisation, 'coordinators', broken)),
    ],
  };
}

/** Reminds the person who planned a call, at the requested moment even outside office hours. */
function remindOfCall(kase: Case, { key }: StepNotices): readonly Effect[] {
  const call = kase.callBack;
  if (!call) return [];
  const told = {
    kind: 'tell.person',
    person: call.by.person,
    step: key,
    notice: 'call-back',
    at: call.at,
  } as const;
  return [addressedNow(told, kase)];
}

/** Takes a step: the change of the case, and its notices. */
export function takeStep(kase: Case, step: PromiseStep, calendar: WorkingCalendar, now: string): StepTaken {
  const offer = openHandover(kase);
  const notices = noticesOf(kase, step, calendar, now);
  const { clock, tell, tellAssignee } = notices;
  const done: Case = { ...kase, steps: [...kase.steps, step.key] };
  const reminded = (effects: readonly Effect[]): StepTaken => ({
    case: done,
    event: { type: 'reminded', step: step.key },
    effects,
  });
  const remindReceiver = (to: 'channel' | 'coordinators'): StepTaken =>
    reminded(offer ? [tell(offer.to, to, { notice: 'offer-reminder', handover: offer.number })] : []);
  switch (step.name) {
    case 'offer-25':
      return remindReceiver('channel');
    case 'owner-50': {
      const reminder = { notice: 'owner-reminder', clock } as const;
      return reminded(kase.assignee ? tellAssignee(reminder) : [tell(kase.owner, 'channel', reminder)]);
    }
    case 'offer-50':
      return remindReceiver('coordinators');
    case 'offer-75':
      return offer ? expireOffer(done, offer, step, notices, now) : reminded([]);
    case 'broken-100':
      return breakPromise(done, step, notices);
    case 'call-back':
      return reminded(remindOfCall(kase, notices));
    case 'follow-up-due':
    case 'follow-up-again':
    case 'follow-up-late': {
      const open = openFollowUp(kase);
      return reminded(open ? remindOfFollowUp(open, step.name, notices.key, calendar, now) : []);
    }
    default: {
      const never: never = step.name;
      return never;
    }
  }
}

import { type Notice, type NoticeCode, noticeOf } from '../notice.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Case, Handover } from './case.ts';
import { clockOf, isActive, openFollowUp, openHandover } from './derived.ts';
import type { Tell, ToldCode, ToldData, ToldParams } from './notices.ts';

/**
 * Whether a notice about a case is still true, who receives it, and its tone. Decided when it is sent, not when it is
 * queued.
 */

/** Good news, neutral news, or something that needs attention. */
export type NoticeTone = 'good' | 'default' | 'warning';

interface ToldRule<Code extends ToldCode> {
  readonly tone: NoticeTone;
  /** Whether the notice is no longer true, or of no more use to its recipient. */
  readonly stale: (kase: Case, data: ToldData[Code], to: Tell) => boolean;
  /** Whether the notice goes to the case's present holder instead of the recipient it was queued for. */
  readonly forHolder?: (kase: Case) => boolean;
}

const offerOf = (kase: Case, number: number): Handover | undefined =>
  kase.handovers.find((offer) => offer.number === number);

const isAnswered = (kase: Case, handover: number, question: number): boolean =>
  offerOf(kase, handover)?.questions.find(({ id }) => id === question)?.answer !== null;

/**
 * The offer has ended, no other was made after that, and its sender still owns the case. An offer of a case that was merged
 * into this one may have begun in between.
 */
const isBackWithSender = (kase: Case, number: number): boolean => {
  const place = kase.handovers.findIndex((offer) => offer.number === number);
  const { from, settledAt } = kase.handovers[place] ?? {};
  if (!isActive(kase) || from !== kase.owner || settledAt == null) return false;
  return kase.handovers.slice(place + 1).every(({ offeredAt }) => offeredAt < settledAt);
};

/** The promise in question still runs, and the company has had no answer. */
const isUnanswered = (kase: Case, clock: number): boolean =>
  isActive(kase) && kase.promise.answeredAt === null && clockOf(kase) === clock;

const isFor = (to: Tell, kase: Case): boolean =>
  to.kind === 'tell.person' ? kase.assignee?.person === to.person : kase.owner === to.organisation;

/** The case was entered in error or erased, so nothing can be told about it. */
const isVoid = (kase: Case): boolean => kase.status === 'entered-in-error' || kase.erasedAt !== null;

/** The case waits for somebody of the recipient's organisation to take it. */
const waitsAt = (kase: Case, to: Tell): boolean => {
  if (to.kind === 'tell.person') return true;
  const open = openHandover(kase);
  return open ? open.to === to.organisation : kase.owner === to.organisation && kase.assignee === null;
};

/** The person has referred the company to somebody by name, and nobody knows yet whether it was used. */
const waitsForUptake = ({ referrals = [] }: Case, to: Tell): boolean =>
  referrals.some(
    ({ by, name, uptake }) =>
      name !== null && uptake === 'unknown' && to.kind === 'tell.person' && by.person === to.person,
  );

/** The rules of all notices about a case. */
export const TOLD: { readonly [Code in ToldCode]: ToldRule<Code> } = {
  'handover-accepted': { tone: 'good', stale: isVoid },
  'handover-returned': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'case-answered': {
    tone: 'good',
    stale: (kase) => isVoid(kase) || kase.promise.answeredAt === null,
  },
  'case-closed': { tone: 'good', stale: (kase) => kase.status !== 'closed' || kase.erasedAt !== null },
  'case-withdrawn': {
    tone: 'default',
    stale: (kase) => kase.status !== 'withdrawn' || kase.erasedAt !== null,
  },
  'answer-undone': {
    tone: 'warning',
    stale: (kase) => isVoid(kase) || !isActive(kase) || kase.promise.answeredAt !== null,
  },
  'closing-undone': { tone: 'warning', stale: (kase) => isVoid(kase) || kase.status === 'closed' },
  'withdrawal-undone': { tone: 'warning', stale: (kase) => isVoid(kase) || kase.status === 'withdrawn' },
  'follow-up-undone': { tone: 'warning', stale: (kase) => openFollowUp(kase) === undefined },
  'handover-advised': {
    tone: 'good',
    stale: (kase, { handover }) => isVoid(kase) || offerOf(kase, handover)?.from !== kase.owner,
  },
  'handover-forwarded': {
    tone: 'default',
    // The forwarder's own offer is the next one.
    stale: (kase, { handover }) => openHandover(kase)?.number !== handover + 1,
  },
  'question-asked': {
    tone: 'default',
    stale: (kase, { handover, question }) =>
      openHandover(kase)?.number !== handover || isAnswered(kase, handover, question),
  },
  'question-answered': {
    tone: 'good',
    stale: (kase, { handover }) => {
      const state = offerOf(kase, handover)?.state;
      return !isActive(kase) || (state !== 'offered' && state !== 'accepted');
    },
  },
  'yours-now': { tone: 'good', stale: (kase, _, to) => !isActive(kase) || !isFor(to, kase) },
  assigned: { tone: 'default', stale: (kase, _, to) => !isActive(kase) || !isFor(to, kase) },
  // The holder must read what the company said last, even if the case is closed by then.
  'contact-added': { tone: 'default', stale: isVoid },
  'enquiry-added': { tone: 'default', stale: isVoid },
  'cases-merged': { tone: 'default', stale: isVoid },
  // Whatever became of the case: nothing of it may be shared any more, until there is a new basis.
  'basis-withdrawn': { tone: 'warning', stale: (kase) => isVoid(kase) || kase.basis?.withdrawnAt == null },
  'left-joint': { tone: 'good', stale: (kase) => !isActive(kase) },
  'grey-zone-settled': { tone: 'good', stale: (kase) => isVoid(kase) || kase.greyZone },
  'follow-up-accepted': { tone: 'good', stale: (kase) => kase.followUp?.state !== 'accepted' },
  'follow-up-declined': { tone: 'good', stale: (kase) => kase.followUp?.state !== 'declined' },
  'followed-up': { tone: 'good', stale: (kase) => kase.followUp?.state !== 'done' },
  'follow-up-due': { tone: 'default', stale: (kase, { dueOn }) => openFollowUp(kase)?.dueOn !== dueOn },
  'follow-up-late': { tone: 'warning', stale: (kase, { dueOn }) => openFollowUp(kase)?.dueOn !== dueOn },
  'offer-reminder': {
    tone: 'warning',
    stale: (kase, { handover }, to) => {
      const open = openHandover(kase);
      return open?.number !== handover || (to.kind === 'tell.organisation' && to.organisation !== open.to);
    },
  },
  'no-channel': { tone: 'warning', stale: (kase, { handover }) => openHandover(kase)?.number !== handover },
  'sent-without-channel': {
    tone: 'warning',
    stale: (kase, { handover }) => openHandover(kase)?.number !== handover,
  },
  crisis: {
    tone: 'warning',
    // Somebody has it already, or it has gone to another office.
    stale: (kase, _, to) => !isUnanswered(kase, clockOf(kase)) || !waitsAt(kase, to),
  },
  'task-started': { tone: 'good', stale: isVoid },
  'task-dismissed': { tone: 'default', stale: isVoid },
  'crisis-elsewhere': { tone: 'warning', stale: (kase) => !isActive(kase) },
  'offer-expired': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'offer-expired-late': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'owner-reminder': {
    tone: 'warning',
    forHolder: () => true,
    stale: (kase, { clock }) => !isUnanswered(kase, clock) || kase.promise.broken,
  },
  'call-back': {
    tone: 'warning',
    // The person who planned the call makes it. Where the case has moved to another organisation, its holder there
    // does.
    forHolder: ({ callBack, owner }) => callBack?.by.organisation !== owner,
    stale: (kase, { at }) => !isActive(kase) || kase.callBack?.at !== at,
  },
  'referral-asked': {
    tone: 'default',
    stale: (kase, _, to) => isVoid(kase) || !waitsForUptake(kase, to),
  },
  'changed-in-crm': { tone: 'warning', forHolder: () => true, stale: (kase) => !isActive(kase) },
  'promise-broken': {
    tone: 'warning',
    forHolder: () => true,
    stale: (kase, { clock }) => !isUnanswered(kase, clock),
  },
};

/** Whether this release knows the code. */
function isTold(code: string): code is ToldCode {
  return Object.hasOwn(TOLD, code);
}

/** Fills in what rows of 0.1.0 lack: the case's last offer, question and clock are assumed. */
function completed<One extends Tell>(tell: One, kase: Case): One {
  const handover = kase.handovers.length - (tell.notice === 'handover-forwarded' ? 1 : 0);
  const question = kase.handovers.at(-1)?.questions.length ?? 0;
  return { handover, question, clock: clockOf(kase), ...tell };
}

function isStale<Code extends ToldCode>(code: Code, kase: Case, data: ToldData[Code], to: Tell): boolean {
  return TOLD[code].stale(kase, data, to);
}

/** Whether a queued notice is no longer true, or of no more use, in the case's present state. */
export function staleFor(tell: Tell, kase: Case): boolean {
  // After a downgrade, rows of the later release are delivered rather than lost.
  if (!isTold(tell.notice)) return false;
  const whole = completed(tell, kase);
  return isStale(whole.notice, kase, whole as unknown as ToldData[typeof whole.notice], whole);
}

/** The notice with its present recipient: notices to the holder follow the case. */
export function addressedNow(tell: Tell, kase: Case): Tell {
  if (!isTold(tell.notice) || !TOLD[tell.notice].forHolder?.(kase)) return tell;
  if (tell.kind === 'tell.organisation')
    return tell.to === 'channel' ? { ...tell, organisation: kase.owner } : tell;
  if (kase.assignee) return { ...tell, person: kase.assignee.person };
  const { person: _, ...rest } = tell;
  return { ...rest, kind: 'tell.organisation', organisation: kase.owner, to: 'channel' };
}

/** What a notice says besides the case: codes and registered services, which anybody may read who sees the case's card. */
function whatCameOf(tell: Tell, kase: Case): Partial<ToldParams> {
  switch (tell.notice) {
    case 'crisis-elsewhere':
      return { receiver: tell.house };
    case 'handover-returned': {
      const offer = offerOf(kase, tell.handover);
      return {
        ...(offer && { receiver: offer.to }),
        ...(offer?.reasonCode && { reasonCode: offer.reasonCode }),
      };
    }
    case 'changed-in-crm':
      return { change: tell.change };
    case 'case-answered':
      return kase.promise.how ? { how: kase.promise.how } : {};
    case 'case-closed': {
      const services = kase.outcome?.services.join(', ') ?? '';
      return services === '' ? {} : { services };
    }
    default:
      return {};
  }
}

/** The notice as of `now`, which may be long after it was queued. Null where it is stale. */
export function noticeNow(tell: Tell, kase: Case, now: string): Notice | null {
  if (staleFor(tell, kase)) return null;
  const whole = completed(tell, kase);
  const accepted = whole.notice === 'handover-accepted' ? offerOf(kase, whole.handover)?.to : undefined;
  const params: ToldParams = {
    caseId: kase.id,
    owner: accepted ?? kase.owner,
    ...whatCameOf(whole, kase),
  };
  const { answeredAt, dueAt } = kase.promise;
  // The ordinary notice assumes that the promise can still be kept.
  const late = tell.notice === 'offer-expired' && (answeredAt !== null || now > dueAt);
  return noticeOf(late ? 'offer-expired-late' : tell.notice, params);
}

/**
 * The organisation that a notice to a person is for. It goes there where the person has left: the case's owner may be
 * the other side by now, which must not read an answer meant for the first.
 */
export function officeFor(tell: Tell, kase: Case): OrganisationId {
  if ('office' in tell) return tell.office;
  const { notice, handover } = completed(tell, kase) as { notice: ToldCode; handover: number };
  const offer = offerOf(kase, handover);
  switch (notice) {
    case 'question-answered':
      return offer?.to ?? kase.owner;
    case 'handover-accepted':
    case 'handover-returned':
    case 'case-answered':
    case 'case-closed':
    case 'case-withdrawn':
    case 'handover-advised':
    case 'handover-forwarded':
    case 'question-asked':
      return offer?.from ?? kase.owner;
    case 'follow-up-due':
    case 'follow-up-late':
      return kase.followUp?.organisation ?? kase.owner;
    default:
      return kase.owner;
  }
}

/** The tone of a notice: by its rule for one about a case, a warning for a lost channel, good news for others. */
export function toneOf(code: NoticeCode): NoticeTone {
  if (code === 'channel-lost' || code === 'message-without-words') return 'warning';
  return isTold(code) ? TOLD[code].tone : 'good';
}

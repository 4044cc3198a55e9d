import type { NoticeCode } from '../notice.ts';
import type { Case, Handover } from './case.ts';
import { clockOf, isActive, openHandover } from './derived.ts';
import type { Tell, ToldCode, ToldData, ToldParams } from './notices.ts';

/** When a notice about a case is still true, to whom it goes, and how it is coloured: settled when it is sent. */

/** Good news, news, or something to be looked at. */
export type NoticeTone = 'good' | 'default' | 'warning';

/** A notice about a case as its reader gets it. */
export interface CaseNotice {
  readonly code: ToldCode;
  readonly params: ToldParams;
}

interface ToldRule<Code extends ToldCode> {
  readonly tone: NoticeTone;
  /** Whether it is no longer true, or of no more use, to whom it is addressed. */
  readonly stale: (kase: Case, data: ToldData[Code], to: Tell) => boolean;
  /** Whether it is for whoever has the case when it is sent, not for whoever it was queued for. */
  readonly forHolder?: (kase: Case) => boolean;
}

const offerOf = (kase: Case, number: number): Handover | undefined =>
  kase.handovers.find((one) => one.number === number);

const isAnswered = (kase: Case, handover: number, question: number): boolean =>
  offerOf(kase, handover)?.questions.find(({ id }) => id === question)?.answer !== null;

/** The offer's end was the last that happened between organisations, and its sender still has the case. */
const isBackWithSender = (kase: Case, number: number): boolean =>
  isActive(kase) && kase.handovers.at(-1)?.number === number && offerOf(kase, number)?.from === kase.owner;

/** The clock meant still runs, and the company has had no answer. */
const isUnanswered = (kase: Case, clock: number): boolean =>
  isActive(kase) && kase.promise.answeredAt === null && clockOf(kase) === clock;

const isFor = (to: Tell, kase: Case): boolean =>
  to.kind === 'tell.person' ? kase.assignee?.person === to.person : kase.owner === to.organisation;

/** The case counts as never having been, or nothing is left of it to be told of. */
const isVoid = (kase: Case): boolean => kase.status === 'entered-in-error' || kase.erasedAt !== null;

/** Every notice about a case: how it is coloured, and when it is no longer true. */
export const TOLD: { readonly [Code in ToldCode]: ToldRule<Code> } = {
  'handover-accepted': { tone: 'good', stale: isVoid },
  'handover-returned': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'handover-advised': {
    tone: 'good',
    stale: (kase, { handover }) => isVoid(kase) || offerOf(kase, handover)?.from !== kase.owner,
  },
  'handover-forwarded': {
    tone: 'default',
    // The forwarder's offer is the next one.
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
  // What the company said last is to be read by whoever has the case, closed meanwhile or not.
  'contact-added': { tone: 'default', stale: isVoid },
  'left-joint': { tone: 'good', stale: (kase) => !isActive(kase) },
  'grey-zone-settled': { tone: 'good', stale: (kase) => isVoid(kase) || kase.greyZone },
  'follow-up-accepted': { tone: 'good', stale: (kase) => kase.followUp?.state !== 'accepted' },
  'follow-up-declined': { tone: 'good', stale: (kase) => kase.followUp?.state !== 'declined' },
  'offer-reminder': {
    tone: 'warning',
    stale: (kase, { handover }, to) => {
      const open = openHandover(kase);
      return open?.number !== handover || (to.kind === 'tell.organisation' && to.organisation !== open.to);
    },
  },
  'offer-expired': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'offer-expired-late': { tone: 'warning', stale: (kase, { handover }) => !isBackWithSender(kase, handover) },
  'owner-reminder': {
    tone: 'warning',
    forHolder: () => true,
    stale: (kase, { clock }) => !isUnanswered(kase, clock) || kase.promise.broken,
  },
  'call-back': {
    tone: 'warning',
    // Whoever planned it calls; where the case has gone to another organisation, whoever has it there.
    forHolder: ({ callBack, owner }) => callBack?.by.organisation !== owner,
    stale: (kase, { at }) => !isActive(kase) || kase.callBack?.at !== at,
  },
  'promise-broken': {
    tone: 'warning',
    forHolder: () => true,
    stale: (kase, { clock }) => !isUnanswered(kase, clock),
  },
};

/** Whether the code is one that this release knows. */
function isTold(code: string): code is ToldCode {
  return Object.hasOwn(TOLD, code);
}

/** What a row of 0.1.0 does not say, taken for the case's last offer, question and clock. */
function completed<One extends Tell>(tell: One, kase: Case): One {
  const handover = kase.handovers.length - (tell.notice === 'handover-forwarded' ? 1 : 0);
  const question = kase.handovers.at(-1)?.questions.length ?? 0;
  return { handover, question, clock: clockOf(kase), ...tell };
}

function isStale<Code extends ToldCode>(code: Code, kase: Case, data: ToldData[Code], to: Tell): boolean {
  return TOLD[code].stale(kase, data, to);
}

/** Whether what was to be told of a case is no longer true, or of no more use, as the case now is. */
export function staleFor(tell: Tell, kase: Case): boolean {
  // A row of a later release, after going back to this one, is told rather than lost.
  if (!isTold(tell.notice)) return false;
  const whole = completed(tell, kase);
  return isStale(whole.notice, kase, whole as unknown as ToldData[typeof whole.notice], whole);
}

/** To whom it goes now: what is for whoever has the case follows the case. */
export function addressedNow(tell: Tell, kase: Case): Tell {
  if (!isTold(tell.notice) || !TOLD[tell.notice].forHolder?.(kase)) return tell;
  if (tell.kind === 'tell.organisation')
    return tell.to === 'channel' ? { ...tell, organisation: kase.owner } : tell;
  if (kase.assignee) return { ...tell, person: kase.assignee.person };
  const { person: _, ...rest } = tell;
  return { ...rest, kind: 'tell.organisation', organisation: kase.owner, to: 'channel' };
}

/** What is said of it at `now`, which may be later than it was queued; null where there is nothing to say any more. */
export function noticeNow(tell: Tell, kase: Case, now: string): CaseNotice | null {
  if (staleFor(tell, kase)) return null;
  const whole = completed(tell, kase);
  const accepted = whole.notice === 'handover-accepted' ? offerOf(kase, whole.handover)?.to : undefined;
  const params = { caseId: kase.id, owner: accepted ?? kase.owner };
  const { answeredAt, dueAt } = kase.promise;
  // Only who still can keep the promise is told so.
  const late = tell.notice === 'offer-expired' && (answeredAt !== null || now > dueAt);
  return { code: late ? 'offer-expired-late' : tell.notice, params };
}

/** How a notice is coloured: one about a case as its rule says, a lost channel as a warning, any other as good news. */
export function toneOf(code: NoticeCode): NoticeTone {
  if (code === 'channel-lost') return 'warning';
  return isTold(code) ? TOLD[code].tone : 'good';
}

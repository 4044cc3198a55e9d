import type { Case, Effect } from '../case/case.ts';
import { closeHandover, isActive, mayShare, openHandover, restingStatus } from '../case/state.ts';
import { instantOfShare, justAfter } from './clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The steps of the promise (handover.md, the table under "The promise"). */
export const STEPS = ['offer-25', 'owner-50', 'offer-50', 'offer-75', 'broken-100'] as const;
export type StepName = (typeof STEPS)[number];

const SHARES: Readonly<Record<StepName, number>> = {
  'offer-25': 0.25,
  'owner-50': 0.5,
  'offer-50': 0.5,
  'offer-75': 0.75,
  'broken-100': 1,
};

/** One step that has fallen due. `key` is what makes it happen once: steps of an offer happen once for each offer. */
export interface Step {
  readonly name: StepName;
  readonly key: string;
  readonly at: string;
}

/** Every step still ahead of the case or due, in the order of time. A stopped or void clock has none. */
export function stepsOf(kase: Case, calendar: WorkingCalendar): readonly Step[] {
  if (!isActive(kase) || kase.promise.answeredAt !== null) return [];
  const offer = openHandover(kase);
  const steps: Step[] = [];
  for (const name of STEPS) {
    const ofOffer = name.startsWith('offer');
    if (ofOffer && offer === undefined) continue;
    const key = ofOffer ? `${name}:${offer?.number}` : name;
    if (kase.steps.includes(key)) continue;
    const at = instantOfShare(kase.promise, SHARES[name], calendar);
    // A share that had passed before the offer was made says nothing about how long the offer has waited.
    if (ofOffer && offer !== undefined && at <= offer.offeredAt) continue;
    // Answered at the due time is in time: the promise breaks after it.
    steps.push({ name, key, at: name === 'broken-100' ? justAfter(at) : at });
  }
  return steps.sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : STEPS.indexOf(a.name) - STEPS.indexOf(b.name),
  );
}

/** When the clock next has something to do about the case; null where it never has. */
export function nextStepAt(kase: Case, calendar: WorkingCalendar): string | null {
  return stepsOf(kase, calendar)[0]?.at ?? null;
}

/** The first step that has fallen due. One at a time: what it does may make the next one needless. */
export function dueStep(kase: Case, calendar: WorkingCalendar, now: string): Step | undefined {
  const first = stepsOf(kase, calendar)[0];
  return first !== undefined && first.at <= now ? first : undefined;
}

/** What a step does to a case, and what is told to whom. Pure; the caller writes history and saves. */
export function takeStep(
  kase: Case,
  step: Step,
  calendar: WorkingCalendar,
  now: string,
): { readonly case: Case; readonly event: string; readonly effects: readonly Effect[] } {
  const offer = openHandover(kase);
  const notBefore = kase.priority === 'urgent' ? now : calendar.nextOfficeHour(now);
  const tell = (organisation: Case['owner'], to: 'channel' | 'coordinators', notice: string): Effect => ({
    kind: 'tell.organisation',
    organisation,
    to,
    notice,
    notBefore,
  });
  const owner: Effect[] = kase.assignee
    ? [{ kind: 'tell.person', person: kase.assignee.person, notice: 'owner-reminder', notBefore }]
    : [tell(kase.owner, 'channel', 'owner-reminder')];
  const done: Case = { ...kase, steps: [...kase.steps, step.key] };
  switch (step.name) {
    case 'offer-25':
      return {
        case: done,
        event: 'reminded',
        effects: offer ? [tell(offer.to, 'channel', 'offer-reminder')] : [],
      };
    case 'owner-50':
      return { case: done, event: 'reminded', effects: owner };
    case 'offer-50':
      return {
        case: done,
        event: 'reminded',
        effects: offer ? [tell(offer.to, 'coordinators', 'offer-reminder')] : [],
      };
    case 'offer-75': {
      if (!offer) return { case: done, event: 'reminded', effects: [] };
      const closed = closeHandover(done, { state: 'expired', settledAt: now, settledBy: null });
      return {
        case: { ...closed, status: restingStatus(closed) },
        event: 'expired',
        effects: [
          { kind: 'crm.save' },
          { kind: 'card.refresh' },
          tell(kase.owner, 'channel', 'offer-expired'),
          tell(kase.owner, 'coordinators', 'offer-expired'),
          tell(offer.to, 'coordinators', 'offer-expired'),
        ],
      };
    }
    case 'broken-100': {
      const held = new Set([
        kase.owner,
        ...kase.handovers.flatMap(({ from, to, state }) =>
          state === 'accepted' || state === 'offered' ? [from, to] : [from],
        ),
      ]);
      return {
        case: { ...done, promise: { ...kase.promise, broken: true } },
        event: 'promise-broken',
        effects: [
          { kind: 'crm.save' },
          { kind: 'card.refresh' },
          tell(kase.owner, 'channel', 'promise-broken'),
          ...[...held]
            .filter((organisation) => organisation === kase.owner || mayShare(kase))
            .map((organisation) => tell(organisation, 'coordinators', 'promise-broken')),
        ],
      };
    }
    default: {
      const never: never = step.name;
      return never;
    }
  }
}

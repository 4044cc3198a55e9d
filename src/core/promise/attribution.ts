import type { Case, Promise48 } from '../case/case.ts';
import type { HistoryEntry } from '../case/events.ts';
import { standingLines } from '../case/undoable.ts';
import type { OrganisationId } from '../organisation.ts';
import { elapsedBetween } from './clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Hours in both readings. */
interface Hours {
  readonly working: number;
  readonly elapsed: number;
}

/** The share of a promise's time that an organisation answers for (handover.md, "Time is attributed"). */
export interface Attribution {
  readonly organisation: OrganisationId;
  /** Hours for which it owned the case while the clock ran. */
  readonly held: Hours;
  /** Hours for which offers to it were unanswered while the clock ran; the sender owned the case meanwhile. */
  readonly unanswered: Hours;
}

/**
 * Attributes the time of a promise until `now`, from history alone, so that it can be computed for any past moment. The
 * clock runs from the first contact (which the first owner answers for, even before it was logged) to the answer, or to
 * the end of a case that ended unanswered. The held hours of all organisations add up to the clock's.
 */
export function attribute(
  kase: Case,
  history: readonly HistoryEntry[],
  calendar: WorkingCalendar,
  now: string,
  promise: Promise48 = kase.promise,
): readonly Attribution[] {
  const start = promise.contactedAt;
  const past = history.filter(({ at }) => at <= now).sort((a, b) => a.sequence - b.sequence);
  const ended = standingLines(past).find(
    ({ at, toStatus }) => at >= start && (toStatus === 'withdrawn' || toStatus === 'entered-in-error'),
  )?.at;
  const end = [now, promise.answeredAt, ended].reduce<string>(
    (first, one) => (one != null && one < first ? one : first),
    now,
  );
  const sums = new Map<OrganisationId, { held: Hours; unanswered: Hours }>();
  const none: Hours = { working: 0, elapsed: 0 };
  const add = (who: OrganisationId, part: 'held' | 'unanswered', from: string, to: string) => {
    const begin = from < start ? start : from;
    const until = to > end ? end : to;
    if (until <= begin) return;
    const sum = sums.get(who) ?? { held: none, unanswered: none };
    sums.set(who, {
      ...sum,
      [part]: {
        working: sum[part].working + calendar.hoursBetween(begin, until),
        elapsed: sum[part].elapsed + elapsedBetween(begin, until),
      },
    });
  };
  past.forEach((entry, i) => {
    add(entry.owner, 'held', i === 0 ? start : entry.at, past[i + 1]?.at ?? end);
  });
  for (const { to, offeredAt, settledAt } of kase.handovers) {
    if (offeredAt <= now) add(to, 'unanswered', offeredAt, settledAt ?? end);
  }
  return [...sums].map(([organisation, sum]) => ({ organisation, ...sum }));
}

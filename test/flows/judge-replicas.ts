import { parseOrganisation } from '../../src/core/organisation.ts';
import { RATE_LIMITS } from '../../src/worker/rate-limits.ts';
import type { Outcome } from './replicas.ts';

/** What went wrong in a trial of replicas: ids of cases, and counts. All of it must be empty. */
export interface Verdict {
  /** Acknowledged, and not in the store. */
  readonly lost: readonly string[];
  /** In the store twice, or without anybody who asked for it. */
  readonly double: readonly string[];
  /** Without an owner, owned by another than accepted it, or accepted twice. */
  readonly unowned: readonly string[];
  /** Without its card in the receiver's channel and not on the not-delivered list, or with two cards there. */
  readonly unseen: readonly string[];
  /** Not in the CRM as they are. */
  readonly behind: readonly string[];
  /** Rows of the outbox that still wait. */
  readonly waiting: number;
  /** Messages to the channel that went sooner after others than its limits allow. */
  readonly tooSoon: number;
}

export function judge({ kept, ...outcome }: Outcome): Verdict {
  const ids = new Set(kept.map(({ id }) => id));
  const drafts = Map.groupBy(kept, ({ draftId }) => draftId);
  const twice = [...drafts.values()].flatMap((some) => some.slice(1).map(({ id }) => id));
  const acknowledged = new Set(outcome.acknowledged);
  // Each confirmation that was never answered may have made one.
  const unasked = kept.filter(({ id }) => !acknowledged.has(id)).slice(outcome.unsaid);
  return {
    lost: [...acknowledged].filter((id) => !ids.has(id)),
    double: [
      ...twice,
      ...unasked.map(({ id }) => id),
      ...outcome.acknowledged.filter((id, index, all) => all.indexOf(id) !== index),
    ],
    unowned: kept.flatMap(({ id, owner, assignee }) => {
      const accepts = outcome.events.get(id)?.filter((event) => event === 'accepted').length ?? 0;
      const told = outcome.accepted.get(id);
      const isRight =
        parseOrganisation(owner) === owner &&
        accepts <= 1 &&
        (accepts === 0 || owner === 'ehm-midtjylland') &&
        (told === undefined || assignee?.person === told);
      return isRight ? [] : [id];
    }),
    unseen: kept.flatMap(({ id }) => {
      const cards = outcome.cards.get(id) ?? 0;
      return cards === 1 || (cards === 0 && outcome.parked.has(id)) ? [] : [id];
    }),
    behind: outcome.behind,
    waiting: outcome.waiting,
    tooSoon: outcome.paced.reduce((sum, times) => sum + tooSoon(times.toSorted((a, b) => a - b)), 0),
  };
}

function tooSoon(times: readonly number[]): number {
  const early = RATE_LIMITS.teams.map(
    ([count, seconds]) =>
      times.filter((time, index) => {
        const before = times[index - count];
        return before !== undefined && time - before < seconds * 1_000;
      }).length,
  );
  return Math.max(0, ...early);
}

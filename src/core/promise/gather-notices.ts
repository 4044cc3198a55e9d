import type { Effect } from '../case/effects.ts';
import type { Tell } from '../case/notices.ts';

/**
 * Key used to merge notices to the same recipient. The reminder of a planned call is never merged with those of the
 * promise.
 */
export function recipientOf(effect: Tell): string {
  if (effect.notice === 'call-back') return `call ${JSON.stringify(effect)}`;
  return effect.kind === 'tell.person' ? `person ${effect.person}` : `${effect.organisation} ${effect.to}`;
}

/**
 * Merges the effects of several steps taken at once (after an outage, or overnight): each recipient gets the last
 * notice only, and records and cards follow once (handover.md: reminders are gathered).
 */
export function gatherNotices(effects: readonly Effect[]): readonly Effect[] {
  const keyOf = (effect: Effect): string =>
    effect.kind === 'tell.person' || effect.kind === 'tell.organisation'
      ? recipientOf(effect)
      : JSON.stringify(effect);
  return effects.filter(
    (effect, place) => effects.findLastIndex((other) => keyOf(other) === keyOf(effect)) === place,
  );
}

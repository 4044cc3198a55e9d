import { type Activity, TurnContext } from 'botbuilder';
import type { Move } from '../../app/move-conversations.ts';
import type { ReadActivity } from './activity.ts';
import { movedTo, type Served, teamsConversationOf } from './address.ts';

/** Conversations whose address is remembered; more would fill the memory. */
const MOST = 5_000;

/**
 * Makes the function that learns from every activity in a channel or group chat where it is written to: Teams moves
 * conversations to other service addresses. The store is asked once for each address.
 */
export function createLearnAddress(
  move: Move,
  served: Served,
): (activity: ReadActivity, raw: Partial<Activity>) => Promise<void> {
  const seen = new Map<string, string>();
  return async (activity, raw) => {
    const place = teamsConversationOf(activity, TurnContext.getConversationReference(raw), served.appId);
    const address = activity.serviceUrl ?? '';
    if (place.kind === 'personal' || seen.get(place.id) === address) return;
    await move(place, (known) => movedTo(known, place, served));
    if (seen.size >= MOST) seen.clear();
    seen.set(place.id, address);
  };
}

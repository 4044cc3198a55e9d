import { endByConversation } from './confirm-membership.ts';
import type { Dependencies } from './dependencies.ts';
import { type Conversation, isSameConversation } from './ports/conversation.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Unbinds the channels that `fits` names: a team removed the bot, or the channel was deleted. A handover card that
 * still waits there goes to the organisation by its next way (another channel, its coordinators, the not-delivered
 * list; handover.md, "The promise"), and its coordinators get a notice. Returns how many bindings ended.
 */
export async function leaveConversations(
  stores: Stores,
  isGone: (conversation: Conversation) => boolean,
  now: string,
): Promise<number> {
  const bound = (await stores.bindings.all()).filter(({ conversation }) => isGone(conversation));
  for (const { organisation, conversation } of bound) {
    await stores.bindings.remove(organisation, conversation);
    await endByConversation(stores, organisation, conversation, now);
    for (const kase of await stores.cases.offeredTo(organisation)) {
      const cards = (await stores.posts.of(kase.id)).filter(
        (post) => post.organisation === organisation && post.person === null,
      );
      const lost = cards.filter((post) => isSameConversation(post.conversation, conversation));
      for (const { id } of lost) await stores.posts.remove(id);
      // A parked uncertain row still exists; it takes the next way now.
      await stores.outbox.unparkUncertain(kase.id, now);
      const stood = lost.some(({ messageId }) => messageId !== null);
      if (stood && lost.length === cards.length) {
        await stores.outbox.add(kase.id, [{ kind: 'card.post', organisation, card: 'handover' }], now);
      }
    }
    await stores.outbox.add(
      conversation.id,
      [{ kind: 'notice.coordinators', organisation, notice: 'channel-lost' }],
      now,
    );
  }
  return bound.length;
}

/** Ends bindings of conversations that no organisation should have had, without a notice. */
export async function unbind(
  stores: Stores,
  fits: (conversation: Conversation) => boolean,
  now: string,
): Promise<void> {
  for (const { organisation, conversation } of await stores.bindings.all()) {
    if (!fits(conversation)) continue;
    await stores.bindings.remove(organisation, conversation);
    await endByConversation(stores, organisation, conversation, now);
  }
}

/** Reports that the conversations which fit can no longer be written to. */
export type Leave = (isGone: (conversation: Conversation) => boolean) => Promise<void>;

/** The `Leave` of a channel: each call is one transaction. */
export function createLeave(deps: Pick<Dependencies, 'unitOfWork' | 'clock'>): Leave {
  return async (isGone) => {
    await deps.unitOfWork.run((stores) => leaveConversations(stores, isGone, deps.clock.now()));
  };
}

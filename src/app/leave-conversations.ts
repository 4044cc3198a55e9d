import { endByConversation } from './confirm-membership.ts';
import type { Dependencies } from './dependencies.ts';
import { type Conversation, isSameConversation } from './ports/conversation.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Channels are gone: a team removed the bot, or one was deleted. Their bindings end; every handover that still
 * waits for an answer on a card there is put before the office again, by the next way that leads to it (another channel,
 * its coordinators, the not-delivered list; handover.md, "The promise"); the coordinators are told. Returns how many
 * bindings ended.
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
      // What may not have arrived has its row still, which now takes the next way.
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

/** Ends the bindings of conversations that were never an office's, without telling anybody. */
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

/** Tells the product that the conversations which fit can no longer be written to. */
export type Leave = (isGone: (conversation: Conversation) => boolean) => Promise<void>;

export function createLeave(deps: Pick<Dependencies, 'unitOfWork' | 'clock'>): Leave {
  return async (isGone) => {
    await deps.unitOfWork.run((stores) => leaveConversations(stores, isGone, deps.clock.now()));
  };
}

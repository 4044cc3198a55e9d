import type { Deps } from './deps.ts';
import type { Stores } from './ports.ts';

/**
 * A channel is gone: the team removed the bot, or the channel was deleted. Its binding ends; every handover that still
 * waits for an answer on a card there is put before the office again, by the next way that leads to it (another channel,
 * its coordinators, the not-delivered list; handover.md, "The promise"); the coordinators are told. Returns how many
 * bindings ended.
 */
export async function leaveConversation(
  stores: Stores,
  conversationId: string,
  now: string,
): Promise<number> {
  const bound = (await stores.bindings.all()).filter(
    ({ conversation }) => conversation.id === conversationId,
  );
  for (const { organisation } of bound) {
    await stores.bindings.remove(organisation, conversationId);
    for (const kase of await stores.cases.offeredTo(organisation)) {
      const cards = (await stores.posts.of(kase.id)).filter(
        (post) => post.organisation === organisation && post.person === null,
      );
      const lost = cards.filter(({ conversation }) => conversation.id === conversationId);
      for (const { id } of lost) {
        await stores.posts.remove(id);
        // Whether it had arrived is no question any more.
        await stores.outbox.drop(id.slice(0, id.indexOf(':')));
      }
      if (lost.length > 0 && lost.length === cards.length) {
        await stores.outbox.add(kase.id, [{ kind: 'card.post', organisation, card: 'handover' }], now);
      }
    }
    await stores.outbox.add(
      conversationId,
      [{ kind: 'notice.coordinators', organisation, notice: 'channel-lost' }],
      now,
    );
  }
  return bound.length;
}

/** Tells the product that a conversation can no longer be written to. */
export type Leave = (conversationId: string) => Promise<void>;

export function createLeave(deps: Pick<Deps, 'unitOfWork' | 'clock'>): Leave {
  return async (conversationId) => {
    await deps.unitOfWork.run((stores) => leaveConversation(stores, conversationId, deps.clock.now()));
  };
}

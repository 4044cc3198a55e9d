import type { Actor } from '../core/person.ts';
import type { Inbound } from './inbound.ts';
import { isSameConversation } from './ports/conversation.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * A click proves that the card arrived and gives its message id. The uncertain post in that conversation gets the id,
 * and is updated in place from now on.
 */
export async function settleByClick(
  stores: Stores,
  caseId: string,
  inbound: Inbound,
  now: string,
): Promise<void> {
  const { cardMessageId, conversation } = inbound;
  if (cardMessageId === undefined) return;
  const here = (await stores.posts.of(caseId)).filter((post) =>
    isSameConversation(post.conversation, conversation),
  );
  const known = here.find(({ messageId }) => messageId === cardMessageId);
  const post = known ?? here.find(({ messageId, card }) => messageId === null && card !== 'reply');
  if (!post) return;
  if (!known) await stores.posts.save({ ...post, messageId: cardMessageId });
  // Also for a post with an id: the click may have come before the row was parked.
  await stores.outbox.unparkUncertain(caseId, now);
}

/** A person who acts on a case has seen it, so their parked uncertain rows leave the not-delivered list. */
export async function settleByActing(stores: Stores, caseId: string, by: Actor): Promise<void> {
  for (const { id, effect } of await stores.outbox.parkedUncertain(caseId)) {
    const meant =
      ('organisation' in effect && effect.organisation === by.organisation) ||
      ('person' in effect && effect.person === by.person);
    if (meant) await stores.outbox.drop(id);
  }
}

import type { Actor } from '../core/person.ts';
import type { Inbound } from './inbound.ts';
import { isSameConversation } from './ports/conversation.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * A click on a case's card says that it arrived, and what it is called: a post there of which that was uncertain is
 * found again and from now on brought up to date where it stands.
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
  const post = known ?? here.find(({ messageId }) => messageId === null);
  if (!post) return;
  if (!known) await stores.posts.save({ ...post, messageId: cardMessageId });
  // Also where it was known before: the click may have come sooner than the row was put aside.
  await stores.outbox.unparkUncertain(caseId, now);
}

/** Whoever acts on a case has seen it: what may not have reached them is off the not-delivered list. */
export async function settleByActing(stores: Stores, caseId: string, by: Actor): Promise<void> {
  for (const { id, effect } of await stores.outbox.parkedUncertain(caseId)) {
    const meant =
      ('organisation' in effect && effect.organisation === by.organisation) ||
      ('person' in effect && effect.person === by.person);
    if (meant) await stores.outbox.drop(id);
  }
}

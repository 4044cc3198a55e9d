import type { OrganisationId } from '../core/organisation.ts';
import type { Inbound } from './inbound.ts';
import type { Stores } from './ports.ts';

/** The outbox row that a post was made for. */
function rowOf(postId: string): string {
  return postId.slice(0, postId.indexOf(':'));
}

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
  const here = (await stores.posts.of(caseId)).filter((post) => post.conversation.id === conversation.id);
  const known = here.find(({ messageId }) => messageId === cardMessageId);
  const post = known ?? here.find(({ messageId }) => messageId === null);
  if (!post) return;
  if (!known) await stores.posts.save({ ...post, messageId: cardMessageId });
  await stores.outbox.again(rowOf(post.id), now);
}

/** Whoever acts on a case has seen it: what may not have reached their office is off the not-delivered list. */
export async function settleByActing(
  stores: Stores,
  caseId: string,
  organisation: OrganisationId,
): Promise<void> {
  for (const post of await stores.posts.of(caseId)) {
    if (post.messageId === null && post.organisation === organisation)
      await stores.outbox.drop(rowOf(post.id));
  }
}

import type { CardReader } from '../app/card-for.ts';
import { type Conversation, isSameConversation } from '../app/ports/conversation.ts';
import type { Outgoing } from '../app/ports/messenger.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { PostedCard } from '../app/ports/stores/post-store.ts';
import type { ReadStores, Stores } from '../app/ports/unit-of-work.ts';
import type { Case } from '../core/case/case.ts';
import { openHandover } from '../core/case/derived.ts';
import type { CardKind } from '../core/case/effects.ts';
import { taskOf } from '../core/case/tasks.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';

/**
 * One card a case and place: the first message about a case in a conversation is its card, which is updated in place.
 * What happens after is told there in one sentence, in the card's thread where the channel has threads.
 */

/** The kind of a post that is such a sentence. It is never updated. */
export const REPLY = 'reply';

/** A card that has arrived. */
export type StandingCard = PostedCard & { readonly messageId: string };

/** The case's card in a conversation, the newest where earlier versions posted several. */
export async function cardHere(
  stores: ReadStores,
  about: string,
  conversation: Conversation,
): Promise<StandingCard | undefined> {
  const posts = await stores.posts.of(about);
  return posts
    .flatMap((post) => {
      const { messageId } = post;
      const isHere = post.card !== REPLY && isSameConversation(post.conversation, conversation);
      return isHere && messageId !== null ? [{ ...post, messageId }] : [];
    })
    .toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1))
    .at(-1);
}

/**
 * Claims the place of the case's card for a post. False where another post has begun there and its outcome is not known yet.
 * One that never arrived, or of which nothing was heard by the second attempt, gives way.
 */
export async function claimPlace(stores: Stores, post: PostedCard, row: OutboxRow): Promise<boolean> {
  const holder = await stores.posts.claim(post);
  if (holder === post.id) return true;
  const other = await stores.posts.get(holder);
  if (other?.messageId === null && row.attempts === 1) return false;
  return (await stores.posts.claim(post, holder)) === post.id;
}

/** Forgets a card that takes no reply, so that the next message there is a card again, or shows that the place is gone. */
export async function forgetCard(reply: PostedCard, stores: Stores): Promise<void> {
  await stores.posts.remove(reply.id);
  const card = await cardHere(stores, reply.about, reply.conversation);
  if (card) await stores.posts.remove(card.id);
}

/** Renders the sentence for a reader as a reply to the card; undefined where the updated card says it all. */
export type DrawLine = (
  stores: ReadStores,
  reader: CardReader,
  card: StandingCard,
  inThread: boolean,
) => Promise<Outgoing | undefined>;

/** A reply to a card. A person may not look into the threads of their own chat, so there it is shown outside as well. */
export function replyTo(card: StandingCard, broadcast: boolean): NonNullable<Outgoing['reply']> {
  return { to: card.messageId, broadcast: broadcast || card.conversation.kind === 'personal' };
}

/** Whether everybody in the conversation is shown a sentence that stands in a thread: the promise is overdue. */
export function isOverdue({ promise, status }: Case, now: string): boolean {
  return promise.answeredAt === null && now > promise.dueAt && (status === 'open' || status === 'offered');
}

/** What a place is told that already has the card which is posted to it again. Null where nothing is asked of it now. */
export function postedAgain(kase: Case, organisation: OrganisationId, card: CardKind): Notice | null {
  const params = { caseId: kase.id, owner: kase.owner };
  switch (card) {
    case 'handover':
      return openHandover(kase)?.to === organisation ? noticeOf('sent-to-you', params) : null;
    case 'case':
      return noticeOf('part-in-case', params);
    case 'grey-zone':
      return kase.greyZone ? noticeOf('is-grey-zone', params) : null;
    case 'follow-up':
      return kase.followUp?.state === 'proposed' ? noticeOf('asked-to-follow-up', params) : null;
    case 'task':
      return taskOf(kase, organisation)?.state === 'open' ? noticeOf('has-task', params) : null;
    default: {
      const never: never = card;
      return never;
    }
  }
}

import type { CardReader } from '../app/card-for.ts';
import type { PostedCard } from '../app/ports/stores/post-store.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';

/** Who reads a posted card: everybody in its channel, or one person. Undefined where that person has left the office. */
export async function readerOf(post: PostedCard, stores: ReadStores): Promise<CardReader | undefined> {
  if (post.organisation === null) return undefined;
  if (post.person === null) {
    const binding = await stores.bindings.ofConversation(post.conversation);
    const { channel } = post.conversation;
    return { kind: 'channel', organisation: post.organisation, channel, language: binding?.language };
  }
  const members = await stores.people.membersOf(post.organisation);
  const person = members.find(({ id }) => id === post.person);
  return person && { kind: 'person', person, organisation: post.organisation };
}

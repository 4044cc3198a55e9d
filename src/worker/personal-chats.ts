import type { Channel } from '../app/ports/channel.ts';
import type { Conversation } from '../app/ports/conversation.ts';
import type { Messenger } from '../app/ports/messenger.ts';
import type { PersonReader } from '../app/ports/stores/person-store.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import type { Person } from '../core/person.ts';

type Messengers = ReadonlyMap<Channel, Messenger>;

/**
 * The stores with a personal chat for everybody whom a channel can write to first. In Slack a person's id is the address of
 * their chat; in Teams there is none before the person has installed the app or written to it.
 */
export function withPersonalChats(stores: ReadStores, messengers: Messengers): ReadStores {
  const conversationOf: PersonReader['conversationOf'] = async (id) => {
    const known = await stores.people.conversationOf(id);
    if (known) return known;
    const person = await stores.people.get(id);
    return person && firstAddress(person, messengers);
  };
  return { ...stores, people: { ...stores.people, conversationOf } };
}

function firstAddress({ identities }: Person, messengers: Messengers): Conversation | undefined {
  for (const messenger of messengers.values()) {
    for (const identity of identities) {
      const chat = messenger.chatWith?.(identity);
      if (chat) return chat;
    }
  }
  return undefined;
}

import type { Answer } from '../core/answer.ts';
import { openHandover } from '../core/case/derived.ts';
import type { Chats } from '../core/chats.ts';
import type { Person } from '../core/person.ts';
import type { ReadStores } from './ports/unit-of-work.ts';

/** The tenant or workspace of an identity, with its channel: `teams:<tenant>`. */
function homeOf(identity: string): string {
  return identity.split(':').slice(0, 2).join(':');
}

/**
 * How a reader's client opens a chat with people, by their ids: those of the directory who are in the reader's own tenant
 * or workspace, the reader apart. Somebody of another tenant, or who has left, cannot be written to from there.
 * `identities` are the reader's on the channel that shows the answer.
 */
async function chatsWith(
  people: readonly string[],
  reader: Pick<Person, 'id' | 'identities'>,
  stores: ReadStores,
): Promise<Chats> {
  const homes = reader.identities.map(homeOf);
  const chats: Record<string, string> = {};
  for (const id of new Set(people)) {
    const person = id === reader.id ? undefined : await stores.people.get(id);
    const identity = person?.identities.find((one) => homes.includes(homeOf(one)));
    if (identity !== undefined && person && person.memberships.length > 0) chats[id] = identity;
  }
  return chats;
}

/** The colleagues whom a case names to its reader: who has it, and who sent the open offer. */
function namedIn({ case: kase }: Extract<Answer, { kind: 'case' }>): readonly string[] {
  const named = [kase.assignee, openHandover(kase)?.offeredBy];
  return named.flatMap((one) => (one && one.name !== '' ? [one.person] : []));
}

/** An answer with the ways to chat with those whom it names. What everybody in a conversation reads has none. */
export async function withChats(
  answer: Answer,
  reader: Pick<Person, 'id' | 'identities'>,
  stores: ReadStores,
): Promise<Answer> {
  switch (answer.kind) {
    case 'case': {
      if (answer.viewer.relation === 'channel') return answer;
      const chats = await chatsWith(namedIn(answer), reader, stores);
      return Object.keys(chats).length === 0 ? answer : { ...answer, chats };
    }
    case 'running-case': {
      const { assigneeId } = answer.running;
      if (assigneeId === undefined) return answer;
      const { [assigneeId]: chat } = await chatsWith([assigneeId], reader, stores);
      return chat === undefined ? answer : { ...answer, chat };
    }
    case 'office': {
      const ids = answer.people.map(({ id }) => id);
      return { ...answer, chats: await chatsWith(ids, reader, stores) };
    }
    default:
      return answer;
  }
}

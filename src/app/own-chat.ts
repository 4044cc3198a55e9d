import type { Dependencies } from './dependencies.ts';
import type { Conversation } from './ports/conversation.ts';

/** The own chat with the bot of the person with a channel identity; undefined where they have none yet. */
export type OwnChat = (identity: string) => Promise<Conversation | undefined>;

/** Makes what finds people's own chats. */
export function createOwnChat({ unitOfWork }: Pick<Dependencies, 'unitOfWork'>): OwnChat {
  return (identity) =>
    unitOfWork.read(async ({ people }) => {
      const person = await people.byIdentity(identity);
      return person && people.conversationOf(person.id);
    });
}

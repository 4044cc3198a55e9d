import type { Dependencies } from './dependencies.ts';
import type { Conversation, ConversationKey } from './ports/conversation.ts';

/** Reports where a conversation is written to now; `moved` gives it anew, or undefined where its address is the same. */
export type Move = (
  key: ConversationKey,
  moved: (known: Conversation) => Conversation | undefined,
) => Promise<void>;

/** The `Move` of a channel: the binding of a conversation that has moved gets its new address, in one transaction. */
export function createMove({ unitOfWork }: Pick<Dependencies, 'unitOfWork'>): Move {
  return async (key, moved) => {
    const known = await unitOfWork.read((stores) => stores.bindings.ofConversation(key));
    if (!known || !moved(known.conversation)) return;
    await unitOfWork.run(async (stores) => {
      const binding = await stores.bindings.ofConversation(key);
      const conversation = binding && moved(binding.conversation);
      if (conversation) await stores.bindings.save({ ...binding, conversation });
    });
  };
}

import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation, ConversationKey } from '../conversation.ts';

/** An office's channel. */
export interface Binding {
  readonly organisation: OrganisationId;
  readonly conversation: Conversation;
  readonly boundBy: string;
  readonly boundAt: string;
}

export interface BindingReader {
  ofOrganisation(organisation: OrganisationId): Promise<readonly Binding[]>;
  /** By channel and id: ids of one channel may be chosen by people of another. */
  ofConversation(conversation: ConversationKey): Promise<Binding | undefined>;
  all(): Promise<readonly Binding[]>;
}

export interface BindingStore extends BindingReader {
  save(binding: Binding): Promise<void>;
  remove(organisation: OrganisationId, conversation: ConversationKey): Promise<void>;
}

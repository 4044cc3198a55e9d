import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation, ConversationKey } from '../conversation.ts';

/** A channel bound to an organisation. */
export interface Binding {
  readonly organisation: OrganisationId;
  readonly conversation: Conversation;
  readonly boundBy: string;
  readonly boundAt: string;
}

/** The channels bound to organisations. */
export interface BindingReader {
  ofOrganisation(organisation: OrganisationId): Promise<readonly Binding[]>;
  /** By channel and id: two channels may use the same id. */
  ofConversation(conversation: ConversationKey): Promise<Binding | undefined>;
  all(): Promise<readonly Binding[]>;
}

export interface BindingStore extends BindingReader {
  save(binding: Binding): Promise<void>;
  remove(organisation: OrganisationId, conversation: ConversationKey): Promise<void>;
}

import type { OrganisationId } from '../../../core/organisation.ts';
import type { Language } from '../../../core/vocabulary.ts';
import type { Conversation, ConversationKey } from '../conversation.ts';

/** A channel bound to an organisation. */
export interface Binding {
  readonly organisation: OrganisationId;
  readonly conversation: Conversation;
  readonly boundBy: string;
  readonly boundAt: string;
  /** The language of what everybody in the channel reads, where one was chosen there. */
  readonly language?: Language | undefined;
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

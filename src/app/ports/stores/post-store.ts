import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation } from '../conversation.ts';

/** A message of ours in a conversation. A case's card is updated with its case. */
export interface PostedCard {
  readonly id: string;
  /** The case; for a notice about none, what its outbox row is about. */
  readonly about: string;
  readonly card: string;
  readonly organisation: OrganisationId | null;
  /** The person whose chat has it; null for a channel's. */
  readonly person: string | null;
  readonly conversation: Conversation;
  /** Null while it is uncertain whether the post arrived. */
  readonly messageId: string | null;
  readonly shownRevision: number;
}

/** The messages of ours that stand in conversations. */
export interface PostReader {
  of(about: string): Promise<readonly PostedCard[]>;
  get(id: string): Promise<PostedCard | undefined>;
}

export interface PostStore extends PostReader {
  save(post: PostedCard): Promise<void>;
  /** Removes a post, and its claim of a place. */
  remove(id: string): Promise<void>;
  /**
   * Claims the place of a case's card in a conversation. Resolves with the id of the post that has it: the given one, or
   * another that claimed it before. `instead` is the post whose claim is taken over.
   */
  claim(post: Pick<PostedCard, 'id' | 'about' | 'conversation'>, instead?: string): Promise<string>;
}

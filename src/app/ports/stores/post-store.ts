import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation } from '../conversation.ts';

/** A card that stands in a conversation and must follow its case. */
export interface PostedCard {
  readonly id: string;
  readonly caseId: string;
  readonly card: string;
  readonly organisation: OrganisationId | null;
  /** Whose personal card it is; null for a channel's. */
  readonly person: string | null;
  readonly conversation: Conversation;
  /** Null while it is uncertain whether the post arrived. */
  readonly messageId: string | null;
  readonly shownRevision: number;
}

export interface PostReader {
  of(caseId: string): Promise<readonly PostedCard[]>;
  get(id: string): Promise<PostedCard | undefined>;
}

export interface PostStore extends PostReader {
  save(post: PostedCard): Promise<void>;
  remove(id: string): Promise<void>;
}

import type { Answer } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { Language } from '../core/vocabulary.ts';
import type { ReadText } from '../text/read-text.ts';
import type { Budget } from './deadline.ts';
import type { Channel } from './ports/channel.ts';
import type { Conversation } from './ports/conversation.ts';

/** Who acted, as the channel verified it: never from a payload. */
export interface VerifiedPerson {
  /** `teams:<tenant>:<object id>` or `slack:<team>:<user>`. */
  readonly identity: string;
  readonly name: string;
  /** A guest of the tenant or workspace, or somebody from outside: only the directory can vouch for them. */
  readonly guest: boolean;
  /** Nobody in particular: an event's activity names no person, so none is learned from it. */
  readonly unverified?: boolean;
  /** Other identities that the channel vouches for: the same person in another workspace of one organisation. */
  readonly aliases?: readonly string[];
  /** What the channel calls the person in its own messages, where that is another id: Teams asks for it to refresh cards. */
  readonly address?: string | undefined;
  /** The client's language tag, where it sends one: `da-DK`. */
  readonly locale: string | null;
}

/** What the reader of text took out of a message: codes of the parts left out, and whom a pasted mail is from. */
export type Aside = Pick<ReadText, 'leftOut' | 'contact' | 'unread'>;

/** One delivery from a channel. The same activity may be delivered again: `deliveryId` is what tells. */
export interface Inbound {
  readonly channel: Channel;
  readonly deliveryId: string;
  readonly person: VerifiedPerson;
  readonly conversation: Conversation;
  readonly command: Command;
  /**
   * Who sees the answer: the person alone (personal chat, a card's own answer), or everybody in the conversation, who
   * get the common view.
   */
  readonly audience: 'person' | 'conversation';
  /** The words came in a message that stays in the chat, where others may read it: no form, no slash command. */
  readonly standsInChat?: boolean | undefined;
  /** The message whose card was clicked, where the channel tells: how an uncertain post is found to have arrived. */
  readonly cardMessageId?: string | undefined;
  /** The time of the turn, begun where the request came in; a Teams message's where it is left out. */
  readonly budget?: Budget | undefined;
  readonly aside?: Aside | undefined;
  /** The key of the message itself, where a delivery's own key does not tell: an edit of it names this one. */
  readonly messageKey?: string | undefined;
  /** The delivery tells of an edit: the key of the message as it first came, and when that was (ISO), where it is known. */
  readonly edit?: { readonly of: string; readonly sentAt: string | null } | undefined;
}

/** What a turn answers with, and in which language. The channel draws it. */
export interface Reply {
  readonly answers: readonly Answer[];
  readonly language: Language;
}

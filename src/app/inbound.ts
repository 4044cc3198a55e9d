import type { Answer } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { Language } from '../core/vocabulary.ts';
import type { ReadText } from '../text/read-text.ts';
import type { Budget } from './deadline.ts';
import type { Channel } from './ports/channel.ts';
import type { Conversation } from './ports/conversation.ts';

/** The acting person, as the channel verified them: never from a payload. */
export interface VerifiedPerson {
  /** `teams:<tenant>:<object id>` or `slack:<team>:<user>`. */
  readonly identity: string;
  readonly name: string;
  /** A guest of the tenant or workspace, or an external user: only the directory can vouch for them. */
  readonly guest: boolean;
  /** An event names no person, so nobody is learned from it. */
  readonly unverified?: boolean;
  /** Other identities that the channel vouches for: the same person in another workspace of one organisation. */
  readonly aliases?: readonly string[];
  /** The channel's own id of the person, where it differs from the identity: Teams wants it to refresh cards. */
  readonly address?: string | undefined;
  /** The client's language tag, where it sends one: `da-DK`. */
  readonly locale: string | null;
}

/** What reading the text left out: codes of the parts, and the sender of a pasted mail. */
export type Aside = Pick<ReadText, 'leftOut' | 'contact' | 'unread'> & {
  /** Colleagues whom the message mentions by the platform's own means. Absent where there are none. */
  readonly mentions?: ReadText['mentions'];
};

/** The parts beside a text that was read; undefined where there are none. */
export function asideOf({ leftOut, contact, unread, mentions }: ReadText): Aside | undefined {
  if (leftOut.length + mentions.length + Object.keys(contact).length === 0) return undefined;
  return { leftOut, contact, unread, ...(mentions.length > 0 && { mentions }) };
}

/** One delivery from a channel. The platform may repeat it; `deliveryId` identifies repeats. */
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
  /** The text stands in a chat message that others may read, unlike a form or a slash command. */
  readonly standsInChat?: boolean | undefined;
  /** The message whose card was clicked, where the channel says: it proves that an uncertain post arrived. */
  readonly cardMessageId?: string | undefined;
  /** The message came with files or pictures, which are not kept. */
  readonly hasFiles?: boolean | undefined;
  /** The turn's time budget. Left out: it starts now, with the limit of a message. */
  readonly budget?: Budget | undefined;
  readonly aside?: Aside | undefined;
  /** The command comes from the board, not from a chat: a change of a setting says so in its history. */
  readonly onBoard?: boolean | undefined;
  /** The command is a line that has been held since then (ISO): the turn takes it, so that it is carried out once. */
  readonly heldAt?: string | undefined;
  /** The key of the message itself, where it differs from the delivery's key. An edit refers to it. */
  readonly messageKey?: string | undefined;
  /** The delivery is an edit. `of`: the key of the message as first sent; `sentAt`: when (ISO), where known. */
  readonly edit?: { readonly of: string; readonly sentAt: string | null } | undefined;
}

/** The answers of a turn and their language. The channel renders them. */
export interface Reply {
  readonly answers: readonly Answer[];
  readonly language: Language;
}

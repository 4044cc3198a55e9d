import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import type { Channel } from './channel.ts';
import type { Conversation } from './conversation.ts';

/** A message as data. The channel renders it. */
export interface Outgoing {
  readonly answer: Answer;
  readonly language: Language;
  /** For a shared card: the channel's own addresses of the users who may ask for their own view of it. */
  readonly viewers?: readonly string[];
  /** The Slack user group that is called with a new message. */
  readonly userGroup?: string;
  /**
   * The message is a reply to one of the same conversation, where that has threads. `broadcast`: it is shown to everybody
   * in the conversation as well.
   */
  readonly reply?: { readonly to: string; readonly broadcast: boolean };
}

/**
 * The outcome of a delivery. `uncertain`: it may have arrived, so it is repaired by update, never posted again.
 * `gone`: the conversation no longer exists. `refused`: the conversation will never take this message (413, 400).
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly outcome: 'uncertain'; readonly code: string }
  | { readonly outcome: 'gone'; readonly code: string }
  | { readonly outcome: 'refused'; readonly code: string };

/** Sends to people and channels outside the turn. One per channel. `signal` cancels a call. */
export interface Messenger {
  readonly channel: Channel;
  /** Whether messages in the conversation can have replies of their own. Left out: none can. */
  readonly hasThreads?: (conversation: Conversation) => boolean;
  post(to: Conversation, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
  /** The chat with a person who has not written yet, where the channel can write first; undefined for other identities. */
  chatWith?(identity: string): Conversation | undefined;
  update(to: Conversation, messageId: string, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
}

import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import type { Channel } from './channel.ts';
import type { Conversation } from './conversation.ts';

/** A message to be drawn by the channel that carries it. */
export interface Outgoing {
  readonly answer: Answer;
  readonly language: Language;
  /** A shared card: the channel's own addresses of those who may ask for their own view of it. */
  readonly viewers?: readonly string[];
}

/**
 * How a delivery ended. `uncertain`: it may have arrived, so it is repaired by update, never posted again blindly.
 * `gone`: the place is no more. `refused`: the place will never take this message (413, 400), whoever tries again.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly outcome: 'uncertain'; readonly code: string }
  | { readonly outcome: 'gone'; readonly code: string }
  | { readonly outcome: 'refused'; readonly code: string };

/** Sends to people and channels outside the turn. One for each channel. `signal` ends a call that takes too long. */
export interface Messenger {
  readonly channel: Channel;
  post(to: Conversation, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
  update(to: Conversation, messageId: string, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
}

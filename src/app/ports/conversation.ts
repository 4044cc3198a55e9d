import type { Channel } from './channel.ts';

/** A place messages can be sent to. `reference` is the channel's own opaque address (JSON). */
export interface Conversation {
  readonly channel: Channel;
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly reference: string;
}

/** What tells conversations apart. */
export type ConversationKey = Pick<Conversation, 'channel' | 'id'>;

/** Whether two are the same conversation: an id alone means nothing outside its channel. */
export function isSameConversation(one: ConversationKey, other: ConversationKey): boolean {
  return one.channel === other.channel && one.id === other.id;
}

import type { Channel } from './channel.ts';

/** A place to send messages to. `reference` is the channel's own opaque address (JSON). */
export interface Conversation {
  readonly channel: Channel;
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly reference: string;
}

/** The key of a conversation. */
export type ConversationKey = Pick<Conversation, 'channel' | 'id'>;

/** Whether two are the same conversation: ids are unique within a channel only. */
export function isSameConversation(one: ConversationKey, other: ConversationKey): boolean {
  return one.channel === other.channel && one.id === other.id;
}

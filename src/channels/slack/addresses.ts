import { z } from 'zod';
import type { Conversation } from '../../app/ports/conversation.ts';

/** A place in Slack: a channel, a group, or the direct messages with a person, addressed by the person's id. */
export interface SlackPlace {
  readonly team: string;
  readonly channel: string;
  readonly kind: Conversation['kind'];
  readonly thread?: string | undefined;
  /** Whether a message in the thread is shown in the channel as well. */
  readonly broadcast?: boolean | undefined;
}

const referenceShape = z.object({
  team: z.string().min(1),
  channel: z.string().min(1),
});

/** The direct messages of the app with a person. Slack accepts the person's id as the channel to post to. */
export function personalPlace(team: string, user: string): SlackPlace {
  return { team, channel: user, kind: 'personal' };
}

/** The kind of a channel, by the prefix of its id. */
export function conversationKindOf(channel: string): Conversation['kind'] {
  if (/^[DUW]/.test(channel)) return 'personal';
  return channel.startsWith('G') ? 'group' : 'channel';
}

/** The channel of an action. Direct messages, and actions without a channel, belong to the person's own place. */
export function placeIn(team: string, user: string, channel: string | null | undefined): SlackPlace {
  if (!channel || conversationKindOf(channel) === 'personal') return personalPlace(team, user);
  return { team, channel, kind: conversationKindOf(channel) };
}

/** A place as a conversation that the application can store. */
export function slackConversationOf(place: SlackPlace): Conversation {
  const { team, channel, kind } = place;
  return {
    channel: 'slack',
    id: `slack:${team}:${channel}`,
    kind,
    // Without the thread: binding from a thread binds the whole channel.
    reference: JSON.stringify({ team, channel }),
  };
}

/** The place of a stored conversation. Undefined where the reference was not written by this file. */
export function placeOf(conversation: Conversation): SlackPlace | undefined {
  try {
    const read = referenceShape.safeParse(JSON.parse(conversation.reference));
    return read.success ? { ...read.data, kind: conversation.kind } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A message's id. It includes the channel, which Slack needs for an update and which differs from the person's id in
 * direct messages.
 */
export function messageIdOf(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

/** The channel and timestamp of a message's id. Undefined where the text is no such id. */
export function readMessageId(id: string): { readonly channel: string; readonly ts: string } | undefined {
  const [, channel, ts] = /^([A-Z0-9]+)\/([\d.]+)$/.exec(id) ?? [];
  return channel && ts ? { channel, ts } : undefined;
}

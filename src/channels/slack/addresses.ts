import { z } from 'zod';
import type { Conversation } from '../../app/ports/conversation.ts';

/** Where in Slack something is: a channel, a group or, by the person's id, the direct messages with the app. */
export interface SlackPlace {
  readonly team: string;
  readonly channel: string;
  readonly kind: Conversation['kind'];
  readonly thread?: string | undefined;
}

const referenceShape = z.object({
  team: z.string().min(1),
  channel: z.string().min(1),
});

/** Our direct messages with a person. Slack takes the person's id as the channel to post to. */
export function personalPlace(team: string, user: string): SlackPlace {
  return { team, channel: user, kind: 'personal' };
}

/** The kind of a channel, by what its id begins with. */
export function conversationKindOf(channel: string): Conversation['kind'] {
  if (/^[DUW]/.test(channel)) return 'personal';
  return channel.startsWith('G') ? 'group' : 'channel';
}

/** The channel that something was done in; direct messages and what has no channel are the person's own place. */
export function placeIn(team: string, user: string, channel: string | null | undefined): SlackPlace {
  if (!channel || conversationKindOf(channel) === 'personal') return personalPlace(team, user);
  return { team, channel, kind: conversationKindOf(channel) };
}

export function slackConversationOf(place: SlackPlace): Conversation {
  const { team, channel, kind } = place;
  return {
    channel: 'slack',
    id: `slack:${team}:${channel}`,
    kind,
    // Without the thread: a channel that is bound from within one is still bound as a whole.
    reference: JSON.stringify({ team, channel }),
  };
}

/** The place a conversation stands for, or undefined where the reference is not one of ours. */
export function placeOf(conversation: Conversation): SlackPlace | undefined {
  try {
    const read = referenceShape.safeParse(JSON.parse(conversation.reference));
    return read.success ? { ...read.data, kind: conversation.kind } : undefined;
  } catch {
    return undefined;
  }
}

/** A message's id: Slack needs the channel it stands in to change it, which for direct messages is not the person's id. */
export function messageIdOf(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

export function readMessageId(id: string): { readonly channel: string; readonly ts: string } | undefined {
  const [, channel, ts] = /^([A-Z0-9]+)\/([\d.]+)$/.exec(id) ?? [];
  return channel && ts ? { channel, ts } : undefined;
}

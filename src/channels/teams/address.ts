import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Conversation } from '../../app/ports.ts';
import type { ReadActivity } from './activity.ts';

/** Teams writes a thread as `<channel>;messageid=<id>`; the channel is what an office is bound to. */
function channelId(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

function kindOf(activity: ReadActivity): Conversation['kind'] {
  switch (activity.conversation.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      return activity.conversation.isGroup ? 'group' : 'personal';
  }
}

/** Where an activity came from, as something that can be written to later. */
export function conversationOf(
  activity: ReadActivity,
  reference: Partial<ConversationReference>,
): Conversation {
  const kind = kindOf(activity);
  const id = kind === 'channel' ? channelId(activity.conversation.id) : activity.conversation.id;
  const { activityId: _, user: __, ...place } = reference;
  return {
    channel: 'teams',
    id,
    kind,
    reference: JSON.stringify({
      ...place,
      conversation: { ...reference.conversation, id },
      // When the team removes us, all of its channels are gone at once.
      ...(activity.channelData?.team && { team: activity.channelData.team.id }),
    }),
  };
}

const referenceSchema = z.looseObject({
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  team: z.string().optional(),
});

/** The reference of a stored conversation. Throws on what this file did not write. */
export function referenceOf(conversation: Conversation): Partial<ConversationReference> {
  const { team: _, ...reference } = referenceSchema.parse(JSON.parse(conversation.reference));
  return reference as unknown as Partial<ConversationReference>;
}

/** What a conversation update says is gone: a channel that was deleted, or, where the bot or its team went, all of it. */
export function goneBy(activity: ReadActivity): ((conversation: Conversation) => boolean) | undefined {
  const { channelData, membersRemoved, recipient } = activity;
  const team = channelData?.team?.id;
  const ofTeam = ({ channel, reference }: Conversation): boolean => {
    const read = referenceSchema.safeParse(JSON.parse(reference));
    return channel === 'teams' && team !== undefined && read.success && read.data.team === team;
  };
  const isThis =
    (id: string) =>
    ({ channel, id: other }: Conversation) =>
      channel === 'teams' && other === channelId(id);
  if (activity.type === 'conversationUpdate' && channelData?.eventType === 'channelDeleted') {
    return isThis(channelData.channel?.id ?? activity.conversation.id);
  }
  const removed =
    membersRemoved?.some(({ id }) => id === recipient.id) === true ||
    ['teamDeleted', 'teamHardDeleted'].includes(channelData?.eventType ?? '') ||
    (activity.type === 'installationUpdate' && activity.action?.startsWith('remove') === true);
  if (!removed) return undefined;
  const here = isThis(activity.conversation.id);
  return (conversation) => here(conversation) || ofTeam(conversation);
}

/**
 * Who acted, from the activity that the Bot Framework verified: the tenant and the person's object id. Somebody of
 * another tenant than the one we serve is a guest.
 */
export function personOf(activity: ReadActivity, tenant: string | null): VerifiedPerson {
  const from = activity.from;
  const home = activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? '';
  return {
    identity: `teams:${home}:${from.aadObjectId ?? from.id ?? ''}`,
    name: from.name ?? '',
    address: from.id,
    guest: tenant !== null && home !== tenant,
    locale: null,
  };
}

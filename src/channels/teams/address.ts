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
    reference: JSON.stringify({ ...place, conversation: { ...reference.conversation, id } }),
  };
}

const referenceSchema = z.looseObject({
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
});

/** The reference of a stored conversation. Throws on what this file did not write. */
export function referenceOf(conversation: Conversation): Partial<ConversationReference> {
  return referenceSchema.parse(
    JSON.parse(conversation.reference),
  ) as unknown as Partial<ConversationReference>;
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

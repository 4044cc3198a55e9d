import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { ReadActivity } from './activity.ts';

/** Teams writes a thread as `<channel>;messageid=<id>`; the channel is what an office is bound to. */
function channelId(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

function conversationKindOf(activity: ReadActivity): Conversation['kind'] {
  switch (activity.conversation.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      return activity.conversation.isGroup ? 'group' : 'personal';
  }
}

/** The tenants that an activity names, in lower case: the conversation's, and that of the team. */
export function tenantsOf({ channelData, conversation }: ReadActivity): readonly string[] {
  return [channelData?.tenant?.id, conversation.tenantId].flatMap((id) => (id ? [id.toLowerCase()] : []));
}

/**
 * Where an activity came from, as something that can be written to later. `appId`: for which app a verified token vouched
 * for the service address; empty where there is no sign-in.
 */
export function teamsConversationOf(
  activity: ReadActivity,
  reference: Partial<ConversationReference>,
  appId: string,
): Conversation {
  const kind = conversationKindOf(activity);
  const id = kind === 'channel' ? channelId(activity.conversation.id) : activity.conversation.id;
  const { activityId: _, user: __, locale: ___, ...place } = reference;
  const tenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  const { conversationType, isGroup } = activity.conversation;
  return {
    channel: 'teams',
    id,
    kind,
    reference: JSON.stringify({
      ...place,
      // Without its name, which people give it, and which may hold anything.
      conversation: { id, conversationType, isGroup, ...(tenant && { tenantId: tenant }) },
      ...(appId !== '' && { vouchedFor: appId }),
      // When the team removes us, all of its channels are gone at once.
      ...(activity.channelData?.team && { team: activity.channelData.team.id }),
    }),
  };
}

const referenceSchema = z.looseObject({
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string(), tenantId: z.string().nullish() }),
  team: z.string().optional(),
  vouchedFor: z.string().optional(),
});

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** The public cloud's own address: references that were kept before they said who vouched for them. */
const OFFICIAL = 'https://smba.trafficmanager.net';

function urlOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Whether a service address is on this machine: the only kind that may be called without sign-in. */
export function isLoopback(address: string): boolean {
  const url = urlOf(address);
  return url !== undefined && /^https?:$/.test(url.protocol) && LOOPBACK.test(url.hostname);
}

/** With which app the bot signs in, and the tenants that are served, in lower case; an empty id: no sign-in. */
export interface Served {
  readonly appId: string;
  readonly tenants: readonly string[];
}

/** Why a stored conversation is not written to. */
export type AddressRefusal = 'service-address' | 'tenant';

/**
 * The reference of a stored conversation, or why it must not be written to. With an app id its service address is called
 * only where a verified token vouched for it, and its tenant must be served still; without one only this machine is
 * called. Anything else would send what offices write, and the bot's own token, to whoever once posted an activity. Throws
 * on what this file did not write.
 */
export function referenceOf(
  conversation: Conversation,
  { appId, tenants }: Served,
): Partial<ConversationReference> | AddressRefusal {
  const { team: _, vouchedFor, ...reference } = referenceSchema.parse(JSON.parse(conversation.reference));
  const allowed =
    appId === ''
      ? isLoopback(reference.serviceUrl)
      : vouchedFor === appId || urlOf(reference.serviceUrl)?.origin === OFFICIAL;
  if (!allowed) return 'service-address';
  const { tenantId } = reference.conversation;
  if (appId !== '' && tenantId && !tenants.includes(tenantId.toLowerCase())) return 'tenant';
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
 * Who acted, from the activity that was verified: the tenant and the person's object id. The id that the channel gives
 * (`from.id`) stands for a person only without sign-in. Nobody in particular (an event's activity) has no object id, and
 * is never learned as a person.
 */
export function personOf(activity: ReadActivity, appId: string): VerifiedPerson {
  const { from } = activity;
  const tenant = activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? '';
  const object = from.aadObjectId || (appId === '' ? from.id : '');
  return {
    identity: `teams:${tenant}:${object}`,
    name: from.name ?? '',
    address: from.id,
    guest: false,
    ...(object === '' && { unverified: true }),
    locale: null,
  };
}

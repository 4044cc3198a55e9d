import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { ReadActivity } from './activity.ts';

/**
 * The channel of a conversation id. Teams writes a thread as `<channel>;messageid=<id>`, and an office is bound to the
 * channel.
 */
function channelId(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

/** The kind of an activity's conversation. Some clients name none of a chat between two. */
export function conversationKindOf(activity: ReadActivity): Conversation['kind'] {
  switch (activity.conversation.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      return activity.conversation.isGroup ? 'group' : 'personal';
  }
}

/** The tenants that an activity names, in lower case: the conversation's and the team's. */
export function tenantsOf({ channelData, conversation }: ReadActivity): readonly string[] {
  return [channelData?.tenant?.id, conversation.tenantId].flatMap((id) => (id ? [id.toLowerCase()] : []));
}

/**
 * An activity's conversation, as a reference to write to later. `appId` is the app for which a verified token vouched
 * for the service address; empty without sign-in.
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
      // Without the conversation's name, which people choose and which may hold anything.
      conversation: { id, conversationType, isGroup, ...(tenant && { tenantId: tenant }) },
      ...(appId !== '' && { vouchedFor: appId }),
      // Removing the app from the team removes it from all of the team's channels.
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
/** The service address of the public cloud. References stored by earlier versions do not say who vouched for it. */
const OFFICIAL = 'https://smba.trafficmanager.net';

function urlOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Whether an address is on this machine: the only kind called without sign-in. */
export function isLoopback(address: string): boolean {
  const url = urlOf(address);
  return url !== undefined && /^https?:$/.test(url.protocol) && LOOPBACK.test(url.hostname);
}

/** The app that the bot signs in with (empty: no sign-in), and the tenants served, in lower case. */
export interface Served {
  readonly appId: string;
  readonly tenants: readonly string[];
}

/** Reasons for not writing to a stored conversation. */
export type AddressRefusal = 'service-address' | 'tenant';

/**
 * The reference of a stored conversation, or the reason for not writing to it. With sign-in, the service address must
 * have been vouched for by a verified token, and the tenant must still be served. Without sign-in, only this machine is
 * called. Any other address could be a stranger's, who would receive the offices' messages and the bot's token. Throws
 * on a reference that this file did not write.
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

/**
 * A known conversation at the service address that an activity in it came from; undefined where that is the known one, or
 * must not be learnt. It is learnt from an activity whose address a verified token vouched for, in the same tenant, and
 * with sign-in only over HTTPS: a stranger's address would receive the office's messages and the bot's token.
 */
export function movedTo(known: Conversation, seen: Conversation, served: Served): Conversation | undefined {
  if (known.channel !== seen.channel || known.id !== seen.id) return undefined;
  if (typeof referenceOf(seen, served) === 'string') return undefined;
  const before = referenceSchema.parse(JSON.parse(known.reference));
  const { serviceUrl, vouchedFor, conversation } = referenceSchema.parse(JSON.parse(seen.reference));
  const tenantOf = (one: { readonly tenantId?: string | null | undefined }) => one.tenantId?.toLowerCase();
  if (tenantOf(before.conversation) !== tenantOf(conversation)) return undefined;
  if (served.appId !== '' && (vouchedFor !== served.appId || urlOf(serviceUrl)?.protocol !== 'https:'))
    return undefined;
  if (before.serviceUrl === serviceUrl && before.vouchedFor === vouchedFor) return undefined;
  const reference = { ...before, serviceUrl, ...(vouchedFor !== undefined && { vouchedFor }) };
  return { ...known, reference: JSON.stringify(reference) };
}

/** The thread of a message in a channel, as a conversation to write to. */
export function threadOf(channel: Conversation, messageId: string): Conversation {
  const { conversation, ...rest } = referenceSchema.parse(JSON.parse(channel.reference));
  const id = `${channel.id};messageid=${messageId}`;
  return { ...channel, reference: JSON.stringify({ ...rest, conversation: { ...conversation, id } }) };
}

/**
 * The conversations that an update ends: a deleted channel, or all of a team's when the bot or the team is gone.
 * Undefined for other updates.
 */
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
 * The acting person, from a verified activity: tenant and Entra object id. The channel's own id (`from.id`) identifies
 * a person only without sign-in. Activities of events have no object id and teach no person.
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
    locale: activity.locale ?? null,
  };
}

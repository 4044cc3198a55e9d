import { createHash } from 'node:crypto';
import type { ConversationReference } from 'botbuilder';
import { readPayload } from '../../../cards/actions.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import { type Aside, asideOf, type Inbound } from '../../app/inbound.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { Command } from '../../core/command.ts';
import { executeSchema, type ReadActivity } from './activity.ts';
import { personOf, teamsConversationOf } from './address.ts';
import { hasFiles, readMessage } from './read-message.ts';

/** A command, with the parts that were left out of the text it came in. */
export interface ReadCommand {
  readonly command: Command;
  readonly aside?: Aside | undefined;
}

/** The command of a message: its text, or a button's data where the client sends it as a message. */
export function commandOfMessage(activity: ReadActivity): ReadCommand {
  const { value } = activity;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return { command: readPayload(value) };
  const read = readMessage(activity);
  return { command: readCommand(read.own), aside: asideOf(read) };
}

/** The command of a card's `Action.Execute`. */
export function commandOfExecute(value: unknown): Command {
  const parsed = executeSchema.safeParse(value);
  if (!parsed.success) return { name: 'unreadable', problem: 'missing action' };
  const { verb, data } = parsed.data.action;
  return readPayload(data, verb ?? undefined);
}

/**
 * Tells edits of a message apart. Teams numbers none and delivers each more than once, so a hash of the text serves. It
 * is short: a longer one would let a number in the text be guessed.
 */
function markOf({ text }: ReadActivity): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 4);
}

/** The id of a Teams message is its time in milliseconds. */
function sentAt(id: string | null | undefined): string | null {
  return /^1\d{12}$/.test(id ?? '') ? new Date(Number(id)).toISOString() : null;
}

/** Whether the text stays visible in the chat: a typed message, or one that a message extension was opened on. */
function standsInChat({ type, name, value }: ReadActivity, command: Command): boolean {
  if (type === 'invoke') return name === 'composeExtension/fetchTask' && command.name === 'log';
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

/** A delivery from Teams as the application's inbound turn. `newId` gives an id to deliveries without one. */
export function inboundOf(
  activity: ReadActivity,
  reference: Partial<ConversationReference>,
  { command, aside }: ReadCommand,
  more: {
    /** Empty without sign-in. */
    readonly appId: string;
    readonly newId: () => string;
    /** Only the person sees the answer. */
    readonly alone?: boolean;
    /** The bot may not be a member of the conversation: a message extension works in any. */
    readonly visiting?: boolean;
  },
): Inbound {
  const place = teamsConversationOf(activity, reference, more.appId);
  // A chat between two people is personal too, but not one that the bot could write to.
  const conversation: Conversation =
    more.visiting && place.kind === 'personal' ? { ...place, kind: 'group' } : place;
  const messageKey = `teams:${activity.conversation.id}:${activity.id ?? more.newId()}`;
  const isEdit = activity.type === 'messageUpdate';
  return {
    channel: 'teams',
    deliveryId: isEdit ? `${messageKey}:edit:${markOf(activity)}` : messageKey,
    person: personOf(activity, more.appId),
    conversation,
    command,
    ...(standsInChat(activity, command) && { standsInChat: true }),
    audience: more.alone || conversation.kind === 'personal' ? 'person' : 'conversation',
    ...(aside && { aside }),
    ...(activity.type === 'message' && hasFiles(activity) && { hasFiles: true }),
    ...(isEdit && { edit: { of: messageKey, sentAt: sentAt(activity.id) } }),
    // A message typed in a thread also has `replyToId`, but is no reply to a card.
    ...(activity.replyToId &&
      (activity.type === 'invoke' || activity.value != null) && { cardMessageId: activity.replyToId }),
  };
}

import type { Activity, ConversationReference } from 'botbuilder';
import { TurnContext } from 'botbuilder';
import { readPayload } from '../../../cards/actions.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import type { Inbound } from '../../app/inbound.ts';
import type { Conversation } from '../../app/ports.ts';
import type { Command } from '../../core/command.ts';
import { executeSchema, type ReadActivity } from './activity.ts';
import { conversationOf, personOf } from './address.ts';

/** The words of a message without the mention of the bot, and without what editors put between words. */
function wordsOf(activity: Activity): string {
  const text =
    TurnContext.removeRecipientMention({ ...activity, text: activity.text ?? '' }) ?? activity.text ?? '';
  return text
    .replace(/<at>[^<]*<\/at>/gi, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** What somebody asked with a message: its words, or a button's data where the client sends it as a message. */
export function commandOfMessage(activity: Activity): Command {
  const { value } = activity;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) return readPayload(value);
  return readCommand(wordsOf(activity));
}

/** What a card's `Action.Execute` asks. */
export function commandOfExecute(value: unknown): Command {
  const parsed = executeSchema.safeParse(value);
  if (!parsed.success) return { name: 'unreadable', problem: 'missing action' };
  const { verb, data } = parsed.data.action;
  return readPayload(data, verb ?? undefined);
}

/** A delivery from Teams. `newId` names those that came without an id. */
export function inboundOf(
  activity: ReadActivity,
  reference: Partial<ConversationReference>,
  command: Command,
  more: {
    /** Empty where there is no sign-in. */
    readonly appId: string;
    readonly newId: () => string;
    /** Only the person sees the answer. */
    readonly alone?: boolean;
    /** The bot may not be a member of the conversation: a message extension works in any. */
    readonly visiting?: boolean;
  },
): Inbound {
  const place = conversationOf(activity, reference, more.appId);
  // A chat between two people is personal too, but not one that the bot could write to.
  const conversation: Conversation =
    more.visiting && place.kind === 'personal' ? { ...place, kind: 'group' } : place;
  const edited = activity.type === 'messageUpdate' ? `:edit:${more.newId()}` : '';
  return {
    channel: 'teams',
    deliveryId: `teams:${activity.conversation.id}:${activity.id ?? more.newId()}${edited}`,
    person: personOf(activity, more.appId),
    conversation,
    command,
    audience: more.alone || conversation.kind === 'personal' ? 'person' : 'conversation',
    // A message typed in a thread is a reply too, but not to a card of its case.
    ...(activity.replyToId &&
      (activity.type === 'invoke' || activity.value != null) && { cardMessageId: activity.replyToId }),
  };
}

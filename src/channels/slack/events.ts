import { readCommand } from '../../../dialogs/commands.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import { conversationKindOf, personalPlace, placeOf, type SlackPlace } from './addresses.ts';
import { whyNotBindable } from './bindable.ts';
import { publishHome } from './home.ts';
import type { Installs } from './installs.ts';
import type { SlackEvent } from './payloads.ts';
import type { People } from './people.ts';
import { asideOf, type ReadMessage } from './read-message.ts';
import type { SlackTurns } from './slack-turns.ts';

export interface EventDeps {
  readonly turns: SlackTurns;
  readonly installs: Installs;
  readonly people: People;
  readonly leave: Leave;
  readonly read: ReadMessage;
}

/** What is left to do once an event has been saved and acknowledged. */
export type Afterwards = () => Promise<void>;

/**
 * Carries out an event. It resolves when everything that must not be lost is saved, and then says what remains: drawing
 * the answer. It throws where Slack should deliver the event again.
 */
export async function handleEvent(
  deps: EventDeps,
  team: string,
  eventId: string,
  event: SlackEvent,
): Promise<Afterwards | undefined> {
  const { turns, installs, people, leave } = deps;

  /** Without a token nothing can be sent to the workspace nor asked of it: its channels are nobody's any more. */
  async function leaveWorkspace(): Promise<void> {
    await installs.remove(team);
    people.forget(team);
    await leave((conversation) => placeOf(conversation)?.team === team && conversation.channel === 'slack');
  }

  switch (event.type) {
    case 'app_uninstalled':
      await leaveWorkspace();
      return undefined;
    case 'tokens_revoked': {
      const install = await installs.get(team);
      if (install && event.tokens.bot?.includes(install.botUser)) await leaveWorkspace();
      return undefined;
    }
    case 'app_home_opened':
      if (event.tab !== undefined && event.tab !== 'home') return undefined;
      return () => publishHome(turns, team, event.user, eventId);
    case 'message':
      return directMessage(deps, team, eventId, event);
    case 'app_mention': {
      if (!event.user || event.bot_id) return undefined;
      const place: SlackPlace = { team, channel: event.channel, kind: conversationKindOf(event.channel) };
      const answerAt = { ...place, thread: event.thread_ts ?? event.ts };
      return said(deps, { ...event, team, user: event.user, eventId }, place, answerAt);
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Subtypes of a message that are somebody's words; joins, topics and the like are none. */
const WORDS: readonly (string | undefined)[] = [undefined, 'file_share', 'me_message', 'thread_broadcast'];

type MessageEvent = Extract<SlackEvent, { type: 'message' }>;

/** A direct message, or an edit of one. In channels only what mentions us is a turn, as in Teams. */
async function directMessage(
  deps: EventDeps,
  team: string,
  eventId: string,
  event: MessageEvent,
): Promise<Afterwards | undefined> {
  if (conversationKindOf(event.channel) !== 'personal') return undefined;
  const isEdit = event.subtype === 'message_changed';
  const message = isEdit ? event.message : event;
  if (!message?.user || message.bot_id || (!isEdit && !WORDS.includes(event.subtype))) return undefined;
  const edited = isEdit ? event.message?.edited : undefined;
  // Slack tells of an unfolded link and of a thread that grew as a change too: nobody edited anything then.
  if (isEdit && (!edited || (message.text ?? '') === (event.previous_message?.text ?? null)))
    return undefined;
  const { channel } = event;
  const { thread_ts: thread } = message;
  const place = personalPlace(team, message.user);
  // A thread is known in the conversation's own channel only.
  const answerAt: SlackPlace = thread === undefined ? place : { ...place, channel, thread };
  const sent: Said = {
    team,
    user: message.user,
    eventId,
    channel,
    text: message.text,
    attachments: message.attachments,
    ts: message.ts,
    edited,
  };
  return said(deps, sent, place, answerAt);
}

interface Said {
  readonly team: string;
  readonly user: string;
  readonly eventId: string;
  readonly channel: string;
  readonly text?: string | null | undefined;
  readonly ts: string;
  readonly attachments?: MessageEvent['attachments'];
  readonly edited?: { readonly ts: string } | null | undefined;
}

async function said(
  { turns, read: readMessage }: EventDeps,
  { team, user, eventId, channel, text, ts, edited, attachments }: Said,
  place: SlackPlace,
  answerAt: SlackPlace,
): Promise<Afterwards> {
  const shared = (attachments ?? []).flatMap((one) => (one.is_share && one.text ? [one.text] : []));
  const read = await readMessage(team, text ?? '', shared);
  const command = readCommand(read.own);
  const problem = command.name === 'connect' && !edited ? await whyNotBindable(turns, place) : undefined;
  if (problem) return () => turns.whisper(answerAt, user, { text: problem, blocks: [] });
  const audience = place.kind === 'personal' ? 'person' : 'conversation';
  const key = `${channel}/${ts}`;
  const messageKey = `slack:${team}:${key}`;
  const reply = await turns.take({
    team,
    user,
    place,
    audience,
    deliveryId: edited ? `${key}:edit:${edited.ts}` : eventId,
    command,
    ...asideOf(read),
    ...(edited ? { edit: { of: messageKey, sentAt: instantOf(ts) } } : { messageKey }),
    standsInChat: true,
  });
  return () => turns.speak(answerAt, user, reply);
}

/** Slack's `ts` is the second, with a fraction, that the message was sent in. */
function instantOf(ts: string): string | null {
  const ms = Number(ts) * 1000;
  return Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
}

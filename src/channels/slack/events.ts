import { readCommand } from '../../../dialogs/commands.ts';
import { asideOf } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import { conversationKindOf, personalPlace, placeOf, type SlackPlace } from './addresses.ts';
import { whyNotBindable } from './bindable.ts';
import { publishHome } from './home.ts';
import type { Installs } from './installs.ts';
import type { SlackEvent } from './payloads.ts';
import type { People } from './people.ts';
import type { ReadMessage } from './read-message.ts';
import type { SlackTurns } from './slack-turns.ts';

export interface EventDeps {
  readonly turns: SlackTurns;
  readonly installs: Installs;
  readonly people: People;
  readonly leave: Leave;
  readonly read: ReadMessage;
}

/** Work that remains after an event has been saved and acknowledged. */
export type Afterwards = () => Promise<void>;

/**
 * Carries out an event. Resolves when everything that must not be lost is saved, with the remaining work: rendering and
 * sending the answer. Throws where Slack should deliver the event again.
 */
export async function handleEvent(
  deps: EventDeps,
  team: string,
  eventId: string,
  event: SlackEvent,
): Promise<Afterwards | undefined> {
  const { turns, installs, people, leave } = deps;

  /** Removes a workspace. Without a token nothing can be sent there, so its channels are unbound. */
  async function leaveWorkspace(): Promise<void> {
    const organisation = (await installs.get(team))?.via;
    await installs.remove(team);
    // An app that is removed altogether leaves the organisation too; a workspace that still may use it joins again.
    if (organisation) await installs.remove(organisation);
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
      return takeMessage(deps, { ...event, team, user: event.user, eventId }, place, answerAt);
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Subtypes of a message with a person's words. Joins, topics and the like have none. */
const WORDS: readonly (string | undefined)[] = [undefined, 'file_share', 'me_message', 'thread_broadcast'];

type MessageEvent = Extract<SlackEvent, { type: 'message' }>;

/** A direct message, or an edit of one. In channels only mentions of the app are turns, as in Teams. */
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
  // Slack also reports unfolded links and new replies in a thread as changes. They are no edits.
  if (isEdit && (!edited || (message.text ?? '') === (event.previous_message?.text ?? null)))
    return undefined;
  const { channel } = event;
  const { thread_ts: thread } = message;
  const place = personalPlace(team, message.user);
  // A thread exists only in the conversation's own channel.
  const answerAt: SlackPlace = thread === undefined ? place : { ...place, channel, thread };
  const sent: SentMessage = {
    team,
    user: message.user,
    eventId,
    channel,
    text: message.text,
    attachments: message.attachments,
    files: message.files,
    ts: message.ts,
    edited,
  };
  return takeMessage(deps, sent, place, answerAt);
}

interface SentMessage {
  readonly team: string;
  readonly user: string;
  readonly eventId: string;
  readonly channel: string;
  readonly text?: string | null | undefined;
  readonly ts: string;
  readonly attachments?: MessageEvent['attachments'];
  readonly files?: readonly unknown[] | null | undefined;
  readonly edited?: { readonly ts: string } | null | undefined;
}

async function takeMessage(
  { turns, read: readMessage }: EventDeps,
  { team, user, eventId, channel, text, ts, edited, attachments, files }: SentMessage,
  place: SlackPlace,
  answerAt: SlackPlace,
): Promise<Afterwards> {
  const shared = (attachments ?? []).flatMap((attachment) =>
    attachment.is_share && attachment.text ? [attachment.text] : [],
  );
  const read = await readMessage(team, text ?? '', shared);
  const command = readCommand(read.own);
  const problem =
    command.name === 'connect' && !edited ? await whyNotBindable(turns, place, user) : undefined;
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
    aside: asideOf(read),
    ...(edited ? { edit: { of: messageKey, sentAt: instantOf(ts) } } : { messageKey }),
    standsInChat: true,
    hasFiles: !edited && (files?.length ?? 0) > 0,
  });
  return () => turns.speak(answerAt, user, reply);
}

/** Slack's `ts` is the time of the message in seconds, with a fraction that makes it unique. */
function instantOf(ts: string): string | null {
  const ms = Number(ts) * 1000;
  return Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
}

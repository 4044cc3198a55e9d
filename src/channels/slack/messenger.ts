import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { MessagePace, RateLimit } from '../../app/message-pace.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { Delivery, Messenger, Outgoing } from '../../app/ports/messenger.ts';
import {
  messageIdOf,
  personalPlace,
  placeOf,
  readMessageId,
  type SlackPlace,
  slackConversationOf,
} from './addresses.ts';
import { type BlockKit, hasButtonsOnly } from './block-kit.ts';
import { outcomeOf } from './delivery-outcome.ts';
import { drawMessage } from './draw.ts';
import { LIMITS as BLOCKS } from './limits.ts';
import type { Workspaces } from './workspaces.ts';

/** Slack takes one message a second in each channel. */
const LIMITS: readonly RateLimit[] = [[1, 1]];

/** The longest wait for a channel's turn, in milliseconds. A message that would wait longer returns to the outbox. */
const PATIENCE_MS = 3_000;

/** The pace of posts, shared by the messenger and the answers of turns. */
export interface Pacer {
  readonly pace: MessagePace;
  readonly wait: (ms: number) => Promise<void>;
}

/** Posts a message to a place, at the pace that Slack allows. */
export type Post = (place: SlackPlace, message: BlockKit) => Promise<Delivery>;

/** The message with the group that it calls above it. Only a new message calls anybody. */
function calling(message: BlockKit, { userGroup, language }: Outgoing): BlockKit {
  if (userGroup === undefined) return message;
  const text = sentencesIn(language).slack.crisisCalls(`<!subteam^${userGroup}>`);
  const call: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text } };
  // The buttons are at the end of a message that is full already.
  const at = message.blocks.findLastIndex(
    (block, index) => !hasButtonsOnly(block) && index < message.blocks.length - 1,
  );
  const blocks =
    message.blocks.length < BLOCKS.messageBlocks ? message.blocks : message.blocks.toSpliced(at, 1);
  return { ...message, blocks: [call, ...blocks] };
}

/** The thread of a message: a reply can be shown in the channel as well. */
function inThread({ thread, broadcast }: SlackPlace) {
  if (thread === undefined) return {};
  return broadcast === true ? ({ thread_ts: thread, reply_broadcast: true } as const) : { thread_ts: thread };
}

/** Makes what posts messages. The outcome is `gone` where the workspace has not installed the app. */
export function createPost(workspaces: Workspaces, pacer: Pacer): Post {
  return async (place, message) => {
    const client = await workspaces.client(place.team);
    if (!client) return { outcome: 'gone', code: 'not-installed' };
    return paced(pacer, place, 'post', async () => {
      const sent = await client.chat.postMessage({
        channel: place.channel,
        ...message,
        ...inThread(place),
        // Readers see the blocks; the text appears in notifications, where it must not be interpreted as markup either.
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      });
      // Without `ts` and `channel` the message could not be updated, so the outcome is uncertain.
      if (!sent.ts || !sent.channel) return { outcome: 'uncertain', code: 'no-message-id' };
      return { outcome: 'sent', messageId: messageIdOf(sent.channel, sent.ts) };
    });
  };
}

/** Runs a call in its channel's turn. A pause that Slack asks for (`Retry-After`) holds for the whole channel. */
async function paced(
  pacer: Pacer,
  { team, channel }: Pick<SlackPlace, 'team' | 'channel'>,
  call: 'post' | 'update',
  work: () => Promise<Delivery>,
): Promise<Delivery> {
  const key = `slack/${team}/${channel}`;
  const { waitMs, reserved } = await pacer.pace.reserve(key, LIMITS, PATIENCE_MS);
  if (!reserved) return { outcome: 'retry', afterSeconds: Math.ceil(waitMs / 1_000), code: 'paced' };
  if (waitMs > 0) await pacer.wait(waitMs);
  try {
    return await work();
  } catch (error) {
    const outcome = outcomeOf(error, call);
    if (outcome.outcome === 'retry' && outcome.afterSeconds !== null)
      await pacer.pace.pause(key, outcome.afterSeconds);
    return outcome;
  }
}

/** Sends to people and channels of Slack outside a turn. */
export function createSlackMessenger(workspaces: Workspaces, post: Post, pacer: Pacer): Messenger {
  async function update(
    client: WebClient,
    place: SlackPlace,
    messageId: string,
    message: Outgoing,
  ): Promise<Delivery> {
    const at = readMessageId(messageId);
    if (!at) return { outcome: 'gone', code: 'no-such-message' };
    return paced(pacer, { team: place.team, channel: at.channel }, 'update', async () => {
      await client.chat.update({ ...at, ...drawMessage(message.answer, message.language) });
      return { outcome: 'sent', messageId };
    });
  }

  return {
    channel: 'slack',
    hasThreads: () => true,

    chatWith(identity) {
      const [channel, team, user] = identity.split(':');
      return channel === 'slack' && team && user ? slackConversationOf(personalPlace(team, user)) : undefined;
    },

    async post(to: Conversation, message: Outgoing) {
      const place = placeOf(to);
      if (!place) return { outcome: 'gone', code: 'no-such-place' };
      const root = message.reply && readMessageId(message.reply.to);
      const at = root
        ? { ...place, channel: root.channel, thread: root.ts, broadcast: message.reply?.broadcast }
        : place;
      return post(at, calling(drawMessage(message.answer, message.language), message));
    },

    async update(to, messageId, message) {
      const place = placeOf(to);
      const client = place && (await workspaces.client(place.team));
      if (!place) return { outcome: 'gone', code: 'no-such-place' };
      if (!client) return { outcome: 'gone', code: 'not-installed' };
      return update(client, place, messageId, message);
    },
  };
}

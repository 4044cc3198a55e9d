import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { personalPlace, type SlackPlace } from './addresses.ts';
import type { BlockKit } from './block-kit.ts';
import { slackCode } from './delivery-outcome.ts';
import type { Post } from './messenger.ts';

/** Deadline of a response URL, in milliseconds. Longer only holds further work while Slack hangs. */
const RESPONSE_TIMEOUT_MS = 5_000;
const httpUrl = z.url({ protocol: /^https?$/ });

interface PrivatelyDeps {
  readonly client: (team: string) => Promise<WebClient>;
  readonly post: Post;
  readonly log: Log;
}

/** The person of a turn, and where they are. */
interface Reader {
  readonly team: string;
  readonly user: string;
  readonly place: SlackPlace;
}

/** Messages that one person alone sees. */
interface Privately {
  /** Posts an ephemeral message in a channel. Throws where Slack refuses it. */
  whisper(place: SlackPlace, user: string, message: BlockKit): Promise<void>;
  /**
   * Sends to the response URL of a command or click, with Slack's fields of `how`. The URL expires after 30 minutes; where
   * it is missing or refused, the message goes to the reader's channel, or to the person's chat. Failures are logged.
   */
  respond(responseUrl: string | null, reader: Reader, message: BlockKit, how: object): Promise<void>;
}

/** Makes what sends messages to one person alone. */
export function createPrivately({ client, post, log }: PrivatelyDeps): Privately {
  async function whisper(place: SlackPlace, user: string, message: BlockKit): Promise<void> {
    const web = await client(place.team);
    await web.chat.postEphemeral({
      channel: place.channel,
      user,
      text: message.text,
      ...(message.blocks.length > 0 && { blocks: message.blocks }),
      ...(place.thread !== undefined && { thread_ts: place.thread }),
    });
  }

  async function toPerson({ team, user, place }: Reader, message: BlockKit): Promise<void> {
    if (place.kind !== 'personal') {
      try {
        return await whisper(place, user, message);
      } catch (error) {
        // The app is not in the channel, or the person has left it.
        log('slack.whisper-failed', { code: slackCode(error) ?? 'no-answer' });
      }
    }
    const sent = await post(personalPlace(team, user), message);
    if (sent.outcome !== 'sent') log('slack.reply-failed', { code: sent.code });
  }

  return {
    whisper,
    async respond(responseUrl, reader, message, how) {
      const { text, blocks } = message;
      const body = { text, ...(blocks.length > 0 && { blocks }), ...how };
      if (responseUrl === null || !(await postTo(responseUrl, body, log))) await toPerson(reader, message);
    },
  };
}

/** Posts to a response URL; false where Slack refused it or did not answer, which is logged. */
async function postTo(responseUrl: string, body: object, log: Log): Promise<boolean> {
  if (!httpUrl.safeParse(responseUrl).success) return false;
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) log('slack.response-failed', { status: response.status });
    return response.ok;
  } catch {
    log('slack.response-failed', { status: 0 });
    return false;
  }
}

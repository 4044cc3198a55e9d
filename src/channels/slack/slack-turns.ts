import type { WebClient } from '@slack/web-api';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import { LIMITS, startBudget } from '../../app/deadline.ts';
import type { Aside, Inbound, Reply, VerifiedPerson } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { languageOfLocale } from '../../app/reader-language.ts';
import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import type { Language } from '../../core/vocabulary.ts';
import { faultCode } from '../fault-code.ts';
import { isForEverybody } from '../for-everybody.ts';
import type { Log } from '../log.ts';
import { type SlackPlace, slackConversationOf } from './addresses.ts';
import type { BlockKit } from './block-kit.ts';
import { drawMessage } from './draw.ts';
import type { Post } from './messenger.ts';
import type { People } from './people.ts';
import { createPrivately } from './privately.ts';
import type { Origin } from './windows.ts';
import type { Workspaces } from './workspaces.ts';

/** A command from Slack with its person and place; the same for a click, a slash command and a message. */
export interface SlackTurn {
  readonly team: string;
  readonly user: string;
  readonly place: SlackPlace;
  readonly audience: Inbound['audience'];
  /** Unique to the delivery; identifies repeats. */
  readonly deliveryId: string;
  readonly command: Command;
  /** The message whose card was clicked. */
  readonly cardMessageId?: string | undefined;
  readonly aside?: Aside | undefined;
  /** The message's own key, by which edits refer to it, and the edit that this turn reports. */
  readonly messageKey?: string | undefined;
  readonly edit?: Inbound['edit'];
  /** The message came with files. */
  readonly hasFiles?: boolean | undefined;
  /** The text stays visible as a message of the chat. */
  readonly standsInChat?: boolean | undefined;
  /** The window of the turn shows the fields that are folded away at first. */
  readonly unfolded?: boolean | undefined;
  /** Said before the answers, about how Slack's request was read. */
  readonly said?: Answer | undefined;
}

export interface SlackTurnDeps {
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly clock: Clock;
  readonly post: Post;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Log;
}

export interface SlackTurns {
  /** Runs a turn through the application. Throws where it fails; nothing is saved then. */
  take(turn: SlackTurn): Promise<Reply>;
  /** Answers a message: publicly with what everyone in the channel may read, ephemerally with the rest. */
  speak(place: SlackPlace, user: string, reply: Reply): Promise<void>;
  /** Says something in a channel to one person alone. */
  whisper(place: SlackPlace, user: string, message: BlockKit): Promise<void>;
  /** Shows a reply where a button was clicked: in place of the message where that is right, beside it otherwise. */
  answerClick(origin: Origin, turn: SlackTurn, reply: Reply): Promise<void>;
  /**
   * Shows a reply to the person alone: by the response URL of a command or click, or where that is missing or expired, in
   * the place of the turn.
   */
  tell(responseUrl: string | null, turn: SlackTurn, reply: Reply): Promise<void>;
  /** Tells the person alone that their turn failed, with the fault's code. */
  failed(responseUrl: string | null, turn: SlackTurn): Promise<void>;
  /** The language of what is said before a turn is answered: that of the person's last answer, else of their client. */
  languageOf(turn: Pick<SlackTurn, 'team' | 'user'>): Language;
  client(team: string): Promise<WebClient>;
  /** Logs a fault of ours with the code that the person sees. */
  logFailure(turn: SlackTurn, error: unknown): void;
}

/** The longest pause of Slack's after which an answer is sent once more. After more seconds the person has given up. */
const LONGEST_PAUSE_SECONDS = 20;
/** People whose language is remembered; more would fill the memory of a large workspace's service. */
const MOST_SPOKEN = 5_000;
/** An answer to a response URL that only the person sees, and that leaves the message as it is. */
const BESIDE = { response_type: 'ephemeral', replace_original: false } as const;

/** Makes the part that runs turns from Slack and sends their answers. */
export function createSlackTurns(deps: SlackTurnDeps): SlackTurns {
  const { workspaces, people, log } = deps;

  async function client(team: string): Promise<WebClient> {
    const found = await workspaces.client(team);
    if (!found) throw new Error(`Workspace ${team} has not installed the app`);
    return found;
  }

  /** The language of each person's last answer. */
  const spoken = new Map<string, Language>();
  const languageOf: SlackTurns['languageOf'] = ({ team, user }) =>
    spoken.get(`${team}/${user}`) ?? languageOfLocale(people.localeOf(team, user));

  const { respond, whisper } = createPrivately({ client, post: deps.post, log });

  return {
    client,
    languageOf,
    whisper,

    logFailure(turn, error) {
      log('slack.turn-failed', {
        command: turn.command.name,
        code: faultCode(turn.deliveryId),
        delivery: turn.deliveryId,
        error: error instanceof Error ? error.name : 'unknown',
      });
    },

    async take(turn) {
      const budget = startBudget(deps.clock, LIMITS.slack);
      const person = await people.verify(turn.team, turn.user);
      const reply = await deps.receive({ ...inboundOf(turn, person), budget });
      if (turn.audience === 'person') {
        if (spoken.size >= MOST_SPOKEN) spoken.clear();
        spoken.set(`${turn.team}/${turn.user}`, reply.language);
      }
      return turn.said ? { ...reply, answers: [turn.said, ...reply.answers] } : reply;
    },

    async speak(place, user, reply) {
      for (const answer of reply.answers) {
        const message = drawMessage(answer, reply.language);
        if (place.kind !== 'personal' && !isForEverybody(answer)) await whisper(place, user, message);
        else {
          let sent = await deps.post(place, message);
          if (sent.outcome === 'retry' && (sent.afterSeconds ?? 1) <= LONGEST_PAUSE_SECONDS) {
            await deps.wait((sent.afterSeconds ?? 1) * 1000);
            sent = await deps.post(place, message);
          }
          if (sent.outcome !== 'sent') log('slack.reply-failed', { code: sent.code });
        }
      }
    },

    async answerClick(origin, turn, reply) {
      let replaced = false;
      for (const answer of reply.answers) {
        const takesItsPlace: boolean = !replaced && takesPlace(answer, reply.answers, origin);
        replaced = replaced || takesItsPlace;
        await respond(
          origin.responseUrl,
          turn,
          drawMessage(answer, reply.language),
          takesItsPlace ? { replace_original: true } : BESIDE,
        );
      }
    },

    async tell(responseUrl, turn, reply) {
      for (const answer of reply.answers)
        await respond(responseUrl, turn, drawMessage(answer, reply.language), BESIDE);
    },

    failed: (responseUrl, turn) =>
      respond(responseUrl, turn, { text: failedWords(turn, languageOf(turn)), blocks: [] }, BESIDE),
  };
}

function inboundOf(turn: SlackTurn, person: VerifiedPerson): Inbound {
  const { cardMessageId, aside, messageKey, edit, hasFiles, standsInChat } = turn;
  return {
    channel: 'slack',
    deliveryId: `slack:${turn.team}:${turn.deliveryId}`,
    person,
    conversation: slackConversationOf(turn.place),
    command: turn.command,
    audience: turn.audience,
    ...(cardMessageId !== undefined && { cardMessageId }),
    ...(aside && { aside }),
    ...(messageKey !== undefined && { messageKey }),
    ...(edit && { edit }),
    ...(hasFiles === true && { hasFiles }),
    ...(standsInChat === true && { standsInChat }),
  };
}

/**
 * Whether an answer replaces the clicked message. A refusal never removes a card, and a channel's message may only hold
 * what everyone may read.
 */
function takesPlace(answer: Answer, answers: readonly Answer[], { own }: Origin): boolean {
  if (answer.kind === 'refused') return false;
  if (!own) return answer.kind === 'case' && isForEverybody(answer);
  return answer.kind !== 'notice' || answers.length === 1;
}

/** Words for a fault of ours, with the code that the log holds. */
export function failedWords(turn: SlackTurn, language: Language): string {
  return sentencesIn(language).slack.failed(faultCode(turn.deliveryId));
}

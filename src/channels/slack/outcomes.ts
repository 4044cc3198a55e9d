import type { ModalView } from '@slack/types';
import type { Reply } from '../../app/inbound.ts';
import { subjectOf } from './button-forms.ts';
import { slackCode } from './delivery-outcome.ts';
import { failedWords, type SlackTurn, type SlackTurns } from './slack-turns.ts';
import { failedWindow, type Origin, replyWindow } from './windows.ts';

/** What a turn led to, as a window shows it. */
interface Outcome {
  readonly view: ModalView;
  /** Absent where the turn failed. */
  readonly reply?: Reply;
}

/** An open window: its id, and the hash that Slack compares where the window must not have changed meanwhile. */
interface OpenWindow {
  readonly view_id: string;
  readonly hash?: string | undefined;
}

interface Outcomes {
  shownOf(reply: Reply, turn: SlackTurn, origin: Origin | null): Outcome;
  failedOf(turn: SlackTurn): Outcome;
  /** Runs a turn. Its failure is logged, and is the outcome. */
  outcomeOf(turn: SlackTurn, origin: Origin | null): Promise<Outcome>;
  /** Shows an outcome as a message, where no window can: it was closed, or Slack opens none. */
  sendAsMessage(responseUrl: string | null, turn: SlackTurn, outcome: Outcome): Promise<void>;
  /** Shows an outcome in an open window, or as a message where the window is gone. */
  showIn(window: OpenWindow, turn: SlackTurn, outcome: Outcome, origin: Origin | null): Promise<void>;
}

/** Makes what shows the outcomes of turns in windows. */
export function createOutcomes(turns: SlackTurns): Outcomes {
  const shownOf = (reply: Reply, turn: SlackTurn, origin: Origin | null): Outcome => ({
    view: replyWindow(reply, origin, turn),
    reply,
  });
  const failedOf = (turn: SlackTurn): Outcome => {
    const language = turns.languageOf(turn);
    return { view: failedWindow(failedWords(turn, language), language) };
  };

  async function outcomeOf(turn: SlackTurn, origin: Origin | null): Promise<Outcome> {
    try {
      return shownOf(await turns.take(turn), turn, origin);
    } catch (error) {
      turns.logFailure(turn, error);
      return failedOf(turn);
    }
  }

  function sendAsMessage(responseUrl: string | null, turn: SlackTurn, { reply }: Outcome): Promise<void> {
    return reply ? turns.tell(responseUrl, turn, reply) : turns.failed(responseUrl, turn);
  }

  async function showIn(
    { view_id, hash }: OpenWindow,
    turn: SlackTurn,
    outcome: Outcome,
    origin: Origin | null,
  ): Promise<void> {
    const web = await turns.client(turn.team);
    try {
      await web.views.update({ view_id, ...(hash !== undefined && { hash }), view: outcome.view });
    } catch (error) {
      turns.logFailure(turn, error);
      if (slackCode(error) !== 'hash_conflict') {
        await sendAsMessage(origin?.responseUrl ?? null, turn, outcome);
        return;
      }
      // Another turn of this window was shown first. Either may have been saved last, so what is saved is read again.
      const subject = subjectOf(turn.command);
      if (!subject) return showIn({ view_id }, turn, outcome, origin);
      const again = { ...turn, deliveryId: `${turn.deliveryId}:again`, command: subject };
      await showIn({ view_id }, again, await outcomeOf(again, origin), origin);
    }
  }

  return { shownOf, failedOf, outcomeOf, sendAsMessage, showIn };
}

import type { ModalView } from '@slack/types';
import type { ViewsOpenResponse } from '@slack/web-api';
import { LATE, within } from '../../app/deadline.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { empty, type SlackResponse } from './slack-http.ts';
import { failedWords, type SlackTurn, type SlackTurns } from './slack-turns.ts';
import { failedWindow, type Origin, replyWindow, waitingWindow } from './windows.ts';

/** How long a turn may hold back an answer to Slack, in milliseconds. */
export interface Patience {
  /** Before a window opens with a placeholder. Slack's trigger expires after three seconds. */
  readonly openMs: number;
  /** Before a request is acknowledged without its result. Slack waits three seconds, then shows an error. */
  readonly acknowledgeMs: number;
}

export interface WindowTurnDeps {
  readonly turns: SlackTurns;
  readonly patience: Patience;
  readonly clock: Clock;
  /** Runs work after the acknowledgement; its failures are logged by the caller who provides it. */
  readonly later: (work: () => Promise<void>) => void;
}

/** Turns whose reply is shown in a Slack window (modal). */
export interface WindowTurns {
  /**
   * Opens a window at once and shows the turn's reply in it. Where Slack opens no window, the reply is sent as a message
   * to the origin or to `responseUrl`.
   */
  openWindow(
    turn: SlackTurn,
    triggerId: string,
    origin: Origin | null,
    responseUrl?: string | null,
  ): Promise<void>;
  /** Runs a turn and shows its reply in a window that is already open; acknowledges when the turn is saved or time is up. */
  showInWindow(
    turn: SlackTurn,
    viewId: string,
    hash: string | undefined,
    origin: Origin | null,
  ): Promise<SlackResponse>;
}

interface WindowOutcome {
  readonly view: ModalView;
  /** Absent where the turn failed. */
  readonly reply?: Reply;
}

/** Makes the turns that answer in a window. */
export function createWindowTurns({ turns, patience, clock, later }: WindowTurnDeps): WindowTurns {
  /** Runs a turn. The window shows its reply, or that it failed. */
  async function outcomeOf(turn: SlackTurn, origin: Origin | null): Promise<WindowOutcome> {
    try {
      const reply = await turns.take(turn);
      return { view: replyWindow(reply, origin), reply };
    } catch (error) {
      turns.logFailure(turn, error);
      return { view: failedWindow(failedWords(turn, 'da'), 'da') };
    }
  }

  function sendAsMessage(responseUrl: string, turn: SlackTurn, reply: Reply | undefined): Promise<void> {
    const beside = { responseUrl, own: false, channel: null };
    return reply ? turns.answerClick(beside, reply) : turns.failed(responseUrl, turn);
  }

  return {
    async openWindow(turn, triggerId, origin, responseUrl = null) {
      const outcome = outcomeOf(turn, origin);
      const web = await turns.client(turn.team);
      const soon = await within(clock, patience.openMs, () => outcome);
      const view = soon === LATE ? waitingWindow('da') : soon.view;
      let opened: ViewsOpenResponse;
      try {
        opened = await web.views.open({ trigger_id: triggerId, view });
      } catch (error) {
        // The trigger expired or Slack failed. The work is saved; report it as a message if possible.
        turns.logFailure(turn, error);
        const url = origin?.responseUrl ?? responseUrl;
        if (url) later(async () => sendAsMessage(url, turn, (await outcome).reply));
        return;
      }
      if (soon !== LATE) return;
      const view_id = opened.view?.id;
      if (view_id === undefined) throw new Error('Slack opened a window without an id');
      later(async () => {
        await web.views.update({ view_id, ...hashOf(opened.view?.hash), view: (await outcome).view });
      });
    },

    async showInWindow(turn, viewId, hash, origin) {
      const outcome = outcomeOf(turn, origin);
      later(async () => {
        const { view } = await outcome;
        const web = await turns.client(turn.team);
        await web.views.update({ view_id: viewId, ...hashOf(hash), view });
      });
      await within(clock, patience.acknowledgeMs, () => outcome);
      return empty(200);
    },
  };
}

function hashOf(hash: string | undefined): { hash?: string } {
  return hash === undefined ? {} : { hash };
}

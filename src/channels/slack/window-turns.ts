import type { ViewsOpenResponse } from '@slack/web-api';
import { LATE, within } from '../../app/deadline.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { createOutcomes } from './outcomes.ts';
import { empty, type SlackResponse } from './slack-http.ts';
import type { SlackTurn, SlackTurns } from './slack-turns.ts';
import { type Origin, waitingWindow } from './windows.ts';

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
   * to the origin, to `responseUrl`, or to the person's chat.
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
  /** Shows the reply of a turn that is still running in an open window; undefined where the turn fails. */
  showLater(turn: SlackTurn, viewId: string, reply: Promise<Reply | undefined>, origin: Origin | null): void;
}

/** Makes the turns that answer in a window. */
export function createWindowTurns({ turns, patience, clock, later }: WindowTurnDeps): WindowTurns {
  const { failedOf, outcomeOf, sendAsMessage, shownOf, showIn } = createOutcomes(turns);

  return {
    async openWindow(turn, triggerId, origin, responseUrl = null) {
      const outcome = outcomeOf(turn, origin);
      const web = await turns.client(turn.team);
      const soon = await within(clock, patience.openMs, () => outcome);
      const view = soon === LATE ? waitingWindow(turns.languageOf(turn)) : soon.view;
      let opened: ViewsOpenResponse;
      try {
        opened = await web.views.open({ trigger_id: triggerId, view });
      } catch (error) {
        // The trigger expired or Slack failed. The work is saved; report it as a message.
        turns.logFailure(turn, error);
        later(async () => sendAsMessage(origin?.responseUrl ?? responseUrl, turn, await outcome));
        return;
      }
      if (soon !== LATE) return;
      const view_id = opened.view?.id;
      if (view_id === undefined) throw new Error('Slack opened a window without an id');
      later(async () => showIn({ view_id, hash: opened.view?.hash }, turn, await outcome, origin));
    },

    async showInWindow(turn, viewId, hash, origin) {
      const outcome = outcomeOf(turn, origin);
      later(async () => showIn({ view_id: viewId, hash }, turn, await outcome, origin));
      await within(clock, patience.acknowledgeMs, () => outcome);
      return empty(200);
    },

    showLater(turn, viewId, reply, origin) {
      later(async () => {
        const late = await reply;
        await showIn({ view_id: viewId }, turn, late ? shownOf(late, turn, origin) : failedOf(turn), origin);
      });
    },
  };
}

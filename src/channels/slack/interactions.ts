import type { ModalView } from '@slack/types';
import type { ViewsOpenResponse } from '@slack/web-api';
import { readPayload } from '../../../cards/actions.ts';
import { LATE, within } from '../../app/deadline.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Command } from '../../core/command.ts';
import { placeIn } from './addresses.ts';
import { errorsIn, findAction, subjectOf } from './button-forms.ts';
import { natureOf, readButton } from './button-id.ts';
import { readState } from './input-blocks.ts';
import type { BlockActions, Interaction, ViewSubmission } from './payloads.ts';
import { cardOf, opensWindow, placeOfClick } from './read-click.ts';
import { asideOf, type ReadMessage } from './read-message.ts';
import { empty, json, type SlackResponse } from './slack-http.ts';
import { failedWords, type Turn, type Turns } from './turns.ts';
import {
  failedWindow,
  formWindow,
  type Origin,
  readMetadata,
  replyWindow,
  waitingWindow,
} from './windows.ts';

/** How long, in milliseconds, we wait for ourselves before a window opens empty, and before a request is acknowledged. */
export interface Patience {
  readonly openMs: number;
  readonly acknowledgeMs: number;
}

export interface InteractionDeps {
  readonly turns: Turns;
  readonly patience: Patience;
  readonly clock: Clock;
  /** Runs work after the acknowledgement; failures are logged there. */
  readonly read: ReadMessage;
  readonly later: (work: () => Promise<void>) => void;
  /** Draws the Home tab anew after something was done from it. */
  readonly refreshHome: (team: string, user: string, deliveryId: string) => Promise<void>;
}

export interface Interactions {
  handle(interaction: Interaction): Promise<SlackResponse>;
  /** Opens a window at once and shows the turn's reply in it; as a message where no window can be opened. */
  openWindow(
    turn: Turn,
    triggerId: string,
    origin: Origin | null,
    responseUrl?: string | null,
  ): Promise<void>;
}

export function createInteractions(deps: InteractionDeps): Interactions {
  const { turns, patience, clock, later, refreshHome, read } = deps;
  async function openWindow(
    turn: Turn,
    triggerId: string,
    origin: Origin | null,
    responseUrl: string | null = null,
  ): Promise<void> {
    const outcome = outcomeOf(turn, origin);
    const web = await turns.client(turn.team);
    const soon = await within(clock, patience.openMs, () => outcome);
    const view = soon === LATE ? waitingWindow('da') : soon.view;
    let opened: ViewsOpenResponse;
    try {
      opened = await web.views.open({ trigger_id: triggerId, view });
    } catch (error) {
      // Three seconds had passed, or Slack stumbled. What was done is saved: it is told as a message where one can be sent.
      turns.logFailure(turn, error);
      const url = origin?.responseUrl ?? responseUrl;
      if (url) later(async () => tell(url, turn, (await outcome).reply));
      return;
    }
    if (soon !== LATE) return;
    const view_id = opened.view?.id;
    if (view_id === undefined) throw new Error('Slack opened a window without an id');
    later(async () => {
      await web.views.update({ view_id, ...hashOf(opened.view?.hash), view: (await outcome).view });
    });
  }

  function tell(responseUrl: string, turn: Turn, reply: Reply | undefined): Promise<void> {
    const beside = { responseUrl, own: false, channel: null };
    return reply ? turns.answerClick(beside, reply) : turns.failed(responseUrl, turn);
  }

  /** Opens the form of a button. What it asks for comes from the case or draft as it is now. */
  async function openForm(
    click: BlockActions,
    command: Command,
    turn: Turn,
    origin: Origin | null,
  ): Promise<void> {
    const subject = subjectOf(command);
    if (!subject) return;
    const reply = await turns.take({ ...turn, deliveryId: `${turn.deliveryId}:form`, command: subject });
    const found = findAction(reply, command);
    const web = await turns.client(turn.team);
    const view = found ? formWindow(found.view, found.action, origin) : replyWindow(reply, origin);
    const open = click.view?.type === 'modal' ? web.views.push : web.views.open;
    await open({ trigger_id: click.trigger_id, view });
  }

  async function blockActions(click: BlockActions): Promise<SlackResponse> {
    const [action] = click.actions;
    if (!action) return empty(200);
    const place = placeOfClick(click);
    const turn = (command: Command): Turn => ({
      team: click.team.id,
      user: click.user.id,
      place,
      audience: 'person',
      deliveryId: `${click.trigger_id}:${action.action_ts ?? ''}`,
      command,
      cardMessageId: cardOf(click),
    });
    const origin: Origin | null = click.response_url
      ? {
          responseUrl: click.response_url,
          own: place.kind === 'personal' || click.container.is_ephemeral === true,
          channel: place.kind === 'personal' ? null : place.channel,
        }
      : null;

    if (action.type !== 'button') return lookUp(click, turn);
    const nature = natureOf(action.action_id);
    const state = click.view?.state ?? click.state;
    const command = readButton(action.value ?? '', nature.inputs ? readState(state) : {});
    if (nature.form) {
      try {
        await openForm(click, command, turn(command), origin);
      } catch (error) {
        turns.logFailure(turn(command), error);
        if (origin) later(() => turns.failed(origin.responseUrl, turn(command)));
      }
      return empty(200);
    }
    if (click.view?.type === 'modal') {
      const { id, hash } = click.view;
      return showInWindow(turn(command), id, hash, readMetadata(click.view.private_metadata)?.origin ?? null);
    }
    if (opensWindow(command)) {
      await openWindow(turn(command), click.trigger_id, origin);
      return empty(200);
    }
    if (!origin) {
      // On the Home tab there is no message to answer in.
      await openWindow(turn(command), click.trigger_id, null);
      later(() => refreshHome(click.team.id, click.user.id, `${click.trigger_id}:home`));
      return empty(200);
    }
    return answerClick(turn(command), origin);
  }

  /** A CVR number was entered: the window is filled when the register has answered. */
  async function lookUp(click: BlockActions, turn: (command: Command) => Turn): Promise<SlackResponse> {
    if (click.view?.type !== 'modal') return empty(200);
    const metadata = readMetadata(click.view.private_metadata);
    const command = readPayload({
      ...readState(click.view.state),
      ...metadata?.payload,
      verb: 'intake.lookup',
    });
    if (command.name !== 'intake') return empty(200);
    return showInWindow(turn(command), click.view.id, click.view.hash, metadata?.origin ?? null);
  }

  async function showInWindow(
    turn: Turn,
    viewId: string,
    hash: string | undefined,
    origin: Origin | null,
  ): Promise<SlackResponse> {
    const outcome = outcomeOf(turn, origin);
    later(async () => {
      const { view } = await outcome;
      const web = await turns.client(turn.team);
      await web.views.update({ view_id: viewId, ...hashOf(hash), view });
    });
    await within(clock, patience.acknowledgeMs, () => outcome);
    return empty(200);
  }

  /** What came of a turn, and the window that shows it or that it failed. */
  async function outcomeOf(
    turn: Turn,
    origin: Origin | null,
  ): Promise<{ readonly view: ModalView; readonly reply?: Reply }> {
    try {
      const reply = await turns.take(turn);
      return { view: replyWindow(reply, origin), reply };
    } catch (error) {
      turns.logFailure(turn, error);
      return { view: failedWindow(failedWords(turn, 'da'), 'da') };
    }
  }

  /** Acknowledges once the turn is saved, or when Slack must not wait any longer; shows the reply afterwards. */
  async function answerClick(turn: Turn, origin: Origin): Promise<SlackResponse> {
    const shown = turns.take(turn).then(
      (reply) => () => turns.answerClick(origin, reply),
      (error: unknown) => {
        turns.logFailure(turn, error);
        return () => turns.failed(origin.responseUrl, turn);
      },
    );
    later(async () => (await shown)());
    await within(clock, patience.acknowledgeMs, () => shown);
    return empty(200);
  }

  async function submission(sent: ViewSubmission): Promise<SlackResponse> {
    const { view, team, user } = sent;
    const metadata = readMetadata(view.private_metadata);
    if (!metadata?.payload) return json({ response_action: 'clear' });
    const { origin } = metadata;
    const turn: Turn = {
      team: team.id,
      user: user.id,
      place: placeIn(team.id, user.id, origin?.channel),
      audience: 'person',
      deliveryId: `${sent.trigger_id}:${view.id}`,
      command: readPayload({ ...readState(view.state), ...metadata.payload }),
    };
    const reply = turns.take(turn).catch((error: unknown) => {
      turns.logFailure(turn, error);
      return undefined;
    });
    const soon = await within(clock, patience.acknowledgeMs, () => reply);
    if (soon === LATE) {
      later(async () => {
        const late = await reply;
        const web = await turns.client(team.id);
        await web.views.update({
          view_id: view.id,
          view: late ? replyWindow(late, origin) : failedWindow(failedWords(turn, 'da'), 'da'),
        });
      });
      return json({ response_action: 'update', view: waitingWindow('da') });
    }
    if (!soon) return json({ response_action: 'update', view: failedWindow(failedWords(turn, 'da'), 'da') });
    const errors = errorsIn(view, soon);
    if (errors) return json({ response_action: 'errors', errors });
    if (origin && soon.answers.some(({ kind }) => kind !== 'refused')) {
      later(() => turns.answerClick(origin, soon));
      return json({ response_action: 'clear' });
    }
    return json({ response_action: 'update', view: replyWindow(soon, origin) });
  }

  return {
    openWindow,

    async handle(interaction) {
      switch (interaction.type) {
        case 'shortcut':
        case 'message_action': {
          const { team, user, trigger_id } = interaction;
          const words = interaction.type === 'message_action' ? (interaction.message.text ?? '') : '';
          const message = await read(team.id, words);
          const text = message.own;
          const command: Command = text === '' ? { name: 'new' } : { name: 'log', text };
          const place = placeIn(team.id, user.id, 'channel' in interaction ? interaction.channel.id : null);
          await openWindow(
            {
              team: team.id,
              user: user.id,
              place,
              audience: 'person',
              deliveryId: trigger_id,
              command,
              ...asideOf(message),
              standsInChat: text !== '',
            },
            trigger_id,
            null,
            'response_url' in interaction ? interaction.response_url : null,
          );
          return empty(200);
        }
        case 'block_actions':
          return blockActions(interaction);
        case 'view_submission':
          return submission(interaction);
        case 'view_closed':
          return empty(200);
        default: {
          const never: never = interaction;
          return never;
        }
      }
    },
  };
}

function hashOf(hash: string | undefined): { hash?: string } {
  return hash === undefined ? {} : { hash };
}

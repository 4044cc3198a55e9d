import { readPayload } from '../../../cards/actions.ts';
import { within } from '../../app/deadline.ts';
import type { Command } from '../../core/command.ts';
import { findAction, subjectOf } from './button-forms.ts';
import { natureOf, readButton } from './button-id.ts';
import { slackCode } from './delivery-outcome.ts';
import { readState } from './input-blocks.ts';
import type { BlockActions } from './payloads.ts';
import { cardMessageOf, opensWindow, placeOfClick } from './read-click.ts';
import { empty, type SlackResponse } from './slack-http.ts';
import type { SlackTurn } from './slack-turns.ts';
import type { WindowTurnDeps, WindowTurns } from './window-turns.ts';
import { formWindow, type Origin, readMetadata, replyWindow, UNFOLD } from './windows.ts';

export interface BlockActionDeps extends WindowTurnDeps {
  readonly windows: WindowTurns;
  /** Renders the Home tab again after a command was given on it. */
  readonly refreshHome: (team: string, user: string, deliveryId: string) => Promise<void>;
}

/** Carries out a click on a button, or an input that acts by itself (`block_actions`). */
export async function handleBlockActions(deps: BlockActionDeps, click: BlockActions): Promise<SlackResponse> {
  const { turns, later, windows } = deps;
  const [action] = click.actions;
  if (!action) return empty(200);
  const turnOf = (command: Command): SlackTurn => ({
    team: click.team.id,
    user: click.user.id,
    place: placeOfClick(click),
    audience: 'person',
    deliveryId: `${click.trigger_id}:${action.action_ts ?? ''}`,
    command,
    cardMessageId: cardMessageOf(click),
  });
  if (action.type === 'feedback_buttons') return rate(deps, click, turnOf(readButton(action.value ?? '')));
  if (action.type !== 'button') return lookUp(deps, click, turnOf);

  const origin = originOf(click, deps.clock.now());
  const nature = natureOf(action.action_id);
  const state = click.view?.state ?? click.state;
  const command = readButton(action.value ?? '', nature.inputs ? readState(state, click.team.id) : {});
  const turn = turnOf(command);
  if (nature.form) {
    try {
      await openForm(deps, click, turn, origin);
    } catch (error) {
      turns.logFailure(turn, error);
      later(() => turns.failed(origin?.responseUrl ?? null, turn));
    }
    return empty(200);
  }
  if (click.view?.type === 'modal') {
    const { id, hash, private_metadata } = click.view;
    const metadata = readMetadata(private_metadata);
    const unfolded = action.block_id === UNFOLD || metadata?.unfolded;
    return windows.showInWindow({ ...turn, unfolded }, id, hash, metadata?.origin ?? null);
  }
  if (opensWindow(command)) {
    await windows.openWindow(turn, click.trigger_id, origin);
    return empty(200);
  }
  if (!origin) {
    // The Home tab has no message to answer in.
    await windows.openWindow(turn, click.trigger_id, null);
    later(() => deps.refreshHome(click.team.id, click.user.id, `${click.trigger_id}:home`));
    return empty(200);
  }
  return answerClick(deps, turn, origin);
}

/** A thumb under a decision. Its answer stands beside the card, which goes on being used. */
async function rate(
  { turns, later }: BlockActionDeps,
  click: BlockActions,
  turn: SlackTurn,
): Promise<SlackResponse> {
  later(async () => {
    try {
      await turns.tell(click.response_url ?? null, turn, await turns.take(turn));
    } catch (error) {
      turns.logFailure(turn, error);
      await turns.failed(click.response_url ?? null, turn);
    }
  });
  return empty(200);
}

/** The message that was clicked, for the answer to replace or to stand beside; null on the Home tab and in windows. */
function originOf(click: BlockActions, at: string): Origin | null {
  if (!click.response_url) return null;
  const place = placeOfClick(click);
  return {
    responseUrl: click.response_url,
    own: place.kind === 'personal' || click.container.is_ephemeral === true,
    channel: place.kind === 'personal' ? null : place.channel,
    at,
  };
}

/** Opens a button's form. Its inputs come from the case or draft as it is now, not as it was when the card was drawn. */
async function openForm(
  { turns }: BlockActionDeps,
  click: BlockActions,
  turn: SlackTurn,
  origin: Origin | null,
): Promise<void> {
  const { command } = turn;
  const subject = subjectOf(command);
  if (!subject) return;
  const reply = await turns.take({ ...turn, deliveryId: `${turn.deliveryId}:form`, command: subject });
  const found = findAction(reply, command);
  const web = await turns.client(turn.team);
  const view = found ? formWindow(found.view, found.action, origin) : replyWindow(reply, origin);
  if (click.view?.type !== 'modal') {
    await web.views.open({ trigger_id: click.trigger_id, view });
    return;
  }
  const { id, hash } = click.view;
  try {
    await web.views.push({ trigger_id: click.trigger_id, view });
  } catch (error) {
    // Slack stacks three windows. A fourth form takes the place of the window it was opened from.
    if (slackCode(error) !== 'push_limit_reached') throw error;
    await web.views.update({ view_id: id, ...(hash !== undefined && { hash }), view });
  }
}

/** Looks up the CVR number entered in a window; the register's answer fills the rest of the form. */
async function lookUp(
  { windows }: BlockActionDeps,
  click: BlockActions,
  turnOf: (command: Command) => SlackTurn,
): Promise<SlackResponse> {
  if (click.view?.type !== 'modal') return empty(200);
  const metadata = readMetadata(click.view.private_metadata);
  const command = readPayload({
    ...readState(click.view.state, click.team.id),
    ...metadata?.payload,
    verb: 'intake.lookup',
  });
  if (command.name !== 'intake') return empty(200);
  const turn = { ...turnOf(command), unfolded: metadata?.unfolded };
  return windows.showInWindow(turn, click.view.id, click.view.hash, metadata?.origin ?? null);
}

/** Acknowledges once the turn is saved, or when Slack must not wait any longer; shows the reply afterwards. */
async function answerClick(
  { turns, patience, clock, later }: BlockActionDeps,
  turn: SlackTurn,
  origin: Origin,
): Promise<SlackResponse> {
  const shown = turns.take(turn).then(
    (reply) => () => turns.answerClick(origin, turn, reply),
    (error: unknown) => {
      turns.logFailure(turn, error);
      return () => turns.failed(origin.responseUrl, turn);
    },
  );
  later(async () => (await shown)());
  await within(clock, patience.acknowledgeMs, () => shown);
  return empty(200);
}

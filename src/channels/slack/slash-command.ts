import { readCommand } from '../../../dialogs/commands.ts';
import { LATE, within } from '../../app/deadline.ts';
import { asideOf, type Reply } from '../../app/inbound.ts';
import { placeIn } from './addresses.ts';
import { whyNotBindable } from './bindable.ts';
import { drawMessage } from './draw.ts';
import type { SlashCommand } from './payloads.ts';
import type { ReadMessage } from './read-message.ts';
import { empty, json, type SlackResponse } from './slack-http.ts';
import type { SlackTurn, SlackTurns } from './slack-turns.ts';
import type { WindowTurnDeps, WindowTurns } from './window-turns.ts';
import { replyWindow } from './windows.ts';

export interface SlashDeps extends WindowTurnDeps {
  readonly windows: WindowTurns;
  readonly read: ReadMessage;
}

/** Carries out `/indgang …`: anything that can be typed, answered to the person alone. */
export async function handleSlashCommand(deps: SlashDeps, sent: SlashCommand): Promise<SlackResponse> {
  const { turns, windows, patience, clock, later } = deps;
  const read = await deps.read(sent.team_id, sent.text);
  const isEmpty = read.own === '' && read.leftOut.length === 0;
  const command = readCommand(isEmpty ? 'hjælp' : read.own);
  const turn: SlackTurn = {
    team: sent.team_id,
    user: sent.user_id,
    place: placeIn(sent.team_id, sent.user_id, sent.channel_id),
    audience: 'person',
    deliveryId: sent.trigger_id,
    command,
    aside: asideOf(read),
  };

  if (command.name === 'new') {
    await windows.openWindow(turn, sent.trigger_id, null, sent.response_url);
    return empty(200);
  }
  const problem = command.name === 'connect' ? await whyNotBindable(turns, turn.place, turn.user) : undefined;
  if (problem) return json({ response_type: 'ephemeral', text: problem });

  const reply = turns.take(turn).catch((error: unknown) => {
    turns.logFailure(turn, error);
    return undefined;
  });
  const soon = await within(clock, patience.acknowledgeMs, () => reply);
  if (soon === LATE) {
    later(async () => {
      const late = await reply;
      await (late ? turns.tell(sent.response_url, turn, late) : turns.failed(sent.response_url, turn));
    });
    return empty(200);
  }
  if (!soon) {
    later(() => turns.failed(sent.response_url, turn));
    return empty(200);
  }
  if (soon.answers.some(({ kind }) => kind === 'intake-form')) {
    later(() => openForm(turns, sent, turn, soon));
    return empty(200);
  }
  const [first, ...others] = soon.answers;
  if (!first) return empty(200);
  if (others.length > 0) later(() => turns.tell(sent.response_url, turn, { ...soon, answers: others }));
  return json({ response_type: 'ephemeral', ...drawMessage(first, soon.language) });
}

/** Opens the form as a window. Where the trigger has expired, sends a message with a button that opens it. */
async function openForm(turns: SlackTurns, sent: SlashCommand, turn: SlackTurn, reply: Reply): Promise<void> {
  try {
    const web = await turns.client(sent.team_id);
    await web.views.open({ trigger_id: sent.trigger_id, view: replyWindow(reply, null) });
  } catch {
    await turns.tell(sent.response_url, turn, reply);
  }
}

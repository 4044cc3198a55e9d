import { readPayload } from '../../../cards/actions.ts';
import { LATE, within } from '../../app/deadline.ts';
import { placeIn } from './addresses.ts';
import { errorsIn, formAgain } from './button-forms.ts';
import { readState, typedIn } from './input-blocks.ts';
import type { ViewSubmission } from './payloads.ts';
import { json, type SlackResponse } from './slack-http.ts';
import { failedWords, type SlackTurn } from './slack-turns.ts';
import type { WindowTurnDeps, WindowTurns } from './window-turns.ts';
import {
  failedWindow,
  formWindow,
  type Origin,
  readMetadata,
  replyWindow,
  waitingWindow,
} from './windows.ts';

export interface SubmissionDeps extends WindowTurnDeps {
  readonly windows: WindowTurns;
}

/** How long Slack takes answers to a response URL: 30 minutes, less one for clocks that differ. */
const RESPONSE_URL_MS = 29 * 60 * 1000;

/** Whether the message that a window was opened from can still be answered. Later the window shows the reply. */
function takesAnswers({ at }: Origin, now: string): boolean {
  return at === undefined || Date.parse(now) - Date.parse(at) < RESPONSE_URL_MS;
}

/**
 * Carries out a window that was sent (`view_submission`). The response closes the window, marks fields that are wrong, or
 * shows the reply in the window. A turn that takes too long gets a placeholder, which its reply replaces later.
 */
export async function handleSubmission(
  { turns, windows, patience, clock, later }: SubmissionDeps,
  sent: ViewSubmission,
): Promise<SlackResponse> {
  const { view, team, user } = sent;
  const metadata = readMetadata(view.private_metadata);
  if (!metadata?.payload) return json({ response_action: 'clear' });
  const { origin } = metadata;
  const turn: SlackTurn = {
    team: team.id,
    user: user.id,
    place: placeIn(team.id, user.id, origin?.channel),
    audience: 'person',
    unfolded: metadata.unfolded,
    deliveryId: `${sent.trigger_id}:${view.id}`,
    command: readPayload({ ...readState(view.state, team.id), ...metadata.payload }),
  };
  const reply = turns.take(turn).catch((error: unknown) => {
    turns.logFailure(turn, error);
    return undefined;
  });
  const soon = await within(clock, patience.acknowledgeMs, () => reply);
  if (soon === LATE) {
    windows.showLater(turn, view.id, reply, origin);
    return json({ response_action: 'update', view: waitingWindow(turns.languageOf(turn)) });
  }
  if (!soon) {
    const language = turns.languageOf(turn);
    const view = failedWindow(failedWords(turn, language), language);
    return json({ response_action: 'update', view });
  }
  const errors = errorsIn(view, soon);
  if (errors) return json({ response_action: 'errors', errors });
  if (view.callback_id === 'form') {
    const again = formAgain(soon, turn.command);
    const refused = again ?? soon.answers.some(({ kind }) => kind === 'refused');
    if (refused) {
      const shown = again
        ? formWindow(again.view, again.action, origin)
        : replyWindow(soon, origin, { typed: typedIn(view.state) });
      return json({ response_action: 'update', view: shown });
    }
  }
  if (origin && takesAnswers(origin, clock.now()) && soon.answers.some(({ kind }) => kind !== 'refused')) {
    later(() => turns.answerClick(origin, turn, soon));
    return json({ response_action: 'clear' });
  }
  return json({ response_action: 'update', view: replyWindow(soon, origin, metadata) });
}

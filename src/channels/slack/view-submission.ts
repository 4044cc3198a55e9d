import { readPayload } from '../../../cards/actions.ts';
import { LATE, within } from '../../app/deadline.ts';
import { placeIn } from './addresses.ts';
import { errorsIn } from './button-forms.ts';
import { readState } from './input-blocks.ts';
import type { ViewSubmission } from './payloads.ts';
import { json, type SlackResponse } from './slack-http.ts';
import { failedWords, type SlackTurn } from './slack-turns.ts';
import type { WindowTurnDeps } from './window-turns.ts';
import { failedWindow, readMetadata, replyWindow, waitingWindow } from './windows.ts';

/**
 * Carries out a window that was sent (`view_submission`). The response closes the window, marks fields that are wrong, or
 * shows the reply in the window. A turn that takes too long gets a placeholder, which its reply replaces later.
 */
export async function handleSubmission(
  { turns, patience, clock, later }: WindowTurnDeps,
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
    deliveryId: `${sent.trigger_id}:${view.id}`,
    command: readPayload({ ...readState(view.state), ...metadata.payload }),
  };
  const reply = turns.take(turn).catch((error: unknown) => {
    turns.logFailure(turn, error);
    return undefined;
  });
  const failed = () => failedWindow(failedWords(turn, 'da'), 'da');
  const soon = await within(clock, patience.acknowledgeMs, () => reply);
  if (soon === LATE) {
    later(async () => {
      const late = await reply;
      const web = await turns.client(team.id);
      await web.views.update({ view_id: view.id, view: late ? replyWindow(late, origin) : failed() });
    });
    return json({ response_action: 'update', view: waitingWindow('da') });
  }
  if (!soon) return json({ response_action: 'update', view: failed() });
  const errors = errorsIn(view, soon);
  if (errors) return json({ response_action: 'errors', errors });
  if (origin && soon.answers.some(({ kind }) => kind !== 'refused')) {
    later(() => turns.answerClick(origin, soon));
    return json({ response_action: 'clear' });
  }
  return json({ response_action: 'update', view: replyWindow(soon, origin) });
}

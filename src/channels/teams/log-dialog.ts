import { readPayload } from '../../../cards/actions.ts';
import { type AdaptiveCard, toAdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { View } from '../../../cards/view.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Command } from '../../core/command.ts';
import type { Language } from '../../core/vocabulary.ts';
import { readText } from '../../text/read-text.ts';
import { extensionSchema } from './activity.ts';
import { attachment, drawCard } from './draw.ts';
import type { ReadCommand } from './read-turn.ts';

/** The message-extension action "Log henvendelse": its dialog is the intake, drawn as cards that submit. */

/**
 * What opening the dialog asks: the message it was opened on as a line to log, or a new enquiry. A message of nothing but
 * a quote is logged as a form, with that said.
 */
export function commandOfOpening(value: unknown): ReadCommand {
  const parsed = extensionSchema.safeParse(value);
  if (!parsed.success) return { command: { name: 'unreadable', problem: 'missing commandId' } };
  const { body } = parsed.data.messagePayload ?? {};
  const { own, leftOut, contact, unread } = readText(
    body?.content ?? '',
    body?.contentType === 'text' ? 'teams-text' : 'teams-html',
  );
  return {
    command: own === '' ? { name: 'new' } : { name: 'log', text: own },
    aside: { leftOut, contact, unread },
  };
}

/** What a button in the dialog asks. */
export function commandOfSubmit(value: unknown): Command {
  const parsed = extensionSchema.safeParse(value);
  return parsed.success ? readPayload(parsed.data.data) : { name: 'unreadable', problem: 'missing data' };
}

function dialogWith(card: AdaptiveCard, language: Language): object {
  return {
    task: {
      type: 'continue',
      value: {
        title: sentencesIn(language).teams.dialogTitle,
        width: 'large',
        height: 'large',
        card: attachment(card),
      },
    },
  };
}

/** A turn's answer in the dialog. */
export function dialogOf(reply: Reply): object {
  const card = drawCard(reply, { inDialog: true });
  if (!card) throw new Error('A turn without an answer');
  return dialogWith(card, reply.language);
}

/** The dialog while we still work, with the button that shows what came of it: a dialog cannot be changed from here. */
export function waitingDialog(language: Language): object {
  const { teams, typed } = sentencesIn(language);
  const view: View = {
    language,
    tone: 'default',
    title: teams.wait,
    blocks: [{ kind: 'text', text: teams.waitWhy }],
    actions: [
      {
        command: { name: 'intake', verb: 'intake.resume', draftId: null, revision: null, input: {} },
        title: teams.show,
        tone: 'primary',
        withInputs: false,
        form: [],
        typed: typed.resume,
      },
    ],
    refresh: null,
  };
  return dialogWith(toAdaptiveCard(view, { inDialog: true }), language);
}

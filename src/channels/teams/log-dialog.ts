import { readPayload } from '../../../cards/actions.ts';
import { type AdaptiveCard, toAdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { View } from '../../../cards/view.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import { asideOf, type Reply } from '../../app/inbound.ts';
import type { Command } from '../../core/command.ts';
import type { Language } from '../../core/vocabulary.ts';
import { readText } from '../../text/read-text.ts';
import { extensionSchema } from './activity.ts';
import { attachment, drawCard } from './draw.ts';
import type { ReadCommand } from './read-turn.ts';

/** The message extension "Log henvendelse". Its dialog shows the intake as cards with `Action.Submit`. */

/**
 * The command of opening the dialog: logs the message it was opened on, or starts a new enquiry. A message with only a
 * quote opens the form, and the quote is reported as left out.
 */
export function commandOfOpening(value: unknown): ReadCommand {
  const parsed = extensionSchema.safeParse(value);
  if (!parsed.success) return { command: { name: 'unreadable', problem: 'missing commandId' } };
  const { body } = parsed.data.messagePayload ?? {};
  const read = readText(body?.content ?? '', body?.contentType === 'text' ? 'teams-text' : 'teams-html');
  return {
    command: read.own === '' ? { name: 'new' } : { name: 'log', text: read.own },
    aside: asideOf(read),
  };
}

/** The command of a button in the dialog. */
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

/** Renders a turn's answer in the dialog. */
export function dialogOf(reply: Reply): object {
  const card = drawCard(reply, { inDialog: true });
  if (!card) throw new Error('A turn without an answer');
  return dialogWith(card, reply.language);
}

/**
 * Placeholder shown while the turn runs. It has a button that shows the result, because a dialog cannot be updated from
 * here.
 */
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

import type { Activity, Attachment } from 'botbuilder';
import { type AdaptiveCard, type CardOptions, toAdaptiveCard } from '../../../cards/adaptive-card.ts';
import { summaryOf, toText } from '../../../cards/text.ts';
import type { View } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Outgoing } from '../../app/ports/messenger.ts';
import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** Has Teams show thumbs under the message. */
const FEEDBACK = { feedbackLoop: { type: 'default' } } as const;

/** A view without buttons and inputs becomes a line of text, which is quicker to read and is read aloud as it is. */
function isPlain(view: View): boolean {
  return view.actions.length === 0 && view.blocks.length === 0;
}

/** A card as an attachment of a message. */
export function attachment(card: AdaptiveCard): Attachment {
  return { contentType: CARD, content: card };
}

function messageOf(view: View, options: CardOptions): Partial<Activity> {
  if (isPlain(view)) return { type: 'message', text: toText(view), textFormat: 'plain' };
  return {
    type: 'message',
    summary: summaryOf(view),
    attachments: [attachment(toAdaptiveCard(view, options))],
  };
}

/** Renders one answer of a turn as a message. `tabApp`: see `CardOptions`. */
export function messageOfAnswer(answer: Answer, language: Language, tabApp?: string): Partial<Activity> {
  const message = messageOf(viewOf(answer, language), { tabApp });
  return answer.kind === 'decision' ? { ...message, channelData: FEEDBACK } : message;
}

/**
 * Renders an answer as a message that only one person sees in a channel. It is gone after a day, sooner than a case is
 * answered, so a case's card stands in the person's own chat, and here a sentence about it. A card that says why a verb was
 * refused, with what was typed for it, or whom to call, is needed at once and is shown.
 */
export function targetedMessage(answer: Answer, language: Language, tabApp?: string): Partial<Activity> {
  if (answer.kind !== 'case' || isNeededNow(answer)) return messageOfAnswer(answer, language, tabApp);
  const { teams, typed } = sentencesIn(language);
  const text = `${summaryOf(viewOf(answer, language))}\n\n${teams.caseInChat(typed.case(answer.case.id))}`;
  return { type: 'message', text, textFormat: 'plain' };
}

function isNeededNow({ problems, typed, caller }: Extract<Answer, { kind: 'case' }>): boolean {
  return problems.length > 0 || typed !== undefined || (caller ?? null) !== null;
}

/** Renders a message to somebody outside the turn. */
export function outgoingMessage(
  { answer, language, viewers = [] }: Outgoing,
  tabApp?: string,
): Partial<Activity> {
  return messageOf(viewOf(answer, language), { refreshUserIds: viewers, tabApp });
}

/**
 * Renders a turn's answer as one card, the only answer that a card action accepts. Notices stand on the card, and an
 * answer of plain text becomes a card too.
 */
export function drawCard(reply: Reply, options: CardOptions = {}): AdaptiveCard | undefined {
  const views = reply.answers.map((answer) => viewOf(answer, reply.language));
  const last = views.at(-1);
  if (!last) return undefined;
  const notices = views.slice(0, -1).map(
    (view) =>
      ({
        kind: 'callout',
        tone: view.tone,
        text: [view.title, view.subtitle].filter((part) => part).join('. '),
      }) as const,
  );
  return toAdaptiveCard({ ...last, blocks: [...notices, ...last.blocks] }, options);
}

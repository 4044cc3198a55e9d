import { HANDOVER_LABELS, RETURN_REASON_LABELS } from '../../dialogs/case-labels.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { Case, Handover } from '../../src/core/case/case.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** The offer that waits for an answer, if any. */
export function openHandover(kase: Case): Handover | undefined {
  return kase.handovers.find(({ state }) => state === 'offered');
}

/** Questions of the open offer, and what was answered. */
export function questionBlocks(kase: Case, language: Language): Block[] {
  const say = sayIn(language);
  const questions = kase.handovers.flatMap((handover) => handover.questions).slice(-5);
  return questions.flatMap((question): Block[] => [
    { kind: 'text', strong: true, text: `${question.askedBy.name}: ${question.text}` },
    question.answer === null
      ? {
          kind: 'text',
          subtle: true,
          text: say('Venter på svar fra afsenderen.', 'Waiting for the sender to answer.'),
        }
      : { kind: 'text', text: `${question.answeredBy?.name ?? say('Svar', 'Answer')}: ${question.answer}` },
  ]);
}

/** Every offer of the case in a line each: from, to, how it ended and why. */
export function handoverBlocks(kase: Case, notes: boolean, language: Language): Block[] {
  const items = kase.handovers.slice(-8).map((handover) => {
    const reason = handover.reasonCode ? RETURN_REASON_LABELS[handover.reasonCode][language] : undefined;
    const text = notes ? handover.reason : undefined;
    const why = [reason, text].filter((part) => part).join(': ');
    const way = `${organisationName(handover.from)} → ${organisationName(handover.to)}`;
    return `${way}: ${HANDOVER_LABELS[handover.state][language].toLowerCase()}${why ? ` (${why})` : ''}`;
  });
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { button } from './parts.ts';

/** Where a merged case goes on, with the button that shows it. */
export function mergedBlocks({ mergedInto: caseId }: Case, language: Language): Block[] {
  if (caseId === undefined) return [];
  const { buttons, caseCard, typed } = sentencesIn(language);
  const show = button(buttons.showCase, { name: 'case', caseId }, typed.case(caseId));
  return [
    { kind: 'callout', tone: 'warning', text: caseCard.mergedInto(caseId) },
    { kind: 'actions', actions: [show] },
  ];
}

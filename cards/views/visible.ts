import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { type Visibility, visibleTo } from '../../src/core/case/visibility.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { companyName } from './parts.ts';

/** The parts of a case open to a viewer, and the company's name as they may see it. */
export interface Visible extends Omit<Visibility, 'name'> {
  readonly name: string;
}

/**
 * The parts of the card that this viewer sees, as core decides. Viewers who may not see contacts see no person's name
 * in the title either.
 */
export function visibleIn(kase: Case, viewer: Viewer, language: Language): Visible {
  const may = visibleTo(viewer.relation, kase);
  const { companyName: company, cvr } = kase.values;
  const named = may.name && (may.contact || company !== undefined || cvr !== undefined);
  const number = sentencesIn(language).caseCard.title(kase.id);
  return { ...may, name: named ? companyName(kase.values, language) : number };
}

import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Visibility } from '../../src/core/case/visibility.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { companyName } from './parts.ts';

/** The parts of a case open to a viewer, and the company's name as they may see it. */
export interface Visible extends Omit<Visibility, 'name'> {
  readonly name: string;
}

/** The parts of the card that this viewer sees, as core decides. A company whose name they may not see is a case number. */
export function visibleIn(kase: Case, { sees }: Viewer, language: Language): Visible {
  const { companyName: company, cvr } = kase.values;
  const named = sees.name && (sees.contact || company !== undefined || cvr !== undefined);
  const number = sentencesIn(language).caseCard.title(kase.id);
  return { ...sees, name: named ? companyName(kase.values, language) : number };
}

import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { type Visibility, visibleTo } from '../../src/core/case/visibility.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { companyName } from './parts.ts';

/** What a viewer may see, and what they may call the company. */
export interface Visible extends Omit<Visibility, 'name'> {
  readonly name: string;
}

/** What this viewer's card shows (core decides it). Who may not see contacts sees no person's name as the title either. */
export function visibleIn(kase: Case, viewer: Viewer, language: Language): Visible {
  const may = visibleTo(viewer.relation, kase);
  const { companyName: company, cvr } = kase.values;
  const named = may.name && (may.contact || company !== undefined || cvr !== undefined);
  const number = sentencesIn(language).caseCard.title(kase.id);
  return { ...may, name: named ? companyName(kase.values, language) : number };
}

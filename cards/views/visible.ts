import { sayIn } from '../../dialogs/say.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { companyName } from './parts.ts';

/** What a viewer may see of a case (handover.md, "Who may do what" and "What a shared channel shows"). */
export interface Visible {
  /** What the company is called for this viewer: a pre-starter is a private person, so a channel sees the number. */
  readonly name: string;
  readonly contact: boolean;
  /** Free text: description, reasons, questions. */
  readonly notes: boolean;
}

/** The parts of the case that this viewer's card may show. */
export function visibleTo(viewer: Viewer, kase: Case, language: Language): Visible {
  const { relation } = viewer;
  const party = relation === 'owner' || relation === 'receiver' || relation === 'party';
  const preStarter = kase.values.stage === 'pre-starter';
  const crisis = kase.priority === 'urgent';
  const number = sayIn(language)(`Sag ${kase.id}`, `Case ${kase.id}`);
  return {
    name: preStarter && !party && relation !== 'auditor' ? number : nameOf(kase, party, number, language),
    contact: party,
    // A crisis case's notes are for its owner and receiver alone.
    notes: crisis ? relation === 'owner' || relation === 'receiver' : party || relation === 'auditor',
  };
}

function nameOf(kase: Case, party: boolean, number: string, language: Language): string {
  const { companyName: name, cvr } = kase.values;
  return party || name || cvr ? companyName(kase.values, language) : number;
}

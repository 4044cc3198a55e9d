import type { Answer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { redactedCase } from '../core/case/redacted-case.ts';
import { sightOf } from '../core/case/visibility.ts';
import type { Draft, IntakeValues } from '../core/intake/draft.ts';
import { beginDraft, saveDraft, setAside } from './draft-changes.ts';
import { showDraft } from './show-draft.ts';
import type { Turn } from './turn.ts';

/** What is known of the company, and is still so when it has a new need. */
function companyOf(values: IntakeValues): IntakeValues {
  const { cvr, pNumber, companyName, municipality, stage, founded, form, employees, standing } = values;
  const { contactName, contactPhone, contactEmail } = values;
  const known = { cvr, pNumber, companyName, municipality, stage, founded, form, employees, standing };
  const all = { ...known, contactName, contactPhone, contactEmail };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * Begins the enquiry about a new need that a follow-up found: the form with the company filled in, linked to the closed case.
 * `closed` is the case before the follow-up ended, while whoever follows up may see the contact person. An enquiry under way is set aside, and a notice says so. The basis is asked for anew.
 */
export async function beginLinkedDraft(turn: Turn, closed: Case): Promise<readonly Answer[]> {
  const told = await setAside(turn, await turn.stores.drafts.active(turn.person.id));
  const empty = await beginDraft(turn, 'form');
  const { values: seen } = redactedCase(closed, sightOf(closed, turn.actor, turn.deps.settingsOf));
  const values = companyOf(seen);
  const sources: Draft['sources'] = Object.fromEntries(Object.keys(values).map((name) => [name, 'derived']));
  const draft = await saveDraft(turn, empty, { ...empty, values, sources, linkedTo: closed.id });
  return [...told, await showDraft(turn, draft)];
}

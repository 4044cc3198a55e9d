import { type Answer, refused } from '../../core/answer.ts';
import type { Case } from '../../core/case/case.ts';
import { refOf } from '../../core/case/case-change.ts';
import { applyInputs } from '../../core/intake/change-draft.ts';
import type { Draft } from '../../core/intake/draft.ts';
import { noticeOf } from '../../core/notice.ts';
import {
  isPlanned,
  type OutreachContact,
  type OutreachEffect,
  outreachStanding,
} from '../../core/outreach/outreach.ts';
import { beginDraft, setAside, showNextStep } from '../draft-changes.ts';
import type { Turn } from '../turn.ts';
import { outreachAnswer, sideOf } from './outreach-answer.ts';
import { companyOf, municipalityFor, newContact, ownPlan } from './plan-outreach.ts';
import { contactIn, type OutreachCommand, problemsOf, type TypedContact } from './read-outreach.ts';
import { saveOutreach } from './save-outreach.ts';

/**
 * `besøg …`: records a contact that was made, planned or not. One that found a need opens an enquiry of its own, in which
 * nobody has called. Refuses `outreach-not-yours`, `outreach-over`, `outreach-outcome-needed` and what cannot be read.
 */
export async function recordOutreach(turn: Turn, command: OutreachCommand): Promise<readonly Answer[]> {
  const about = await contactOf(turn, command);
  if ('kind' in about) return [about];
  const { contact, isNew } = about;
  const [problem] = problemsOf(turn, command);
  const done = problem ? null : contactIn(turn, command);
  if (!done) {
    const refusal = problem?.refusal ?? { code: 'outreach-outcome-needed' };
    if (isNew) return [{ kind: 'refused', refusal }];
    const again = problem ?? { field: 'outcome', refusal, typed: '' };
    return [await outreachAnswer(turn, contact, { problems: [again] })];
  }
  const opened = await caseOf(turn, command, contact);
  if (opened && 'kind' in opened) return [opened];
  const saved = await saveMade(turn, command, contact, isNew, done, opened?.id ?? null);
  const shown = await outreachAnswer(turn, saved, { notice: noticeOf('outreach-recorded') });
  return done.outcome === 'case' && !opened ? [shown, ...(await openEnquiry(turn, saved))] : [shown];
}

/** The planned contact that the command is about, else a new one with the company. */
async function contactOf(
  turn: Turn,
  command: OutreachCommand,
): Promise<{ readonly contact: OutreachContact; readonly isNew: boolean } | Answer> {
  if (command.id !== null) {
    const contact = await turn.stores.outreach.get(command.id);
    if (!contact) return refused('unknown-outreach', { caseId: command.id });
    if (sideOf(contact, turn.actor.organisation) !== 'ours')
      return refused('outreach-not-yours', { organisation: contact.by });
    return isPlanned(contact) ? { contact, isNew: false } : refused('outreach-over');
  }
  const company = companyOf(turn, command);
  if ('kind' in company) return company;
  const planned = await ownPlan(turn, company.cvr);
  if (planned) return { contact: planned, isNew: false };
  const municipality = municipalityFor(company, command.input.pNumber);
  if (municipality === null) return refused('municipality-needed');
  return { contact: await newContact(turn, command, company, municipality), isNew: true };
}

/** The case that the contact led to, where its number was typed: one of the same company. */
async function caseOf(
  turn: Turn,
  { input }: OutreachCommand,
  { company }: OutreachContact,
): Promise<Case | Answer | undefined> {
  const caseId = input.case?.trim() ?? '';
  if (caseId === '') return undefined;
  const kase = await turn.stores.cases.get(caseId);
  if (!kase) return refused('unknown-case', { caseId: caseId.slice(0, 20) });
  return kase.values.cvr === company.cvr ? kase : refused('outreach-case-differs', { caseId });
}

async function saveMade(
  turn: Turn,
  { input }: OutreachCommand,
  contact: OutreachContact,
  isNew: boolean,
  done: TypedContact,
  caseId: string | null,
): Promise<OutreachContact> {
  const { stores, now, actor } = turn;
  // Nobody was told of a contact that was never planned, and `require` asks for a yes.
  const early = isNew ? contact.told.ack === 'require' : outreachStanding(contact, now) !== 'free';
  const { pNumber = '', segment = '' } = input;
  const made: OutreachContact = {
    ...contact,
    company: {
      ...contact.company,
      ...(pNumber !== '' && { pNumber }),
      segment: segment === 'growth' || segment === 'operations' ? segment : contact.company.segment,
    },
    made: { ...done, by: refOf(actor), at: now, early },
    caseId,
  };
  if (isNew) {
    if (!(await stores.outreach.insert(made))) throw new Error(`Contact ${made.id} exists already`);
    return made;
  }
  const { organisation } = contact.told;
  const told: OutreachEffect = {
    kind: 'outreach.tell',
    organisation,
    to: 'channel',
    notice: 'outreach-made',
  };
  return saveOutreach(stores, contact, made, [told], now);
}

/** Begins the enquiry of a contact that found a need: its direction is outreach, and its case is linked to the contact. */
async function openEnquiry(turn: Turn, contact: OutreachContact): Promise<readonly Answer[]> {
  const { cvr, name, pNumber, municipality, founded } = contact.company;
  const told = await setAside(turn, await turn.stores.drafts.active(turn.person.id));
  const begun = await beginDraft(turn, 'form');
  const description = [contact.need, contact.made?.note].filter((part) => part).join('. ');
  const values = {
    direction: 'outreach',
    municipality,
    ...(cvr !== null && { cvr }),
    ...(name !== null && { companyName: name }),
    ...(pNumber !== null && { pNumber }),
    ...(contact.areas.length > 0 && { areas: contact.areas }),
    ...(description !== '' && { description }),
    ...(contact.company.segment !== null && { segment: contact.company.segment }),
    ...(founded !== null && { founded }),
  } as const;
  const filled = applyInputs(begun, { values, cleared: [], problems: [] }, 'derived');
  const draft: Draft = { ...filled, outreachId: contact.id };
  return [...told, await showNextStep(turn, begun, draft)];
}

/** Notes on the contact which case it led to, once the enquiry that it began is confirmed. */
export async function linkOutreach(turn: Turn, { outreachId }: Draft, caseId: string): Promise<void> {
  const contact = outreachId === undefined ? undefined : await turn.stores.outreach.get(outreachId);
  if (contact && contact.caseId === null) await saveOutreach(turn.stores, contact, { caseId }, [], turn.now);
}

import { type Answer, refused } from '../../core/answer.ts';
import type { Case } from '../../core/case/case.ts';
import { refOf } from '../../core/case/case-change.ts';
import { isSameName } from '../../core/company-name.ts';
import { isCvrNumber, normaliseCvr } from '../../core/cvr-number.ts';
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
import type { Turn, Work } from '../turn.ts';
import { outreachAnswer, sideOf } from './outreach-answer.ts';
import { areasOf, companyOf, municipalityFor, needOf, newContact, ownPlan } from './plan-outreach.ts';
import { contactIn, type OutreachCommand, problemsOf, type TypedContact } from './read-outreach.ts';
import { saveOutreach } from './save-outreach.ts';

/** Planned contacts among which a typed name is looked for, at most. */
const MOST_PLANNED = 500;

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
    return [await outreachAnswer(turn, contact, { problems: [again], typed: command })];
  }
  const opened = await caseOf(turn, command, contact);
  if (opened && 'kind' in opened) {
    if (isNew || opened.kind !== 'refused') return [opened];
    const again = { field: 'case', refusal: opened.refusal, typed: command.input.case ?? '' };
    return [await outreachAnswer(turn, contact, { problems: [again], typed: command })];
  }
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
  if ('kind' in company) {
    if (turn.lookups.company?.state !== 'unavailable') return company;
    // It has happened already, so nothing is said against contact.
    const own = await ownPlanAs(turn, command.input.company ?? '');
    return own ? { contact: own, isNew: false } : refused('outreach-record-later');
  }
  const planned = await ownPlan(turn, company.cvr);
  if (planned) return { contact: planned, isNew: false };
  const municipality = municipalityFor(company, command.input.pNumber);
  if (municipality === null) return refused('municipality-needed');
  return { contact: await newContact(turn, command, company, municipality), isNew: true };
}

/** The organisation's planned contact with the company of a typed number or name, without the register. */
async function ownPlanAs(turn: Turn, typed: string): Promise<OutreachContact | undefined> {
  const cvr = normaliseCvr(typed);
  if (isCvrNumber(cvr)) return ownPlan(turn, cvr);
  const { stores, actor } = turn;
  const contacts = await stores.outreach.ofOrganisation(actor.organisation, MOST_PLANNED);
  const [only, ...more] = contacts.filter(
    (one) =>
      one.by === actor.organisation &&
      isPlanned(one) &&
      one.company.name !== null &&
      isSameName(one.company.name, typed.trim()),
  );
  return more.length === 0 ? only : undefined;
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

/** What was typed about the need beside what was planned. */
function withTyped(turn: Turn, command: OutreachCommand, { need, areas }: OutreachContact) {
  const typed = needOf(turn, command);
  return {
    need: typed === null || need === null || need === typed ? (typed ?? need) : `${need}; ${typed}`,
    areas: [...new Set([...areas, ...areasOf(turn, command)])],
  };
}

/** Whether contact is made before the way is clear. One that nobody was told of in time waits for a yes only. */
function isEarly(contact: OutreachContact, now: string): boolean {
  const standing = outreachStanding(contact, now);
  return standing === 'untold' ? contact.told.ack === 'require' : standing !== 'free';
}

async function saveMade(
  turn: Turn,
  command: OutreachCommand,
  contact: OutreachContact,
  isNew: boolean,
  done: TypedContact,
  caseId: string | null,
): Promise<OutreachContact> {
  const { stores, now, actor } = turn;
  // Nobody was told of a contact that was never planned, and `require` asks for a yes.
  const early = isNew ? contact.told.ack === 'require' : isEarly(contact, now);
  const { input } = command;
  const { pNumber = '', segment = '' } = input;
  const made: OutreachContact = {
    ...contact,
    // A new contact holds them already.
    ...(!isNew && withTyped(turn, command, contact)),
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
export async function linkOutreach(turn: Work, { outreachId }: Draft, caseId: string): Promise<void> {
  const contact = outreachId === undefined ? undefined : await turn.stores.outreach.get(outreachId);
  if (contact && contact.caseId === null) await saveOutreach(turn.stores, contact, { caseId }, [], turn.now);
}

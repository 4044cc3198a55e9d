import { type Answer, refused } from '../../core/answer.ts';
import { refOf } from '../../core/case/case-change.ts';
import type { MunicipalityCode } from '../../core/municipalities.ts';
import { noticeOf } from '../../core/notice.ts';
import { actorOf, houseOf, type OrganisationId, officeServing } from '../../core/organisation.ts';
import {
  isPlanned,
  type OutreachContact,
  type OutreachEffect,
  replyWindow,
} from '../../core/outreach/outreach.ts';
import { readStageOf } from '../../core/triage/situation.ts';
import { AREAS, type Area, SEGMENTS } from '../../core/vocabulary.ts';
import { reachOf } from '../caller-message.ts';
import { companyKeyOf } from '../company-key.ts';
import type { RegisteredCompany } from '../ports/company-register.ts';
import { type Turn, today } from '../turn.ts';
import { companyHistory } from './company-history.ts';
import { outreachAnswer } from './outreach-answer.ts';
import { type OutreachCommand, problemsOf } from './read-outreach.ts';
import { saveOutreach } from './save-outreach.ts';

/** The company of a command, or why there is none: not named, not in the register, or one of several. */
export function companyOf({ lookups }: Turn, { input }: OutreachCommand): RegisteredCompany | Answer {
  const typed = input.company?.trim() ?? '';
  if (typed === '') return refused('outreach-company-needed');
  const { company, found } = lookups;
  if (company?.state === 'found') return company.value;
  if (company?.state === 'unavailable') return refused('outreach-register-silent', { typed });
  const companies = found.map(({ name, cvr }) => `${name} (${cvr})`).join(', ');
  return refused('outreach-company-unknown', { typed, ...(companies !== '' && { companies }) });
}

/** Who else contacts companies there: the house for an office, the office of the municipality for a house. */
function otherSide(
  by: OrganisationId,
  municipality: MunicipalityCode,
  settingsOf: Turn['deps']['settingsOf'],
): OutreachContact['told']['organisation'] {
  if (actorOf(by) === 'les') return houseOf(municipality);
  return officeServing(municipality, settingsOf(municipality));
}

/** The needs that a contact is about: those chosen, else those read in the words. */
export function areasOf({ lookups }: Turn, { input }: OutreachCommand): readonly Area[] {
  const chosen = (input.areas ?? '').split(',').flatMap((code) => AREAS.find((area) => area === code) ?? []);
  return chosen.length > 0 ? chosen : (lookups.understood?.chosen ?? []);
}

/** The words about the need: what was typed behind the company's name, or in the field. */
export function needOf({ lookups }: Turn, { input }: OutreachCommand): string | null {
  const words = [lookups.afterName ?? '', input.need?.trim() ?? ''].filter((part) => part !== '').join(' ');
  return words === '' ? null : words;
}

/** A contact with a company, as it is recorded for the first time. Neither planned nor made yet. */
export async function newContact(
  turn: Turn,
  command: OutreachCommand,
  company: RegisteredCompany,
  municipality: MunicipalityCode,
): Promise<OutreachContact> {
  const { deps, actor, now } = turn;
  const { segment = '', pNumber = '', plannedOn = '' } = command.input;
  const organisation = otherSide(actor.organisation, municipality, deps.settingsOf);
  const { outreachAck } = deps.settingsOf(municipality);
  return {
    id: deps.ids.caseId(),
    revision: 1,
    by: actor.organisation,
    person: refOf(actor),
    company: {
      cvr: company.cvr,
      name: company.name,
      pNumber: pNumber === '' ? null : pNumber,
      municipality,
      companyKey: await companyKeyOf(turn, company.cvr, await turn.stores.cases.ofCompany(company.cvr)),
      founded: company.founded,
      stage: company.founded === null ? 'unknown' : readStageOf({}, company.founded, today(turn)).stage,
      segment: SEGMENTS.find((one) => one === segment) ?? null,
    },
    areas: areasOf(turn, command),
    need: needOf(turn, command),
    plannedOn: plannedOn === '' ? null : plannedOn,
    createdAt: now,
    told: {
      organisation,
      ack: actorOf(actor.organisation) === 'ehm' ? outreachAck : 'notify',
      until: replyWindow(now, deps.calendar),
    },
    replies: [],
    windowPassedAt: null,
    collidesWith: null,
    cancelledAt: null,
    made: null,
    caseId: null,
    erasedAt: null,
  };
}

/** The municipality of the production unit that is named, else of the company. */
export function municipalityFor(
  { municipality, pNumbers }: RegisteredCompany,
  pNumber: string | undefined,
): MunicipalityCode | null {
  const unit = pNumbers.find((one) => one.pNumber === pNumber);
  return unit?.municipality ?? municipality;
}

/** The company that may be contacted, or why it may not: protected from advertising, or nobody knows. */
function contactable(turn: Turn, command: OutreachCommand) {
  const company = companyOf(turn, command);
  if ('kind' in company) return company;
  const { name } = company;
  if (company.advertisingProtected === true) return refused('outreach-protected', { company: name });
  if (company.advertisingProtected === null) return refused('outreach-protection-unknown', { company: name });
  const municipality = municipalityFor(company, command.input.pNumber);
  if (municipality === null) return refused('municipality-needed');
  return { company, municipality };
}

/** `opsøg <company> <need>`: what both sides did with the company, before anybody plans to contact it. Stores nothing. */
export async function lookBeforeContact(turn: Turn, command: OutreachCommand): Promise<Answer> {
  const found = contactable(turn, command);
  if ('kind' in found) return found;
  const [problem] = problemsOf(turn, command);
  if (problem) return { kind: 'refused', refusal: problem.refusal };
  const planned = await ownPlan(turn, found.company.cvr);
  if (planned) return outreachAnswer(turn, planned, { notice: noticeOf('outreach-already-planned') });
  return {
    kind: 'outreach-look',
    contact: await newContact(turn, command, found.company, found.municipality),
    contacts: await companyHistory(turn, found.company.cvr),
    shared: turn.inbound.audience === 'conversation',
    now: turn.now,
  };
}

/** The organisation's planned contact with a company. */
export async function ownPlan({ stores, actor }: Turn, cvr: string): Promise<OutreachContact | undefined> {
  return (await stores.outreach.ofCompany(cvr)).find(
    (one) => one.by === actor.organisation && isPlanned(one),
  );
}

/** Whether a plan that was typed says anything that the first does not. */
function holdsMore(typed: OutreachContact, planned: OutreachContact): boolean {
  const said = ({ need, plannedOn, company, areas }: OutreachContact) => [
    need,
    plannedOn,
    company.pNumber,
    company.segment,
    areas.join() || null,
  ];
  const first = said(planned);
  return said(typed).some((one, index) => one !== null && one !== first[index]);
}

/**
 * Plans a contact and tells the other side, which has two working days to reply. Where that side plans the same company,
 * both are told. A second plan of the same organisation is the first.
 */
export async function planOutreach(turn: Turn, command: OutreachCommand): Promise<Answer> {
  const found = contactable(turn, command);
  if ('kind' in found) return found;
  const [problem] = problemsOf(turn, command);
  if (problem) return { kind: 'refused', refusal: problem.refusal };
  const { stores, now } = turn;
  const fresh = await newContact(turn, command, found.company, found.municipality);
  const other = (await stores.outreach.ofCompany(found.company.cvr)).find(
    (one) => one.by === fresh.told.organisation && isPlanned(one),
  );
  const contact = { ...fresh, collidesWith: other?.id ?? null };
  if (!(await stores.outreach.insert(contact))) {
    const planned = await ownPlan(turn, found.company.cvr);
    if (!planned) throw new Error('A contact was neither stored nor found');
    const said = holdsMore(fresh, planned) ? 'outreach-plan-stands' : 'outreach-already-planned';
    return outreachAnswer(turn, planned, { notice: noticeOf(said) });
  }
  const { organisation } = contact.told;
  const told: OutreachEffect = {
    kind: 'outreach.tell',
    organisation,
    to: 'channel',
    notice: 'outreach-planned',
  };
  await stores.outbox.add(contact.id, [told], now);
  if (other) {
    const collides: OutreachEffect = {
      kind: 'outreach.tell',
      organisation: other.by,
      to: 'planner',
      notice: 'outreach-collision',
    };
    await saveOutreach(stores, other, { collidesWith: contact.id }, [collides], now);
  }
  const isReached = (await reachOf(organisation, stores)) !== 'nobody';
  const said = other ? 'outreach-collision' : isReached ? 'outreach-told' : 'outreach-told-nobody';
  return outreachAnswer(turn, contact, { notice: noticeOf(said, { organisation }) });
}

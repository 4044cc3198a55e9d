import type { Command } from '../core/command.ts';
import { isSameName, isSearchFor } from '../core/company-name.ts';
import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import type { FiguresAnswer } from '../core/indicators/answers.ts';
import type { DigestCounts } from '../core/indicators/digest.ts';
import type { RegisterFacts } from '../core/intake/change-draft.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';
import { isQuestion, type Question } from '../core/talk.ts';
import { isAnotherCompany } from './another-company.ts';
import { correctionInput } from './correction-input.ts';
import type { Dependencies } from './dependencies.ts';
import type { Aside } from './inbound.ts';
import { withContact } from './mail-contact.ts';
import type { RegisterAnswer, RegisteredCompany } from './ports/company-register.ts';
import type { ServedCase } from './ports/crm.ts';
import { type NeedChange, NO_NEED_CHANGE, type Understanding } from './ports/language-model.ts';
import { answerIn, readSaid, type Said } from './read-said.ts';
import { reconsidered } from './reconsidered.ts';
import type { CheckedSetting } from './settings/check-change.ts';

/** Results of network look-ups, made before the transaction so that it never waits for the network. */
export interface Lookups {
  readonly company: RegisterAnswer<RegisteredCompany> | null;
  readonly found: readonly RegisteredCompany[];
  /** The register was asked for the company, and did not answer. */
  readonly registerSilent?: boolean;
  readonly inCrm: readonly ServedCase[];
  /** The CRM did not answer, so its records of the company are unknown. */
  readonly crmSilent: boolean;
  readonly understood: Understanding | null;
  /** The companies of a line that tells of several, each with its own words and look-ups. */
  readonly several?: readonly { readonly text: string; readonly lookups: Lookups }[] | undefined;
  /** The words of an outreach command behind the company's name. */
  readonly afterName?: string;
  /** What was read in a typed line that is no command. */
  readonly said: Said | null;
  /** How a line changes the needs of the intake under way. */
  readonly needChange: NeedChange;
  /** The figures that a coordinator asked for. */
  readonly figures?: FiguresAnswer | null;
  /** The month that somebody asked for, counted. */
  readonly digest?: DigestCounts | undefined;
  /** Of a wanted setting that may change a door: its proof and replay. */
  readonly setting?: CheckedSetting | 'late' | undefined;
}

export const NO_LOOKUPS: Lookups = {
  company: null,
  found: [],
  inCrm: [],
  crmSilent: false,
  understood: null,
  said: null,
  needChange: NO_NEED_CHANGE,
};

/** Companies of a name that are offered to choose from, at most. */
const CANDIDATES = 5;

/**
 * Asks the register and the CRM about the company that a command names. `today` is an ISO date. Never throws: intake
 * goes on without them.
 */
export async function lookUp(
  command: Command,
  draft: Draft | undefined,
  deps: Dependencies,
  today: string,
  aside?: Aside,
): Promise<Lookups> {
  if (command.name === 'case') {
    const searched = { words: '', number: normaliseCvr(command.caseId) };
    return lookUpAsked({ kind: 'find', searched }, deps);
  }
  if (command.name === 'find') {
    const { words, number } = command;
    return lookUpAsked({ kind: 'find', searched: { words, number } }, deps);
  }
  const said = command.name === 'say' ? readSaid(command.text, deps, today) : null;
  const isAnswer =
    said !== null && command.name === 'say' && answerIn(command.text, draft, said, deps, today) !== null;
  if (said && !isAnswer && isQuestion(said.talk)) return { ...(await lookUpAsked(said.talk, deps)), said };
  if (said && !isAnswer && (said.talk.kind === 'redirect' || said.talk.kind === 'assign'))
    return { ...NO_LOOKUPS, understood: said.understood, said };
  const text = textOf(command, isAnswer, draft);
  const read = text === undefined ? undefined : (said?.understood ?? deps.language?.understand(text, today));
  const own = read === undefined ? null : withContact(read, aside);
  if (command.name === 'case-action' && command.verb !== 'case.correct') {
    return { ...NO_LOOKUPS, understood: await reconsidered(own, said, { command, draft }, deps, today) };
  }
  const [found, understood] = await Promise.all([
    lookUpCompany(command, draft, { text, understood: own, said }, deps, today),
    reconsidered(own, said, { command, draft }, deps, today),
  ]);
  const needChange =
    command.name === 'say' && text !== undefined && deps.language
      ? deps.language.needChange(text, today)
      : NO_NEED_CHANGE;
  return { ...found, understood, said: said && saidAgain(said, own, understood, text, deps), needChange };
}

/** What was said, read once more where a language-model service has seen another need in it. */
function saidAgain(
  said: Said,
  own: Understanding | null,
  understood: Understanding | null,
  text: string | undefined,
  { readTalk }: Dependencies,
): Said {
  if (understood === own || text === undefined) return said;
  return { talk: readTalk(text, understood), understood };
}

/** What was read in the text of a command. */
interface ReadText {
  readonly text: string | undefined;
  readonly understood: Understanding | null;
  readonly said: Said | null;
}

async function lookUpCompany(
  command: Command,
  draft: Draft | undefined,
  { text, understood, said }: ReadText,
  deps: Dependencies,
  today: string,
): Promise<Omit<Lookups, 'understood' | 'said' | 'needChange'>> {
  const input = understood && command.name !== 'intake' ? null : inputOf(command, draft, deps, said, today);
  // A value in its own field wins over one found in free text.
  const typedCvr = normaliseCvr(input?.cvr || understood?.entities.cvr || '');
  const cvr = isCvrNumber(typedCvr) ? typedCvr : undefined;
  const name = input?.companyName?.trim() || understood?.entities.companyName;
  if (cvr !== undefined) {
    const unchanged = draft?.values.cvr === cvr && draft.register === 'found';
    const [company, crm] = await Promise.all([
      unchanged ? null : deps.register.findByCvr(cvr),
      recordsOf(deps, cvr),
    ]);
    return { company, found: [], registerSilent: company?.state === 'unavailable', ...crm };
  }
  const isOther = draft !== undefined && text !== undefined && isAnotherCompany(text, understood, draft);
  // A correction that names another company clears the number.
  const known = isOther || input?.cvr === '' ? undefined : draft?.values.cvr;
  if (known !== undefined) {
    return { company: null, found: [], ...(await recordsOf(deps, known)) };
  }
  if (name && name.length >= 2) {
    const found = await deps.register.searchByName(name, CANDIDATES);
    const companies = found.state === 'found' ? found.value : [];
    const isChosen = isSaid(command) || understood !== null;
    const only = isChosen ? namesake(companies, name) : undefined;
    if (only) {
      return {
        company: { state: 'found', value: only },
        found: companies.filter((company) => company !== only && isSearchFor(name, company.name)),
        ...(await recordsOf(deps, only.cvr)),
      };
    }
    return { ...NO_LOOKUPS, found: companies, registerSilent: isChosen && found.state === 'unavailable' };
  }
  return NO_LOOKUPS;
}

/** What the register and the CRM know of the company that a question is about. */
async function lookUpAsked(question: Question, deps: Dependencies): Promise<Lookups> {
  if (question.kind !== 'find') return NO_LOOKUPS;
  const { number = '', words } = question.searched;
  const cvr = isCvrNumber(number) ? number : undefined;
  if (cvr !== undefined) {
    const [company, crm] = await Promise.all([deps.register.findByCvr(cvr), recordsOf(deps, cvr)]);
    return { ...NO_LOOKUPS, company, ...crm };
  }
  const searched = words.length < 2 ? undefined : await deps.register.searchByName(words, CANDIDATES);
  const only = searched?.state === 'found' ? namesake(searched.value, words) : undefined;
  if (!only) return NO_LOOKUPS;
  return {
    ...NO_LOOKUPS,
    company: { state: 'found', value: only },
    ...(await recordsOf(deps, only.cvr)),
  };
}

/** Whether a name is said by a line or a correction, and not by a form that goes on to offer the companies. */
function isSaid(command: Command): boolean {
  return (
    command.name === 'say' ||
    command.name === 'correct' ||
    (command.name === 'intake' && command.verb === 'intake.correct')
  );
}

/**
 * The one company with the typed name, company form and spelling aside. Where the name only begins like one, or two
 * companies bear it, the person must choose: another company's owner and history would be taken for this one's.
 */
function namesake(companies: readonly RegisteredCompany[], name: string): RegisteredCompany | undefined {
  const [only, ...more] = companies.filter((company) => isSameName(company.name, name));
  return more.length === 0 ? only : undefined;
}

/** The shared CRM's cases of a company; none where it does not answer. */
export async function recordsOf(
  deps: Dependencies,
  cvr: string,
): Promise<Pick<Lookups, 'inCrm' | 'crmSilent'>> {
  try {
    return { inCrm: await deps.crm.servedCases(cvr), crmSilent: false };
  } catch {
    // The CRM may be down. The product's own cases are read in the transaction.
    return { inCrm: [], crmSilent: true };
  }
}

/** The text of a command for the language model: a line, a later contact, or a form's description, where no need is chosen. */
function textOf(command: Command, isAnswer: boolean, draft: Draft | undefined): string | undefined {
  switch (command.name) {
    case 'log':
      return command.text;
    case 'say':
      return isAnswer ? undefined : command.text;
    case 'intake': {
      const { description = '', areas = '' } = command.input;
      const isNew = description.trim() !== '' && description.trim() !== draft?.values.description;
      return isNew && areas.trim() === '' ? description : undefined;
    }
    case 'case-action': {
      const { text = '', areas = '' } = command.input;
      return command.verb === 'case.add-contact' && areas === '' && text.trim() !== '' ? text : undefined;
    }
    default:
      return undefined;
  }
}

function inputOf(
  command: Command,
  draft: Draft | undefined,
  deps: Dependencies,
  said: Said | null,
  today: string,
): RawInput | null {
  switch (command.name) {
    case 'intake':
      return command.verb === 'intake.correct' ? correctionInput(draft, command.input) : command.input;
    case 'correct':
      return correctionInput(draft, { [command.field]: command.value });
    case 'say':
      return said && answerIn(command.text, draft, said, deps, today);
    case 'case-action':
      return { cvr: command.input.cvr ?? '' };
    default:
      return null;
  }
}

/** A registered company as values of a draft. */
export function registerFacts(company: RegisteredCompany): RegisterFacts {
  const only = company.pNumbers.length === 1 ? company.pNumbers[0]?.pNumber : undefined;
  return {
    values: {
      cvr: company.cvr,
      companyName: company.name,
      municipality: company.municipality ?? undefined,
      founded: company.founded ?? undefined,
      form: company.form ?? undefined,
      employees: company.employees ?? undefined,
      advertisingProtected: company.advertisingProtected ?? undefined,
      standing: company.standing,
      pNumber: only,
    },
    pNumbers: company.pNumbers.map(({ pNumber, name, municipality }) =>
      municipality === null ? { pNumber, name } : { pNumber, name, municipality },
    ),
  };
}

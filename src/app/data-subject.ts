import type { Absence } from '../core/absence.ts';
import type { Adviser } from '../core/advisers/adviser.ts';
import type { Case } from '../core/case/case.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { OutreachContact } from '../core/outreach/outreach.ts';
import type { Person } from '../core/person.ts';
import type { SurveyAnswer, SurveyAsk } from '../core/surveys/survey.ts';
import { advisersAbout, eraseAdvisers } from './advisers/erase-advisers.ts';
import { allThatFit, casesAbout, idsAbout, isAbout } from './cases-about.ts';
import type { Dependencies } from './dependencies.ts';
import { eraseContactOf, eraseNamedIn, eraseOne, eraseWordsIn } from './erase-cases.ts';
import { isNamedIn, keysOf, namesSubject, type Subject } from './erasure.ts';
import { forgetWords } from './forget-words.ts';
import { eraseContactsOf, outreachAbout } from './outreach/erase-outreach.ts';
import type { CrmRecord } from './ports/crm.ts';
import type { HeldLine } from './ports/stores/person-store.ts';
import type { ReadStores, Stores } from './ports/unit-of-work.ts';

/** All data held on a subject. */
export interface Held {
  readonly cases: readonly { readonly case: Case; readonly history: readonly HistoryEntry[] }[];
  readonly drafts: readonly Draft[];
  readonly outreach: readonly OutreachContact[];
  readonly crm: readonly CrmRecord[];
  /** Members of the organisations with the subject's name: they act on cases and are in the directory. */
  readonly directory: readonly Person[];
  /** The absences that they announced. */
  readonly absences: readonly (Absence & { readonly person: string })[];
  /** The company or person as an adviser to whom others are referred. */
  readonly advisers: readonly Adviser[];
  /** When the company of the cases was asked in the user evaluation, and what was answered. */
  readonly surveys: { readonly asks: readonly SurveyAsk[]; readonly answers: readonly SurveyAnswer[] };
  /** Lines that name the subject and wait for their writer to choose an organisation. */
  readonly lines: readonly WaitingLine[];
}

type WaitingLine = HeldLine & { readonly person: string };

type SubjectDeps = Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar'>;

async function draftsAbout(stores: ReadStores, subject: Subject): Promise<readonly Draft[]> {
  if (subject.kind === 'company') return stores.drafts.ofCompany(subject.cvr);
  return allThatFit(stores.drafts.page, ({ values }) => isAbout(values, subject));
}

/** Waiting lines whose words hold the subject's number, name or address. */
async function linesAbout(stores: ReadStores, subject: Subject): Promise<readonly WaitingLine[]> {
  const lines = await stores.people.allHeld();
  return lines.filter(({ command, aside }) => isNamedIn(JSON.stringify([command, aside ?? null]), subject));
}

/** The members of organisations who have the subject's name or id. */
async function directoryOf(stores: ReadStores, subject: Subject): Promise<readonly Person[]> {
  if (subject.kind === 'company') return [];
  return (await stores.people.all()).filter(
    ({ id, name }) => id === subject.said || isAbout({ contactName: name }, subject),
  );
}

async function absencesOf(stores: ReadStores, subject: Subject): Promise<Held['absences']> {
  const people = await directoryOf(stores, subject);
  const found = await Promise.all(
    people.map(async ({ id }) => ({ person: id, absence: await stores.people.absenceOf(id) })),
  );
  return found.flatMap(({ person, absence }) => (absence ? [{ person, ...absence }] : []));
}

/** What the subject is called in the list of advisers: so it is named where a company was referred to it. */
async function advisersNames(stores: ReadStores, subject: Subject): Promise<readonly string[]> {
  return (await advisersAbout(stores, subject)).map(({ name }) => name);
}

/** Who was asked about the cases, and what was answered: codes only, which erasure leaves as counts. */
async function surveysOf({ surveys }: ReadStores, cases: readonly Case[]): Promise<Held['surveys']> {
  const ids = new Set(cases.map(({ id }) => id));
  const isAboutThem = ({ caseId }: { readonly caseId: string }) => ids.has(caseId);
  return {
    asks: (await surveys.asks()).filter(isAboutThem),
    answers: (await surveys.answers()).filter(isAboutThem),
  };
}

/** All data held on a company or a person, in the store and in the CRM. Throws `CrmError`. */
export async function heldOn(deps: SubjectDeps, subject: Subject): Promise<Held> {
  const held = await deps.unitOfWork.read(async (stores) => {
    const names = await advisersNames(stores, subject);
    const ids = await idsAbout(stores.cases.page, subject, names);
    const about = await casesAbout(stores, ids, subject, names);
    const found = [...about.cases, ...about.words, ...about.named];
    return {
      surveys: await surveysOf(stores, about.cases),
      cases: await Promise.all(
        found.map(async (kase) => ({
          case: kase,
          history: await stores.history.of(kase.id),
        })),
      ),
      drafts: await draftsAbout(stores, subject),
      lines: await linesAbout(stores, subject),
      outreach: await outreachAbout(stores, subject),
      directory: await directoryOf(stores, subject),
      absences: await absencesOf(stores, subject),
      advisers: await advisersAbout(stores, subject),
    };
  });
  const records = subject.kind === 'company' ? await deps.crm.findByCvr(subject.cvr) : [];
  const known = new Set(records.map(({ caseId }) => caseId));
  const others = await Promise.all(
    held.cases
      .filter(({ case: { id } }) => !known.has(id))
      .map(({ case: { id } }) => deps.crm.findByCase(id)),
  );
  return { ...held, crm: [...records, ...others.filter((record) => record !== null)] };
}

/** Counts of what an erasure changed. */
export interface Erased {
  readonly cases: number;
  /** Cases of a company that keep the company and lose their contact person, or the words about somebody. */
  readonly contacts: number;
  readonly drafts: number;
  /** Lines that waited for their writer to choose an organisation. */
  readonly lines: number;
  /** Outreach contacts. */
  readonly outreach: number;
  /** Entries in the list of advisers. */
  readonly advisers: number;
}

/**
 * Erases the data held on a company or a person, and keeps the values that the indicators count (handover.md, "Data
 * protection"). Cases of a private person become anonymous. A company's case with that contact person keeps the
 * company, without the contact and without free text. Cards and CRM follow through the outbox; the CRM is also erased
 * at once. `note` is called in the erasure's own transaction, so that none is without its line in the audit. Throws
 * `CrmError`.
 */
export async function eraseSubject(
  deps: SubjectDeps,
  subject: Subject,
  now: string,
  note?: (stores: Stores, erased: Erased) => Promise<void>,
): Promise<Erased> {
  // Every case is read, which must not keep others from writing; whether it still is about the subject is seen below.
  const names = await deps.unitOfWork.read((stores) => advisersNames(stores, subject));
  const ids = await idsAbout(
    (after, limit) => deps.unitOfWork.read((stores) => stores.cases.page(after, limit)),
    subject,
    names,
  );
  const { erased, anonymous } = await deps.unitOfWork.run(async (stores) => {
    const cases: string[] = [];
    const contacts: string[] = [];
    const own: string[] = [];
    const about = await casesAbout(stores, ids, subject, names);
    const isNamed = (text: string) => namesSubject(text, subject, names);
    for (const kase of about.named) {
      own.push(kase.draftId);
      await eraseNamedIn(deps, stores, kase, isNamed, now);
    }
    for (const kase of about.words) {
      own.push(kase.draftId);
      await eraseWordsIn(deps, stores, kase, now);
    }
    for (const kase of about.cases) {
      own.push(kase.draftId);
      if (subject.kind === 'company' || kase.values.cvr === undefined) {
        await eraseOne(deps, stores, kase, now, 'request');
        cases.push(kase.id);
      } else {
        await eraseContactOf(deps, stores, kase, now);
        contacts.push(kase.id);
      }
    }
    const drafts = await draftsAbout(stores, subject);
    await forgetWords(stores, drafts);
    for (const { id } of drafts) await stores.drafts.delete(id);
    const lines = await linesAbout(stores, subject);
    for (const { person } of lines) await stores.people.hold(person, null);
    for (const { person } of await absencesOf(stores, subject)) await stores.people.saveAbsence(person, null);
    const outreach = await outreachAbout(stores, subject);
    await eraseContactsOf(stores, outreach, subject, now);
    const advisers = await advisersAbout(stores, subject);
    await eraseAdvisers(stores, advisers);
    // Also journalled where nothing was found: a restored older store may still hold data of the subject.
    await stores.erasures.add({
      at: now,
      cause: 'request',
      cases,
      contacts,
      // Done again, it goes by the ids alone: all words of these cases go then.
      words: [...about.words, ...about.named].map(({ id }) => id),
      drafts: [...own, ...drafts.map(({ id }) => id)],
      outreach: outreach.map(({ id }) => id),
      subject: keysOf(subject),
    });
    const erased: Erased = {
      cases: cases.length,
      contacts: contacts.length + about.words.length + about.named.length,
      drafts: drafts.length,
      lines: lines.length,
      outreach: outreach.length,
      advisers: advisers.length,
    };
    await note?.(stores, erased);
    return { erased, anonymous: cases };
  });
  for (const id of anonymous) await deps.crm.erase(id);
  return erased;
}

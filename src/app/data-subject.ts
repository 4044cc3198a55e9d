import type { Absence } from '../core/absence.ts';
import type { Case } from '../core/case/case.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { Draft, IntakeValues } from '../core/intake/draft.ts';
import type { OutreachContact } from '../core/outreach/outreach.ts';
import type { Person } from '../core/person.ts';
import type { Dependencies } from './dependencies.ts';
import { eraseContactOf, eraseOne, eraseWordsIn } from './erase-cases.ts';
import { formerKeysIn, isNamedIn, keysIn, keysOf, type Subject } from './erasure.ts';
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
  /** Lines that name the subject and wait for their writer to choose an organisation. */
  readonly lines: readonly WaitingLine[];
}

type WaitingLine = HeldLine & { readonly person: string };

type SubjectDeps = Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar'>;

const PAGE = 500;
function isAbout(values: IntakeValues, subject: Subject): boolean {
  const wanted = keysOf(subject);
  return keysIn(values).some((key) => wanted.includes(key));
}

async function all<Row extends { readonly id: string }>(
  page: (after: string, limit: number) => Promise<readonly Row[]>,
  fits: (row: Row) => boolean,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: readonly Row[] = await page(after, PAGE);
    found.push(...rows.filter(fits));
    after = rows.at(-1)?.id;
  }
  return found;
}

/** The cases about a subject, and those that only hold words about it. */
interface About {
  readonly cases: readonly Case[];
  /** It stood in a value that was corrected, or in a case that lives on in this one. */
  readonly words: readonly Case[];
}

async function casesAbout(stores: ReadStores, subject: Subject): Promise<About> {
  const wanted = keysOf(subject);
  const isFormer = (kase: Case) => formerKeysIn(kase).some((key) => wanted.includes(key));
  const found = await all(stores.cases.page, (kase) => isAbout(kase.values, subject) || isFormer(kase));
  const own = found.filter(({ values }) => isAbout(values, subject));
  const merged = await mergedWith(stores, own);
  const isOwn = ({ id }: Case) => own.some((one) => one.id === id);
  // A case merged with a company's is that company's too, whoever is named in it.
  const ofCompany = subject.kind === 'company' ? merged : [];
  const words = [...(subject.kind === 'company' ? [] : merged), ...found].filter((kase) => !isOwn(kase));
  return {
    cases: [...own, ...ofCompany],
    words: words.filter(({ id }, place) => words.findIndex((one) => one.id === id) === place),
  };
}

/** The other cases that were merged with these. */
async function mergedWith(stores: ReadStores, cases: readonly Case[]): Promise<readonly Case[]> {
  const known = new Map(cases.map((kase) => [kase.id, kase]));
  const open = [...cases];
  for (let kase = open.pop(); kase !== undefined; kase = open.pop()) {
    for (const id of [kase.mergedInto ?? [], kase.mergedFrom ?? []].flat()) {
      const other = known.has(id) ? undefined : await stores.cases.get(id);
      if (!other) continue;
      known.set(id, other);
      open.push(other);
    }
  }
  return [...known.values()].filter((kase) => !cases.includes(kase) && kase.erasedAt === null);
}

async function draftsAbout(stores: ReadStores, subject: Subject): Promise<readonly Draft[]> {
  if (subject.kind === 'company') return stores.drafts.ofCompany(subject.cvr);
  return all(stores.drafts.page, ({ values }) => isAbout(values, subject));
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

/** All data held on a company or a person, in the store and in the CRM. Throws `CrmError`. */
export async function heldOn(deps: SubjectDeps, subject: Subject): Promise<Held> {
  const held = await deps.unitOfWork.read(async (stores) => {
    const about = await casesAbout(stores, subject);
    return {
      cases: await Promise.all(
        [...about.cases, ...about.words].map(async (kase) => ({
          case: kase,
          history: await stores.history.of(kase.id),
        })),
      ),
      drafts: await draftsAbout(stores, subject),
      lines: await linesAbout(stores, subject),
      outreach: await outreachAbout(stores, subject),
      directory: await directoryOf(stores, subject),
      absences: await absencesOf(stores, subject),
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
  const { erased, anonymous } = await deps.unitOfWork.run(async (stores) => {
    const cases: string[] = [];
    const contacts: string[] = [];
    const own: string[] = [];
    const about = await casesAbout(stores, subject);
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
    // Also journalled where nothing was found: a restored older store may still hold data of the subject.
    await stores.erasures.add({
      at: now,
      cause: 'request',
      cases,
      contacts,
      words: about.words.map(({ id }) => id),
      drafts: [...own, ...drafts.map(({ id }) => id)],
      outreach: outreach.map(({ id }) => id),
      subject: keysOf(subject),
    });
    const erased: Erased = {
      cases: cases.length,
      contacts: contacts.length + about.words.length,
      drafts: drafts.length,
      lines: lines.length,
      outreach: outreach.length,
    };
    await note?.(stores, erased);
    return { erased, anonymous: cases };
  });
  for (const id of anonymous) await deps.crm.erase(id);
  return erased;
}

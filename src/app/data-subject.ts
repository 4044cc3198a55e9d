import type { Case, HistoryEntry } from '../core/case/case.ts';
import { eraseContact } from '../core/case/erase-case.ts';
import type { Draft, IntakeValues } from '../core/intake/draft.ts';
import type { Person } from '../core/person.ts';
import type { Deps } from './deps.ts';
import { eraseOne } from './erase-cases.ts';
import { forgetWords } from './forget-words.ts';
import type { CrmRecord, Stores } from './ports.ts';
import { saveChange } from './save-case.ts';

/** Whose data: a company by its CVR number, or a person by name, phone number or e-mail address. */
export type Subject =
  | { readonly kind: 'company'; readonly cvr: string }
  | { readonly kind: 'person'; readonly said: string };

/** Everything that is held on a subject. */
export interface Held {
  readonly cases: readonly { readonly case: Case; readonly history: readonly HistoryEntry[] }[];
  readonly drafts: readonly Draft[];
  readonly crm: readonly CrmRecord[];
  /** Members of the organisations who are meant by the name: they act on cases, and are in the directory. */
  readonly directory: readonly Person[];
}

type SubjectDeps = Pick<Deps, 'unitOfWork' | 'crm' | 'calendar' | 'ids'>;

const PAGE = 500;
const digits = (text: string) => text.replace(/\D/g, '').replace(/^(?:0{0,2}45)(?=\d{8}$)/, '');
const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether the contact of a case or draft is the person meant. */
function isContact({ contactName, contactPhone, contactEmail }: IntakeValues, said: string): boolean {
  const number = digits(said);
  return (
    (contactName !== undefined && folded(contactName) === folded(said)) ||
    (contactEmail !== undefined && folded(contactEmail) === folded(said)) ||
    (contactPhone !== undefined && number.length >= 8 && digits(contactPhone) === number)
  );
}

function isAbout(values: IntakeValues, subject: Subject): boolean {
  return subject.kind === 'company' ? values.cvr === subject.cvr : isContact(values, subject.said);
}

async function all<Row extends { readonly id: string }>(
  page: (after: string, limit: number) => Promise<readonly Row[]>,
  fits: (row: Row) => boolean,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: readonly Row[] = await page(after, PAGE);
    found.push(...rows.filter(fits));
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  }
  return found;
}

async function casesAbout(stores: Stores, subject: Subject): Promise<readonly Case[]> {
  if (subject.kind === 'company') return stores.cases.ofCompany(subject.cvr);
  return all(stores.cases.page, ({ values }) => isAbout(values, subject));
}

async function draftsAbout(stores: Stores, subject: Subject): Promise<readonly Draft[]> {
  if (subject.kind === 'company') return stores.drafts.ofCompany(subject.cvr);
  return all(stores.drafts.page, ({ values }) => isAbout(values, subject));
}

/** Everything held on a company or a person: in the store, and in the CRM on the same cases. Throws `CrmError`. */
export async function heldOn(deps: SubjectDeps, subject: Subject): Promise<Held> {
  const held = await deps.unitOfWork.run(async (stores) => {
    const cases = await casesAbout(stores, subject);
    return {
      cases: await Promise.all(
        cases.map(async (kase) => ({ case: kase, history: await stores.history.of(kase.id) })),
      ),
      drafts: await draftsAbout(stores, subject),
      directory:
        subject.kind === 'company'
          ? []
          : (await stores.people.all()).filter(
              ({ id, name }) => id === subject.said || folded(name) === folded(subject.said),
            ),
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

/** What an erasure did. */
export interface Erased {
  readonly cases: number;
  /** Cases of a company that stay, without the person who was its contact. */
  readonly contacts: number;
  readonly drafts: number;
}

/**
 * Erases what is held on a company or a person, and leaves what the indicators count (handover.md, "Data protection").
 * A private person's cases are made anonymous; a company's case that a person was the contact of stays, without them and
 * without what was written. Cards and CRM follow through the outbox; the CRM is also told at once. Throws `CrmError`.
 */
export async function eraseSubject(deps: SubjectDeps, subject: Subject, now: string): Promise<Erased> {
  // Cases of one company are still counted as one company's.
  const countedAs = subject.kind === 'company' ? deps.ids.id() : undefined;
  const { erased, anonymous } = await deps.unitOfWork.run(async (stores) => {
    const done: string[] = [];
    let contacts = 0;
    for (const kase of await casesAbout(stores, subject)) {
      if (subject.kind === 'company' || kase.values.cvr === undefined) {
        await eraseOne(deps, stores, kase, now, 'request', countedAs);
        done.push(kase.id);
      } else {
        await forgetWords(stores, [kase.values]);
        await stores.drafts.delete(kase.draftId);
        await saveChange(stores, eraseContact(kase, now), deps.calendar, now);
        contacts++;
      }
    }
    const drafts = await draftsAbout(stores, subject);
    await forgetWords(
      stores,
      drafts.map(({ values }) => values),
    );
    for (const { id } of drafts) await stores.drafts.delete(id);
    return { erased: { cases: done.length, contacts, drafts: drafts.length }, anonymous: done };
  });
  for (const id of anonymous) await deps.crm.erase(id);
  return erased;
}

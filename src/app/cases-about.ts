import type { Case } from '../core/case/case.ts';
import { isNamedOn } from '../core/case/named-texts.ts';
import type { IntakeValues } from '../core/intake/draft.ts';
import { formerKeysIn, keysIn, keysOf, namesSubject, type Subject } from './erasure.ts';
import type { ReadStores } from './ports/unit-of-work.ts';

/** Which cases a company or a person is found in. */

const PAGE = 500;

type Page<Row> = (after: string, limit: number) => Promise<readonly Row[]>;

/** The fitting rows of all pages. */
export async function allThatFit<Row extends { readonly id: string }>(
  page: Page<Row>,
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

/** Whether the values have the subject as their company or contact. */
export function isAbout(values: IntakeValues, subject: Subject): boolean {
  const wanted = keysOf(subject);
  return keysIn(values).some((key) => wanted.includes(key));
}

/** Whether the case was corrected from the subject. */
function wasAbout(kase: Case, subject: Subject): boolean {
  const wanted = keysOf(subject);
  return formerKeysIn(kase).some((key) => wanted.includes(key));
}

/** Whether somebody wrote of the subject on the case. `names`: what the subject is called besides, as an adviser. */
function isWrittenOf(kase: Case, subject: Subject, names: readonly string[]): boolean {
  return isNamedOn(kase, (text) => namesSubject(text, subject, names));
}

/**
 * The ids of the cases whose values, former values or texts are about the subject. `page` may read each page in a transaction
 * of its own; `names`: what the subject is called besides, as an adviser.
 */
export async function idsAbout(
  page: Page<Case>,
  subject: Subject,
  names: readonly string[] = [],
): Promise<readonly string[]> {
  const found = await allThatFit(
    page,
    (kase) => isAbout(kase.values, subject) || wasAbout(kase, subject) || isWrittenOf(kase, subject, names),
  );
  return found.map(({ id }) => id);
}

/** The cases about a subject, and those that only hold words about it. */
interface About {
  readonly cases: readonly Case[];
  /** It stood in a value that was corrected, or in a case that lives on in this one. */
  readonly words: readonly Case[];
  /** Somebody wrote of it there: as an adviser, as the one who called, in a note. */
  readonly named: readonly Case[];
}

/** Of the cases with these ids, those that are about the subject now, and the cases that they were merged with. */
export async function casesAbout(
  stores: ReadStores,
  ids: readonly string[],
  subject: Subject,
  names: readonly string[] = [],
): Promise<About> {
  const found: Case[] = [];
  const written: Case[] = [];
  for (const id of ids) {
    const kase = await stores.cases.get(id);
    if (!kase) continue;
    if (isAbout(kase.values, subject) || wasAbout(kase, subject)) found.push(kase);
    else if (isWrittenOf(kase, subject, names)) written.push(kase);
  }
  const own = found.filter(({ values }) => isAbout(values, subject));
  const merged = await mergedWith(stores, own);
  const isOwn = ({ id }: Case) => own.some((one) => one.id === id);
  // A case merged with a company's is that company's too, whoever is named in it.
  const ofCompany = subject.kind === 'company' ? merged : [];
  const words = [...(subject.kind === 'company' ? [] : merged), ...found].filter((kase) => !isOwn(kase));
  const taken = new Set([...own, ...ofCompany, ...words].map(({ id }) => id));
  return {
    cases: [...own, ...ofCompany],
    words: words.filter(({ id }, place) => words.findIndex((one) => one.id === id) === place),
    named: written.filter(({ id }) => !taken.has(id)),
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

import type { Case } from '../core/case/case.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { OutreachContact } from '../core/outreach/outreach.ts';
import { eraseAdvisers, keysOfAdviser } from './advisers/erase-advisers.ts';
import type { Dependencies } from './dependencies.ts';
import { eraseContactOf, eraseOne, eraseWordsIn } from './erase-cases.ts';
import { type Erasure, formerKeysIn, keysIn, namesOfCompany } from './erasure.ts';
import { forgetWords } from './forget-words.ts';
import { eraseContacts, eraseWordsOf } from './outreach/erase-outreach.ts';
import type { Stores } from './ports/unit-of-work.ts';

type ReplayDeps = Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar'>;

/** The journal of erasures, for reading. */
export interface Journal {
  readonly erasures: readonly Erasure[];
  /** The fingerprint of a subject's key. */
  readonly fingerprint: (key: string) => string;
}

const PAGE = 500;

/**
 * Repeats the journal's erasures that the store does not know: the store is older (a restored backup), or the process
 * died between journal and commit. Cases and drafts are found by id, and by the subject's fingerprints where the
 * older store holds more. Anything created after the erasure stays. Returns how many erasures were repeated; may be
 * interrupted and run again. Throws `CrmError`.
 */
export async function replayErasures(deps: ReplayDeps, journal: Journal, now: string): Promise<number> {
  const known = await deps.unitOfWork.read((stores) => stores.erasures.known());
  const open = journal.erasures.filter(({ id }) => !known.has(id));
  if (open.length === 0) return 0;
  for (const erasure of open) await deps.unitOfWork.run((stores) => eraseById(deps, stores, erasure, now));
  await eraseBySubject(deps, open, journal.fingerprint, now);
  // The CRM may hold a case that the older store lacks.
  for (const id of new Set(open.flatMap(({ cases }) => cases))) await deps.crm.erase(id);
  await deps.unitOfWork.run(async (stores) => {
    for (const { id, at } of open) await stores.erasures.noteReplayed(id, at);
  });
  return open.length;
}

async function eraseById(deps: ReplayDeps, stores: Stores, erasure: Erasure, now: string): Promise<void> {
  for (const id of erasure.cases) {
    const kase = await stores.cases.get(id);
    if (kase) await eraseWhole(deps, stores, kase, erasure, now);
  }
  for (const id of erasure.contacts) {
    const kase = await stores.cases.get(id);
    if (kase && kase.erasedAt === null) await eraseContactOf(deps, stores, kase, now);
  }
  for (const id of erasure.words ?? []) {
    const kase = await stores.cases.get(id);
    if (kase && kase.erasedAt === null) await eraseWordsIn(deps, stores, kase, now);
  }
  for (const id of erasure.drafts) {
    const draft = await stores.drafts.get(id);
    if (draft) await deleteDraft(stores, draft);
  }
  for (const id of erasure.outreach ?? []) {
    const contact = await stores.outreach.get(id);
    if (contact) await eraseWordsOf(stores, contact, now);
  }
}

async function eraseWhole(
  deps: ReplayDeps,
  stores: Stores,
  kase: Case,
  { cause }: Erasure,
  now: string,
): Promise<void> {
  if (kase.erasedAt === null) await eraseOne(deps, stores, kase, now, cause);
}

async function deleteDraft(stores: Stores, draft: Draft): Promise<void> {
  await forgetWords(stores, [draft]);
  await stores.drafts.delete(draft.id);
}

/** One pass over all cases and drafts, however many erasures there are. */
async function eraseBySubject(
  deps: ReplayDeps,
  erasures: readonly Erasure[],
  fingerprint: Journal['fingerprint'],
  now: string,
): Promise<void> {
  const bySubject = new Map<string, Erasure[]>();
  for (const erasure of erasures)
    for (const print of erasure.subject) bySubject.set(print, [...(bySubject.get(print) ?? []), erasure]);
  if (bySubject.size === 0) return;

  const meantBy = (keys: readonly string[], createdAt: string) =>
    keys.flatMap((key) =>
      (bySubject.get(fingerprint(key)) ?? [])
        .filter(({ at }) => createdAt <= at)
        .map((erasure) => ({ erasure, byCompany: key.startsWith('cvr:') })),
    );
  const meant = ({ values, createdAt }: Case | Draft) => meantBy(keysIn(values), createdAt);
  const wasMeant = (kase: Case) => meantBy(formerKeysIn(kase), kase.createdAt).length > 0;
  await eachPage(
    (after) => deps.unitOfWork.read((stores) => stores.cases.page(after, PAGE)),
    (cases) =>
      deps.unitOfWork.run(async (stores) => {
        for (const kase of cases) {
          const hits = meant(kase);
          const whole = hits.find(({ byCompany }) => byCompany || kase.values.cvr === undefined);
          if (whole) await eraseWhole(deps, stores, kase, whole.erasure, now);
          else if (hits.length > 0) await eraseContactOf(deps, stores, kase, now);
          else await eraseWordsIn(deps, stores, kase, now);
        }
      }),
    (kase) => kase.erasedAt === null && (meant(kase).length > 0 || wasMeant(kase)),
  );
  await eraseOutreachOf(deps, bySubject, fingerprint, now);
  await deps.unitOfWork.run(async (stores) => {
    const held = await stores.advisers.imported();
    const ended = held.filter(({ adviser, at }) => meantBy(keysOfAdviser(adviser), at).length > 0);
    await eraseAdvisers(
      stores,
      ended.map(({ adviser }) => adviser),
    );
  });
  await eachPage(
    (after) => deps.unitOfWork.read((stores) => stores.drafts.page(after, PAGE)),
    (drafts) =>
      deps.unitOfWork.run(async (stores) => {
        for (const draft of drafts) await deleteDraft(stores, draft);
      }),
    (draft) => meant(draft).length > 0,
  );
}

/** Makes outreach contacts anonymous that an older store holds of a subject. */
async function eraseOutreachOf(
  deps: ReplayDeps,
  bySubject: ReadonlyMap<string, readonly Erasure[]>,
  fingerprint: Journal['fingerprint'],
  now: string,
): Promise<void> {
  const meant = ({ company, createdAt, erasedAt }: OutreachContact) =>
    erasedAt !== null
      ? undefined
      : namesOfCompany(company)
          .flatMap((key) => bySubject.get(fingerprint(key)) ?? [])
          .find(({ at }) => createdAt <= at);
  await eachPage(
    (after) => deps.unitOfWork.read((stores) => stores.outreach.page(after, PAGE)),
    (contacts) =>
      deps.unitOfWork.run(async (stores) => {
        await eraseContacts(stores, contacts, now);
      }),
    (contact) => meant(contact) !== undefined,
  );
}

/** Passes the fitting rows of each page to `take`; pages without any are skipped. */
async function eachPage<Row extends { readonly id: string }>(
  page: (after: string) => Promise<readonly Row[]>,
  take: (rows: readonly Row[]) => Promise<void>,
  fits: (row: Row) => boolean,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: readonly Row[] = await page(after);
    const fitting = rows.filter(fits);
    if (fitting.length > 0) await take(fitting);
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  }
}

import type { Case } from '../core/case/case.ts';
import { changedInCrm, lookAgainAt } from '../core/case/changed-in-crm.ts';
import { isActive } from '../core/case/derived.ts';
import { CONTACT_FIELDS, type CrmStanding } from '../core/case/seen-in-crm.ts';
import type { Dependencies } from './dependencies.ts';
import { type Crm, type CrmChanges, CrmError } from './ports/crm.ts';
import type { CrmReading } from './ports/stores/crm-reading-store.ts';
import { saveChange } from './save-case.ts';

type ReadDeps = Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar' | 'maskCpr'>;

/** Cases of one page of the full reconciliation. */
const AT_ONCE = 200;
/** Pages of changes taken in one reading: the next one goes on from there. */
const PAGES_AT_ONCE = 100;
/** Rows that fail one after the other, after which it may be the CRM that fails: the rest is then left for the next reading. */
const FAILURES_IN_A_ROW = 3;
/** Minutes until a row that could not be read is tried again, by how often it has failed; then every six hours. */
const AGAIN_MINUTES = [1, 5, 30, 120];
const LAST_AGAIN_MINUTES = 360;
/** Minutes until a case is looked at again of which another revision is on its way to the CRM. */
const BEHIND_MINUTES = 30;

/** How many cases a reading looked at, how many took something over, and which could not be read. */
export interface ReadBack {
  readonly read: number;
  readonly changed: number;
  readonly unread: readonly { readonly caseId: string; readonly code: string; readonly isFirst: boolean }[];
  /** So many rows failed in a row that the others wait for the next reading. */
  readonly isAway: boolean;
}

/**
 * Takes over what people changed of our cases in the CRM (`core/case/changed-in-crm.ts`). The token of the changes is
 * kept after each page, when all of its changes are taken or put aside, so that a reading that broke off goes on there;
 * taking twice changes nothing twice, and several replicas may read at once. A row that cannot be read holds up no other:
 * its case is looked at again later, and so are those that are left when row after row fails. Without a token, or where the CRM no longer knows it, every running case is looked at.
 * A CRM that keeps no changes is not read. Throws `CrmError` where the CRM gives no changes.
 */
export async function readBack(deps: ReadDeps, now: string): Promise<ReadBack> {
  const { changesSince, standingOf } = deps.crm;
  if (!changesSince || !standingOf) return { read: 0, changed: 0, unread: [], isAway: false };
  const looking = new Looking(deps, standingOf, now);
  const due = await deps.unitOfWork.read((stores) => stores.crmReading.due(now, AT_ONCE));
  await looking.at(due.map(({ caseId }) => caseId));
  let reading = await deps.unitOfWork.read((stores) => stores.crmReading.last());
  let more = true;
  for (let pages = 0; more && !looking.isAway && pages < PAGES_AT_ONCE; pages++) {
    const found = await changesFrom(changesSince, reading);
    const ids = await Promise.all(found.changes.map((change) => caseOf(deps, change)));
    await looking.at([...new Set(ids)].flatMap((id) => id ?? []));
    reading = found.reading;
    more = found.more;
    const next = reading;
    await deps.unitOfWork.run((stores) => stores.crmReading.save(next));
  }
  while (reading && !more && !looking.isAway && reading.scanned !== null) {
    const { scanned } = reading;
    const page = await deps.unitOfWork.read((stores) => stores.cases.page(scanned, AT_ONCE));
    await looking.at(page.flatMap((one) => (isActive(one) && one.erasedAt === null ? one.id : [])));
    reading = { ...reading, scanned: page.length < AT_ONCE ? null : (page.at(-1)?.id ?? null) };
    const next = reading;
    await deps.unitOfWork.run((stores) => stores.crmReading.save(next));
  }
  return looking.result();
}

type Changes = Extract<CrmChanges, { readonly state: 'read' }>['changes'];

/** The next changes. Where they are not known any more, none, and everything is to be looked at. */
async function changesFrom(
  changesSince: NonNullable<Crm['changesSince']>,
  kept: CrmReading | undefined,
): Promise<{ readonly changes: Changes; readonly reading: CrmReading; readonly more: boolean }> {
  const since = await changesSince(kept?.token ?? null);
  if (since.state === 'read') {
    const reading = { token: since.token, scanned: kept ? kept.scanned : '' };
    return { changes: since.changes, reading, more: since.more };
  }
  const anew = await changesSince(null);
  // The CRM would have to forget a token as soon as it has given it.
  if (anew.state !== 'read') throw new Error('The CRM gave no token');
  return { changes: [], reading: { token: anew.token, scanned: '' }, more: anew.more };
}

/** Why a row could not be read, where that may be the row's own fault; undefined: the fault is not of the CRM. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof CrmError) return error.detail ?? error.code;
  // A row of a shape that nobody expected.
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError
    ? error.name
    : undefined;
}

/** A row that could not be read. */
class Unread extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'Unread';
    this.code = code;
  }
}

/** One reading's looks at cases. */
class Looking {
  readonly #deps: ReadDeps;
  readonly #standingOf: NonNullable<Crm['standingOf']>;
  readonly #now: string;
  readonly #unread: { caseId: string; code: string; isFirst: boolean }[] = [];
  #read = 0;
  #changed = 0;
  #failedInARow = 0;

  constructor(deps: ReadDeps, standingOf: NonNullable<Crm['standingOf']>, now: string) {
    this.#deps = deps;
    this.#standingOf = standingOf;
    this.#now = now;
  }

  get isAway(): boolean {
    return this.#failedInARow >= FAILURES_IN_A_ROW;
  }

  /** Takes over what the CRM has of cases. Those that cannot be read are put aside, and with them what the CRM is away for. */
  async at(ids: readonly string[]): Promise<void> {
    for (const [place, id] of ids.entries()) {
      if (this.isAway) return this.#leave(ids.slice(place));
      await this.#look(id);
    }
  }

  result(): ReadBack {
    return { read: this.#read, changed: this.#changed, unread: this.#unread, isAway: this.isAway };
  }

  async #look(id: string): Promise<void> {
    this.#read++;
    try {
      if (await take(this.#deps, this.#standingOf, id, this.#now)) this.#changed++;
      this.#failedInARow = 0;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.#failedInARow++;
      await this.#putAside(id, error.code);
    }
  }

  async #putAside(caseId: string, code: string): Promise<void> {
    await this.#deps.unitOfWork.run(async (stores) => {
      const failures = (await stores.crmReading.failuresOf(caseId)) + 1;
      const minutes = AGAIN_MINUTES[failures - 1] ?? LAST_AGAIN_MINUTES;
      await stores.crmReading.lookAgain({ caseId, at: addMinutes(this.#now, minutes), failures });
      this.#unread.push({ caseId, code, isFirst: failures === 1 });
    });
  }

  async #leave(ids: readonly string[]): Promise<void> {
    const at = addMinutes(this.#now, 1);
    await this.#deps.unitOfWork.run(async (stores) => {
      for (const caseId of ids)
        await stores.crmReading.lookAgain({
          caseId,
          at,
          failures: await stores.crmReading.failuresOf(caseId),
        });
    });
  }
}

const addMinutes = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The case of a changed row; null where it is another system's. A deleted row is only known by its id there. */
async function caseOf({ unitOfWork }: ReadDeps, { caseId, crmId }: Changes[number]): Promise<string | null> {
  return caseId ?? (await unitOfWork.read((stores) => stores.cases.idInCrm(crmId)));
}

/** What the CRM has of a case. Throws `Unread` where that may be the row's fault; a fault of ours is thrown as it is. */
async function readStanding(
  id: string,
  standingOf: NonNullable<Crm['standingOf']>,
  maskCpr: ReadDeps['maskCpr'],
): Promise<CrmStanding | null> {
  try {
    const seen = await standingOf(id);
    return seen && withoutCpr(seen, maskCpr);
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined ? error : new Unread(code);
  }
}

/** Takes over what the CRM has of a case. Throws `Unread`. Resolves with whether anything changed. */
async function take(
  { unitOfWork, calendar, maskCpr }: ReadDeps,
  standingOf: NonNullable<Crm['standingOf']>,
  id: string,
  now: string,
): Promise<boolean> {
  const { told, isNoted } = await unitOfWork.read(async (stores) => ({
    told: await stores.cases.crmRevision(id),
    isNoted: await stores.crmReading.isNoted(id),
  }));
  const standing = told === 0 ? undefined : await readStanding(id, standingOf, maskCpr);
  const changeOf = (kase: Case | undefined) =>
    kase && standing !== undefined ? changedInCrm(kase, standing, now) : undefined;
  const { change, again } = await unitOfWork.read(async (stores) => {
    const kase = await stores.cases.get(id);
    if (!kase || standing === undefined) return { change: undefined, again: null };
    // Another revision is on its way there: it is judged when it has come.
    const isBehind = isNoted && standing !== null && isActive(kase) && standing.revision !== kase.revision;
    const again = isBehind ? addMinutes(now, BEHIND_MINUTES) : lookAgainAt(kase, standing, now);
    return { change: changeOf(kase), again };
  });
  if (!change && again === null && !isNoted) return false;
  return unitOfWork.run(async (stores) => {
    // Somebody may have changed the case since.
    const still = changeOf(await stores.cases.get(id));
    if (still) await saveChange(stores, still, calendar, now);
    if (again === null) await stores.crmReading.looked(id);
    else await stores.crmReading.lookAgain({ caseId: id, at: again, failures: 0 });
    return still !== undefined;
  });
}

/** The standing without contact details that hold a CPR number: such a value is left in the CRM. */
function withoutCpr(standing: CrmStanding, maskCpr: ReadDeps['maskCpr']): CrmStanding {
  const fields = CONTACT_FIELDS.flatMap((field) => {
    const one = standing.contact[field];
    return one && maskCpr(one.now ?? '').removed === 0 ? [[field, one] as const] : [];
  });
  return { ...standing, contact: Object.fromEntries(fields) };
}

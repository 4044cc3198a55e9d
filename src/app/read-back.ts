import { changedInCrm } from '../core/case/changed-in-crm.ts';
import { isActive } from '../core/case/derived.ts';
import { CONTACT_FIELDS, type CrmStanding } from '../core/case/seen-in-crm.ts';
import type { Dependencies } from './dependencies.ts';
import type { Crm, CrmChanges } from './ports/crm.ts';
import type { CrmReading } from './ports/stores/crm-reading-store.ts';
import { saveChange } from './save-case.ts';

type ReadDeps = Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar' | 'maskCpr'>;

/** Cases of one page of the full reconciliation. */
const AT_ONCE = 200;

/** How many cases a reading looked at, and how many took something over. */
export interface ReadBack {
  readonly read: number;
  readonly changed: number;
}

/**
 * Takes over what people changed of our cases in the CRM (`core/case/changed-in-crm.ts`). The token of the changes is
 * kept when all of them are taken, so that a reading that broke off is done again; taking twice changes nothing twice,
 * and several replicas may read at once. Without a token, or where the CRM no longer knows it, every running case is
 * looked at. A CRM that keeps no changes is not read. Throws `CrmError`.
 */
export async function readBack(deps: ReadDeps, now: string): Promise<ReadBack> {
  const { changesSince, standingOf } = deps.crm;
  if (!changesSince || !standingOf) return { read: 0, changed: 0 };
  const kept = await deps.unitOfWork.read((stores) => stores.crmReading.last());
  const found = await changesFrom(changesSince, kept);
  const ids = [...new Set(await Promise.all(found.changes.map((change) => caseOf(deps, change))))];
  let changed = 0;
  let read = 0;
  for (const id of ids) {
    if (id === null) continue;
    read++;
    if (await take(deps, standingOf, id, now)) changed++;
  }
  let { reading } = found;
  await deps.unitOfWork.run((stores) => stores.crmReading.save(reading));
  while (reading.scanned !== null) {
    const { scanned } = reading;
    const page = await deps.unitOfWork.read((stores) => stores.cases.page(scanned, AT_ONCE));
    for (const kase of page.filter((one) => isActive(one) && one.erasedAt === null)) {
      read++;
      if (await take(deps, standingOf, kase.id, now)) changed++;
    }
    reading = { ...reading, scanned: page.length < AT_ONCE ? null : (page.at(-1)?.id ?? null) };
    const next = reading;
    await deps.unitOfWork.run((stores) => stores.crmReading.save(next));
  }
  return { read, changed };
}

type Changes = Extract<CrmChanges, { readonly state: 'read' }>['changes'];

/** The changes since the last reading. Where they are not known any more, none, and everything is to be looked at. */
async function changesFrom(
  changesSince: NonNullable<Crm['changesSince']>,
  kept: CrmReading | undefined,
): Promise<{ readonly changes: Changes; readonly reading: CrmReading }> {
  const since = await changesSince(kept?.token ?? null);
  if (since.state === 'read')
    return { changes: since.changes, reading: { token: since.token, scanned: kept ? kept.scanned : '' } };
  const anew = await changesSince(null);
  // The CRM would have to forget a token as soon as it has given it.
  if (anew.state !== 'read') throw new Error('The CRM gave no token');
  return { changes: [], reading: { token: anew.token, scanned: '' } };
}

/** The case of a changed row; null where it is another system's. A deleted row is only known by its id there. */
async function caseOf({ unitOfWork }: ReadDeps, { caseId, crmId }: Changes[number]): Promise<string | null> {
  return caseId ?? (await unitOfWork.read((stores) => stores.cases.idInCrm(crmId)));
}

/** Takes over what the CRM has of a case. Resolves with whether anything changed. */
async function take(
  { unitOfWork, calendar, maskCpr }: ReadDeps,
  standingOf: NonNullable<Crm['standingOf']>,
  id: string,
  now: string,
): Promise<boolean> {
  const told = await unitOfWork.read((stores) => stores.cases.crmRevision(id));
  if (told === 0) return false;
  const seen = await standingOf(id);
  const standing = seen && withoutCpr(seen, maskCpr);
  const change = await unitOfWork.read(async (stores) => {
    const kase = await stores.cases.get(id);
    return kase && changedInCrm(kase, standing, now);
  });
  if (!change) return false;
  return unitOfWork.run(async (stores) => {
    // Somebody may have changed the case since.
    const kase = await stores.cases.get(id);
    const still = kase && changedInCrm(kase, standing, now);
    if (still) await saveChange(stores, still, calendar, now);
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

import { openHandover } from '../core/case/derived.ts';
import { restoreOwner } from '../core/case/restore-owner.ts';
import { parseOrganisation } from '../core/organisation.ts';
import type { Dependencies } from './dependencies.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { saveChange } from './save-case.ts';

/**
 * Cases that reconciliation found and repaired: without a card, without their CRM record, without an existing owner.
 */
export interface Reconciled {
  readonly card: number;
  readonly crm: number;
  readonly owner: number;
}

/** Cases looked at in one transaction. */
const AT_ONCE = 1_000;

/**
 * Finds active cases without a card at the organisation that must act, cases whose CRM record is behind, and cases of
 * an owner that does not exist, and repairs them through the outbox. Cases with a waiting outbox row are left alone.
 * So is a post that may have arrived: it is on the not-delivered list.
 */
export async function reconcile(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  now: string,
): Promise<Reconciled> {
  const lost = (await deps.unitOfWork.read((stores) => stores.cases.owners())).some(
    (owner) => !parseOrganisation(owner),
  );
  const owner = lost ? await deps.unitOfWork.run((stores) => restoreOwners(deps, stores, now)) : 0;
  let card = 0;
  let crm = 0;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    const page = await deps.unitOfWork.read((stores) => stores.cases.unseen(from, AT_ONCE));
    after = page.next;
    if (page.found.length === 0) continue;
    // Look again with the write lock held: another worker may have repaired it.
    await deps.unitOfWork.run(async (stores) => {
      const { found } = await stores.cases.unseen(from, AT_ONCE);
      for (const { caseId, lacks } of found) {
        await show(stores, caseId, lacks, now);
        if (lacks === 'card') card++;
        else crm++;
      }
    });
  }
  return { card, crm, owner };
}

async function restoreOwners(
  deps: Pick<Dependencies, 'calendar'>,
  stores: Stores,
  now: string,
): Promise<number> {
  let restored = 0;
  for (const owner of await stores.cases.owners()) {
    if (parseOrganisation(owner)) continue;
    for (const kase of await stores.cases.ofOwner(owner, AT_ONCE)) {
      const change = restoreOwner(kase, now);
      if (!change) continue;
      await saveChange(stores, change, deps.calendar, now);
      restored++;
    }
  }
  return restored;
}

/**
 * Unparks the case's rows. If none of them reaches the responsible organisation (or the CRM), a new row is queued. A
 * row that is parked for another recipient must not stand in for the card.
 */
async function show(stores: Stores, caseId: string, lacks: 'card' | 'crm', now: string): Promise<void> {
  const again = await stores.outbox.unpark(caseId, lacks, now);
  if (lacks === 'crm') {
    if (again.length === 0) await stores.outbox.add(caseId, [{ kind: 'crm.save' }], now);
    return;
  }
  const kase = await stores.cases.get(caseId);
  if (!kase) return;
  const offered = openHandover(kase)?.to;
  const organisation = offered ?? kase.owner;
  if (again.some((effect) => 'organisation' in effect && effect.organisation === organisation)) return;
  const card = offered === undefined ? 'case' : 'handover';
  await stores.outbox.add(caseId, [{ kind: 'card.post', organisation, card }], now);
}

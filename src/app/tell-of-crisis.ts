import type { Case } from '../core/case/case.ts';
import { refOf } from '../core/case/case-change.ts';
import { tellOfCrisis } from '../core/case/crisis-elsewhere.ts';
import { saveChange } from './save-case.ts';
import type { Work } from './turn.ts';

/** Tells every LES with a running case of the company that its crisis has gone to an Erhvervshus, once for each crisis. */
export async function tellRunningOffices({ stores, deps, actor, now }: Work, crisis: Case): Promise<void> {
  const { cvr } = crisis.values;
  if (crisis.priority !== 'urgent' || cvr === undefined) return;
  for (const running of await stores.cases.running(cvr)) {
    const change = tellOfCrisis(running, crisis, refOf(actor), now);
    if (change) await saveChange(stores, change, deps.calendar, now);
  }
}

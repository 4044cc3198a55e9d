import type { Case } from '../core/case/case.ts';
import type { Change } from '../core/case/case-change.ts';
import type { Effect } from '../core/case/effects.ts';
import { visibleToCrm } from '../core/case/visibility.ts';
import { nextStepAt } from '../core/promise/steps.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** Someone else saved this case first; the turn is retried. */
export class StaleRevision extends Error {
  constructor(caseId: string) {
    super(`Case ${caseId} has been changed by somebody else`);
    this.name = 'StaleRevision';
  }
}

/**
 * The effects of a change, the saving in the CRM among them: I-12 counts a case as long as the CRM has its present revision,
 * and a reminder makes a revision as well.
 */
export function withCrmSave(effects: readonly Effect[]): readonly Effect[] {
  return effects.some(({ kind }) => kind === 'crm.save') ? effects : [{ kind: 'crm.save' }, ...effects];
}

/**
 * Saves a change with its history and the effects to deliver, in the transaction of `stores`. Throws `StaleRevision`.
 */
export async function saveChange(
  stores: Stores,
  change: Change,
  calendar: WorkingCalendar,
  now: string,
): Promise<Case> {
  const kase = await saveRevision(stores, change, calendar);
  await stores.outbox.add(kase.id, withCrmSave(change.effects), now);
  return kase;
}

/** Saves a change with its history. The caller adds its effects, the CRM's among them. Throws `StaleRevision`. */
export async function saveRevision(
  stores: Stores,
  { case: kase, history }: Omit<Change, 'effects'>,
  calendar: WorkingCalendar,
): Promise<Case> {
  const next = nextStepAt(kase, calendar);
  if (kase.revision === 1) await stores.cases.insert(kase, next);
  else if (!(await stores.cases.update(kase, kase.revision - 1, next))) throw new StaleRevision(kase.id);
  await stores.history.append(history);
  // Words are learnt from under a basis that covers them, and only as long as it does.
  if (history.some(({ event }) => event.startsWith('basis-')) && !visibleToCrm(kase).notes)
    await stores.examples.forget([], [kase.draftId]);
  return kase;
}

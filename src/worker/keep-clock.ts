import type { Deps } from '../app/deps.ts';
import type { Stores } from '../app/ports.ts';
import { StaleRevision, saveChange } from '../app/save-case.ts';
import { caseContext } from '../app/turn.ts';
import type { Effect } from '../core/case/case.ts';
import { decideClock } from '../core/case/decide-case.ts';
import { gatherNotices } from '../core/promise/gather-notices.ts';

/** How many cases one pass looks at before the outbox has its turn. */
export const STEPS_AT_ONCE = 200;

type ClockDeps = Pick<Deps, 'unitOfWork' | 'clock' | 'calendar' | 'settingsOf'>;

/**
 * Takes the steps of the promise that have fallen due, each case in a transaction of its own. Returns how many cases
 * were due.
 */
export async function keepClock(deps: ClockDeps): Promise<number> {
  const now = deps.clock.now();
  const due = await deps.unitOfWork.run((stores) => stores.cases.withStepDue(now, STEPS_AT_ONCE));
  for (const id of due) {
    try {
      await deps.unitOfWork.run((stores) => takeSteps(id, stores, deps, now));
    } catch (error) {
      // Somebody acted on the case in between: the next pass looks at it as it then is.
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
  return due.length;
}

/** Every step of a case that is due, in order, each with its line of history; what they tell is told once. */
async function takeSteps(id: string, stores: Stores, deps: ClockDeps, now: string): Promise<void> {
  let kase = await stores.cases.get(id);
  const effects: Effect[] = [];
  while (kase) {
    const change = decideClock(kase, caseContext(deps, now));
    if (!change) break;
    effects.push(...change.effects);
    kase = await saveChange(stores, { ...change, effects: [] }, deps.calendar, now);
  }
  const told = gatherNotices(effects);
  await stores.outbox.supersede(id, told);
  await stores.outbox.add(id, told, now);
}

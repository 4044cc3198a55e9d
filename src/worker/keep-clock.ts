import { caseContext } from '../app/case-context.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { Stores } from '../app/ports/unit-of-work.ts';
import { StaleRevision, saveRevision, withCrmSave } from '../app/save-case.ts';
import { decideClock } from '../core/case/decide-clock.ts';
import type { Effect } from '../core/case/effects.ts';
import { gatherNotices } from '../core/promise/gather-notices.ts';

/** Cases in one pass, before the outbox gets its turn. */
export const STEPS_AT_ONCE = 200;

/** Cases whose steps share a transaction: each transaction waits for the disk. */
const TOGETHER = 20;

interface ClockDeps extends Pick<Dependencies, 'unitOfWork' | 'clock' | 'calendar' | 'settingsOf'> {
  /** A fault, with ids and codes only. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** Takes the due steps of the promise. Resolves with how many cases were due. */
export async function keepClock(deps: ClockDeps): Promise<number> {
  const now = deps.clock.now();
  const due = await deps.unitOfWork.read((stores) => stores.cases.withStepDue(now, STEPS_AT_ONCE));
  const take = (ids: readonly string[]) =>
    deps.unitOfWork.run(async (stores) => {
      for (const id of ids) await takeSteps(id, stores, deps, now);
    });
  for (let from = 0; from < due.length; from += TOGETHER) {
    const some = due.slice(from, from + TOGETHER);
    try {
      await take(some);
    } catch {
      // Then one case at a time, so that a failing case does not block the rest.
      for (const id of some) await take([id]).catch((error: unknown) => notTaken(id, error, deps));
    }
  }
  return due.length;
}

function notTaken(id: string, error: unknown, deps: ClockDeps): void {
  // Somebody changed the case in between. The next pass takes it as it then is.
  if (error instanceof StaleRevision) return;
  deps.log('step-failed', { case: id, fault: error instanceof Error ? error.name : 'unknown' });
}

/** All due steps of a case, in order, each with a line of history. Notices to the same recipient are merged. */
async function takeSteps(id: string, stores: Stores, deps: ClockDeps, now: string): Promise<void> {
  let kase = await stores.cases.get(id);
  const effects: Effect[] = [];
  let taken = 0;
  while (kase) {
    const change = decideClock(kase, caseContext(deps, now));
    if (!change) break;
    effects.push(...change.effects);
    taken++;
    kase = await saveRevision(stores, change, deps.calendar);
  }
  if (taken === 0) return;
  const told = withCrmSave(gatherNotices(effects));
  await stores.outbox.supersede(id, told);
  await stores.outbox.add(id, told, now);
}

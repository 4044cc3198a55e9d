import { nextStepAt } from '../core/promise/steps.ts';
import type { Dependencies } from './dependencies.ts';

/** Cases looked at in one round. */
const AT_ONCE = 500;

/**
 * Puts follow-ups that an earlier version agreed on the clock, which did not act on closed cases then. Resolves with how many.
 */
export async function scheduleFollowUps(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
): Promise<number> {
  const lost = await deps.unitOfWork.read((stores) => stores.cases.followUpsWithoutStep(AT_ONCE));
  if (lost.length === 0) return 0;
  return deps.unitOfWork.run(async (stores) => {
    let scheduled = 0;
    // Looked up again with the write lock held: the case may have been reopened meanwhile.
    for (const id of await stores.cases.followUpsWithoutStep(AT_ONCE)) {
      const kase = await stores.cases.get(id);
      const next = kase && nextStepAt(kase, deps.calendar);
      if (next == null) continue;
      await stores.cases.saveNextStep(id, next);
      scheduled++;
    }
    return scheduled;
  });
}

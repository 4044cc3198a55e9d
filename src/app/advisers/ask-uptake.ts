import { TOLD } from '../../core/case/notice-rules.ts';
import type { Tell } from '../../core/case/notices.ts';
import type { Dependencies } from '../dependencies.ts';
import { livingCase } from '../merge-cases.ts';

/** Choices in one round of the hourly jobs. */
const AT_ONCE = 100;

/**
 * Asks each person who referred a company to an adviser 60 days ago whether the company used it. Where that is known
 * already, or the case is erased, nobody is asked. A merged case is asked about as the one that it lives on in.
 * Resolves with how many were asked.
 */
export async function askUptake(
  { unitOfWork }: Pick<Dependencies, 'unitOfWork'>,
  now: string,
): Promise<number> {
  const due = await unitOfWork.read(({ advisers }) => advisers.toAsk(now, AT_ONCE));
  let asked = 0;
  for (const { id, caseId, person } of due) {
    await unitOfWork.run(async (stores) => {
      const [open] = (await stores.advisers.toAsk(now, AT_ONCE)).filter((one) => one.id === id);
      // Another worker has asked.
      if (!open) return;
      await stores.advisers.asked(id, now);
      const referred = await stores.cases.get(caseId);
      const kase = referred && (await livingCase(referred, stores));
      const tell = { kind: 'tell.person', person, notice: 'referral-asked' } as Tell;
      if (!kase || TOLD['referral-asked'].stale(kase, {}, tell)) return;
      await stores.outbox.add(kase.id, [tell], now);
      asked++;
    });
  }
  return asked;
}

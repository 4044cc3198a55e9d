import { dueStep, type PromiseStep, takeStep } from '../promise/steps.ts';
import type { Case } from './case.ts';
import { type CaseContext, type Change, historyOf, instantOn } from './case-change.ts';

/**
 * The first due step of the promise, as a change; undefined where none is due. The case records it, so that it happens
 * once.
 */
export function decideClock(
  kase: Case,
  context: CaseContext,
): (Change & { readonly step: PromiseStep }) | undefined {
  const step = dueStep(kase, context.calendar, context.now);
  if (!step) return undefined;
  const now = instantOn(kase, context.now);
  const taken = takeStep(kase, step, context.calendar, now);
  const after: Case = { ...taken.case, revision: kase.revision + 1, changedAt: now };
  return {
    step,
    case: after,
    history: [historyOf(kase, after, taken.event, null, now)],
    effects: taken.effects,
  };
}

import { dueStep, type PromiseStep, takeStep } from '../promise/steps.ts';
import type { Case } from './case.ts';
import { type CaseContext, type Change, historyOf, instantOn } from './case-change.ts';

/** The revisions up to this one that differ in reminders alone. */
function reminded(kase: Case, revision: number): NonNullable<Case['reminded']> {
  const from = kase.reminded?.to === kase.revision ? kase.reminded.from : kase.revision;
  return { from, to: revision };
}

/**
 * The first due step of the promise, as a change; undefined where none is due. The case records it, so that it happens
 * once. A step that redraws no card leaves the buttons of the cards in use (`Case.reminded`).
 */
export function decideClock(
  kase: Case,
  context: CaseContext,
): (Change & { readonly step: PromiseStep }) | undefined {
  const step = dueStep(kase, context.calendar, context.now);
  if (!step) return undefined;
  const now = instantOn(kase, context.now);
  const taken = takeStep(kase, step, context.calendar, now);
  const revision = kase.revision + 1;
  const isShown = taken.effects.some(({ kind }) => kind === 'card.refresh');
  const after: Case = {
    ...taken.case,
    revision,
    changedAt: now,
    ...(!isShown && { reminded: reminded(kase, revision) }),
  };
  return {
    step,
    case: after,
    history: [historyOf(kase, after, taken.event, null, now)],
    effects: taken.effects,
  };
}

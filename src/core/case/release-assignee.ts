import type { Case } from './case.ts';
import { type Change, historyOf } from './case-change.ts';
import { isActive } from './derived.ts';

/**
 * Removes an assignee who no longer belongs to the owner. The owner and the clock stay, and any colleague may take the
 * case. Undefined where nobody is assigned, or the case has ended.
 */
export function releaseAssignee(kase: Case, now: string): Change | undefined {
  if (kase.assignee === null || !isActive(kase)) return undefined;
  const after: Case = { ...kase, revision: kase.revision + 1, assignee: null };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'assignee-left', person: kase.assignee.person }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}

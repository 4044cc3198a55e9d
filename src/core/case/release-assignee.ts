import type { Case } from './case.ts';
import { type Change, historyOf } from './case-change.ts';
import { isActive } from './derived.ts';

/**
 * The case without its assignee, who belongs to its owner no longer: it stays with the owner, its clock goes on, and any
 * colleague may take it. Undefined where nobody has it, or it has ended.
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

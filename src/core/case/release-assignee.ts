import type { ActorRef } from '../person.ts';
import type { Case } from './case.ts';
import { type Change, historyOf } from './case-change.ts';
import { isActive } from './derived.ts';
import { tellPerson } from './verbs/common-steps.ts';

/**
 * Removes an assignee who no longer belongs to the owner. The owner and the clock stay. The case goes to the `deputy` whom
 * they had named, else any colleague may take it. Undefined where nobody is assigned, or the case has ended.
 */
export function releaseAssignee(kase: Case, now: string, deputy: ActorRef | null = null): Change | undefined {
  if (kase.assignee === null || !isActive(kase)) return undefined;
  const after: Case = { ...kase, revision: kase.revision + 1, assignee: deputy };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'assignee-left', person: kase.assignee.person }, null, now)],
    effects: [
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      ...(deputy ? [tellPerson(deputy.person, { notice: 'assigned' })] : []),
    ],
  };
}

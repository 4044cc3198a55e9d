import type { AuditAction } from '../core/audit.ts';
import type { Case } from '../core/case/case.ts';
import { coordinates, type Relation, relationTo } from '../core/case/relation.ts';
import type { Turn } from './turn.ts';

/** Relations of those who work on the case: what they do is in its history. */
const WORKS_ON_IT: readonly Relation[] = ['owner', 'receiver', 'guest'];

/**
 * Notes in the audit that the turn's reader saw something of the cases, where they are outside its two parties, or
 * coordinate, or audit.
 */
export async function noteReads(
  turn: Turn,
  cases: readonly Case[],
  action: Extract<AuditAction, 'read' | 'found'>,
): Promise<void> {
  const { actor, now, stores, deps } = turn;
  const entries = cases.flatMap((kase) => {
    const relation = relationTo(kase, actor, deps.settingsOf);
    if (WORKS_ON_IT.includes(relation) && !coordinates(actor)) return [];
    const { person, organisation } = actor;
    return [{ at: now, person, organisation, action, caseId: kase.id, relation, cases: 1 }];
  });
  if (entries.length > 0) await stores.audit.add(entries);
}

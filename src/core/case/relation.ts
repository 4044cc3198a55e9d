import type { Actor } from '../person.ts';
import type { Case } from './case.ts';
import { openHandover, partiesOf } from './derived.ts';

/** A person's relation to a case, which decides what they may see (handover.md, "Who may do what"). */
const RELATIONS = ['owner', 'receiver', 'party', 'auditor', 'other', 'channel'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relation of a person to a case. Both parties of a handover see all of it. */
export function relationTo(kase: Case, actor: Actor): Relation {
  if (actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')) return 'auditor';
  if (actor.organisation === kase.owner) return 'owner';
  if (actor.organisation === openHandover(kase)?.to) return 'receiver';
  // Withdrawing the basis ends sharing: former parties see no more than anyone.
  if (kase.basis?.withdrawnAt != null) return 'other';
  if (partiesOf(kase).has(actor.organisation)) return 'party';
  return kase.followUp?.organisation === actor.organisation ? 'party' : 'other';
}

/** Whether the person may change anything. Auditors only read. */
export function mayAct(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'auditor');
}

/** Whether the actor coordinates their organisation. */
export function coordinates(actor: Actor): boolean {
  return actor.roles.includes('coordinator');
}

/** Whether the person serves companies. Phone-line staff log and hand over, and auditors read. */
export function serves(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'consultant' || role === 'coordinator');
}

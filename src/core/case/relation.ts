import type { Actor } from '../person.ts';
import type { Case } from './case.ts';
import { openHandover, partiesOf } from './derived.ts';

/** How somebody stands to a case; it settles what they may see (handover.md, "Who may do what"). */
const RELATIONS = ['owner', 'receiver', 'party', 'auditor', 'other', 'channel'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relation of a person to a case: both sides of a handover see the whole of it. */
export function relationTo(kase: Case, actor: Actor): Relation {
  if (actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')) return 'auditor';
  if (actor.organisation === kase.owner) return 'owner';
  if (actor.organisation === openHandover(kase)?.to) return 'receiver';
  // Withdrawing the basis stops sharing: whoever took part before now sees what everybody sees.
  if (kase.basis?.withdrawnAt != null) return 'other';
  if (partiesOf(kase).has(actor.organisation)) return 'party';
  return kase.followUp?.organisation === actor.organisation ? 'party' : 'other';
}

/** Whether the actor may change anything at all: auditors read. */
export function mayAct(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'auditor');
}

/** Whether the actor coordinates their organisation. */
export function coordinates(actor: Actor): boolean {
  return actor.roles.includes('coordinator');
}

/** Whether the actor serves companies: phone-line staff log and hand over, and auditors read. */
export function serves(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'consultant' || role === 'coordinator');
}

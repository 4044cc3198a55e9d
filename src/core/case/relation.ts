import { houseOf, type OrganisationId, officeServing } from '../organisation.ts';
import type { Actor } from '../person.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { Case } from './case.ts';
import { mayShare, openHandover, partiesOf } from './derived.ts';

/**
 * A person's relation to a case, which decides what they may see (handover.md, "Who may do what"). `guest`: takes part
 * now, by a joint course or a follow-up. `party`: the other side, before and after an offer.
 */
export type Relation = 'owner' | 'receiver' | 'guest' | 'party' | 'auditor' | 'other';

/** The relation of a person to a case. Without a valid basis there is no other side. */
export function relationTo(kase: Case, actor: Actor, settingsOf: SettingsLookup): Relation {
  const { organisation } = actor;
  if (actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')) return 'auditor';
  if (organisation === kase.owner) return 'owner';
  if (!mayShare(kase)) return 'other';
  if (organisation === openHandover(kase)?.to) return 'receiver';
  if (kase.joint.includes(organisation) || followsUp(kase, organisation)) return 'guest';
  const isSide = partiesOf(kase).has(organisation) || sidesOf(kase, settingsOf).includes(organisation);
  return isSide ? 'party' : 'other';
}

function followsUp({ followUp }: Case, organisation: OrganisationId): boolean {
  return followUp?.organisation === organisation && ['proposed', 'accepted'].includes(followUp.state);
}

/** The two sides that serve the case's municipality: its office and its Erhvervshus. */
function sidesOf({ values: { municipality } }: Case, settingsOf: SettingsLookup): readonly OrganisationId[] {
  if (municipality === undefined) return [];
  return [officeServing(municipality, settingsOf(municipality)), houseOf(municipality)];
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

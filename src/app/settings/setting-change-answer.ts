import { coordinates } from '../../core/case/relation.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Actor } from '../../core/person.ts';
import type { Refusal } from '../../core/result.ts';
import type { SettingChangeAnswer, SettingTold } from '../../core/settings/answers.ts';
import type { SettingChange } from '../../core/settings/change.ts';
import type { Turn } from '../turn.ts';

/** Whose change it is, for an organisation. */
export function sideOfChange(change: SettingChange, organisation: OrganisationId): 'ours' | 'theirs' {
  return change.organisation === organisation ? 'ours' : 'theirs';
}

/**
 * Whether a person may answer a change for their organisation: take it back, or agree where it is asked now and somebody else
 * has proposed it.
 */
export function mayActOn(
  { state, organisation, consent, by }: SettingChange,
  actor: Pick<Actor, 'person' | 'organisation'>,
): boolean {
  if (state !== 'proposed') return false;
  if (organisation === actor.organisation) return true;
  return consent?.organisation === actor.organisation && by.person !== actor.person;
}

/** A change as the acting person of one of its two sides sees it. */
export function changeAnswer(
  { actor, now }: Turn,
  change: SettingChange,
  more: { readonly told?: SettingTold; readonly problem?: Refusal } = {},
): SettingChangeAnswer {
  return {
    kind: 'setting-change',
    change,
    side: sideOfChange(change, actor.organisation),
    mayAct: coordinates(actor) && mayActOn(change, actor),
    told: more.told ?? null,
    problem: more.problem ?? null,
    now,
  };
}

import { coordinates } from '../../core/case/relation.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Refusal } from '../../core/result.ts';
import type { SettingChangeAnswer, SettingTold } from '../../core/settings/answers.ts';
import type { SettingChange } from '../../core/settings/change.ts';
import type { Turn } from '../turn.ts';

/** Whose change it is, for an organisation. */
export function sideOfChange(change: SettingChange, organisation: OrganisationId): 'ours' | 'theirs' {
  return change.organisation === organisation ? 'ours' : 'theirs';
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
    mayAct: coordinates(actor) && change.state === 'proposed',
    told: more.told ?? null,
    problem: more.problem ?? null,
    now,
  };
}

import { type Answer, notice, refused } from '../../core/answer.ts';
import { correctIntake } from '../correct-draft.ts';
import type { Turn } from '../turn.ts';
import type { SettingCommand } from './wanted-setting.ts';

/** Settings whose names a company and a contact have as well, without being a field by that word. */
const OF_BOTH: readonly (string | undefined)[] = ['officeName', 'address'];

/**
 * A line that names a field of an enquiry as well as a setting, while the person has an enquiry under way: `set phone 40 41 12
 * 34` is the caller's telephone then, and the answer says how the office's is changed. `set name Hansen` is asked about:
 * `setting-or-field`. Undefined where it is a setting.
 */
export async function settingAsField(
  turn: Turn,
  { asField, verb, input }: SettingCommand,
): Promise<readonly Answer[] | undefined> {
  const mayBeField =
    asField || (asField === null && verb === 'setting.change' && OF_BOTH.includes(input.setting));
  if (!mayBeField || !(await turn.stores.drafts.active(turn.person.id))) return undefined;
  if (!asField) return [refused('setting-or-field')];
  const corrected = await correctIntake(turn, asField.field, asField.value);
  return [notice('read-as-field'), ...corrected];
}

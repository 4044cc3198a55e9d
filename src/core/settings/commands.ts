/**
 * Verbs of settings. `setting.show` and `setting.look` change nothing: the first shows a setting, the second a proposed
 * change. `setting.reset` sets a setting back to its file or default.
 */
export const SETTING_VERBS = [
  'setting.show',
  'setting.change',
  'setting.reset',
  'setting.look',
  'setting.accept',
  'setting.decline',
  'setting.withdraw',
] as const;
export type SettingVerb = (typeof SETTING_VERBS)[number];

/**
 * Their inputs. `setting` is a key; `value` as `settingJson` reads it; `from` the first day; `sure`: the person has seen what
 * a change does that reaches beyond the office. `why`: the reason, in the person's own words.
 */
export const SETTING_INPUTS = ['setting', 'value', 'from', 'sure', 'why'] as const;

/** The most letters of a reason. */
export const LONGEST_REASON = 400;

import { z } from 'zod';
import { readSettingValue } from '../dialogs/setting-words.ts';
import type { Command } from '../src/core/command.ts';
import { SETTING_INPUTS, SETTING_VERBS } from '../src/core/settings/commands.ts';
import { SETTING_KEYS } from '../src/core/settings/table.ts';
import { readActionInputs } from './action-inputs.ts';
import { unreadable } from './unreadable.ts';

const id = z.string().trim().min(1).max(100);

/**
 * Reads the data of a button about a setting; undefined for another verb. What is typed in its form is read as on a typed
 * line.
 */
export function readSettingVerb(name: string, fields: ReadonlyMap<string, unknown>): Command | undefined {
  const verb = SETTING_VERBS.find((known) => known === name);
  if (!verb) return undefined;
  const inputs = readActionInputs(verb, SETTING_INPUTS, fields);
  if ('problem' in inputs) return unreadable(inputs.problem);
  const about = z.nullish(id).safeParse(fields.get('changeId'));
  if (!about.success) return unreadable('bad-value changeId');
  const { input } = inputs;
  const key = SETTING_KEYS.find((one) => one === input.setting);
  const { value } = input;
  const read = key && value !== undefined ? { ...input, value: readSettingValue(key, value) } : input;
  return { name: 'setting', verb, id: about.data ?? null, input: read };
}

import type { Command } from '../../core/command.ts';
import type { Actor } from '../../core/person.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { keysFor, settingJson } from '../../core/settings/table.ts';
import { parseSetting } from '../../core/triage/settings.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';
import type { WantedSetting } from './check-change.ts';

export type SettingCommand = Extract<Command, { name: 'setting' }>;

/**
 * The value that a command wants for a setting of the actor's office. Refuses `unknown-setting`, also for a setting that only
 * municipalities have, and `bad-setting-value`.
 */
export function readWanted({ verb, input }: SettingCommand, { organisation }: Actor): Result<WantedSetting> {
  const typed = (input.setting ?? '').trim();
  const key = keysFor(organisation).find((one) => one === typed);
  if (key === undefined) return refuse('unknown-setting', { typed: typed.slice(0, 60) });
  if (verb === 'setting.reset') return ok({ organisation, key, after: null });
  const after = parseSetting(key, settingJson(key, input.value ?? ''));
  return after === undefined
    ? refuse('bad-setting-value', {
        setting: key,
        allowed: key,
        typed: (input.value ?? '').slice(0, 60),
      })
    : ok({ organisation, key, after });
}

/** What a command would make a setting be, where it changes one; undefined where it is refused anyway, or only shows. */
export async function wantedBy(
  command: SettingCommand,
  actor: Actor,
  stores: Pick<ReadStores, 'settings'>,
): Promise<WantedSetting | undefined> {
  const { verb, id } = command;
  switch (verb) {
    case 'setting.change':
    case 'setting.reset': {
      const wanted = readWanted(command, actor);
      return wanted.ok ? wanted.value : undefined;
    }
    case 'setting.accept': {
      const change = id === null ? undefined : await stores.settings.get(id);
      return change?.state === 'proposed' ? change : undefined;
    }
    case 'setting.show':
    case 'setting.look':
    case 'setting.decline':
    case 'setting.withdraw':
      return undefined;
    default: {
      const never: never = verb;
      return never;
    }
  }
}

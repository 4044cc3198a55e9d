import { MUNICIPALITIES } from '../core/municipalities.ts';
import type { TriedPlace } from '../core/triage/rules/fact-space.ts';
import { DEFAULT_SETTINGS, lookupOf, type SettingsLookup, settingsOf } from '../core/triage/settings.ts';
import { loadSettings, SettingsError, type SettingsFiles } from '../load-settings.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option for municipal settings. */
export const MUNICIPALITIES_OPTION = { municipalities: { type: 'string' } } as const;

/** The settings in the folder of `--municipalities`, or the product's own. Throws `BadInput` on a bad file. */
export function settingsFrom(args: Arguments): SettingsLookup {
  const files = filesFrom(args, 'municipalities');
  return files ? lookupOf(files) : settingsOf;
}

/** The settings files in the folder of an option; undefined where it is not given. Throws `BadInput` on a bad file. */
export function filesFrom({ values }: Arguments, option: string): SettingsFiles | undefined {
  const folder = values[option];
  if (typeof folder !== 'string') return undefined;
  try {
    return loadSettings(folder);
  } catch (error) {
    if (error instanceof SettingsError) throw new BadInput(`--${option} ${folder}: ${error.message}`);
    throw error;
  }
}

/** The municipalities with settings of their own. */
export function placesWithSettings(lookup: SettingsLookup): readonly TriedPlace[] {
  return MUNICIPALITIES.map(({ code }) => ({ municipality: code, settings: lookup(code) })).filter(
    ({ settings }) => settings !== DEFAULT_SETTINGS,
  );
}

import { MUNICIPALITIES } from '../core/municipalities.ts';
import type { TriedPlace } from '../core/triage/rules/fact-space.ts';
import { DEFAULT_SETTINGS, lookupOf, type SettingsLookup, settingsOf } from '../core/triage/settings.ts';
import { loadSettings, SettingsError } from '../load-settings.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option for municipal settings. */
export const MUNICIPALITIES_OPTION = { municipalities: { type: 'string' } } as const;

/** The settings in the folder of `--municipalities`, or the product's own. Throws `BadInput` on a bad file. */
export function settingsFrom({ values }: Arguments): SettingsLookup {
  const folder = values.municipalities;
  if (typeof folder !== 'string') return settingsOf;
  try {
    return lookupOf(loadSettings(folder));
  } catch (error) {
    if (error instanceof SettingsError) throw new BadInput(`--municipalities ${folder}: ${error.message}`);
    throw error;
  }
}

/** The municipalities with settings of their own. */
export function placesWithSettings(lookup: SettingsLookup): readonly TriedPlace[] {
  return MUNICIPALITIES.map(({ code }) => ({ municipality: code, settings: lookup(code) })).filter(
    ({ settings }) => settings !== DEFAULT_SETTINGS,
  );
}

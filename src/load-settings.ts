import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MunicipalityCode } from './core/municipalities.ts';
import {
  lookupOf,
  type MunicipalSettings,
  parseSettings,
  type SettingsLookup,
} from './core/triage/settings.ts';

/** An unusable folder of municipal settings. The message names the file, the key and the allowed values. */
export class SettingsError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'SettingsError';
  }
}

/** Reads the settings of each municipality from `<code>.json`. Throws `SettingsError` on the first wrong one. */
export function loadSettings(folder: string): SettingsLookup {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new SettingsError('is not a folder that can be read');
  }
  const settings = new Map<MunicipalityCode, MunicipalSettings>();
  for (const name of names.sort()) {
    const parsed = parseSettings(name, contentOf(join(folder, name), name));
    if (!parsed.ok) throw new SettingsError(String(parsed.refusal.params?.problem ?? name));
    settings.set(parsed.value.municipality, parsed.value.settings);
  }
  return lookupOf(settings);
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${name}: is not a file that can be read`);
  }
}

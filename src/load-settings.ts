import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lesOf, type OrganisationId } from './core/organisation.ts';
import { type GivenSettings, parseSettings } from './core/triage/settings.ts';

/** An unusable folder of municipal settings. The message names the file, the key and the allowed values. */
export class SettingsError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'SettingsError';
  }
}

/** What each office's file names. */
export type SettingsFiles = ReadonlyMap<OrganisationId, GivenSettings>;

/** Reads the files `<code>.json` and `ehm-<name>.json` of a folder. Throws `SettingsError` on the first wrong one. */
export function loadSettings(folder: string): SettingsFiles {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new SettingsError('is not a folder that can be read');
  }
  const files = new Map<OrganisationId, GivenSettings>();
  for (const name of names.sort()) {
    const parsed = parseSettings(name, contentOf(join(folder, name), name));
    if (!parsed.ok) throw new SettingsError(String(parsed.refusal.params?.problem ?? name));
    const { value } = parsed;
    files.set('house' in value ? value.house : lesOf(value.municipality), value.given);
  }
  return files;
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${name}: is not a file that can be read`);
  }
}

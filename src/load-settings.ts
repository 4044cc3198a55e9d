import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MunicipalityCode } from './core/municipalities.ts';
import type { OfficeSettings } from './core/office/office.ts';
import { lesOf, type OrganisationId } from './core/organisation.ts';
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

/** The settings of municipalities and offices, by their files; defaults for others. */
export interface LoadedSettings {
  readonly settingsOf: SettingsLookup;
  /** What each office's file says about the office. */
  readonly offices: ReadonlyMap<OrganisationId, OfficeSettings>;
}

/** Reads the files `<code>.json` and `ehm-<name>.json` of a folder. Throws `SettingsError` on the first wrong one. */
export function loadSettings(folder: string): LoadedSettings {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new SettingsError('is not a folder that can be read');
  }
  const settings = new Map<MunicipalityCode, MunicipalSettings>();
  const offices = new Map<OrganisationId, OfficeSettings>();
  for (const name of names.sort()) {
    const parsed = parseSettings(name, contentOf(join(folder, name), name));
    if (!parsed.ok) throw new SettingsError(String(parsed.refusal.params?.problem ?? name));
    const { value } = parsed;
    if ('house' in value) {
      offices.set(value.house, value.settings);
    } else {
      settings.set(value.municipality, value.settings);
      offices.set(lesOf(value.municipality), value.settings);
    }
  }
  return { settingsOf: lookupOf(settings), offices };
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${name}: is not a file that can be read`);
  }
}

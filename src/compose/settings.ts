import type { Config } from '../config.ts';
import { type OfficeLookup, officesOf } from '../core/office/office.ts';
import { nameOrganisations } from '../core/organisation.ts';
import { type SettingsLookup, settingsOf } from '../core/triage/settings.ts';
import { DEMO_OFFICES } from '../demo/demo-offices.ts';
import { loadSettings } from '../load-settings.ts';

/**
 * The settings of the configured folder, or the product's own, and the process's names of offices by them. The demo's
 * invented details stand in only while the demo's people do. Throws `SettingsError` on a wrong file.
 */
export function takeSettings(config: Config): {
  readonly settingsOf: SettingsLookup;
  readonly officeOf: OfficeLookup;
} {
  const loaded =
    config.municipalities === null ? { settingsOf, offices: new Map() } : loadSettings(config.municipalities);
  const demo = config.directory === null && config.teams === null && config.slack === null;
  const officeOf = officesOf(loaded.offices, demo ? DEMO_OFFICES : undefined);
  nameOrganisations((organisation) => officeOf(organisation).name);
  return { settingsOf: loaded.settingsOf, officeOf };
}

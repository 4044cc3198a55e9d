import type { Dependencies } from '../app/dependencies.ts';
import { createLiveSettings } from '../app/settings/live-settings.ts';
import type { Config } from '../config.ts';
import { nameOrganisations } from '../core/organisation.ts';
import { DEMO_OFFICES } from '../demo/demo-offices.ts';
import { loadSettings } from '../load-settings.ts';
import { createSettingsProof } from '../prove-settings/prove-settings.ts';

/**
 * The settings of the configured folder, or the product's own, and the process's names of offices by them. The demo's
 * invented details stand in only while the demo's people do. Throws `SettingsError` on a wrong file.
 */
export function takeSettings(
  config: Config,
): Pick<Dependencies, 'settings' | 'settingsOf' | 'officeOf' | 'proveSettings'> {
  const files = config.municipalities === null ? undefined : loadSettings(config.municipalities);
  const demo = config.directory === null && config.teams === null && config.slack === null;
  const settings = createLiveSettings(files, demo ? DEMO_OFFICES : undefined);
  const { settingsOf, officeOf } = settings;
  nameOrganisations((organisation) => officeOf(organisation).name);
  return { settings, settingsOf, officeOf, proveSettings: createSettingsProof() };
}

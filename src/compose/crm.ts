import type { Crm } from '../app/ports/crm.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config.ts';
import { connectDataverse } from '../crm/dataverse/connect-dataverse.ts';
import { MappingError } from '../crm/dataverse/mapping.ts';

/** The shared CRM that the settings name; undefined: the embedded one. Throws `ConfigError`. */
export function crmOf({ dataverse }: Pick<Config, 'dataverse'>): Crm | undefined {
  if (!dataverse) return undefined;
  try {
    return connectDataverse(dataverse);
  } catch (error) {
    if (error instanceof MappingError) throw new ConfigError(error.message);
    throw error;
  }
}

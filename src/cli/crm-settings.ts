import { ConfigError } from '../config/config-error.ts';
import { type Config, readDataverseSettings } from '../config.ts';
import { readMapping } from '../crm/dataverse/connect-dataverse.ts';
import { type Mapping, MappingError } from '../crm/dataverse/mapping.ts';
import { BadInput } from './command.ts';

type Connection = NonNullable<Config['dataverse']>;

function settings(): Connection | null {
  try {
    return readDataverseSettings();
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}

/** The organisation that the settings name. Throws `BadInput`. */
export function connectionOf(): Connection {
  const connection = settings();
  if (!connection) throw new BadInput('DATAVERSE_URL must name the organisation');
  return connection;
}

/** The mapping of the settings; the default where they name none. Throws `BadInput`. */
export function mappingOf(connection: Connection | null = settings()): Mapping {
  try {
    return readMapping(connection?.mapping ?? null);
  } catch (error) {
    if (error instanceof MappingError) throw new BadInput(error.message);
    throw error;
  }
}

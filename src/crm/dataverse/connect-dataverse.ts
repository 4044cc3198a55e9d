import { readFileSync } from 'node:fs';
import type { Crm } from '../../app/ports/crm.ts';
import { createDataverseClient } from './dataverse-client.ts';
import { createDataverseCrm } from './dataverse-crm.ts';
import { DEFAULT_MAPPING } from './default-mapping.ts';
import { type Mapping, MappingError, parseMapping } from './mapping.ts';
import { createTokenSource, type SignIn } from './sign-in.ts';
import type { DataverseClient } from './web-request.ts';

/** An organisation, the application user's sign-in, and the file of the mapping. */
export interface Connection extends SignIn {
  readonly url: string;
  readonly mapping: string | null;
}

/** The mapping of a file; without one, the default. Throws `MappingError`. */
export function readMapping(file: string | null): Mapping {
  if (file === null) return DEFAULT_MAPPING;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new MappingError('DATAVERSE_MAPPING must name a file that can be read');
  }
  try {
    return parseMapping(JSON.parse(text));
  } catch (error) {
    if (error instanceof MappingError) throw new MappingError(`DATAVERSE_MAPPING: ${error.message}`);
    throw new MappingError('DATAVERSE_MAPPING must name a file with JSON in it');
  }
}

/** A client of the organisation. It connects with the first request. */
export function clientOf(connection: Connection): DataverseClient {
  const { url } = connection;
  return createDataverseClient({ url, token: createTokenSource(url, connection) });
}

/** The shared CRM in the organisation. Throws `MappingError`. */
export function connectDataverse(connection: Connection): Crm {
  return createDataverseCrm({ client: clientOf(connection), mapping: readMapping(connection.mapping) });
}

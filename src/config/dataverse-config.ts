import { checkedCertificate } from './certificate.ts';
import { ConfigError } from './config-error.ts';
import type { Variables } from './variables.ts';

/** The Dataverse organisation that is the shared CRM, and the application user's sign-in. */
export interface DataverseConfig {
  /** The organisation's address, without a path. */
  readonly url: string;
  readonly tenant: string | null;
  readonly clientId: string | null;
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly pem: string }
    | { readonly kind: 'managed-identity' };
  readonly loginUrl: string | null;
  /** File of the mapping; null: the one for a plain Dynamics customer service. */
  readonly mapping: string | null;
}

/** Settings that mean nothing without an organisation: with one of them, the CRM would be the embedded one by mistake. */
const NEEDS_URL = [
  'DATAVERSE_TENANT_ID',
  'DATAVERSE_CLIENT_ID',
  'DATAVERSE_CLIENT_SECRET',
  'DATAVERSE_CERTIFICATE',
  'DATAVERSE_LOGIN_URL',
  'DATAVERSE_MAPPING',
] as const;

/** The organisation, or null where none is set. Throws `ConfigError` where settings are missing or contradict. */
export function dataverseOf(read: Variables): DataverseConfig | null {
  const url = read.DATAVERSE_URL;
  if (url === undefined) {
    const stray = NEEDS_URL.find((name) => read[name] !== undefined);
    if (stray) throw new ConfigError(`DATAVERSE_URL must be set where ${stray} is`);
    return null;
  }
  return {
    url: new URL(url).origin,
    tenant: read.DATAVERSE_TENANT_ID ?? null,
    clientId: read.DATAVERSE_CLIENT_ID ?? null,
    credential: credentialOf(read),
    loginUrl: read.DATAVERSE_LOGIN_URL ?? null,
    mapping: read.DATAVERSE_MAPPING ?? null,
  };
}

/** A secret or a certificate of an app registration; without either the machine's managed identity. */
function credentialOf(read: Variables): DataverseConfig['credential'] {
  const { DATAVERSE_CLIENT_SECRET: secret, DATAVERSE_CERTIFICATE: certificate } = read;
  if (secret !== undefined && certificate !== undefined)
    throw new ConfigError('DATAVERSE_CLIENT_SECRET and DATAVERSE_CERTIFICATE are both set; set one of them');
  if (secret === undefined && certificate === undefined) return { kind: 'managed-identity' };
  for (const name of ['DATAVERSE_TENANT_ID', 'DATAVERSE_CLIENT_ID'] as const) {
    if (read[name] === undefined)
      throw new ConfigError(`${name} must be set where DATAVERSE_CLIENT_SECRET or DATAVERSE_CERTIFICATE is`);
  }
  if (secret !== undefined) return { kind: 'secret', secret };
  return { kind: 'certificate', pem: checkedCertificate(certificate ?? '', 'DATAVERSE_CERTIFICATE') };
}

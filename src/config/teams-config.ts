import { checkedCertificate } from './certificate.ts';
import { ConfigError } from './config-error.ts';
import type { Variables } from './variables.ts';

/** The bot's sign-in to Bot Framework, in both directions. */
export interface TeamsConfig {
  readonly appId: string;
  /** The bot's home tenant, which issues the token of its messages. */
  readonly tenant: string;
  /** Tenants whose people are served. */
  readonly tenants: readonly string[];
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly pem: string }
    | { readonly kind: 'managed-identity' };
  readonly metadataUrl: string;
  readonly issuers: readonly string[];
  readonly loginUrl: string;
  readonly scope: string;
  /** The app's id in the catalogue of each tenant, by the tenant in lower case. */
  readonly tabApps: Readonly<Record<string, string>>;
}

/** Addresses of Bot Framework's public cloud. */
const PUBLIC_CLOUD = {
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuers: ['https://api.botframework.com'],
  loginUrl: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com/.default',
};

/** Settings that need an app id. With one of them set and no app id, sign-in would be off by mistake. */
const NEEDS_APP_ID = [
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE',
  'MICROSOFT_APP_TENANT_ID',
] as const;

const LISTS_THAT_NEED_APP_ID = ['MICROSOFT_TENANTS', 'TEAMS_APP_ID'] as const;

/** The bot's sign-in, or null where no app id is set. Throws `ConfigError` where settings are missing or contradict. */
export function teamsOf(read: Variables): TeamsConfig | null {
  const appId = read.MICROSOFT_APP_ID;
  if (appId === undefined) {
    const stray =
      NEEDS_APP_ID.find((name) => read[name] !== undefined) ??
      LISTS_THAT_NEED_APP_ID.find((name) => read[name].length > 0);
    if (stray) throw new ConfigError(`MICROSOFT_APP_ID must be set where ${stray} is`);
    return null;
  }
  const tenant = read.MICROSOFT_APP_TENANT_ID;
  if (tenant === undefined)
    throw new ConfigError('MICROSOFT_APP_TENANT_ID must be set where MICROSOFT_APP_ID is');
  if (read.INDGANG_DIRECTORY === undefined) {
    throw new ConfigError(
      'INDGANG_DIRECTORY must be set where MICROSOFT_APP_ID is: it names the file that says who belongs where',
    );
  }
  const issuers = read.MICROSOFT_TOKEN_ISSUERS;
  const tenants = read.MICROSOFT_TENANTS.length > 0 ? read.MICROSOFT_TENANTS : [tenant];
  return {
    appId,
    tenant,
    tenants,
    tabApps: tabAppsOf(read.TEAMS_APP_ID, tenant, tenants),
    credential: credentialOf(read),
    metadataUrl: read.MICROSOFT_OPENID_METADATA ?? PUBLIC_CLOUD.metadataUrl,
    issuers: issuers.length > 0 ? issuers : PUBLIC_CLOUD.issuers,
    loginUrl: read.MICROSOFT_LOGIN_URL ?? PUBLIC_CLOUD.loginUrl,
    scope: read.MICROSOFT_BOT_SCOPE ?? PUBLIC_CLOUD.scope,
  };
}

/** Each tenant has its own catalogue. An id without a tenant is that of the home tenant's. */
function tabAppsOf(entries: readonly string[], home: string, served: readonly string[]) {
  const pairs = entries.map((entry): readonly [string, string] => {
    const [first = '', second] = entry.split('=').map((part) => part.trim());
    return second === undefined ? [home, first] : [first, second];
  });
  const stranger = pairs.find(
    ([tenant]) => !served.some((one) => one.toLowerCase() === tenant.toLowerCase()),
  );
  if (stranger)
    throw new ConfigError(
      `TEAMS_APP_ID names the tenant ${stranger[0]}, which is not served: see MICROSOFT_TENANTS`,
    );
  const byTenant = Object.fromEntries(pairs.map(([tenant, id]) => [tenant.toLowerCase(), id]));
  if (Object.keys(byTenant).length < pairs.length)
    throw new ConfigError('TEAMS_APP_ID must name each tenant once');
  return byTenant;
}

function credentialOf(read: Variables): TeamsConfig['credential'] {
  const { MICROSOFT_APP_PASSWORD: secret, MICROSOFT_APP_CERTIFICATE: certificate } = read;
  if (read.MICROSOFT_APP_TYPE === 'UserAssignedMSI') {
    if (secret !== undefined || certificate !== undefined) {
      throw new ConfigError(
        'MICROSOFT_APP_PASSWORD and MICROSOFT_APP_CERTIFICATE must not be set where MICROSOFT_APP_TYPE is UserAssignedMSI',
      );
    }
    return { kind: 'managed-identity' };
  }
  if (secret !== undefined && certificate !== undefined)
    throw new ConfigError(
      'MICROSOFT_APP_PASSWORD and MICROSOFT_APP_CERTIFICATE are both set; set one of them',
    );
  if (secret !== undefined) return { kind: 'secret', secret };
  if (certificate !== undefined)
    return { kind: 'certificate', pem: checkedCertificate(certificate, 'MICROSOFT_APP_CERTIFICATE') };
  throw new ConfigError(
    'MICROSOFT_APP_PASSWORD or MICROSOFT_APP_CERTIFICATE must be set where MICROSOFT_APP_ID is, or MICROSOFT_APP_TYPE be UserAssignedMSI',
  );
}

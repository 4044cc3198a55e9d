import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const flagless = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const port = (usual: number | undefined) =>
  flagless
    // `1e3` and `0x50` are numbers to JavaScript, and not what anybody means by a port.
    .refine((value) => value === undefined || /^\d+$/.test(value))
    .transform((value) => (value === undefined ? usual : Number(value)))
    .refine((number) => number === undefined || number <= 65_535);

const hasNoPassword = (value: string) => {
  const { username, password } = new URL(value);
  return username === '' && password === '';
};
const address = flagless.pipe(
  z
    .url({ protocol: /^https?$/, abort: true })
    .refine(hasNoPassword)
    .optional(),
);
/** An address that paths of ours are put behind. */
const base = address.refine((value) => value === undefined || !/[?#]/.test(value));
const text = flagless.pipe(z.string().optional());
/** An id of Entra. A tenant's domain name would never match the tenant of a message. */
const id = flagless.pipe(
  z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
);
const list = flagless.transform((value) => (value ?? '').split(',').flatMap((one) => one.trim() || []));

const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const;

const variables = z.object({
  PORT: port(3978).pipe(z.number()),
  HOST: flagless.pipe(z.string().default('127.0.0.1')),
  METRICS_PORT: port(undefined),
  PLAYGROUND_PORT: port(56_150).pipe(z.number()),
  PLAYGROUND_CONFIG: text,
  INDGANG_DATA: flagless.pipe(z.string().default('./data')),
  INDGANG_DIRECTORY: text,
  INDGANG_MUNICIPALITIES: text,
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TYPE: flagless
    .transform((value) =>
      APP_TYPES.find((type) => type.toLowerCase() === (value ?? 'SingleTenant').toLowerCase()),
    )
    .pipe(z.enum(APP_TYPES)),
  MICROSOFT_APP_PASSWORD: text,
  MICROSOFT_APP_CERTIFICATE: text,
  MICROSOFT_APP_TENANT_ID: id,
  MICROSOFT_TENANTS: list.pipe(z.array(z.string().regex(/^[\w-]+$/))),
  MICROSOFT_OPENID_METADATA: address,
  MICROSOFT_TOKEN_ISSUERS: list,
  MICROSOFT_LOGIN_URL: address,
  MICROSOFT_BOT_SCOPE: text,
  VIRK_URL: address,
  VIRK_USER: text,
  VIRK_PASSWORD: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_TOKEN_KEY: flagless.pipe(z.string().min(32).optional()),
  SLACK_WORKSPACES: list.pipe(z.array(z.string().regex(/^[TE][A-Z0-9]+$/))),
  SLACK_API_URL: address,
  PUBLIC_URL: base,
});

/** Settings that may come from a file instead: the variable with `_FILE` after it names the file. */
const SECRETS = [
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE',
  'VIRK_PASSWORD',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_TOKEN_KEY',
] as const satisfies readonly (keyof z.input<typeof variables>)[];

/** Addresses of Bot Framework's public cloud. */
const PUBLIC_CLOUD = {
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuers: ['https://api.botframework.com'],
  loginUrl: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com/.default',
};

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Port of `/readyz` and `/metrics`; null: they stand beside everything else. */
  readonly metricsPort: number | null;
  /** Local client of `npm start`: its port, and its configuration where it is not the product's own. */
  readonly playgroundPort: number;
  readonly playground: string | null;
  /** Folder of the case store. */
  readonly data: string;
  /** File of the organisation directory; null: the demo directory. */
  readonly directory: string | null;
  /** Folder of municipal settings; null: the product's own. */
  readonly municipalities: string | null;
  /** Null: no sign-in, local use only. */
  readonly teams: {
    readonly appId: string;
    /** The bot's home tenant, whose token its messages carry. */
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
  } | null;
  /** Null: the embedded sample register. */
  readonly virk: { readonly url: string; readonly user: string; readonly password: string } | null;
  /** Null: no Slack. */
  readonly slack: {
    readonly signingSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly tokenKey: string;
    readonly publicUrl: string;
    /** Ids of the workspaces served, or of their Enterprise Grid organisations. */
    readonly workspaces: readonly string[];
    readonly apiUrl: string | undefined;
  } | null;
}

/** A setting that is not what it must be: names the variable and what would be right, never what it is. */
export class ConfigError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'ConfigError';
  }
}

const A_PORT = 'a whole number from 0 to 65535';
const AN_ADDRESS = 'an address that begins with http:// or https://, without user name and password';
const AN_ID = 'an id, such as 01234567-89ab-cdef-0123-456789abcdef';

const MEANING: Readonly<Record<string, string>> = {
  PORT: A_PORT,
  METRICS_PORT: A_PORT,
  PLAYGROUND_PORT: A_PORT,
  MICROSOFT_APP_ID: AN_ID,
  MICROSOFT_APP_TENANT_ID: `${AN_ID}; a domain name will not do`,
  MICROSOFT_TENANTS: 'ids of tenants with commas between them; domain names will not do',
  MICROSOFT_APP_TYPE: `one of ${APP_TYPES.join(', ')}`,
  MICROSOFT_OPENID_METADATA: AN_ADDRESS,
  MICROSOFT_LOGIN_URL: AN_ADDRESS,
  VIRK_URL: AN_ADDRESS,
  PUBLIC_URL: `${AN_ADDRESS}, and without ? and #`,
  SLACK_API_URL: AN_ADDRESS,
  SLACK_WORKSPACES:
    'ids of workspaces (T…) or of Enterprise Grid organisations (E…) with commas between them',
  SLACK_TOKEN_KEY: 'at least 32 characters',
};

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Whether the service listens to this machine alone. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.includes(host);
}

type Read = z.output<typeof variables>;

function parse(environment: NodeJS.ProcessEnv): Read {
  const parsed = variables.safeParse(withSecretsFromFiles(environment));
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new ConfigError(`${name} must be ${MEANING[name] ?? 'text'}`);
}

function withSecretsFromFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read: NodeJS.ProcessEnv = { ...environment };
  for (const name of SECRETS) {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) continue;
    if (environment[name]?.trim())
      throw new ConfigError(`${name} and ${name}_FILE are both set; set one of them`);
    try {
      read[name] = readFileSync(path, 'utf8');
    } catch {
      throw new ConfigError(`${name}_FILE must name a file that can be read`);
    }
    if (!read[name]?.trim()) throw new ConfigError(`${name}_FILE must name a file that is not empty`);
  }
  return read;
}

/**
 * Reads the settings from the environment. Throws `ConfigError` where one is wrong, where a group is half set, or where
 * there is no app id and the service would be reachable from other machines.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = parse(environment);
  const teams = teamsOf(read);
  if (!teams && !isLoopbackHost(read.HOST)) {
    throw new ConfigError(
      `MICROSOFT_APP_ID is not set, so nobody would be signed in; without it HOST must be one of ${LOOPBACK.join(', ')}`,
    );
  }
  const metricsPort = read.METRICS_PORT ?? null;
  if (metricsPort !== null && metricsPort !== 0 && metricsPort === read.PORT)
    throw new ConfigError('METRICS_PORT must be another port than PORT');
  return {
    port: read.PORT,
    host: read.HOST,
    metricsPort,
    playgroundPort: read.PLAYGROUND_PORT,
    playground: read.PLAYGROUND_CONFIG ?? null,
    data: read.INDGANG_DATA,
    directory: read.INDGANG_DIRECTORY ?? null,
    municipalities: read.INDGANG_MUNICIPALITIES ?? null,
    teams,
    virk: group(
      { url: read.VIRK_URL, user: read.VIRK_USER, password: read.VIRK_PASSWORD },
      'VIRK_URL, VIRK_USER and VIRK_PASSWORD',
    ),
    slack: slackOf(read),
  };
}

/** The folder of the case store, for commands that need no other setting. Throws `ConfigError`. */
export function readDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return parse({ INDGANG_DATA: environment.INDGANG_DATA }).INDGANG_DATA;
}

/** Settings that mean nothing without an app id: with one of them set and no app id, sign-in would be off by mistake. */
const NEEDS_APP_ID = [
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE',
  'MICROSOFT_APP_TENANT_ID',
] as const;

function teamsOf(read: Read): Config['teams'] {
  const appId = read.MICROSOFT_APP_ID;
  if (appId === undefined) {
    const stray =
      NEEDS_APP_ID.find((name) => read[name] !== undefined) ??
      (read.MICROSOFT_TENANTS.length > 0 ? 'MICROSOFT_TENANTS' : undefined);
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
  return {
    appId,
    tenant,
    tenants: read.MICROSOFT_TENANTS.length > 0 ? read.MICROSOFT_TENANTS : [tenant],
    credential: credentialOf(read),
    metadataUrl: read.MICROSOFT_OPENID_METADATA ?? PUBLIC_CLOUD.metadataUrl,
    issuers: issuers.length > 0 ? issuers : PUBLIC_CLOUD.issuers,
    loginUrl: read.MICROSOFT_LOGIN_URL ?? PUBLIC_CLOUD.loginUrl,
    scope: read.MICROSOFT_BOT_SCOPE ?? PUBLIC_CLOUD.scope,
  };
}

function credentialOf(read: Read): NonNullable<Config['teams']>['credential'] {
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
  if (certificate !== undefined) return { kind: 'certificate', pem: checked(certificate) };
  throw new ConfigError(
    'MICROSOFT_APP_PASSWORD or MICROSOFT_APP_CERTIFICATE must be set where MICROSOFT_APP_ID is, or MICROSOFT_APP_TYPE be UserAssignedMSI',
  );
}

/** A certificate and its key, with line breaks where an environment writes them as `\n`. */
function checked(value: string): string {
  const pem = value.replaceAll('\\n', '\n');
  let fits = false;
  try {
    const key = createPrivateKey(pem);
    fits = key.asymmetricKeyType === 'rsa' && new X509Certificate(pem).checkPrivateKey(key);
  } catch {
    // Said below, without the library's words: they may quote the key.
  }
  if (fits) return pem;
  throw new ConfigError(
    'MICROSOFT_APP_CERTIFICATE must be PEM text of a certificate, first its own, and of its RSA private key without a passphrase',
  );
}

function slackOf(read: Read): Config['slack'] {
  const found = group(
    {
      signingSecret: read.SLACK_SIGNING_SECRET,
      clientId: read.SLACK_CLIENT_ID,
      clientSecret: read.SLACK_CLIENT_SECRET,
      tokenKey: read.SLACK_TOKEN_KEY,
    },
    'SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_TOKEN_KEY',
  );
  if (found === null) return null;
  if (read.PUBLIC_URL === undefined)
    throw new ConfigError('PUBLIC_URL must be set where Slack is: people are sent back there');
  const workspaces = read.SLACK_WORKSPACES;
  return { ...found, workspaces, publicUrl: read.PUBLIC_URL.replace(/\/$/, ''), apiUrl: read.SLACK_API_URL };
}

/** Settings that go together: all of them, or none. */
function group<T extends Record<string, string | undefined>>(
  settings: T,
  names: string,
): { readonly [Key in keyof T]: string } | null {
  const values = Object.values(settings);
  if (values.every((value) => value === undefined)) return null;
  if (values.some((value) => value === undefined))
    throw new ConfigError(`${names} are set together or not at all`);
  return settings as { readonly [Key in keyof T]: string };
}

/** The environment of a program that we start, with settings of its own. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

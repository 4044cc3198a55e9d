import { ConfigError } from './config/config-error.ts';
import { type DataverseConfig, dataverseOf } from './config/dataverse-config.ts';
import { type LanguageServiceConfig, languageServiceOf } from './config/language-service-config.ts';
import { type TeamsConfig, teamsOf } from './config/teams-config.ts';
import { parseVariables, type Variables } from './config/variables.ts';

/** The PostgreSQL database that holds the stores. */
export interface DatabaseConfig {
  /** The address of the server, or of a pgbouncer in front of it. */
  readonly url: string;
  /** The address of the server itself, because a pgbouncer passes no notifications on. */
  readonly listenUrl: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The port of `/readyz` and `/metrics`; null: they share the main port. */
  readonly metricsPort: number | null;
  /** The local client of `npm start`: its port, and its configuration; null: the product's own. */
  readonly playgroundPort: number;
  readonly playground: string | null;
  /** The folder of the SQLite store, and of other files kept beside it. */
  readonly data: string;
  /** Months for which a line of the audit is kept. */
  readonly auditMonths: number;
  /** Null: SQLite in the data folder. */
  readonly database: DatabaseConfig | null;
  /** File of the organisation directory; null: the demo directory. */
  readonly directory: string | null;
  /** Folder of municipal settings; null: the product's own. */
  readonly municipalities: string | null;
  /** Null: no sign-in, local use only. */
  readonly teams: TeamsConfig | null;
  /** In Teams channels, what only the writer may read is shown to them alone. */
  readonly teamsTargeted: boolean;
  /** Null: the embedded sample register. */
  readonly virk: { readonly url: string; readonly user: string; readonly password: string } | null;
  /** Null: the embedded CRM. */
  readonly dataverse: DataverseConfig | null;
  /** Hosts of webhooks' receivers that may be on the operator's own network. */
  readonly webhookHosts: readonly string[];
  /** Null: no text is read outside the product. */
  readonly languageService: LanguageServiceConfig | null;
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

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Whether the service listens on this machine only. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.includes(host);
}

/**
 * Reads the settings from the environment. Throws `ConfigError` where one is wrong, where a group is incomplete, or
 * where the service would be reachable from other machines without sign-in.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = parseVariables(environment);
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
    auditMonths: read.INDGANG_AUDIT_MONTHS,
    database: databaseOf(read),
    directory: read.INDGANG_DIRECTORY ?? null,
    municipalities: read.INDGANG_MUNICIPALITIES ?? null,
    teams,
    teamsTargeted: read.TEAMS_TARGETED_MESSAGES === 'on',
    virk: group(
      { url: read.VIRK_URL, user: read.VIRK_USER, password: read.VIRK_PASSWORD },
      'VIRK_URL, VIRK_USER and VIRK_PASSWORD',
    ),
    dataverse: dataverseOf(read),
    webhookHosts: read.WEBHOOK_PRIVATE_HOSTS,
    languageService: languageServiceOf(read),
    slack: slackOf(read),
  };
}

function databaseOf({ DATABASE_URL: url, DATABASE_LISTEN_URL: listenUrl = url }: Variables) {
  if (url !== undefined && listenUrl !== undefined) return { url, listenUrl };
  if (listenUrl === undefined) return null;
  throw new ConfigError('DATABASE_URL must be set where DATABASE_LISTEN_URL is');
}

/** The address of the stores, for commands that need no other setting. Throws `ConfigError`. */
export function readStoreSettings(
  environment: NodeJS.ProcessEnv = process.env,
): Pick<Config, 'data' | 'database'> {
  const { INDGANG_DATA, DATABASE_URL, DATABASE_URL_FILE } = environment;
  const read = parseVariables({ INDGANG_DATA, DATABASE_URL, DATABASE_URL_FILE });
  return { data: read.INDGANG_DATA, database: databaseOf(read) };
}

/** The Dataverse organisation, for commands that need no other setting. Throws `ConfigError`. */
export function readDataverseSettings(environment: NodeJS.ProcessEnv = process.env): Config['dataverse'] {
  const own = Object.entries(environment).filter(([name]) => name.startsWith('DATAVERSE_'));
  return dataverseOf(parseVariables(Object.fromEntries(own)));
}

/** The folder of municipal settings, for commands that need no other setting. Throws `ConfigError`. */
export function readSettingsFolder(environment: NodeJS.ProcessEnv = process.env): Config['municipalities'] {
  const { INDGANG_MUNICIPALITIES } = environment;
  return parseVariables({ INDGANG_MUNICIPALITIES }).INDGANG_MUNICIPALITIES ?? null;
}

/** The hosts of `WEBHOOK_PRIVATE_HOSTS`, for commands that need no other setting. Throws `ConfigError`. */
export function readWebhookHosts(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const { WEBHOOK_PRIVATE_HOSTS } = environment;
  return parseVariables({ WEBHOOK_PRIVATE_HOSTS }).WEBHOOK_PRIVATE_HOSTS;
}

function slackOf(read: Variables): Config['slack'] {
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

/** Settings that are set together or not at all. */
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

/** The environment for a child process, with additional settings. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

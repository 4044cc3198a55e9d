import { z } from 'zod';

const flagless = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const variables = z.object({
  PORT: flagless
    .transform((value) => Number(value ?? 3978))
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535),
  HOST: flagless.pipe(z.string().default('127.0.0.1')),
  PLAYGROUND_PORT: flagless
    .transform((value) => Number(value ?? 56_150))
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535),
  PLAYGROUND_CONFIG: flagless.pipe(z.string().optional()),
  INDGANG_DATA: flagless.pipe(z.string().default('./data')),
  INDGANG_DIRECTORY: flagless.pipe(z.string().optional()),
  INDGANG_MUNICIPALITIES: flagless.pipe(z.string().optional()),
  MICROSOFT_APP_ID: flagless.pipe(z.string().default('')),
  MICROSOFT_APP_PASSWORD: flagless.pipe(z.string().default('')),
  MICROSOFT_APP_TENANT_ID: flagless.pipe(z.string().optional()),
  VIRK_URL: flagless.pipe(z.url({ protocol: /^https?$/ }).optional()),
  VIRK_USER: flagless.pipe(z.string().optional()),
  VIRK_PASSWORD: flagless.pipe(z.string().optional()),
  SLACK_SIGNING_SECRET: flagless.pipe(z.string().optional()),
  SLACK_CLIENT_ID: flagless.pipe(z.string().optional()),
  SLACK_CLIENT_SECRET: flagless.pipe(z.string().optional()),
  SLACK_TOKEN_KEY: flagless.pipe(z.string().min(32).optional()),
  SLACK_API_URL: flagless.pipe(z.url().optional()),
  PUBLIC_URL: flagless.pipe(z.url({ protocol: /^https?$/ }).optional()),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Local client of `npm start`: its port, and its configuration where it is not the product's own. */
  readonly playgroundPort: number;
  readonly playground: string | null;
  /** Folder of the case store. */
  readonly data: string;
  /** File of the organisation directory; null: the demo directory. */
  readonly directory: string | null;
  /** Folder of municipal settings; null: the product's own. */
  readonly municipalities: string | null;
  readonly teams: { readonly appId: string; readonly appPassword: string; readonly tenant: string | null };
  /** Null: the embedded sample register. */
  readonly virk: { readonly url: string; readonly user: string; readonly password: string } | null;
  /** Null: no Slack. */
  readonly slack: {
    readonly signingSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly tokenKey: string;
    readonly publicUrl: string;
    readonly apiUrl: string | undefined;
  } | null;
}

/** A setting that is not what it must be: names the variable and what would be right. */
export class ConfigError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'ConfigError';
  }
}

const MEANING: Readonly<Record<string, string>> = {
  PORT: 'a whole number from 0 to 65535',
  PLAYGROUND_PORT: 'a whole number from 0 to 65535',
  VIRK_URL: 'an address that begins with http:// or https://',
  PUBLIC_URL: 'an address that begins with http:// or https://',
  SLACK_API_URL: 'an address that begins with http:// or https://',
  SLACK_TOKEN_KEY: 'at least 32 characters',
};

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Reads the settings from the environment. Throws `ConfigError` where one is wrong, where a group is half set, or where
 * there is no app id and the service would be reachable from other machines.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new ConfigError(`${name} must be ${MEANING[name] ?? 'text'}; it is "${environment[name] ?? ''}"`);
  }
  const read = parsed.data;
  if (read.MICROSOFT_APP_ID === '' && !LOOPBACK.includes(read.HOST)) {
    throw new ConfigError(
      `MICROSOFT_APP_ID is not set, so nobody would be signed in; without it HOST must be ${LOOPBACK.join(', ')}, not ${read.HOST}`,
    );
  }
  if (read.MICROSOFT_APP_ID !== '' && read.MICROSOFT_APP_PASSWORD === '') {
    throw new ConfigError('MICROSOFT_APP_PASSWORD must be set where MICROSOFT_APP_ID is');
  }
  return {
    port: read.PORT,
    host: read.HOST,
    playgroundPort: read.PLAYGROUND_PORT,
    playground: read.PLAYGROUND_CONFIG ?? null,
    data: read.INDGANG_DATA,
    directory: read.INDGANG_DIRECTORY ?? null,
    municipalities: read.INDGANG_MUNICIPALITIES ?? null,
    teams: {
      appId: read.MICROSOFT_APP_ID,
      appPassword: read.MICROSOFT_APP_PASSWORD,
      tenant: read.MICROSOFT_APP_TENANT_ID ?? null,
    },
    virk: group(
      { url: read.VIRK_URL, user: read.VIRK_USER, password: read.VIRK_PASSWORD },
      'VIRK_URL, VIRK_USER and VIRK_PASSWORD',
    ),
    slack: slackOf(read),
  };
}

function slackOf(read: z.output<typeof variables>): Config['slack'] {
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
  return { ...found, publicUrl: read.PUBLIC_URL.replace(/\/$/, ''), apiUrl: read.SLACK_API_URL };
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

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AUDIT_MONTHS } from '../core/audit.ts';
import { ConfigError } from './config-error.ts';

const flagless = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const port = (usual: number | undefined) =>
  flagless
    // `1e3` and `0x50` are numbers in JavaScript, but nobody means a port by them.
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
/** An address to which paths are appended. */
const base = address.refine((value) => value === undefined || !/[?#]/.test(value));
/** A price of a million tokens. */
const price = flagless
  .refine((value) => value === undefined || /^\d{1,6}(\.\d{1,6})?$/.test(value))
  .transform((value) => (value === undefined ? undefined : Number(value)));
/** A PostgreSQL database. */
const database = flagless.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional());
const text = flagless.pipe(z.string().optional());
/** An Entra id. A tenant's domain name would never match a message's tenant. */
const id = flagless.pipe(
  z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
);
const list = flagless.transform((value) => (value ?? '').split(',').flatMap((item) => item.trim() || []));

const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const;

const variables = z.object({
  PORT: port(3978).pipe(z.number()),
  HOST: flagless.pipe(z.string().default('127.0.0.1')),
  METRICS_PORT: port(undefined),
  PLAYGROUND_PORT: port(56_150).pipe(z.number()),
  PLAYGROUND_CONFIG: text,
  INDGANG_DATA: flagless.pipe(z.string().default('./data')),
  INDGANG_AUDIT_MONTHS: flagless
    .refine((value) => value === undefined || /^\d{1,3}$/.test(value))
    .transform((value) => (value === undefined ? AUDIT_MONTHS : Number(value)))
    .pipe(z.number().min(1).max(120)),
  DATABASE_URL: database,
  DATABASE_LISTEN_URL: database,
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
  TEAMS_APP_ID: list.pipe(z.array(z.string().regex(/^([\w-]+ *= *)?[\w-]+$/))),
  TEAMS_TARGETED_MESSAGES: flagless.pipe(z.enum(['on', 'off']).default('off')),
  DATAVERSE_URL: address.refine((value) => value === undefined || new URL(value).pathname === '/'),
  DATAVERSE_TENANT_ID: id,
  DATAVERSE_CLIENT_ID: id,
  DATAVERSE_CLIENT_SECRET: text,
  DATAVERSE_CERTIFICATE: text,
  DATAVERSE_LOGIN_URL: address,
  DATAVERSE_MAPPING: text,
  LLM_URL: base,
  LLM_MODEL: text,
  LLM_KEY: text,
  LLM_PRICE_INPUT: price,
  LLM_PRICE_OUTPUT: price,
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
  WEBHOOK_PRIVATE_HOSTS: list.pipe(z.array(z.string().regex(/^[a-z0-9.:-]+$/))),
});

/** Settings that may come from a file, named by the variable with `_FILE` appended. */
const SECRETS = [
  'DATABASE_URL',
  'DATABASE_LISTEN_URL',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_CERTIFICATE',
  'DATAVERSE_CLIENT_SECRET',
  'DATAVERSE_CERTIFICATE',
  'LLM_KEY',
  'VIRK_PASSWORD',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_TOKEN_KEY',
] as const satisfies readonly (keyof z.input<typeof variables>)[];

const A_PORT = 'a whole number from 0 to 65535';
const AN_ADDRESS = 'an address that begins with http:// or https://, without user name and password';
const A_DATABASE = 'the address of a PostgreSQL database, such as postgres://user:password@host:5432/indgang';
const AN_ID = 'an id, such as 01234567-89ab-cdef-0123-456789abcdef';

const A_PRICE = 'the price of a million tokens, such as 2.5';

const MEANING: Readonly<Record<string, string>> = {
  PORT: A_PORT,
  METRICS_PORT: A_PORT,
  PLAYGROUND_PORT: A_PORT,
  DATABASE_URL: A_DATABASE,
  DATABASE_LISTEN_URL: A_DATABASE,
  INDGANG_AUDIT_MONTHS: 'a whole number of months from 1 to 120',
  MICROSOFT_APP_ID: AN_ID,
  MICROSOFT_APP_TENANT_ID: `${AN_ID}; a domain name will not do`,
  MICROSOFT_TENANTS: 'ids of tenants with commas between them; domain names will not do',
  TEAMS_APP_ID:
    'the app id that the Teams admin center shows, or tenant=id for each tenant with commas between them',
  MICROSOFT_APP_TYPE: `one of ${APP_TYPES.join(', ')}`,
  MICROSOFT_OPENID_METADATA: AN_ADDRESS,
  MICROSOFT_LOGIN_URL: AN_ADDRESS,
  DATAVERSE_URL: `${AN_ADDRESS}, of an organisation and without a path, such as https://organisation.crm4.dynamics.com`,
  DATAVERSE_TENANT_ID: `${AN_ID}; a domain name will not do`,
  DATAVERSE_CLIENT_ID: AN_ID,
  DATAVERSE_LOGIN_URL: AN_ADDRESS,
  LLM_URL: `${AN_ADDRESS}, and without ? and #`,
  LLM_PRICE_INPUT: A_PRICE,
  LLM_PRICE_OUTPUT: A_PRICE,
  VIRK_URL: AN_ADDRESS,
  PUBLIC_URL: `${AN_ADDRESS}, and without ? and #`,
  WEBHOOK_PRIVATE_HOSTS:
    'names of hosts in small letters with commas between them, such as esdh.kommune.local',
  SLACK_API_URL: AN_ADDRESS,
  SLACK_WORKSPACES:
    'ids of workspaces (T…) or of Enterprise Grid organisations (E…) with commas between them',
  SLACK_TOKEN_KEY: 'at least 32 characters',
};

/** The environment's variables, parsed one by one. */
export type Variables = z.output<typeof variables>;

/** Parses the environment. Throws `ConfigError` with the first wrong variable and what would be right. */
export function parseVariables(environment: NodeJS.ProcessEnv): Variables {
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

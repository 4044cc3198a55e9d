import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config/config-error.ts';
import { readConfig } from '../src/config.ts';
import { SettingsError } from '../src/load-settings.ts';
import { runService } from '../src/run-service.ts';
import { CERTIFICATE, OTHER_KEY } from './support/certificate.ts';

/** Settings: what cannot work is said in one line that names the variable, and never shows what it is set to. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SIGNED_IN = {
  MICROSOFT_APP_ID: 'app-id',
  MICROSOFT_APP_PASSWORD: 'p4ssw0rd',
  MICROSOFT_APP_TENANT_ID: 'home-tenant',
  INDGANG_DIRECTORY: '/people.json',
};
const SLACK = {
  SLACK_SIGNING_SECRET: 'signing-secret',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_TOKEN_KEY: 'k'.repeat(32),
  PUBLIC_URL: 'https://indgang.example',
};
const without = (settings: object, name: string) =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key !== name));

function problemOf(settings: object): string {
  try {
    readConfig(settings as NodeJS.ProcessEnv);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no problem';
}

describe('a setting that cannot work', () => {
  it.each<[string, object, string]>([
    ['PORT', { PORT: '70000-secret' }, 'whole number'],
    ['METRICS_PORT', { METRICS_PORT: 'secret-port' }, 'whole number'],
    ['PORT', { PORT: '0x50' }, 'whole number'],
    ['PORT', { PORT: '1e3' }, 'whole number'],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://indgang.example/?key=hunter2' }, 'without ? and #'],
    ['MICROSOFT_APP_ID', { MICROSOFT_TENANTS: 'secret-tenant' }, 'MICROSOFT_TENANTS'],
    ['METRICS_PORT', { PORT: '8080', METRICS_PORT: '8080' }, 'another port'],
    ['PLAYGROUND_PORT', { PLAYGROUND_PORT: 'x-secret' }, 'whole number'],
    ['VIRK_URL', { VIRK_URL: 'htp://user:hunter2@virk.example' }, 'http://'],
    ['VIRK_URL', { VIRK_URL: 'user:hunter2@virk' }, 'http://'],
    [
      'DATAVERSE_URL',
      { DATAVERSE_URL: 'https://user:hunter2@org.example' },
      'without user name and password',
    ],
    ['DATAVERSE_URL', { DATAVERSE_URL: 'https://org.example/api/data' }, 'without a path'],
    ['DATAVERSE_URL', { DATAVERSE_CLIENT_SECRET: 'hunter2' }, 'must be set where DATAVERSE_CLIENT_SECRET is'],
    ['LLM_URL', { LLM_MODEL: 'gpt' }, 'must be set where LLM_MODEL is'],
    ['LLM_URL', { LLM_URL: 'http://name.openai.azure.com', LLM_MODEL: 'gpt' }, 'https://'],
    ['LLM_MODEL', { LLM_URL: 'https://llm.example' }, 'must be set where LLM_URL is'],
    ['LLM_PRICE_INPUT', { LLM_PRICE_INPUT: 'hunter2' }, 'the price of a million tokens'],
    [
      'LLM_PRICE_OUTPUT',
      { LLM_URL: 'https://llm.example', LLM_MODEL: 'gpt', LLM_PRICE_INPUT: '1' },
      'set together',
    ],
    [
      'DATAVERSE_TENANT_ID',
      { DATAVERSE_URL: 'https://org.example', DATAVERSE_CLIENT_SECRET: 'hunter2' },
      'must be set',
    ],
    [
      'DATAVERSE_CERTIFICATE',
      {
        DATAVERSE_URL: 'https://org.example',
        DATAVERSE_TENANT_ID: 'tenant-1',
        DATAVERSE_CLIENT_ID: 'client-1',
        DATAVERSE_CERTIFICATE: 'hunter2',
      },
      'PEM text',
    ],
    [
      'DATAVERSE_CLIENT_SECRET',
      {
        DATAVERSE_URL: 'https://org.example',
        DATAVERSE_CLIENT_SECRET: 'hunter2',
        DATAVERSE_CERTIFICATE: 'hunter2',
      },
      'both set',
    ],
    ['VIRK_URL', { VIRK_URL: 'https://user:hunter2@virk.example' }, 'without user name and password'],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:hunter2' }, 'http://'],
    ['SLACK_API_URL', { SLACK_API_URL: '//hunter2' }, 'http://'],
    ['SLACK_TOKEN_KEY', { ...SLACK, SLACK_TOKEN_KEY: 'short-key' }, '32 characters'],
    ['PUBLIC_URL', without(SLACK, 'PUBLIC_URL'), 'Slack'],
    ['SLACK_SIGNING_SECRET', without(SLACK, 'SLACK_SIGNING_SECRET'), 'together'],
    ['VIRK_PASSWORD', { VIRK_URL: 'https://virk.example/secret', VIRK_USER: 'virk-user' }, 'together'],
    ['MICROSOFT_APP_ID', { HOST: '0.0.0.0-secret' }, 'HOST'],
    ['MICROSOFT_APP_ID', { ...SLACK, HOST: '0.0.0.0' }, 'HOST'],
    ['MICROSOFT_APP_ID', { MICROSOFT_APP_PASSWORD: 'p4ssw0rd' }, 'MICROSOFT_APP_PASSWORD'],
    ['MICROSOFT_APP_ID', { ...SIGNED_IN, MICROSOFT_APP_ID: 'https://hunter2' }, 'an id'],
    ['MICROSOFT_APP_TENANT_ID', without(SIGNED_IN, 'MICROSOFT_APP_TENANT_ID'), 'must be set'],
    ['MICROSOFT_APP_TENANT_ID', { ...SIGNED_IN, MICROSOFT_APP_TENANT_ID: 'viborg.dk' }, 'domain name'],
    ['MICROSOFT_TENANTS', { ...SIGNED_IN, MICROSOFT_TENANTS: 'one, viborg.dk' }, 'domain names'],
    ['TEAMS_APP_ID', { TEAMS_APP_ID: 'hunter2' }, 'MICROSOFT_APP_ID must be set'],
    ['TEAMS_APP_ID', { ...SIGNED_IN, TEAMS_APP_ID: 'https://hunter2' }, 'admin center'],
    ['TEAMS_APP_ID', { ...SIGNED_IN, TEAMS_APP_ID: 'one=a=b' }, 'admin center'],
    ['TEAMS_APP_ID', { ...SIGNED_IN, TEAMS_APP_ID: 'other-tenant=hunter2' }, 'is not served'],
    ['TEAMS_APP_ID', { ...SIGNED_IN, TEAMS_APP_ID: 'hunter2,Home-Tenant=p4ssw0rd' }, 'each tenant once'],
    ['INDGANG_DIRECTORY', without(SIGNED_IN, 'INDGANG_DIRECTORY'), 'must be set'],
    ['MICROSOFT_APP_PASSWORD', without(SIGNED_IN, 'MICROSOFT_APP_PASSWORD'), 'must be set'],
    [
      'MICROSOFT_APP_TYPE',
      { ...SIGNED_IN, MICROSOFT_APP_TYPE: 'MultiTenant' },
      'SingleTenant, UserAssignedMSI',
    ],
    ['MICROSOFT_APP_PASSWORD', { ...SIGNED_IN, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, 'must not be set'],
    ['MICROSOFT_APP_CERTIFICATE', { ...SIGNED_IN, MICROSOFT_APP_CERTIFICATE: CERTIFICATE }, 'both set'],
    [
      'MICROSOFT_APP_CERTIFICATE',
      { ...without(SIGNED_IN, 'MICROSOFT_APP_PASSWORD'), MICROSOFT_APP_CERTIFICATE: 'hunter2' },
      'PEM',
    ],
    [
      'MICROSOFT_APP_CERTIFICATE',
      {
        ...without(SIGNED_IN, 'MICROSOFT_APP_PASSWORD'),
        MICROSOFT_APP_CERTIFICATE: CERTIFICATE.replace(/-----BEGIN PRIVATE[\s\S]*/, OTHER_KEY),
      },
      'PEM',
    ],
    ['MICROSOFT_OPENID_METADATA', { ...SIGNED_IN, MICROSOFT_OPENID_METADATA: 'file:///hunter2' }, 'http://'],
    ['MICROSOFT_LOGIN_URL', { ...SIGNED_IN, MICROSOFT_LOGIN_URL: 'hunter2' }, 'http://'],
    ['MICROSOFT_APP_PASSWORD_FILE', { MICROSOFT_APP_PASSWORD_FILE: '/hunter2/none' }, 'can be read'],
    ['SLACK_TOKEN_KEY_FILE', { ...SLACK, SLACK_TOKEN_KEY_FILE: '/hunter2/none' }, 'both set'],
  ])('is named: %s', (name, settings, meaning) => {
    const problem = problemOf(settings);
    expect(problem).toContain(name);
    expect(problem).toContain(meaning);
    expect(problem).not.toContain('\n');
    for (const [key, value] of Object.entries(settings)) {
      if (!['UserAssignedMSI', 'MultiTenant'].includes(value)) expect(problem, key).not.toContain(value);
    }
  });

  it('is named where only the start finds out', async () => {
    writeFileSync(join(folder, 'bad.json'), '{"people":[{"id":"a"}]}');
    const fails = async (settings: object) => {
      const config = readConfig({ INDGANG_DATA: ':memory:', PORT: '0', ...settings });
      const error = await runService(config, { log: () => {} }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error instanceof ConfigError || error instanceof SettingsError).toBe(true);
      const message = error instanceof Error ? error.message : '';
      for (const value of Object.values(settings)) expect(message).not.toContain(value);
      return message;
    };
    expect(await fails({ INDGANG_DIRECTORY: join(folder, 'none.json') })).toMatch(
      /^INDGANG_DIRECTORY must name/,
    );
    expect(await fails({ INDGANG_DIRECTORY: join(folder, 'bad.json') })).toMatch(
      /^INDGANG_DIRECTORY: people\.0/,
    );
    expect(await fails({ INDGANG_MUNICIPALITIES: join(folder, 'none') })).toContain('folder');
  });

  it('is a port that is taken, for either of the two', async () => {
    const other = createServer();
    const port = await new Promise<string>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(String(typeof address === 'object' ? address?.port : ''));
      });
    });
    const start = (settings: object) =>
      runService(readConfig({ INDGANG_DATA: ':memory:', PORT: '0', ...settings }), { log: () => {} });
    await expect(start({ PORT: port })).rejects.toThrow(/^PORT is taken by another program/);
    await expect(start({ METRICS_PORT: port })).rejects.toThrow(/^METRICS_PORT is taken by another program/);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('sign-in', () => {
  it('serves the home tenant, or those that are named, through the public cloud', () => {
    expect(readConfig(SIGNED_IN).teams).toMatchObject({
      tenant: 'home-tenant',
      tenants: ['home-tenant'],
      credential: { kind: 'secret', secret: 'p4ssw0rd' },
      metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      issuers: ['https://api.botframework.com'],
      loginUrl: 'https://login.microsoftonline.com',
      scope: 'https://api.botframework.com/.default',
    });
    const { teams } = readConfig({
      ...SIGNED_IN,
      MICROSOFT_TENANTS: ' one,two , ',
      MICROSOFT_TOKEN_ISSUERS: 'a, b',
    });
    expect([teams?.tenants, teams?.issuers]).toEqual([
      ['one', 'two'],
      ['a', 'b'],
    ]);
  });

  it('takes a certificate or a managed identity instead of a secret', () => {
    const settings = without(SIGNED_IN, 'MICROSOFT_APP_PASSWORD');
    expect(readConfig({ ...settings, MICROSOFT_APP_TYPE: 'UserAssignedMsi' }).teams?.credential.kind).toBe(
      'managed-identity',
    );
    const inOneLine = CERTIFICATE.replaceAll('\n', '\\n');
    for (const MICROSOFT_APP_CERTIFICATE of [CERTIFICATE, inOneLine])
      expect(readConfig({ ...settings, MICROSOFT_APP_CERTIFICATE }).teams?.credential.kind).toBe(
        'certificate',
      );
  });

  it('and every other secret may come from a file', () => {
    const path = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const config = readConfig({
      ...without(SIGNED_IN, 'MICROSOFT_APP_PASSWORD'),
      ...without(without(without(SLACK, 'SLACK_SIGNING_SECRET'), 'SLACK_CLIENT_SECRET'), 'SLACK_TOKEN_KEY'),
      MICROSOFT_APP_PASSWORD_FILE: path('app', 'p4ssw0rd\n'),
      SLACK_SIGNING_SECRET_FILE: path('signing', 'signing-secret\n'),
      SLACK_CLIENT_SECRET_FILE: path('client', 'client-secret'),
      SLACK_TOKEN_KEY_FILE: path('key', `${'k'.repeat(32)}\r\n`),
      VIRK_URL: 'https://virk.example',
      VIRK_USER: 'virk-user',
      VIRK_PASSWORD_FILE: path('virk', 'virk-password\n'),
    });
    expect(config).toMatchObject({
      teams: { credential: { secret: 'p4ssw0rd' } },
      slack: { signingSecret: 'signing-secret', clientSecret: 'client-secret', tokenKey: 'k'.repeat(32) },
      virk: { password: 'virk-password' },
    });
    expect(problemOf({ VIRK_PASSWORD_FILE: path('empty', '\n') })).toBe(
      'VIRK_PASSWORD_FILE must name a file that is not empty',
    );
  });
});

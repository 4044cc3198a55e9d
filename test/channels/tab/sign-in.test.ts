import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock-and-ids.ts';
import { type Composed, compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../../src/demo/demo-directory.ts';
import { type Entra, openEntra } from '../../support/entra.ts';

/** Who is let in at the tab's requests where there is an app id: real tokens of an Entra of our own. */

const APP_ID = '11111111-2222-3333-4444-555555555555';
const ANNA = '00000000-0000-0000-0000-000000000020';
let now = '2026-11-20T09:00:00.000Z';
const clock = { ...systemClock, now: () => now, monotonic: () => Date.parse(now) };
const logged: string[] = [];
let folder: string;
let entra: Entra;
let service: Composed;
let base: string;

async function open(settings: Readonly<Record<string, string>>): Promise<Composed> {
  return compose(
    readConfig({ INDGANG_DATA: ':memory:', INDGANG_DIRECTORY: join(folder, 'people.json'), ...settings }),
    { clock, chance: () => 0, log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })) },
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indgang-tab-'));
  await writeFile(join(folder, 'people.json'), JSON.stringify({ people: DEMO_PEOPLE }));
  entra = await openEntra(APP_ID, DEMO_TENANT, clock.now);
  service = await open({
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_PASSWORD: 'app-password',
    MICROSOFT_APP_TENANT_ID: DEMO_TENANT,
    MICROSOFT_LOGIN_URL: entra.base,
  });
  base = `http://127.0.0.1:${await service.server.listen(0, '127.0.0.1')}`;
});
afterAll(async () => {
  await service.close();
  await entra.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  logged.length = 0;
});

async function board(authorization?: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${base}/api/tab/board`, {
    headers: { ...headers, ...(authorization !== undefined && { authorization }) },
  });
  return { status: response.status, text: await response.text() };
}

const at = (seconds: number) => Math.floor(Date.parse(now) / 1_000) + seconds;

/** Refused at every request that asks who one is, with the code in the log and no word of a library. */
async function expectRefused(token: string | undefined, status: number, code: string): Promise<void> {
  const authorization = token === undefined ? undefined : `Bearer ${token}`;
  const read = await board(authorization);
  expect([read.status, JSON.parse(read.text)]).toEqual([status, { error: { code } }]);
  const acted = await fetch(`${base}/api/tab/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ key: 'a-key-of-a-turn', payload: { verb: 'open.help' } }),
  });
  expect([acted.status, await acted.json()]).toEqual([status, { error: { code } }]);
  const line = JSON.stringify({ event: 'tab.refused', status, code });
  expect(logged.splice(0)).toEqual([line, line]);
}

describe('the tab’s sign-in', () => {
  it('lets somebody of the directory in by a token of their tenant, and nobody by the header of a local demo', async () => {
    const { status, text } = await board(`Bearer ${await entra.token(ANNA)}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ person: 'Anna Holm', office: 'VIBORGegnens Erhvervsråd' });
    expect((await board(undefined, { 'x-indgang-person': 'anna-holm' })).status).toBe(401);
  });

  it('refuses no token, and one that is none', async () => {
    await expectRefused(undefined, 401, 'token-missing');
    await expectRefused('a.b', 401, 'token-malformed');
    await expectRefused('a.b.c', 401, 'token-malformed');
  });

  it('refuses a token that has ended, is not yet valid, or never ends', async () => {
    await expectRefused(await entra.token(ANNA, { claims: { exp: at(-120) } }), 401, 'token-expired');
    await expectRefused(await entra.token(ANNA, { claims: { nbf: at(120) } }), 401, 'token-claims');
    await expectRefused(await entra.token(ANNA, { claims: { exp: undefined } }), 401, 'token-claims');
  });

  it('refuses a token for another app, by its own address or name', async () => {
    for (const aud of ['99999999-2222-3333-4444-555555555555', 'https://graph.microsoft.com', undefined])
      await expectRefused(await entra.token(ANNA, { claims: { aud } }), 401, 'token-audience');
  });

  it('refuses a tenant that is not served, and one that another tenant says it is', async () => {
    const tid = '00000000-0000-0000-0000-000000000099';
    const iss = `${entra.base}/${tid}/v2.0`;
    await expectRefused(await entra.token(ANNA, { claims: { tid, iss } }), 403, 'tenant');
    await expectRefused(await entra.token(ANNA, { claims: { iss } }), 401, 'token-issuer');
    await expectRefused(await entra.token(ANNA, { claims: { tid } }), 401, 'token-issuer');
  });

  it('refuses a token without the permission to act for the person', async () => {
    for (const scp of [undefined, '', 'User.Read', 'access_as_user_too'])
      await expectRefused(await entra.token(ANNA, { claims: { scp } }), 403, 'scope');
  });

  it('refuses a forged token: another key, no signature, an unknown key', async () => {
    await expectRefused(await entra.token(ANNA, { forged: true }), 401, 'token-signature');
    await expectRefused(await entra.token(ANNA, { header: { kid: 'other' } }), 401, 'token-key');
    const good = await entra.token(ANNA);
    const [head, , signature] = good.split('.');
    const claims = Buffer.from(JSON.stringify({ oid: 'somebody-else' })).toString('base64url');
    await expectRefused(`${head}.${claims}.${signature}`, 401, 'token-signature');
    const unsigned = new UnsecuredJWT({ oid: ANNA }).setAudience(APP_ID).encode();
    await expectRefused(unsigned, 401, 'token-malformed');
  });

  it('refuses a token that names no person', async () => {
    await expectRefused(await entra.token(ANNA, { claims: { oid: undefined } }), 401, 'token-claims');
  });

  it('tells a stranger and a guest of the tenant that the directory does not know them', async () => {
    const stranger = await board(`Bearer ${await entra.token('nobody-we-know')}`);
    expect(stranger.status).toBe(403);
    expect(JSON.parse(stranger.text).views).toHaveLength(1);
    const guest = await entra.token('nobody-we-know', { claims: { acct: 1 } });
    expect(JSON.parse((await board(`Bearer ${guest}`)).text).views[0].title).not.toBe(
      JSON.parse(stranger.text).views[0].title,
    );
  });

  it('takes the token from the header alone, never from the address', async () => {
    const token = await entra.token(ANNA);
    const response = await fetch(`${base}/api/tab/board?access_token=${token}`);
    expect(response.status).toBe(401);
  });

  it('goes on with a token that is renewed in the middle of the work', async () => {
    const old = await entra.token(ANNA);
    now = '2026-11-20T10:30:00.000Z';
    expect((await board(`Bearer ${old}`)).status).toBe(401);
    expect((await board(`Bearer ${await entra.token(ANNA)}`)).status).toBe(200);
  });
});

describe('a service without Teams', () => {
  it('has no tab where only Slack is served', async () => {
    const slack = await open({
      SLACK_SIGNING_SECRET: 's',
      SLACK_CLIENT_ID: 'c',
      SLACK_CLIENT_SECRET: 'x',
      SLACK_TOKEN_KEY: 'k'.repeat(32),
      SLACK_WORKSPACES: 'T1',
      PUBLIC_URL: 'https://indgang.example',
    });
    try {
      const address = `http://127.0.0.1:${await slack.server.listen(0, '127.0.0.1')}`;
      for (const path of ['/tab', '/api/tab/door', '/api/tab/board'])
        expect((await fetch(address + path, { headers: { 'x-indgang-person': 'anna-holm' } })).status).toBe(
          404,
        );
    } finally {
      await slack.close();
    }
  });
});

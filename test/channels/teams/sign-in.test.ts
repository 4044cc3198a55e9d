import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock-and-ids.ts';
import { type Composed, compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../../src/demo/demo-directory.ts';
import { openRecorder, type Recorder } from '../../flows/recorder.ts';
import { activityOf, chatOf } from '../../flows/teams-world.ts';
import {
  APP_ID,
  type ChannelService,
  openChannelService,
  type TokenChange,
} from '../../support/channel-service.ts';

/** Who is let in at `POST /api/messages` where there is an app id: real tokens of a channel service of our own. */

let now = '2026-11-20T09:00:00.000Z';
const clock = { ...systemClock, now: () => now, monotonic: () => Date.parse(now) };
let folder: string;
let recorder: Recorder;
let issuer: ChannelService;
let service: Composed;
let base: string;
const logged: string[] = [];

async function openService(settings: Readonly<Record<string, string>> = {}): Promise<string> {
  service = await compose(
    readConfig({
      INDGANG_DATA: ':memory:',
      INDGANG_DIRECTORY: join(folder, 'people.json'),
      ...issuer.settings,
      ...settings,
    }),
    { clock, chance: () => 0, log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })) },
  );
  return `http://127.0.0.1:${await service.server.listen(0, '127.0.0.1')}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indgang-sign-in-'));
  await writeFile(join(folder, 'people.json'), JSON.stringify({ people: DEMO_PEOPLE }));
  recorder = await openRecorder();
  issuer = await openChannelService(recorder.serviceUrl, DEMO_TENANT, clock.now);
  base = await openService();
});
afterAll(async () => {
  await service.close();
  await issuer.close();
  await recorder.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  logged.length = 0;
});

const anna = chatOf('anna-holm');
const help = (more: object = {}) =>
  activityOf(recorder.serviceUrl, 'anna-holm', anna, { type: 'message', text: 'hjælp', ...more });

async function post(authorization: string | undefined, activity: unknown = help()) {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });
  return { status: response.status, text: await response.text() };
}

const bearer = async (change?: TokenChange) => `Bearer ${await issuer.token(change)}`;
const at = (seconds: number) => Math.floor(Date.parse(now) / 1_000) + seconds;

/** Refused: that status, one line in the log with the reason, no words of a library, and nobody is written to. */
async function expectRefused(
  authorization: string | undefined,
  status: number,
  code: string,
  activity?: unknown,
) {
  const before = recorder.messages().length;
  const answer = await post(authorization, activity);
  expect([answer.status, logged]).toEqual([
    status,
    [JSON.stringify({ event: 'teams.refused', status, code })],
  ]);
  expect(JSON.parse(answer.text)).toEqual({ error: { code, message: 'The request is not signed in' } });
  expect(recorder.messages()).toHaveLength(before);
}

describe('a request to the bot', () => {
  it('with a good token is answered, by the bot with a token of its own', async () => {
    const before = recorder.messages().length;
    expect(await post(await bearer())).toEqual({ status: 200, text: '' });
    expect(recorder.messages().length).toBeGreaterThan(before);
    expect(recorder.requests().at(-1)?.authorization).toBe('Bearer token-1');
    expect(issuer.asked.login[0]).toMatchObject({
      path: `/${DEMO_TENANT}/oauth2/v2.0/token`,
      grant_type: 'client_credentials',
      client_id: APP_ID,
      client_secret: 'app-password',
      scope: 'https://api.botframework.com/.default',
    });
    expect(logged).toEqual([]);
  });

  it.each<[string, number, string, TokenChange]>([
    ['expired', 401, 'token-expired', { claims: { exp: at(-301) } }],
    ['without an end', 401, 'token-claims', { claims: { exp: undefined } }],
    ['not valid yet', 401, 'token-not-yet-valid', { claims: { nbf: at(301) } }],
    ['for another bot', 401, 'token-audience', { claims: { aud: '99999999-2222-3333-4444-555555555555' } }],
    ['for nobody', 401, 'token-audience', { claims: { aud: undefined } }],
    ['of another issuer', 401, 'token-issuer', { claims: { iss: 'https://api.botframework.example' } }],
    ['of no issuer', 401, 'token-issuer', { claims: { iss: undefined } }],
    [
      'of the emulator',
      401,
      'token-issuer',
      { claims: { iss: `https://sts.windows.net/${DEMO_TENANT}/`, appid: APP_ID, ver: '1.0' } },
    ],
    ['signed with a key that is not published', 401, 'token-key', { key: 'foreign' }],
    [
      'signed with a key under the name of another',
      401,
      'token-signature',
      { key: 'foreign', header: { kid: 'own' } },
    ],
    ['without the name of a key', 401, 'token-key', { header: { kid: undefined } }],
    ['of a key for web chat alone', 403, 'endorsement', { key: 'webchat' }],
    [
      'for another service address',
      403,
      'service-address',
      { claims: { serviceurl: 'https://evil.example/' } },
    ],
    ['for no service address', 401, 'token-claims', { claims: { serviceurl: undefined } }],
    ['with a service address that is no address', 403, 'service-address', { claims: { serviceurl: 'smba' } }],
    ['with claims of other types', 401, 'token-claims', { claims: { serviceurl: ['a'] } }],
  ])('with a token %s is refused', async (_, status, code, change) => {
    await expectRefused(await bearer(change), status, code);
  });

  it.each([
    ['no header', undefined, 'token-missing'],
    ['an empty header', '', 'token-missing'],
    ['another scheme', 'Basic dXNlcjpwYXNz', 'token-malformed'],
    ['no token', 'Bearer ', 'token-malformed'],
    ['no token at all', 'Bearer a.b.c', 'token-malformed'],
    ['a token in pieces', 'Bearer eyJhbGciOiJSUzI1NiJ9', 'token-malformed'],
    ['a long token', `Bearer ${'a'.repeat(9_000)}.b.c`, 'token-malformed'],
  ])('with %s is refused', async (_, authorization, code) => {
    await expectRefused(authorization, 401, code);
  });

  it('with a token that signs itself (none, or HS256 with the public key) is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ iss: issuer.base, aud: APP_ID, exp: at(600), serviceurl: recorder.serviceUrl });
    await expectRefused(`Bearer ${part({ alg: 'none', kid: 'own' })}.${claims}.`, 401, 'token-algorithm');
    logged.length = 0;
    const pem = await exportSPKI((await generateKeyPair('RS256')).publicKey);
    const signed = `${part({ alg: 'HS256', kid: 'own' })}.${claims}`;
    const mac = createHmac('sha256', pem).update(signed).digest('base64url');
    await expectRefused(`Bearer ${signed}.${mac}`, 401, 'token-algorithm');
  });

  it('is taken where clocks differ by less than five minutes, and where addresses are spelled another way', async () => {
    for (const claims of [
      { nbf: at(290) },
      { exp: at(-290) },
      { serviceurl: `${recorder.serviceUrl}/` },
      { serviceurl: recorder.serviceUrl.replace('http', 'HTTP') },
    ]) {
      expect((await post(await bearer({ claims }))).status).toBe(200);
    }
  });

  it.each<[string, string, object]>([
    ['of web chat, where clients choose who they are', 'channel', { channelId: 'webchat' }],
    ['of Direct Line', 'channel', { channelId: 'directline' }],
    ['of the emulator', 'channel', { channelId: 'emulator' }],
    ['of no channel', 'channel', { channelId: undefined }],
    ['from another service address', 'service-address', { serviceUrl: 'https://evil.example/' }],
    ['without a service address', 'service-address', { serviceUrl: undefined }],
    ['of another tenant', 'tenant', { channelData: { tenant: { id: 'other' } } }],
    ['of another tenant’s conversation', 'tenant', { conversation: { id: 'a:x', tenantId: 'other' } }],
    ['of no tenant', 'tenant', { channelData: undefined, conversation: { id: 'a:x' } }],
    ['of nobody that Entra knows', 'person', { from: { id: DEMO_PEOPLE[0]?.identities[0]?.split(':')[2] } }],
    ['of an empty object id', 'person', { from: { id: '29:anna-holm', aadObjectId: '' } }],
  ])('with a good token for an activity %s is refused', async (_, code, more) => {
    await expectRefused(await bearer(), 403, code, help(more));
  });

  it('of a person whom the directory does not name gets help and nothing else', async () => {
    const stranger = (text: string) =>
      activityOf(recorder.serviceUrl, 'stranger', chatOf('stranger'), { type: 'message', text });
    const answerTo = async (text: string) => {
      const before = recorder.messages().length;
      expect((await post(await bearer(), stranger(text))).status).toBe(200);
      return JSON.stringify(recorder.messages().slice(before));
    };
    expect(await answerTo('hjælp')).toContain('log');
    expect(await answerTo('sager')).not.toContain('Sager');
    expect(await service.unitOfWork.run((stores) => stores.people.all())).toHaveLength(DEMO_PEOPLE.length);
  });
});

describe('the keys of the channel service', () => {
  it('are asked for once, however many requests come', async () => {
    const { metadata, keys } = issuer.asked;
    const token = await bearer();
    await Promise.all(Array.from({ length: 20 }, () => post(token)));
    expect([issuer.asked.metadata, issuer.asked.keys]).toEqual([metadata, keys]);
  });

  it('are not asked for again by tokens that name unknown ones, but every five minutes', async () => {
    now = '2026-11-20T10:00:00.000Z';
    const { keys } = issuer.asked;
    for (let tries = 0; tries < 5; tries++) await post(await bearer({ key: 'foreign' }));
    expect(issuer.asked.keys).toBe(keys + 1);
  });

  it('go on to be used while new ones cannot be had', async () => {
    issuer.down = true;
    now = '2026-11-23T09:00:00.000Z';
    expect((await post(await bearer())).status).toBe(200);
    await expect
      .poll(() => logged)
      .toEqual([JSON.stringify({ event: 'teams.keys-not-renewed', fault: 'Error' })]);
    expect((await post(await bearer())).status).toBe(200);
    issuer.down = false;
  });

  it('are needed: without any the answer is 503 and one line in the log, and once they are there all is well', async () => {
    await service.close();
    issuer.down = true;
    base = await openService();
    logged.length = 0;
    await expectRefused(await bearer(), 503, 'keys-unavailable');
    issuer.down = false;
    now = '2026-11-23T09:00:11.000Z';
    expect((await post(await bearer())).status).toBe(200);
  });
});

import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookSender } from '../../src/webhooks/https-sender.ts';
import { faultOfUrl, isPublic } from '../../src/webhooks/reachable.ts';
import { writeSecret } from '../../src/webhooks/sign.ts';
import { openReceiver, type Receiver, trustLocalhost } from './receiver.ts';

/** Messages over a real connection: signed as the specification's own library checks, and to public addresses alone. */

const [OLD, NEW, OTHER] = [1, 2, 3].map((byte) => writeSecret(Buffer.alloc(32, byte)));
const BODY = '{"type":"case.changed","data":{"caseId":"K3F9-QTX2","revision":2}}';
const local = createWebhookSender({ privateHosts: ['localhost'] });
let receiver: Receiver;

const messageTo = (url: string, secrets = [NEW ?? '']) => ({
  url,
  secrets,
  id: 'msg_1',
  // The library refuses what is more than five minutes from its own clock.
  at: new Date().toISOString(),
  body: BODY,
});

beforeAll(trustLocalhost);
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

describe('a message', () => {
  it('is signed as Standard Webhooks says, with the old secret beside the new one', async () => {
    const sent = await local.send(messageTo(receiver.url, [NEW ?? '', OLD ?? '']));
    expect(sent).toEqual({ outcome: 'taken' });
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect([body, headers['content-type'], headers['webhook-id']]).toEqual([
      BODY,
      'application/json',
      'msg_1',
    ]);
    for (const secret of [NEW, OLD])
      expect(new Webhook(secret ?? '').verify(body, given)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(OTHER ?? '').verify(body, given)).toThrow();
    expect(() => new Webhook(NEW ?? '').verify(body.replace('2}', '3}'), given)).toThrow();
  });

  it.each([
    [{ status: 200 }, { outcome: 'taken' }],
    [{ status: 410 }, { outcome: 'gone' }],
    [{ status: 500 }, { outcome: 'failed', code: 'status-500', afterSeconds: null }],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'failed', code: 'status-429', afterSeconds: 7 },
    ],
    [
      { status: 503, headers: { 'retry-after': '999999' } },
      { outcome: 'failed', code: 'status-503', afterSeconds: 900 },
    ],
  ] as const)('that is answered %j ends so', async (answer, expected) => {
    receiver.answer = answer;
    expect(await local.send(messageTo(receiver.url))).toEqual(expected);
  });

  it('follows no redirect', async () => {
    const elsewhere = await openReceiver();
    receiver.answer = { status: 307, headers: { location: elsewhere.url } };
    expect(await local.send(messageTo(receiver.url))).toMatchObject({ code: 'redirect' });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('that is not answered is given up when it is called off', async () => {
    receiver.answer = { status: 204, silent: true };
    const stop = new AbortController();
    const sending = local.send(messageTo(receiver.url), stop.signal);
    await expect.poll(() => receiver.received.length).toBe(1);
    stop.abort();
    expect(await sending).toMatchObject({ outcome: 'failed', code: 'no-answer' });
  });

  it('goes to nobody whose certificate is not trusted for the name', async () => {
    const other = createWebhookSender({
      privateHosts: ['hook.example'],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const url = receiver.url.replace('localhost', 'hook.example');
    expect(await other.send(messageTo(url))).toMatchObject({ code: 'certificate' });
    expect(receiver.received).toEqual([]);
  });

  it('to a closed port, or a name that leads nowhere, fails with a code', async () => {
    const { url } = receiver;
    await receiver.close();
    expect(await local.send(messageTo(url))).toMatchObject({ code: 'refused' });
    receiver = await openReceiver();
    const nowhere = createWebhookSender({ privateHosts: [], resolve: async () => [] });
    expect(await nowhere.send(messageTo('https://hook.example/'))).toMatchObject({ code: 'unknown-host' });
  });
});

describe('a private address', () => {
  const PRIVATE = [
    '127.0.0.1',
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ];

  it.each(PRIVATE)('is told from a public one: %s', (address) => {
    expect(isPublic(address)).toBe(false);
    const host = address.includes(':') ? `[${address}]` : address;
    expect(faultOfUrl(`https://${host}/`, [])).toBe('private-address');
  });

  it.each(['8.8.8.8', '185.229.88.20', '2a01:4f8::1', '::ffff:8.8.8.8'])('is not: %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each(['https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/'])(
    'is known however it is written: %s',
    (url) => {
      expect(faultOfUrl(url, [])).toBe('private-address');
    },
  );

  it.each([
    ['http://hook.example/', 'not-https'],
    ['ftp://hook.example/', 'not-https'],
    ['hook.example', 'not-a-url'],
    ['https://user:password@hook.example/', 'has-password'],
    [`https://hook.example/${'x'.repeat(2_000)}`, 'url-too-long'],
    ['https://hook.example:8443/a?b=c', null],
  ])('is one fault of an address among others: %s', (url, fault) => {
    expect(faultOfUrl(url, [])).toBe(fault);
  });

  it.each([[['127.0.0.1']], [['::1']], [['8.8.8.8', '10.0.0.1']]])(
    'is not reached through a name that leads to %j',
    async (addresses) => {
      const { port } = new URL(receiver.url);
      const sender = createWebhookSender({
        privateHosts: [],
        resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      });
      const sent = await sender.send(messageTo(`https://localhost:${port}/`));
      expect(sent).toEqual({ outcome: 'failed', code: 'private-address', afterSeconds: null });
      expect(receiver.received).toEqual([]);
    },
  );

  it('is looked up once: what was checked is what is connected to', async () => {
    let asked = 0;
    const sender = createWebhookSender({
      privateHosts: ['localhost'],
      resolve: async () => {
        asked++;
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    expect(await sender.send(messageTo(receiver.url))).toEqual({ outcome: 'taken' });
    expect(asked).toBe(1);
  });
});

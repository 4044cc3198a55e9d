import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/channels/slack/signature.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { type ChannelService, openChannelService } from '../support/channel-service.ts';
import { runningClock } from '../support/clock.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { activityOf, channelOf, chatOf } from './teams-world.ts';

/**
 * What strangers may send, one request after another, to the service as a process of its own: with an app id, and for
 * Slack alone. Afterwards it lives, is small, and has left nothing behind.
 */

const clock = runningClock('2026-11-20T09:00:00Z');
const MOST_BYTES = 250 * 1024 * 1024;

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | ReadableStream;
}

interface Stage {
  readonly folder: string;
  readonly temporary: string;
  readonly service: ServiceProcess;
}

async function openStage(settings: (folder: string) => Readonly<Record<string, string>>): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'indgang-door-'));
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  await writeFile(join(folder, 'secret'), 'app-password\n');
  await writeFile(join(folder, 'people.json'), JSON.stringify({ people: DEMO_PEOPLE }));
  const service = await startService(
    {
      INDGANG_DATA: join(folder, 'data'),
      TMPDIR: temporary,
      INDGANG_DIRECTORY: join(folder, 'people.json'),
      ...settings(folder),
    },
    clock.now(),
  );
  return { folder, temporary, service };
}

async function closeStage({ service, folder }: Stage): Promise<void> {
  await service.kill();
  await rm(folder, { recursive: true });
}

async function statusOf(base: string, { method = 'POST', path, headers = {}, body }: Sent): Promise<number> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body, duplex: 'half' }),
  } as RequestInit);
  const text = await response.text();
  expect(text).not.toMatch(/\bat \S+:\d+:\d+|node_modules|Error:/);
  return response.status;
}

/** Sends bytes as they are; the first line of the answer, or nothing where the connection ends without one. */
async function rawly(base: string, text: string): Promise<string> {
  return (await wholly(base, text)).split('\r\n')[0] ?? '';
}

/** Sends bytes as they are; all that is answered. */
function wholly(base: string, text: string): Promise<string> {
  const { port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

const ZEROS = gzipSync(Buffer.alloc(200_000_000));
const MANY_ZEROS = gzipSync(Buffer.alloc(600_000_000));

function multipart(): { readonly headers: Record<string, string>; readonly body: Buffer } {
  const head = '--b\r\ncontent-disposition: form-data; name="f"; filename="f.bin"\r\n\r\n';
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: Buffer.concat([Buffer.from(head), Buffer.alloc(5_000_000), Buffer.from('\r\n--b--\r\n')]),
  };
}

/** A body that does not say how long it is. */
function chunked(bytes: number): ReadableStream {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(120));
      left -= 65_536;
    },
  });
}

/** Bodies that are refused by their head, whoever sends them. */
const BY_HEAD: readonly (readonly [string, number, Omit<Sent, 'path'>])[] = [
  ['gzip that is none', 415, { headers: { 'content-encoding': 'gzip' }, body: 'x' }],
  ['gzip cut short', 415, { headers: { 'content-encoding': 'gzip' }, body: gzipSync('{}').subarray(0, 12) }],
  ['gzip of 200 megabytes', 415, { headers: { 'content-encoding': 'gzip' }, body: ZEROS }],
  ['gzip of 600 megabytes', 415, { headers: { 'content-encoding': 'gzip' }, body: MANY_ZEROS }],
  ['gzip in capitals', 415, { headers: { 'content-encoding': 'GZIP' }, body: gzipSync('{}') }],
  ['gzip twice', 415, { headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(gzipSync('{}')) }],
  ['deflate', 415, { headers: { 'content-encoding': 'deflate' }, body: deflateSync('{}') }],
  ['brotli', 415, { headers: { 'content-encoding': 'br' }, body: brotliCompressSync('{}') }],
  ['an encoding that nobody knows', 415, { headers: { 'content-encoding': 'x-own' }, body: '{}' }],
  ['a form with a file of 5 megabytes', 415, multipart()],
  ['plain text', 415, { headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ['no type', 415, { headers: { 'content-type': '' }, body: '{}' }],
  ['a type that is none', 415, { headers: { 'content-type': '%%%' }, body: '{}' }],
  ['UTF-16', 415, { headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' }],
  ['2 megabytes that say so', 413, { body: 'x'.repeat(2_000_000) }],
];

/** Requests that are none, or odd ones; whatever they are answered with, the process lives on. */
const ODD = (path: string): readonly string[] => {
  const host = 'Host: x\r\n';
  const json = 'Content-Type: application/json\r\n';
  return [
    'GET / HTTP/9.9\r\n\r\n',
    'nonsense\r\n\r\n',
    `GET //%%% HTTP/1.1\r\n${host}\r\n`,
    `GET /%E0%A4%A HTTP/1.1\r\n${host}\r\n`,
    `GET http://[ HTTP/1.1\r\n${host}\r\n`,
    `GET /?%ZZ=%ZZ&&&=%E0%A4%A HTTP/1.1\r\n${host}\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
    `CONNECT x:1 HTTP/1.1\r\n${host}\r\n`,
    `TRACE ${path} HTTP/1.1\r\n${host}\r\n`,
    `GET /api/slack/oauth?code=%00&state=%E0 HTTP/1.1\r\n${host}\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: [\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: x:99999\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost: a b/c?d#e\r\n\r\n`,
    `GET /healthz HTTP/1.1\r\nHost:\r\n\r\n`,
    'GET /healthz HTTP/1.0\r\n\r\n',
    `POST ${path} HTTP/1.1\r\nHost: [\r\nExpect: 100-continue\r\n${json}Content-Length: 2\r\n\r\n{}`,
    `GET / HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}Upgrade: h2c\r\nConnection: Upgrade\r\n${json}Content-Length: 2\r\n\r\n{}`,
    `GET /healthz HTTP/1.1\r\n${host}Accept: ;;q=x\r\nAccept-Version: ~banana\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}Expect: 100-continue\r\n${json}Content-Length: 2\r\n\r\n{}`,
    `POST ${path} HTTP/1.1\r\n${host}Expect: wonders\r\n${json}Content-Length: 2\r\n\r\n{}`,
    `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: 100\r\n\r\n{"cut":`,
    `POST ${path} HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}${json}Transfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
    `POST ${path} HTTP/1.1\r\n${host}X: ${'x'.repeat(40_000)}\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}Authorization: Bearer \u0001\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}Authorization: ${'Bearer '.repeat(500)}\r\n${json}Content-Length: 2\r\n\r\n{}`,
  ];
};

async function expectSound({ service, temporary }: Stage, figures = service.base): Promise<void> {
  expect((await fetch(`${service.base}/healthz`)).status).toBe(200);
  expect((await fetch(`${figures}/readyz`)).status).toBe(200);
  expect((await fetch(`${figures}/metrics`)).status).toBe(200);
  const status = await readFile(`/proc/${service.pid}/status`, 'utf8').catch(() => undefined);
  const resident = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1] ?? Number.NaN) * 1024;
  // Only Linux tells.
  if (status !== undefined) expect(resident).toBeLessThan(MOST_BYTES);
  expect(await readdir(temporary)).toEqual([]);
  for (const line of service.log().split('\n').filter(Boolean))
    expect(() => JSON.parse(line), line).not.toThrow();
  expect(service.log()).not.toMatch(/http\.failed|node_modules|\.js:\d+/);
}

describe('the service with an app id', () => {
  let recorder: Recorder;
  let issuer: ChannelService;
  let stage: Stage;
  let token: string;
  beforeAll(async () => {
    recorder = await openRecorder();
    issuer = await openChannelService(recorder.serviceUrl, DEMO_TENANT, clock.now);
    stage = await openStage((folder) => {
      const { MICROSOFT_APP_PASSWORD: _, ...settings } = issuer.settings;
      return { ...settings, MICROSOFT_APP_PASSWORD_FILE: join(folder, 'secret'), METRICS_PORT: '0' };
    });
    token = `Bearer ${await issuer.token()}`;
  });
  afterAll(async () => {
    await closeStage(stage);
    await issuer.close();
    await recorder.close();
  });

  it('refuses encodings, types and sizes before anything else, signed in or not', async () => {
    for (const [name, status, sent] of BY_HEAD) {
      for (const authorization of ['', token]) {
        const headers = { ...sent.headers, ...(authorization && { authorization }) };
        const answered = await statusOf(stage.service.base, { path: '/api/messages', ...sent, headers });
        expect([name, answered]).toEqual([name, status]);
      }
    }
  });

  it('reads no body of somebody who is not signed in, and no more than its limit of somebody who is', async () => {
    const send = (authorization: string, body: Sent['body']) =>
      statusOf(stage.service.base, { path: '/api/messages', headers: { authorization }, body: body ?? '' });
    expect(await send('', chunked(2_000_000))).toBe(401);
    expect(await send(token, chunked(2_000_000))).toBe(413);
    expect(await send('Bearer a.b.c', '{}')).toBe(401);
    for (const body of [
      '',
      '{',
      '[]',
      '42',
      'null',
      '{"__proto__":{"type":"message"}}',
      '\u0000',
      '[['.repeat(200_000),
    ])
      expect([body.slice(0, 40), await send(token, body)]).toEqual([body.slice(0, 40), 400]);
  });

  it('lives through requests that are none', async () => {
    for (const text of ODD('/api/messages')) {
      const answer = await rawly(stage.service.base, text);
      const lives = await fetch(`${stage.service.base}/healthz`).then(
        ({ status }) => status,
        () => stage.service.log(),
      );
      expect([text.slice(0, 60), answer, lives]).toEqual([
        text.slice(0, 60),
        expect.stringMatching(/^$|^HTTP\/1\.1 (100|[24]\d\d|501|505) /),
        200,
      ]);
    }
  });

  it('lives through any address, host and header', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('[', ']', '//', '\\', 'http://', '%', ':99999', '@', '?', '#', '..', '*', '\u0000'),
    );
    const line = fc.array(word, { maxLength: 4 }).map((words) => words.join('').replace(/[\r\n]/g, ''));
    await fc.assert(
      fc.asyncProperty(line, line, line, line, async (address, host, name, value) => {
        const { base } = stage.service;
        await rawly(base, `GET ${address} HTTP/1.1\r\nHost: ${host}\r\n${name}: ${value}\r\n\r\n`);
        await rawly(
          base,
          `POST /api/messages${address} HTTP/1.1\r\nHost: x\r\nContent-Type: ${value}\r\n\r\n`,
        );
        expect((await fetch(`${base}/healthz`)).status).toBe(200);
      }),
      { numRuns: 150 },
    );
  });

  it('takes a good activity, with a byte-order mark too, and refuses the same one for everybody else', async () => {
    const activity = JSON.stringify(
      activityOf(recorder.serviceUrl, 'anna-holm', chatOf('anna-holm'), { type: 'message', text: 'hjælp' }),
    );
    const send = (authorization: string, body: string) =>
      statusOf(stage.service.base, { path: '/api/messages', headers: { authorization }, body });
    expect(await send(token, `\ufeff${activity}`)).toBe(200);
    expect(recorder.messages()).toHaveLength(1);
    expect(await send('', activity)).toBe(401);
    expect(await send(`Bearer ${await issuer.token({ key: 'foreign' })}`, activity)).toBe(401);
    expect(await send(token, activity.replace('msteams', 'webchat'))).toBe(403);
    expect(recorder.messages()).toHaveLength(1);
  });

  it('keeps its figures off the public port', async () => {
    for (const path of ['/metrics', '/readyz', '/'])
      expect(await statusOf(stage.service.base, { method: 'GET', path })).toBe(404);
  });

  it('is sound afterwards', async () => {
    expect(stage.service.figures).toBeDefined();
    await expectSound(stage, stage.service.figures);
  });
});

describe('the service for Slack alone', () => {
  let recorder: Recorder;
  let stage: Stage;
  beforeAll(async () => {
    recorder = await openRecorder();
    stage = await openStage(() => ({
      SLACK_SIGNING_SECRET: 'a-signing-secret',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_TOKEN_KEY: 'x'.repeat(32),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      PUBLIC_URL: 'https://indgang.example',
    }));
  });
  afterAll(async () => {
    await closeStage(stage);
    await recorder.close();
  });

  it('has no door for Teams, whatever conversation an unsigned activity names', async () => {
    for (const id of ['slack:T1:C1', channelOf('les-791').id, 'a:anna-holm']) {
      const activity = activityOf(
        recorder.serviceUrl,
        'anna-holm',
        { id, kind: 'channel' },
        { type: 'message', text: 'sager' },
      );
      const body = JSON.stringify(activity);
      expect(await statusOf(stage.service.base, { path: '/api/messages', body })).toBe(404);
    }
    expect(recorder.requests()).toEqual([]);
    expect(await statusOf(stage.service.base, { method: 'GET', path: '/' })).toBe(404);
  });

  it('refuses encodings, types and sizes before anything else', async () => {
    for (const path of ['events', 'interactions', 'commands'].map((door) => `/api/slack/${door}`)) {
      for (const [name, status, sent] of BY_HEAD)
        expect([path, name, await statusOf(stage.service.base, { path, ...sent })]).toEqual([
          path,
          name,
          status,
        ]);
      expect(await statusOf(stage.service.base, { path, body: chunked(2_000_000) })).toBe(401);
      expect(await statusOf(stage.service.base, { path, body: '{}' })).toBe(401);
    }
  });

  it('lives through requests that are none', async () => {
    for (const text of [...ODD('/api/slack/events'), ...ODD('/api/slack/commands')]) {
      const answer = await rawly(stage.service.base, text);
      const lives = await fetch(`${stage.service.base}/healthz`).then(
        ({ status }) => status,
        () => stage.service.log(),
      );
      expect([text.slice(0, 60), answer, lives]).toEqual([
        text.slice(0, 60),
        expect.stringMatching(/^$|^HTTP\/1\.1 (100|[24]\d\d|501|505) /),
        200,
      ]);
    }
  });

  it('holds no more of what strangers send at once than it can, and hears Slack meanwhile', async () => {
    const { port } = new URL(stage.service.base);
    const secret = 'a-signing-secret';
    const timestamp = String(Math.floor(Date.parse(clock.now()) / 1_000));
    const head = [
      'POST /api/slack/events HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'X-Slack-Signature: v0=00',
      `X-Slack-Request-Timestamp: ${timestamp}`,
      'Content-Length: 512000',
    ].join('\r\n');
    // Each keeps its last byte to itself, so that what came before is held.
    const sent = `${head}\r\n\r\n${'x'.repeat(511_999)}`;
    const strangers = Array.from(
      { length: 150 },
      () =>
        new Promise<string>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () => socket.write(sent));
          socket.on('error', () => resolve('cut off'));
          socket.once('data', (data) => {
            socket.destroy();
            resolve(data.toString('latin1').split('\r\n')[0] ?? '');
          });
        }),
    );
    await Promise.race(strangers);
    const body = JSON.stringify({ type: 'url_verification', challenge: 'heard' });
    const headers = {
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(secret, timestamp, Buffer.from(body)),
    };
    expect(await statusOf(stage.service.base, { path: '/api/slack/events', headers, body })).toBe(200);
    const answers = new Set(await Promise.all(strangers));
    expect(answers).toContain('HTTP/1.1 503 Service Unavailable');
    expect([...answers].filter((answer) => !/ (408|503) |cut off/.test(answer))).toEqual([]);
  });

  it('answers many who ask for the figures at once with one reading of them', async () => {
    const asked = 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(300);
    const answer = await wholly(stage.service.base, `${asked}GET /healthz HTTP/1.0\r\n\r\n`);
    expect(answer.match(/^process_cpu_seconds_total \S+$/gm)).toHaveLength(300);
    expect(new Set(answer.match(/^process_cpu_seconds_total \S+$/gm)).size).toBeLessThan(100);
  });

  it('is sound afterwards', () => expectSound(stage));
});

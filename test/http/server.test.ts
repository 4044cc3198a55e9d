import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer, type PostRoute } from '../../src/http/server.ts';

/** The HTTP door by itself: when a body is read, how much of it, and for how long. */

const LIMIT = 1_000;
const BODY_MS = 100;

let server: HttpServer;
let port: number;
let bodies: string[];
let entered: number;
const logged: string[] = [];

const echo: PostRoute = {
  method: 'post',
  path: '/echo',
  types: ['application/json'],
  maxBytes: LIMIT,
  async enter({ headers }) {
    entered++;
    if (headers.authorization === 'fault') throw new Error('the words of a library');
    if (headers.authorization !== 'yes') return { status: 401, headers: {}, body: 'no' };
    return async (body) => {
      bodies.push(body.toString());
      return { status: 200, headers: {}, body: 'yes' };
    };
  },
};

beforeEach(async () => {
  bodies = [];
  entered = 0;
  logged.length = 0;
  server = createHttpServer({
    routes: [echo],
    ready: async () => ({ failed: [], degraded: [] }),
    figures: async () => ({
      waiting: 0,
      parked: 0,
      inCrm: { current: 3, behind: 1 },
      unreadInCrm: 0,
      webhooks: { on: 1, failing: 0, off: 0 },
      repaired: { card: 0, crm: 0, owner: 0 },
    }),
    page: false,
    figuresApart: false,
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
    bodyMs: BODY_MS,
  });
  port = await server.listen(0, '127.0.0.1');
});
afterEach(() => server.close());

/** A connection that is written to by hand, and everything that came back once it ended or `until` was met. */
async function open(): Promise<{ socket: Socket; until: (pattern: RegExp) => Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  socket.on('error', () => {});
  return {
    socket,
    until: (pattern) => expect.poll(() => answer, { timeout: 20_000 }).toMatch(pattern) as Promise<never>,
  };
}

const head = (more: string) =>
  `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}\r\n`;

describe('a body', () => {
  it('is not waited for where whoever sends it is refused', async () => {
    const { socket, until } = await open();
    socket.write(head('Content-Length: 900\r\n'));
    await until(/^HTTP\/1\.1 401 /);
    socket.destroy();
    expect(bodies).toEqual([]);
  });

  it('is not asked about where its head alone refuses it', async () => {
    for (const more of [
      'Content-Encoding: gzip\r\nContent-Length: 900\r\n',
      'Content-Length: 1001\r\n',
      'Content-Type: text/plain\r\nContent-Length: 9\r\n',
    ]) {
      const { socket, until } = await open();
      socket.write(
        head(more).replace(more.startsWith('Content-Type') ? 'Content-Type: application/json\r\n' : '', ''),
      );
      await until(/^HTTP\/1\.1 41[35] /);
      socket.destroy();
    }
    expect(entered).toBe(0);
  });

  it('that does not say how long it is is counted as it comes', async () => {
    const { socket, until } = await open();
    socket.write(head('Authorization: yes\r\nTransfer-Encoding: chunked\r\n'));
    for (let parts = 0; parts < 3; parts++) socket.write(`190\r\n${'x'.repeat(400)}\r\n`);
    await until(/^HTTP\/1\.1 413 /);
    socket.destroy();
    expect(bodies).toEqual([]);
  });

  it('that stops coming ends with 408, and so does its connection', async () => {
    const { socket, until } = await open();
    const closed = once(socket, 'close');
    socket.write(head('Authorization: yes\r\nContent-Length: 20\r\n'));
    socket.write('{"a":');
    await until(/^HTTP\/1\.1 408 /);
    await closed;
    expect(bodies).toEqual([]);
  });

  it('that is refused can be followed by a good one on the same connection', async () => {
    const { socket, until } = await open();
    socket.write(`${head('Content-Length: 5\r\n')}{"a":`);
    await until(/^HTTP\/1\.1 401 /);
    socket.write(`${head('Authorization: yes\r\nContent-Length: 7\r\n')}{"a":1}`);
    await until(/HTTP\/1\.1 200 /);
    socket.destroy();
    expect(bodies).toEqual(['{"a":1}']);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'is taken as %s',
    async (type) => {
      const response = await fetch(`http://127.0.0.1:${port}/echo`, {
        method: 'POST',
        headers: { 'content-type': type, 'content-encoding': 'identity', authorization: 'yes' },
        body: '{}',
      });
      expect([response.status, bodies]).toEqual([200, ['{}']]);
    },
  );
});

describe('a fault of a route', () => {
  it('is answered without its words, and stands in the log with its name', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'fault' },
      body: '{}',
    });
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: { code: 'Fault', message: 'The request could not be answered' } },
    ]);
    expect(logged).toEqual(['{"event":"http.failed","path":"/echo","fault":"Error"}']);
  });
});

import { createServer } from 'node:http';

/** A message as it now stands in a conversation of the recording service. */
export interface Recorded {
  readonly id: string;
  readonly conversation: string;
  readonly body: unknown;
  /** How often it was changed in place. */
  readonly changes: number;
}

/** An answer that is no success. */
export interface Failure {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** What it says; an empty object where it is left out. */
  readonly body?: string;
  /** The request is never answered. */
  readonly silent?: boolean;
  /** The connection breaks instead of an answer. */
  readonly broken?: boolean;
  /** The message arrived all the same: only its sender does not hear of it. */
  readonly taken?: boolean;
  /** Of requests to this conversation alone; the next to any where it is left out. */
  readonly conversation?: string;
}

/** A request as it arrived, whatever it was answered with. */
export interface Requested {
  readonly authorization: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  readonly body: unknown;
  readonly status: number;
}

/** The Bot Framework's connector as far as a bot meets it: messages are posted to it and changed in place. */
export interface Recorder {
  readonly serviceUrl: string;
  /** What the roster says of a user, by the channel's id; anybody else is a plain user. */
  readonly roster: Map<string, object>;
  /** Messages in the order of posting. */
  readonly messages: () => readonly Recorded[];
  /** Requests in the order of arrival. */
  readonly requests: () => readonly Requested[];
  /** What the next requests are answered with, one each, instead of taking the message. */
  fail(...answers: readonly Failure[]): void;
  /** How a question to the roster of a conversation is answered; with what `roster` says at first. */
  members: (conversation: string, user: string) => Answer | Promise<Answer>;
  /** The questions to rosters: conversation and user, in the order of arrival. */
  readonly asked: () => readonly (readonly [conversation: string, user: string])[];
  close(): Promise<void>;
}

/** An answer of the connector. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

const MEMBER = /^\/v3\/conversations\/([^/]+)\/members\/([^/?]+)/;
const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/;

/** Listens on a port of its own, or on `port` (a recorder that must be found again after a crash). */
export async function openRecorder(port = 0): Promise<Recorder> {
  const messages = new Map<string, Recorded>();
  const requests: Requested[] = [];
  const asked: (readonly [string, string])[] = [];
  const failures: Failure[] = [];
  const roster = new Map<string, object>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const member = request.method === 'GET' ? MEMBER.exec(request.url ?? '') : null;
      if (member) {
        const [place, user] = [decodeURIComponent(member[1] ?? ''), decodeURIComponent(member[2] ?? '')];
        asked.push([place, user]);
        void Promise.resolve(recorder.members(place, user)).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        });
        return;
      }
      const [, escaped = '', activity] = PATH.exec(request.url ?? '') ?? [];
      const conversation = decodeURIComponent(escaped);
      const next = failures.findIndex((one) => (one.conversation ?? conversation) === conversation);
      const [failure] = next < 0 ? [] : failures.splice(next, 1);
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
      requests.push({
        authorization: request.headers.authorization,
        method: request.method ?? '',
        path: request.url ?? '',
        conversation,
        body,
        status: failure?.status ?? 200,
      });
      if (failure?.silent) return;
      if (failure?.broken) {
        request.socket.destroy();
        return;
      }
      if (failure && !failure.taken) {
        response.writeHead(failure.status, failure.headers);
        response.end(failure.body ?? '{}');
        return;
      }
      const change = request.method === 'PUT' && activity !== undefined;
      const id = change ? decodeURIComponent(activity) : `message-${messages.size + 1}`;
      messages.set(id, {
        id,
        conversation,
        body,
        changes: change ? (messages.get(id)?.changes ?? 0) + 1 : 0,
      });
      // In two steps: the server under test changes `writeHead` for the whole process, and it returns nothing then.
      response.writeHead(failure?.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(failure ? {} : { id }));
    });
  });
  // A connection that is closed while a busy test is about to use it again would fail a request that is not repeated.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const recorder: Recorder = {
    roster,
    members: (_, user) => ({ status: 200, body: { id: user, userRole: 'user', ...roster.get(user) } }),
    asked: () => asked,
    serviceUrl: `http://127.0.0.1:${address.port}`,
    messages: () => [...messages.values()],
    requests: () => requests,
    fail: (...answers) => {
      failures.push(...answers);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return recorder;
}

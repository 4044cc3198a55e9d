import { createServer } from 'node:http';

/** A message as it now stands in a conversation of the recording service. */
export interface Recorded {
  readonly id: string;
  readonly conversation: string;
  readonly body: unknown;
  /** How often it was changed in place. */
  readonly changes: number;
}

/** The Bot Framework's connector as far as a bot meets it: messages are posted to it and changed in place. */
export interface Recorder {
  readonly serviceUrl: string;
  /** Messages in the order of posting. */
  readonly messages: () => readonly Recorded[];
  /** What the next requests are answered with, instead of taking the message. */
  fail(...answers: readonly { readonly status: number; readonly headers?: Record<string, string> }[]): void;
  close(): Promise<void>;
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/;

/** Listens on a port of its own, or on `port` (a recorder that must be found again after a crash). */
export async function openRecorder(port = 0): Promise<Recorder> {
  const messages = new Map<string, Recorded>();
  const failures: { readonly status: number; readonly headers?: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const failure = failures.shift();
      if (failure) {
        response.writeHead(failure.status, failure.headers);
        response.end('{}');
        return;
      }
      const [, conversation = '', activity] = PATH.exec(request.url ?? '') ?? [];
      const change = request.method === 'PUT' && activity !== undefined;
      const id = change ? decodeURIComponent(activity) : `message-${messages.size + 1}`;
      messages.set(id, {
        id,
        conversation: decodeURIComponent(conversation),
        body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'),
        changes: change ? (messages.get(id)?.changes ?? 0) + 1 : 0,
      });
      // In two steps: the server under test changes `writeHead` for the whole process, and it returns nothing then.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    serviceUrl: `http://127.0.0.1:${address.port}`,
    messages: () => [...messages.values()],
    fail: (...answers) => {
      failures.push(...answers);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import restify from 'restify';
import { frontPage } from './front-page.ts';

/** A request whose body is kept as it came, for signatures over it. */
export interface RawRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly query: URLSearchParams;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A route that reads the raw body: Slack's. */
export interface RawRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: (request: RawRequest) => Promise<RawResponse>;
}

export interface HttpDeps {
  /** `POST /api/messages`: request and response go to the Teams channel as they are. */
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly routes: readonly RawRoute[];
  /** Whether the store is reachable and up to date. */
  readonly ready: () => Promise<boolean>;
  readonly figures: () => Promise<{
    readonly waiting: number;
    readonly parked: number;
    /** Cases that reconciliation found and repaired since the start, by what they lacked. */
    readonly repaired: Readonly<Record<'card' | 'crm' | 'owner', number>>;
  }>;
  /** The front page is shown with embedded defaults only. */
  readonly page: boolean;
}

export interface HttpServer {
  /** Listens; resolves with the port. Port 0 takes any that is free. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/** A turn's activity is far smaller; what is larger is refused before it is read. */
const MAX_BODY_BYTES = 1_000_000;

/** The HTTP surface of contracts, "HTTP". */
export function createHttpServer(deps: HttpDeps): HttpServer {
  const server = restify.createServer({ name: 'indgang', handleUncaughtExceptions: false });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'indgang_requests_total',
    help: 'Requests by path and status',
    labelNames: ['path', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'indgang_message_seconds',
    help: 'Seconds that a message took',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const outbox = new Gauge({
    name: 'indgang_outbox_rows',
    help: 'Rows of the outbox: waiting, and not delivered',
    labelNames: ['state'],
    registers: [registry],
  });

  const repaired = new Gauge({
    name: 'indgang_cases_repaired',
    help: 'Cases that were found without a card, a CRM record or an owner, and repaired, since the start',
    labelNames: ['lacked'],
    registers: [registry],
  });

  const readJson = restify.plugins.bodyParser({
    maxBodySize: MAX_BODY_BYTES,
    mapParams: false,
    rejectUnknown: false,
  });

  server.post(
    '/api/messages',
    ...[readJson].flat(),
    async (request: restify.Request, response: restify.Response) => {
      const done = seconds.startTimer();
      try {
        await deps.messages(request, response);
      } finally {
        done();
        requests.inc({ path: '/api/messages', status: response.statusCode });
      }
    },
  );

  for (const route of deps.routes) {
    server[route.method](route.path, async (request: restify.Request, response: restify.Response) => {
      const body = await readRaw(request);
      const answer =
        body === null
          ? { status: 413, headers: {}, body: '' }
          : await route.handle({
              body,
              headers: request.headers,
              query: new URLSearchParams(request.getQuery() ?? ''),
            });
      requests.inc({ path: route.path, status: answer.status });
      response.writeHead(answer.status, { ...answer.headers });
      response.end(answer.body);
    });
  }

  const text = (response: restify.Response, status: number, type: string, body: string) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  server.get('/healthz', async (_: restify.Request, response: restify.Response) => {
    text(response, 200, 'application/json', '{"status":"ok"}');
  });
  server.get('/readyz', async (_: restify.Request, response: restify.Response) => {
    const ready = await deps.ready();
    text(
      response,
      ready ? 200 : 503,
      'application/json',
      JSON.stringify({ status: ready ? 'ready' : 'not ready' }),
    );
  });
  server.get('/metrics', async (_: restify.Request, response: restify.Response) => {
    const figures = await deps.figures();
    outbox.set({ state: 'waiting' }, figures.waiting);
    outbox.set({ state: 'not-delivered' }, figures.parked);
    for (const [lacked, count] of Object.entries(figures.repaired)) repaired.set({ lacked }, count);
    text(response, 200, registry.contentType, await registry.metrics());
  });
  if (deps.page) {
    server.get('/', async (_: restify.Request, response: restify.Response) => {
      text(response, 200, 'text/html; charset=utf-8', frontPage());
    });
  }

  // A body that is not JSON, too large or of an unknown type: said as data, without a trace.
  server.on('restifyError', (_request, _response, error: RestifyError, next: () => void) => {
    const status = error.statusCode ?? 500;
    error.toJSON = () => ({ error: { code: codeOf(status), message: wordsOf(status) } });
    error.toString = () => wordsOf(status);
    next();
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface RestifyError {
  readonly statusCode?: number;
  toJSON?: () => unknown;
  toString: () => string;
}

/** The body as it came, or null where it is too large. */
async function readRaw(request: restify.Request): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function codeOf(status: number): string {
  return status === 413
    ? 'TooLarge'
    : status === 404
      ? 'NotFound'
      : status === 405
        ? 'MethodNotAllowed'
        : 'BadArgument';
}

function wordsOf(status: number): string {
  switch (status) {
    case 400:
      return 'The body is not JSON';
    case 404:
      return 'There is nothing at this address';
    case 405:
      return 'This address does not take that method';
    case 413:
      return `The body is larger than ${MAX_BODY_BYTES} bytes`;
    default:
      return 'The request could not be answered';
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import type restify from 'restify';
import { frontPage } from './front-page.ts';
import { createListener, problem } from './listener.ts';
import { createMetrics, type Figures } from './metrics.ts';
import { BodyReader, type BodyRules, discardBody, refusalOfHead } from './read-body.ts';

/** A request before its body is read. */
interface RequestHead {
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  /** What stands in the address where the route's path has `:name`. */
  readonly params: Readonly<Record<string, string>>;
}

interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** How a route words a refusal of the server's own: `status` is that of `problem`, 500 for a fault. */
interface Refusing {
  readonly refuse?: ((status: number, headers: IncomingHttpHeaders) => RawResponse) | undefined;
}

/** A route without a body. */
interface GetRoute extends Refusing {
  readonly method: 'get';
  readonly path: string;
  readonly handle: (head: RequestHead) => Promise<RawResponse>;
}

/** A route that takes a body as bytes, because signatures cover the bytes. */
export interface PostRoute extends BodyRules, Refusing {
  readonly method: 'post';
  readonly path: string;
  /**
   * Decides by the head whether to read the body: returns a response that refuses the request, or a function that takes
   * the body.
   */
  readonly enter: (head: RequestHead) => Promise<RawResponse | ((body: Buffer) => Promise<RawResponse>)>;
}

export type Route = GetRoute | PostRoute;

export interface HttpDeps {
  readonly routes: readonly Route[];
  /** Names of failed checks, which make the service unready, and of those it can run without. */
  readonly ready: () => Promise<{ readonly failed: readonly string[]; readonly degraded: readonly string[] }>;
  readonly figures: () => Promise<Figures>;
  /** Whether the front page is served; for local use only. */
  readonly page: boolean;
  /** Whether `/readyz` and `/metrics` have a port of their own. */
  readonly figuresApart: boolean;
  /** Logs a fault with names and codes only. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  /** Deadline of a body, in milliseconds. */
  readonly bodyMs?: number | undefined;
}

export interface HttpServer {
  /** Starts listening; resolves with the port. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<number>;
  /** Starts listening for `/readyz` and `/metrics` on their own port; resolves with the port. */
  listenForFigures(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/** Deadline of a body, in milliseconds. Longer, and slow senders could hold many connections. */
const BODY_MS = 10_000;

/** Makes the HTTP server: the channels' routes, liveness, readiness and figures. */
export function createHttpServer(deps: HttpDeps): HttpServer {
  const fault = (event: string, path: string, error: unknown) =>
    deps.log(event, { path, fault: error instanceof Error ? error.name : 'unknown' });
  const serverFault = (error: unknown) => fault('http.server-failed', '', error);
  const listener = createListener(serverFault);
  const apart = deps.figuresApart ? createListener(serverFault) : undefined;
  const metrics = createMetrics();
  const bodies = new BodyReader();

  for (const route of deps.routes) {
    listener.routes[route.method](
      route.path,
      async (request: restify.Request, response: restify.Response) => {
        const done = metrics.message();
        let answer: RawResponse;
        try {
          answer = await answerTo(route, request, bodies, deps.bodyMs ?? BODY_MS);
        } catch (error) {
          fault('http.failed', route.path, error);
          answer = refusal(route, 500, request.headers);
        }
        done();
        metrics.request(route.path, answer.status);
        reply(response, answer);
        if (!request.readableEnded) discardBody(request);
      },
    );
  }

  const { routes } = listener;
  for (const server of [listener, apart]) {
    server?.routes.get('/healthz', async (_: restify.Request, response: restify.Response) => {
      reply(response, json(200, { status: 'ok' }));
    });
  }
  const figures = (apart ?? listener).routes;
  figures.get('/readyz', async (_: restify.Request, response: restify.Response) => {
    const { failed, degraded } = await deps.ready();
    const isReady = failed.length === 0;
    reply(
      response,
      json(isReady ? 200 : 503, {
        status: isReady ? 'ready' : 'not ready',
        ...(!isReady && { failed }),
        ...(degraded.length > 0 && { degraded }),
      }),
    );
  });
  const text = shared(async () => metrics.text(await deps.figures().catch(() => null)));
  figures.get('/metrics', async (_: restify.Request, response: restify.Response) => {
    const { type, body } = await text();
    reply(response, { status: 200, headers: { 'content-type': type }, body });
  });
  if (deps.page) {
    routes.get('/', async (_: restify.Request, response: restify.Response) => {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      reply(response, { status: 200, headers, body: frontPage() });
    });
  }
  return {
    listen: listener.listen,
    async listenForFigures(port, host) {
      if (!apart) throw new Error('The figures stand beside everything else');
      return apart.listen(port, host);
    },
    async close() {
      await Promise.all([listener.close(), apart?.close()]);
    },
  };
}

async function answerTo(
  route: Route,
  request: restify.Request,
  bodies: BodyReader,
  bodyMs: number,
): Promise<RawResponse> {
  const { headers } = request;
  const query = new URLSearchParams(request.getQuery() ?? '');
  const head = { headers, query, params: { ...request.params } as Record<string, string> };
  if (route.method === 'get') return route.handle(head);
  const refused = refusalOfHead(headers, route);
  if (refused !== undefined) return refusal(route, refused, headers);
  const entered = await route.enter(head);
  if (typeof entered !== 'function') return entered;
  const body = await bodies.read(request, route.maxBytes, bodyMs);
  return typeof body === 'number' ? refusal(route, body, headers) : entered(body);
}

function refusal({ refuse }: Refusing, status: number, headers: IncomingHttpHeaders): RawResponse {
  const answer = refuse?.(status, headers) ?? json(status, problem(status));
  // A sender this slow, or of this much, must not hold the connection.
  return status === 408 || status === 503
    ? { ...answer, headers: { ...answer.headers, connection: 'close' } }
    : answer;
}

function json(status: number, body: unknown): RawResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function reply(response: restify.Response, { status, headers, body }: RawResponse): void {
  response.writeHead(status, { ...headers });
  response.end(body);
}

/** Shares one result among concurrent callers. The work costs milliseconds, and anyone may ask for it. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let working: Promise<T> | null = null;
  return () => {
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  };
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import restify from 'restify';

/** A port with its routes. */
export interface Listener {
  readonly routes: restify.Server;
  /** Starts listening; resolves with the port. Port 0 takes a free one. Rejects where the port is not available. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Deadlines for a request's head and for the whole request, in milliseconds. Longer, and slow senders could hold
 * connections.
 */
const HEAD_MS = 10_000;
const REQUEST_MS = 20_000;
/**
 * How long an idle connection stays open, in milliseconds: longer than proxies keep theirs, or they would send requests
 * on a connection that is being closed.
 */
const IDLE_MS = 65_000;

interface RestifyError {
  readonly statusCode?: number;
  toJSON?: () => unknown;
  toString: () => string;
}

/** The body of an error response, as data. */
export function problem(status: number): { error: { code: string; message: string } } {
  return { error: { code: codeOf(status), message: reasonPhrase(status) } };
}

/** A server with the product's limits and without routes. `fault` receives errors outside any request. */
export function createListener(fault: (error: unknown) => void): Listener {
  const routes = restify.createServer({ name: 'indgang', handleUncaughtExceptions: false });
  const { server } = routes;
  server.headersTimeout = HEAD_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = IDLE_MS;
  // Restify re-emits the server's events on itself. An `error` without a listener there ends the process, and a
  // listener for `upgrade` keeps Node from answering such requests.
  routes.on('error', (error: unknown) => {
    // A failure to listen rejects `listen` instead.
    if (server.listening) fault(error);
  });
  server.removeAllListeners('upgrade');
  for (const event of ['request', 'checkContinue']) guard(server, event);

  // An unknown address or method, and anything that a route throws, is answered as JSON without a stack trace.
  routes.on('restifyError', (_request, _response, error: RestifyError, next: () => void) => {
    const body = problem(error.statusCode ?? 500);
    error.toJSON = () => body;
    error.toString = () => body.error.message;
    next();
  });

  return {
    routes,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        routes.listen(port, host, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        routes.close(() => resolve());
      }),
  };
}

/**
 * Keeps requests away from Restify whose address or `Host` header forms no URL (`GET http://[`, `Host: [`). It would
 * throw outside any handler and end the process.
 */
function guard(server: Server, event: string): void {
  const listeners = server.listeners(event);
  server.removeAllListeners(event);
  server.on(event, (request: IncomingMessage, response: ServerResponse) => {
    if (hasAddress(request)) {
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
      return;
    }
    response.writeHead(400, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(problem(400)));
  });
}

function hasAddress({ url = '', headers }: IncomingMessage): boolean {
  const base = `http://${headers.host || 'localhost'}`;
  return url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base);
}

function codeOf(status: number): string {
  switch (status) {
    case 401:
      return 'Unauthorized';
    case 404:
      return 'NotFound';
    case 405:
      return 'MethodNotAllowed';
    case 408:
      return 'TooSlow';
    case 413:
      return 'TooLarge';
    case 415:
      return 'UnsupportedMediaType';
    case 503:
      return 'Busy';
    default:
      return status >= 500 ? 'Fault' : 'BadArgument';
  }
}

function reasonPhrase(status: number): string {
  switch (status) {
    case 400:
      return 'The request could not be read';
    case 404:
      return 'There is nothing at this address';
    case 405:
      return 'This address does not take that method';
    case 408:
      return 'The body did not arrive in time';
    case 413:
      return 'The body is too large';
    case 415:
      return 'This address takes another media type, in UTF-8 and without a content encoding';
    default:
      return 'The request could not be answered';
  }
}

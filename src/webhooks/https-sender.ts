import { lookup as lookUp } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { WebhookDelivery, WebhookMessage, WebhookSender } from '../app/ports/webhook-sender.ts';
import { faultOfUrl, hostOf, isPublic } from './reachable.ts';
import { signedHeaders } from './sign.ts';

/** The addresses that a name leads to. */
type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

interface SenderSettings {
  /** Names whose addresses may be private: receivers on the operator's own network. */
  readonly privateHosts: readonly string[];
  /** Replaces the system's look-up in tests. */
  readonly resolve?: Resolve;
}

/** The longest pause that a receiver may ask for. */
const LONGEST_PAUSE_SECONDS = 900;

/** A failure that is known before anything is sent. */
class NotReachable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'NotReachable';
    this.code = code;
  }
}

const CODES: Readonly<Record<string, string>> = {
  'private-address': 'private-address',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'broken-off',
  EPIPE: 'broken-off',
  ABORT_ERR: 'no-answer',
  ETIMEDOUT: 'no-answer',
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(code)) return 'certificate';
  return CODES[code] ?? 'not-sent';
}

/**
 * Looks a name up and lets through only what the connection then goes to: a name that leads elsewhere at the second
 * look would otherwise reach what the first one refused.
 */
function guarded(resolve: Resolve, isFree: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first) return done(new NotReachable('ENOTFOUND'), []);
        if (!isFree && !found.every(({ address }) => isPublic(address)))
          return done(new NotReachable('private-address'), []);
        return options.all === true ? done(null, [...found]) : done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };
}

function deliveryOf({ statusCode = 0, headers }: IncomingMessage): WebhookDelivery {
  if (statusCode >= 200 && statusCode < 300) return { outcome: 'taken' };
  if (statusCode === 410) return { outcome: 'gone' };
  // Another address has not been checked, and may be anybody's.
  if (statusCode >= 300 && statusCode < 400)
    return { outcome: 'failed', code: 'redirect', afterSeconds: null };
  const asked = headers['retry-after'] ?? '';
  const afterSeconds = /^\d{1,6}$/.test(asked) ? Math.min(Number(asked), LONGEST_PAUSE_SECONDS) : null;
  return { outcome: 'failed', code: `status-${statusCode}`, afterSeconds };
}

/** Sends signed messages over HTTPS, to public addresses alone; follows no redirect and reads no answer's body. */
export function createWebhookSender({
  privateHosts,
  resolve = (host) => lookUp(host, { all: true }),
}: SenderSettings): WebhookSender {
  const post = (message: WebhookMessage, signal: AbortSignal | undefined): Promise<WebhookDelivery> =>
    new Promise((settle, fail) => {
      const url = new URL(message.url);
      const sending = request(
        url,
        {
          method: 'POST',
          agent: false,
          lookup: guarded(resolve, privateHosts.includes(hostOf(url))),
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(message.body),
            'user-agent': 'Indgang',
            ...signedHeaders(message),
          },
          ...(signal && { signal }),
        },
        (response) => {
          settle(deliveryOf(response));
          response.destroy();
        },
      );
      sending.on('error', fail);
      sending.end(message.body);
    });
  return {
    async send(message, signal) {
      const fault = faultOfUrl(message.url, privateHosts);
      if (fault) return { outcome: 'failed', code: fault, afterSeconds: null };
      try {
        return await post(message, signal);
      } catch (error) {
        return { outcome: 'failed', code: codeOf(error), afterSeconds: null };
      }
    },
  };
}

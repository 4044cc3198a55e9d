import type { Delivery } from '../../app/ports/messenger.ts';

export type NotSent = Exclude<Delivery, { outcome: 'sent' }>;

/**
 * The outcome of a message by the connector's status. Other 4xx statuses stay the same however often the request is
 * repeated.
 */
const MEANING: Readonly<Record<number, NotSent['outcome']>> = {
  // An expired token of ours, or a rate limit.
  401: 'retry',
  408: 'retry',
  409: 'retry',
  423: 'retry',
  425: 'retry',
  429: 'retry',
  // Removed, blocked or deleted.
  403: 'gone',
  404: 'gone',
  410: 'gone',
  // The message may have arrived (limits.md).
  412: 'uncertain',
  502: 'uncertain',
  504: 'uncertain',
};

/** Connection errors that occur before anything is sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}

function retryAfter(error: unknown): number | null {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const value =
    typeof get === 'function' ? Number(get.call(headers, 'retry-after') ?? Number.NaN) : Number.NaN;
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function meaningOf(status: number): NotSent['outcome'] {
  const known = MEANING[status];
  if (known) return known;
  // An unreadable answer, or a status that the connector never gives.
  if (status < 400) return 'uncertain';
  return status < 500 ? 'refused' : 'retry';
}

/** The outcome of a delivery, by the error of a failed request to Teams. */
export function deliveryOf(error: unknown): NotSent {
  const status = Number(property(error, 'statusCode') ?? Number.NaN);
  const code = String(property(error, 'code') ?? '');
  if (Number.isFinite(status)) {
    const outcome = meaningOf(status);
    const code = `http-${status}`;
    return outcome === 'retry'
      ? { outcome, afterSeconds: retryAfter(error), code: code }
      : { outcome, code: code };
  }
  if (NOT_SENT.includes(code)) return { outcome: 'retry', afterSeconds: null, code };
  return { outcome: 'uncertain', code: code === '' ? 'no-answer' : code };
}

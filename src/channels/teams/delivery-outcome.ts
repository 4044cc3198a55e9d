import type { Delivery } from '../../app/ports/messenger.ts';

export type NotSent = Exclude<Delivery, { outcome: 'sent' }>;

/** What a status of the connector means for a message. Every other 4xx will be the same however often it is tried. */
const MEANING: Readonly<Record<number, NotSent['outcome']>> = {
  // Our own token, or the connector's hurry: passes.
  401: 'retry',
  408: 'retry',
  409: 'retry',
  423: 'retry',
  425: 'retry',
  429: 'retry',
  // Removed, blocked, deleted.
  403: 'gone',
  404: 'gone',
  410: 'gone',
  // Limits: the message may have arrived.
  412: 'uncertain',
  502: 'uncertain',
  504: 'uncertain',
};

/** Connection faults that happen before anything was sent. */
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
  // An answer that cannot be read, or one that the connector never gives.
  if (status < 400) return 'uncertain';
  return status < 500 ? 'refused' : 'retry';
}

/** What a failed request to Teams means for the delivery. */
export function deliveryOf(error: unknown): NotSent {
  const status = Number(property(error, 'statusCode') ?? Number.NaN);
  const code = String(property(error, 'code') ?? '');
  if (Number.isFinite(status)) {
    const outcome = meaningOf(status);
    const said = `http-${status}`;
    return outcome === 'retry'
      ? { outcome, afterSeconds: retryAfter(error), code: said }
      : { outcome, code: said };
  }
  if (NOT_SENT.includes(code)) return { outcome: 'retry', afterSeconds: null, code };
  return { outcome: 'uncertain', code: code === '' ? 'no-answer' : code };
}

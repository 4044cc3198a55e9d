import { createHmac, timingSafeEqual } from 'node:crypto';
import { header, type SlackRequest } from './slack-http.ts';

/** The most bytes of a request. A window with every field full is about 100 kB. */
export const MAX_BODY_BYTES = 512 * 1024;

/** How far a timestamp may be off, in seconds. Older requests count as replays (Slack: five minutes). */
export const MAX_AGE_SECONDS = 300;

/** The signature of a request: `v0=` and the HMAC-SHA256 over `v0:timestamp:body`, in hex. */
export function signatureOf(secret: string, timestamp: string, body: Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

/**
 * Checks a request by its headers alone, before its body is read. 401 without a signature or with a stale timestamp.
 */
export function refusalOfHead(request: Pick<SlackRequest, 'headers'>, now: string): 401 | undefined {
  const timestamp = header(request, 'x-slack-request-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !header(request, 'x-slack-signature')) return 401;
  return Math.abs(Date.parse(now) / 1000 - Number(timestamp)) > MAX_AGE_SECONDS ? 401 : undefined;
}

/**
 * Checks a request before its body is parsed. Returns the status that refuses it: 413 too large, 400 cut short on the
 * way, 401 forged, unsigned or older than five minutes. Undefined where it is genuine and fresh.
 */
export function refusalStatus(request: SlackRequest, secret: string, now: string): number | undefined {
  if (request.body.length > MAX_BODY_BYTES) return 413;
  const length = header(request, 'content-length');
  if (length !== undefined && Number(length) !== request.body.length) return 400;
  if (refusalOfHead(request, now)) return 401;
  const timestamp = header(request, 'x-slack-request-timestamp') ?? '';
  const signature = header(request, 'x-slack-signature') ?? '';
  const expected = Buffer.from(signatureOf(secret, timestamp, request.body));
  const given = Buffer.from(signature);
  // `timingSafeEqual` needs equal lengths. A signature's length is no secret.
  return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : 401;
}

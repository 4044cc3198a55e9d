import { createHmac, timingSafeEqual } from 'node:crypto';
import { header, type SlackRequest } from './slack-http.ts';

/** Slack's own requests stay far below this: a modal with every field full is about 100 kB. */
export const MAX_BODY_BYTES = 512 * 1024;

/** How far a timestamp may be off, in seconds, before the request counts as a replay (Slack: five minutes). */
export const MAX_AGE_SECONDS = 300;

/** `v0=` and the HMAC-SHA256 over `v0:timestamp:body`, in hex, as Slack signs. */
export function signatureOf(secret: string, timestamp: string, body: Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

/** The status that refuses a request by its head alone, before its body is read: no signature, or one that is not fresh. */
export function refusalOfHead(request: Pick<SlackRequest, 'headers'>, now: string): 401 | undefined {
  const timestamp = header(request, 'x-slack-request-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !header(request, 'x-slack-signature')) return 401;
  return Math.abs(Date.parse(now) / 1000 - Number(timestamp)) > MAX_AGE_SECONDS ? 401 : undefined;
}

/**
 * The HTTP status that refuses a request, or undefined where it is Slack's own and fresh: 413 too large, 400 cut short
 * on the way, 401 forged, unsigned or older than five minutes. Nothing of the body is read before this.
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
  // timingSafeEqual wants equal lengths; the length of a signature is no secret.
  return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : 401;
}

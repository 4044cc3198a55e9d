import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Delivery } from '../../app/ports.ts';

/** Slack's own error codes that pass by themselves. */
const PASSING = [
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

/** The connection never came about, so Slack cannot have acted. */
const NEVER_ARRIVED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * What an error of the Web API means for a delivery. Posting is not idempotent: where Slack may have acted before the
 * answer was lost, the outcome is `uncertain`; changing a message is, so there it is tried again.
 */
export function outcomeOf(error: unknown, call: 'post' | 'update'): Exclude<Delivery, { outcome: 'sent' }> {
  const again = (
    code: string,
    afterSeconds: number | null = null,
  ): Exclude<Delivery, { outcome: 'sent' }> => ({
    outcome: 'retry',
    afterSeconds,
    code,
  });
  const unsure = (code: string) =>
    call === 'post' ? ({ outcome: 'uncertain', code } as const) : again(code);
  if (error instanceof WebAPIRateLimitedError) return again('rate-limited', error.retryAfter);
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    // Not one of Slack's codes: something on the way answered in its place.
    if (!/^[a-z_]+$/.test(code)) return unsure('no-answer');
    return PASSING.includes(code) ? again(code) : { outcome: 'gone', code };
  }
  if (error instanceof WebAPIHTTPError) {
    return error.statusCode >= 500 ? unsure(`http-${error.statusCode}`) : again(`http-${error.statusCode}`);
  }
  return codesOf(error).some((code) => NEVER_ARRIVED.includes(code))
    ? again('unreachable')
    : unsure('no-answer');
}

/** The codes along an error's chain of causes. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}

/** Slack's own code of a refused call, as far as it is one. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Delivery } from '../../app/ports/messenger.ts';

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

/**
 * Slack's own error codes that say that the place is no more for us: the channel, the person, the message, our token.
 * Every other code is about the message itself (`msg_too_long`, `invalid_blocks`): the place stays, the message cannot.
 */
const GONE = [
  'account_inactive',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
  'ekm_access_denied',
  'invalid_auth',
  'is_archived',
  'message_not_found',
  'missing_scope',
  'no_permission',
  'not_authed',
  'not_in_channel',
  'restricted_action',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
];

/** Statuses that are no fault of the message, beside 5xx. */
const PASSING_STATUS = [401, 403, 404, 408, 409, 425, 429];

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
 * answer was lost, the outcome is `uncertain`; changing a message is, so there it is tried again. What Slack will never
 * take, however often it is tried, is `refused`.
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
    if (PASSING.includes(code)) return again(code);
    return { outcome: GONE.includes(code) ? 'gone' : 'refused', code };
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode } = error;
    const code = `http-${statusCode}`;
    if (statusCode >= 500) return unsure(code);
    return PASSING_STATUS.includes(statusCode) ? again(code) : { outcome: 'refused', code };
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

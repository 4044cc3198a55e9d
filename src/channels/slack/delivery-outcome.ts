import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Delivery } from '../../app/ports/messenger.ts';

/** Slack's error codes for conditions that pass: the delivery is retried. */
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
 * Slack's error codes for a place that no longer exists: the channel, the person, the message or our token. Other codes
 * are about the message itself (`msg_too_long`, `invalid_blocks`): the place stays and the message is refused.
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

/** HTTP statuses besides 5xx that are no fault of the message. */
const PASSING_STATUS = [401, 403, 404, 408, 409, 425, 429];

/** Errors of a connection that was never made, so Slack cannot have acted. */
const NEVER_ARRIVED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * The outcome of a delivery, by its error from the Web API. Posting is not idempotent: where Slack may have acted
 * before the answer was lost, the outcome is `uncertain`. Updating is idempotent, so it is retried there. A message
 * that Slack will never accept is `refused`.
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
    // Not a code of Slack's: a proxy on the way answered instead.
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

/** Slack's code of a refused call. Undefined for other errors. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** The cookie that holds a state's nonce, so that only the browser that began an installation ends it. */
export const STATE_COOKIE = 'indgang_slack_state';

/**
 * The time allowed for an installation, in seconds. Shorter fails people who must ask an administrator; longer leaves
 * states open to misuse.
 */
export const STATE_SECONDS = 600;

function signatureOf(text: string, key: string): string {
  return createHmac('sha256', `indgang slack state ${key}`).update(text).digest('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The signed state of an installation that begins at `now` (ISO): its nonce, and when it expires in seconds. */
export function stateOf(nonce: string, now: string, key: string): string {
  const text = `${nonce}.${Math.floor(Date.parse(now) / 1000) + STATE_SECONDS}`;
  return `${text}.${signatureOf(text, key)}`;
}

/** The nonce of a state that was issued at most ten minutes ago to the browser that holds its cookie. */
export function nonceOf(state: string, cookies: string, now: string, key: string): string | undefined {
  const [nonce, until, signature] = state.split('.');
  if (!nonce || !until || !signature) return undefined;
  if (!same(signature, signatureOf(`${nonce}.${until}`, key))) return undefined;
  if (Number(until) < Date.parse(now) / 1000) return undefined;
  const held = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${STATE_COOKIE}=`));
  return held !== undefined && same(held.slice(STATE_COOKIE.length + 1), nonce) ? nonce : undefined;
}

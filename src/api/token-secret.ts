import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A token as its holder sends it: `igd_<id>_<secret>`. The prefix lets scanners find one that was published. */
const TOKEN = /^igd_([0-9a-f-]{36})_([\w-]{43})$/;

export interface SentToken {
  readonly id: string;
  readonly secret: string;
}

/** The token of an `Authorization` header. Undefined where it holds none. */
export function readToken(header: string | undefined): SentToken | undefined {
  const sent = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '')?.[1] ?? '';
  const [, id, secret] = TOKEN.exec(sent) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** The token as it is given to its holder, once. */
export function writeToken({ id, secret }: SentToken): string {
  return `igd_${id}_${secret}`;
}

/** The hash of a secret, as it is stored. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret has this hash. Takes equally long whatever was sent. */
export function isSecretOf(secret: string, hash: string): boolean {
  const sent = Buffer.from(hashOf(secret));
  const stored = Buffer.from(hash);
  return sent.length === stored.length && timingSafeEqual(sent, stored);
}

/**
 * A hash that only the token's holder can make: what was sent can then be told from something else, and neither found in
 * the store nor guessed from it.
 */
export function keyedHash(secret: string, text: string | Uint8Array): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

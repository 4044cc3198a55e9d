import { createHmac } from 'node:crypto';
import type { WebhookMessage } from '../app/ports/webhook-sender.ts';

const PREFIX = 'whsec_';

/** The headers of Standard Webhooks: id, time and signatures, one for each secret. */
export function signedHeaders({
  secrets,
  id,
  at,
  body,
}: Omit<WebhookMessage, 'url'>): Record<string, string> {
  const seconds = String(Math.floor(Date.parse(at) / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

/** A secret as its holder configures it, of 32 random bytes. */
export function writeSecret(bytes: Uint8Array): string {
  return `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
}

import { afterTaken } from '../../core/webhook.ts';
import type { Stores } from '../ports/unit-of-work.ts';

/**
 * Switches a webhook on again that was off. What happened meanwhile was not kept for it, so it is told anew of every case
 * that its organisations may have, page by page, by the worker. False where it is gone, or was on.
 */
export async function resumeWebhook(id: string, stores: Stores, now: string): Promise<boolean> {
  const webhook = await stores.webhooks.get(id);
  if (!webhook?.disabled) return false;
  await stores.webhooks.forgetTold(id);
  await stores.webhooks.save({ ...afterTaken(webhook), disabled: null });
  await stores.outbox.add(id, [{ kind: 'webhook.resume', after: '' }], now);
  return true;
}

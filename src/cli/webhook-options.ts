import type { WebhookReader } from '../app/ports/stores/webhook-store.ts';
import { ConfigError } from '../config/config-error.ts';
import { readWebhookHosts } from '../config.ts';
import type { Webhook } from '../core/webhook.ts';
import { type Arguments, BadInput } from './command.ts';

/** The hosts of receivers that may be on the operator's own network. Throws `BadInput`. */
export function privateHosts(): readonly string[] {
  try {
    return readWebhookHosts();
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}

/** The id of a command that is given one. Throws `BadInput`. */
export function idOf({ positionals: [id] }: Arguments): string {
  if (id === undefined) throw new BadInput('ID: which webhook? indgang webhook list shows them');
  return id;
}

/** The webhook of an id. Throws `BadInput` where there is none. */
export async function webhookOf(
  { webhooks }: { readonly webhooks: WebhookReader },
  id: string,
): Promise<Webhook> {
  const webhook = await webhooks.get(id);
  if (!webhook) throw new BadInput(`${id}: there is no such webhook`);
  return webhook;
}

/** An address without what may be a secret in it: some receivers let in whoever knows its query. */
export function shownUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

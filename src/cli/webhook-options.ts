import { ConfigError } from '../config/config-error.ts';
import { readWebhookHosts } from '../config.ts';
import type { Webhook } from '../core/webhook.ts';
import type { OpenStores } from '../open-stores.ts';
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

/** Changes a webhook in one transaction. Throws `BadInput` where there is none. */
export function changeWebhook(
  { unitOfWork }: Pick<OpenStores, 'unitOfWork'>,
  id: string,
  change: (webhook: Webhook) => Webhook,
): Promise<Webhook> {
  return unitOfWork.run(async (stores) => {
    const webhook = await stores.webhooks.get(id);
    if (!webhook) throw new BadInput(`${id}: there is no such webhook`);
    const changed = change(webhook);
    if (changed !== webhook) await stores.webhooks.save(changed);
    return changed;
  });
}

/** An address without what may be a secret in it: some receivers let in whoever knows its query. */
export function shownUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

import { objectsOf, type Table } from '../print/table.ts';
import type { CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textTable } from './tables.ts';
import { shownUrl } from './webhook-options.ts';

/** `indgang webhook list`: the webhooks, without their secrets. */
export const command: CliCommand = {
  usage: 'indgang webhook list [--data DIR] [--json]',
  help: `The webhooks: where each goes, for whom, whether its receiver takes what is sent, and since when it does not.\n${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 0,
  async run(args, world) {
    const webhooks = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.webhooks.all()),
    );
    const table: Table = {
      columns: ['id', 'name', 'url', 'organisations', 'createdAt', 'state', 'failingSince', 'failedBy'],
      rows: webhooks.map((webhook) => [
        webhook.id,
        webhook.name,
        shownUrl(webhook.url),
        webhook.organisations.join(','),
        webhook.createdAt,
        webhook.disabled ? `off: ${webhook.disabled.for}` : 'on',
        webhook.failingSince,
        webhook.failedBy,
      ]),
    };
    if (args.values.json === true) for (const row of objectsOf(table)) world.out(JSON.stringify(row));
    else world.out(webhooks.length === 0 ? 'No webhooks' : textTable(table));
    return 0;
  },
};

import type { CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { idOf, webhookOf } from './webhook-options.ts';

/** `indgang webhook remove`: nothing is sent to it from now on. */
export const command: CliCommand = {
  usage: 'indgang webhook remove ID [--data DIR] [--json]',
  help: `Ends a webhook at once, also in a service that runs: what waited for it is dropped, and its secrets with it.\n${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 1,
  async run(args, world) {
    const id = idOf(args);
    await withStore(args, ({ unitOfWork }) =>
      unitOfWork.run(async (stores) => {
        await webhookOf(stores, id);
        await stores.webhooks.remove(id);
      }),
    );
    world.out(args.values.json === true ? JSON.stringify({ id, removed: true }) : `${id} is removed`);
    return 0;
  },
};

import { addElapsed } from '../core/promise/clock.ts';
import { BadInput, type CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';

/** `indgang token revoke`: ends a token at once. */
export const command: CliCommand = {
  usage: 'indgang token revoke ID [--data DIR] [--json]',
  help: `Ends a token of the API at once, also in a service that runs. Its line stays in the list.\n${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 1,
  async run(args, world) {
    const [id] = args.positionals;
    if (id === undefined) throw new BadInput('ID: which token? indgang token list shows them');
    const revoked = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.run(async (stores) => {
        const token = await stores.api.token(id);
        if (!token) throw new BadInput(`${id}: there is no such token`);
        const revokedAt = token.revokedAt ?? addElapsed(world.now(), 0);
        await stores.api.saveToken({ ...token, revokedAt });
        return { id, revokedAt };
      }),
    );
    world.out(args.values.json === true ? JSON.stringify(revoked) : `${id} ended at ${revoked.revokedAt}`);
    return 0;
  },
};

import { isGood } from '../core/api-token.ts';
import { objectsOf, type Table } from '../print/table.ts';
import type { CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textTable } from './tables.ts';

/** `indgang token list`: the tokens, without their secrets. */
export const command: CliCommand = {
  usage: 'indgang token list [--data DIR] [--json]',
  help: `The tokens of the API: what each is good for, and until when. Secrets are not stored, so none is shown.\n${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 0,
  async run(args, world) {
    const tokens = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.api.tokens()),
    );
    const table: Table = {
      columns: ['id', 'name', 'scopes', 'organisations', 'createdAt', 'expiresAt', 'revokedAt', 'good'],
      rows: tokens.map((token) => [
        token.id,
        token.name,
        token.scopes.join(','),
        token.organisations.join(','),
        token.createdAt,
        token.expiresAt,
        token.revokedAt,
        isGood(token, world.now()),
      ]),
    };
    if (args.values.json === true) for (const row of objectsOf(table)) world.out(JSON.stringify(row));
    else world.out(tokens.length === 0 ? 'No tokens' : textTable(table));
    return 0;
  },
};

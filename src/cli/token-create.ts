import { hashOf, writeToken } from '../api/token-secret.ts';
import { randomIds, randomSecret } from '../clock-and-ids.ts';
import { API_SCOPES, type ApiScope, type ApiToken } from '../core/api-token.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { listOf, nameOf, organisationsOf } from './granted-to.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';

const DAYS = 365;
const MOST_DAYS = 730;

function scopesOf(args: Arguments): readonly ApiScope[] {
  return listOf(args, 'scope').map((typed) => {
    const scope = API_SCOPES.find((known) => known === typed);
    if (!scope) throw new BadInput(`--scope ${typed}: must be one of ${API_SCOPES.join(', ')}`);
    return scope;
  });
}

function daysOf({ values: { days = String(DAYS) } }: Arguments): number {
  const count = /^\d{1,3}$/.test(String(days)) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS) throw new BadInput(`--days ${days}: must be 1 to ${MOST_DAYS}`);
  return count;
}

/** `indgang token create`: makes a token and shows it once. */
export const command: CliCommand = {
  usage:
    'indgang token create --name NAME --scope SCOPE[,SCOPE] --organisation ORGANISATION[,…] [--days N] [--data DIR] [--json]',
  help: `A token by which another system uses the API: it is shown once, and only its hash is stored. Scopes: enquiries:write
(POST /api/enquiries), cases:read (GET /api/cases/{id}). It is for the organisations named, and expires after ${DAYS} days,
or --days (at most ${MOST_DAYS}).\n${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    name: { type: 'string' },
    scope: { type: 'string' },
    organisation: { type: 'string' },
    days: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const now = world.now();
    const secret = randomSecret();
    const token: ApiToken = {
      id: randomIds.id(),
      name: nameOf(args, 'it stands on cases as who registered them'),
      hash: hashOf(secret),
      scopes: scopesOf(args),
      organisations: organisationsOf(args),
      createdAt: addElapsed(now, 0),
      expiresAt: addElapsed(now, daysOf(args) * 24),
      revokedAt: null,
    };
    await withStore(args, ({ unitOfWork }) => unitOfWork.run((stores) => stores.api.saveToken(token)));
    const written = writeToken({ id: token.id, secret });
    if (args.values.json === true) {
      const { hash: _, ...told } = token;
      world.out(JSON.stringify({ ...told, token: written }));
      return 0;
    }
    world.out(
      `${written}\n\nKeep it now: it is not shown again. It ends on ${token.expiresAt.slice(0, 10)}; indgang token revoke ${token.id} ends it at once.`,
    );
    return 0;
  },
};

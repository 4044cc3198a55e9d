import { randomKey } from '../clock-and-ids.ts';
import { OVERLAP_HOURS, withSecret } from '../core/webhook.ts';
import { writeSecret } from '../webhooks/sign.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { idOf, webhookOf } from './webhook-options.ts';

const MOST_HOURS = 720;

function hoursOf({ values: { overlap = String(OVERLAP_HOURS) } }: Arguments): number {
  const hours = /^\d{1,3}$/.test(String(overlap)) ? Number(overlap) : -1;
  if (hours < 0 || hours > MOST_HOURS) throw new BadInput(`--overlap ${overlap}: must be 0 to ${MOST_HOURS}`);
  return hours;
}

/** `indgang webhook rotate`: a new secret, beside which the old one is good for a while. */
export const command: CliCommand = {
  usage: 'indgang webhook rotate ID [--overlap HOURS] [--data DIR] [--json]',
  help: `Gives a webhook a new secret and shows it once. For ${OVERLAP_HOURS} hours, or --overlap (0 to ${MOST_HOURS}), messages are signed with the old one
as well, so that the receiver may change at any time in between. With --overlap 0 the old one is worth nothing at once.\n${STORE_HELP}`,
  options: { ...STORE_OPTION, overlap: { type: 'string' } },
  positionals: 1,
  async run(args, world) {
    const id = idOf(args);
    const hours = hoursOf(args);
    const secret = writeSecret(randomKey());
    const { secrets } = await withStore(args, (store) =>
      store.unitOfWork.run(async (stores) => {
        const rotated = withSecret(await webhookOf(stores, id), secret, hours, world.now());
        await stores.webhooks.save(rotated);
        return rotated;
      }),
    );
    const oldUntil = secrets[1]?.until ?? null;
    world.out(
      args.values.json === true
        ? JSON.stringify({ id, secret, oldUntil })
        : `${secret}\n\nKeep it now: it is not shown again. The old one is good until ${oldUntil}.`,
    );
    return 0;
  },
};

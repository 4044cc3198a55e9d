import { randomIds, randomKey } from '../clock-and-ids.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { Webhook } from '../core/webhook.ts';
import { faultOfUrl, type UrlFault } from '../webhooks/reachable.ts';
import { writeSecret } from '../webhooks/sign.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { nameOf, organisationsOf } from './granted-to.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { privateHosts, shownUrl } from './webhook-options.ts';

const FAULTS: Readonly<Record<UrlFault, string>> = {
  'not-a-url': 'must be an address such as https://receiver.example/hook',
  'not-https': 'must begin with https://',
  'has-password': 'must hold no user name and password',
  'private-address': 'must not be an address of a private network; WEBHOOK_PRIVATE_HOSTS may name it',
  'url-too-long': 'at most 2000 characters',
};

function urlOf({ values: { url } }: Arguments): string {
  const typed = typeof url === 'string' ? url.trim() : '';
  if (typed === '') throw new BadInput('--url: is needed');
  const fault = faultOfUrl(typed, privateHosts());
  if (fault) throw new BadInput(`--url: ${FAULTS[fault]}`);
  return new URL(typed).href;
}

/** `indgang webhook add`: tells another system of the cases of some organisations, and shows its secret once. */
export const command: CliCommand = {
  usage: 'indgang webhook add --name NAME --url URL --organisation ORGANISATION[,…] [--data DIR] [--json]',
  help: `An address at which another system is told of the cases that the organisations named may see, signed as Standard Webhooks
says. Messages hold case ids and codes alone; the record is fetched with a token of its own (indgang token create --scope cases:read).
The secret is shown once. The address must begin with https:// and be on the public internet, or its host named in
WEBHOOK_PRIVATE_HOSTS.\n${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    name: { type: 'string' },
    url: { type: 'string' },
    organisation: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const secret = writeSecret(randomKey());
    const webhook: Webhook = {
      id: randomIds.id(),
      name: nameOf(args, 'it stands in the list'),
      url: urlOf(args),
      organisations: organisationsOf(args),
      secrets: [{ secret, until: null }],
      createdAt: addElapsed(world.now(), 0),
      failingSince: null,
      failedBy: null,
      disabled: null,
    };
    await withStore(args, ({ unitOfWork }) => unitOfWork.run((stores) => stores.webhooks.save(webhook)));
    const { id, name, organisations, createdAt } = webhook;
    if (args.values.json === true) {
      const url = shownUrl(webhook.url);
      world.out(JSON.stringify({ id, name, url, organisations, createdAt, secret }));
      return 0;
    }
    world.out(
      `${secret}\n\nKeep it now: it is not shown again. indgang webhook test ${id} sends a first message; from now on each change of a case is told.`,
    );
    return 0;
  },
};

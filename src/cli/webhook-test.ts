import { LIMITS } from '../app/deadline.ts';
import { resumeWebhook } from '../app/webhooks/resume-webhook.ts';
import { randomIds } from '../clock-and-ids.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { secretsAt, type WebhookBody } from '../core/webhook.ts';
import { createWebhookSender } from '../webhooks/https-sender.ts';
import type { CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { changeWebhook, idOf, privateHosts } from './webhook-options.ts';

/** `indgang webhook test`: sends one message now, and switches on again what was off. */
export const command: CliCommand = {
  usage: 'indgang webhook test ID [--data DIR] [--json]',
  help: `Sends a message of the type webhook.test, signed as every other, and says how it was answered. The exit status is 1 where the
receiver did not take it. A webhook that was switched off, since its receiver failed for long, is on again once it takes the
message, and is told anew of every case that it may have.\n${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 1,
  async run(args, world) {
    const id = idOf(args);
    const sender = createWebhookSender({ privateHosts: privateHosts() });
    return withStore(args, async (store) => {
      const webhook = await changeWebhook(store, id, (one) => one);
      const at = addElapsed(world.now(), 0);
      const body: WebhookBody = { type: 'webhook.test', timestamp: at, data: {} };
      const message = {
        url: webhook.url,
        secrets: secretsAt(webhook, at),
        id: `msg_${randomIds.id()}`,
        at,
        body: JSON.stringify(body),
      };
      const delivery = await sender.send(message, AbortSignal.timeout(LIMITS.webhook));
      const code = delivery.outcome === 'failed' ? delivery.code : delivery.outcome;
      const resumed =
        code === 'taken' && (await store.unitOfWork.run((stores) => resumeWebhook(id, stores, at)));
      const text = `${id}: ${code}${resumed ? '; it is on again, and is told anew of every case' : ''}`;
      world.out(args.values.json === true ? JSON.stringify({ id, answer: code, resumed }) : text);
      return code === 'taken' ? 0 : 1;
    });
  },
};

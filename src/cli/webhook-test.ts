import { sentencesIn } from '../../dialogs/sentences.ts';
import { webhookAnswerWords } from '../../dialogs/webhook-words.ts';
import { LIMITS } from '../app/deadline.ts';
import { resumeWebhook } from '../app/webhooks/resume-webhook.ts';
import { randomIds } from '../clock-and-ids.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { secretsAt, type WebhookBody } from '../core/webhook.ts';
import { createWebhookSender } from '../webhooks/https-sender.ts';
import type { CliCommand } from './command.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { idOf, privateHosts, webhookOf } from './webhook-options.ts';

/** `indgang webhook test`: sends one message now, and switches on again what was off. */
export const command: CliCommand = {
  usage: 'indgang webhook test ID [--language da|en] [--data DIR] [--json]',
  help: `Sends a message of the type webhook.test, signed as every other, and says how it was answered, in Danish (da) or English (en). The exit status is 1 where the
receiver did not take it. A webhook that was switched off, since its receiver failed for long, is on again once it takes the
message, and is told anew of every case that it may have.\n${STORE_HELP}`,
  options: { ...STORE_OPTION, ...LANGUAGE_OPTION },
  positionals: 1,
  async run(args, world) {
    const id = idOf(args);
    const language = languageOf(args);
    const sender = createWebhookSender({ privateHosts: privateHosts() });
    return withStore(args, async (store) => {
      const webhook = await store.unitOfWork.read((stores) => webhookOf(stores, id));
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
      const text = webhookAnswerWords(code, language);
      const again = resumed ? ` ${sentencesIn(language).webhooks.resumed}` : '';
      world.out(
        args.values.json === true
          ? JSON.stringify({ id, answer: code, text, resumed })
          : `${id}: ${text}${again}`,
      );
      return code === 'taken' ? 0 : 1;
    });
  },
};

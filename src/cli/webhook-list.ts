import { sentencesIn } from '../../dialogs/sentences.ts';
import { webhookAnswerWords } from '../../dialogs/webhook-words.ts';
import type { Webhook } from '../core/webhook.ts';
import { objectsOf, type Table } from '../print/table.ts';
import type { CliCommand } from './command.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textTable } from './tables.ts';
import { shownUrl } from './webhook-options.ts';

/** `indgang webhook list`: the webhooks, without their secrets. */
export const command: CliCommand = {
  usage: 'indgang webhook list [--language da|en] [--data DIR] [--json]',
  help: `The webhooks: where each goes, for whom, whether its receiver takes what is sent, and since when it does not, in Danish (da) or English (en).\n${STORE_HELP}`,
  options: { ...STORE_OPTION, ...LANGUAGE_OPTION },
  positionals: 0,
  async run(args, world) {
    const language = languageOf(args);
    const webhooks = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.webhooks.all()),
    );
    const { columns, none, states } = sentencesIn(language).webhooks;
    const tableOf = (stateOf: (webhook: Webhook) => string, failureOf: (code: string) => string): Table => ({
      columns: Object.keys(columns),
      rows: webhooks.map((webhook) => [
        webhook.id,
        webhook.name,
        shownUrl(webhook.url),
        webhook.organisations.join(','),
        webhook.createdAt,
        stateOf(webhook),
        webhook.failingSince,
        webhook.failedBy === null ? null : failureOf(webhook.failedBy),
      ]),
    });
    if (args.values.json === true) {
      const codes = tableOf(
        ({ disabled }) => (disabled ? `off: ${disabled.for}` : 'on'),
        (code) => code,
      );
      for (const row of objectsOf(codes)) world.out(JSON.stringify(row));
      return 0;
    }
    const worded = tableOf(
      ({ disabled }) => states[disabled?.for ?? 'on'],
      (code) => webhookAnswerWords(code, language),
    );
    world.out(webhooks.length === 0 ? none : textTable({ ...worded, columns: Object.values(columns) }));
    return 0;
  },
};

import type { Case } from '../../core/case/case.ts';
import type { HistoryEntry } from '../../core/case/events.ts';
import type { Webhook, WebhookCaseEvent } from '../../core/webhook.ts';
import { mayHave } from '../api/read-case.ts';
import type { Dependencies } from '../dependencies.ts';
import type { ToldByWebhook } from '../ports/stores/webhook-store.ts';
import type { Stores } from '../ports/unit-of-work.ts';

type TellDeps = Pick<Dependencies, 'unitOfWork' | 'settingsOf' | 'clock'>;

/** Events after which what was fetched of a case must be fetched again, or go. */
const ERASING: readonly HistoryEntry['event'][] = ['erased', 'contact-erased', 'texts-erased'];

/** What a webhook is to be told of a case, by what it was told last; null: nothing. */
function eventFor(
  kase: Case,
  { organisations }: Webhook,
  told: ToldByWebhook | undefined,
  history: readonly HistoryEntry[],
  settingsOf: TellDeps['settingsOf'],
): WebhookCaseEvent | null {
  const wasHidden = told?.event === 'case.hidden';
  if (!mayHave(kase, organisations, settingsOf))
    return told === undefined || wasHidden ? null : 'case.hidden';
  if (told === undefined || wasHidden) return 'case.changed';
  if (told.revision >= kase.revision) return null;
  const since = history.filter(({ sequence }) => sequence > told.revision);
  return since.some(({ event }) => ERASING.includes(event)) ? 'case.erased' : 'case.changed';
}

/**
 * Queues a message to every webhook that is to be told of a case as it is now, and notes what each is told, in one
 * transaction: done twice, it queues nothing more.
 */
export async function tellWebhooks(caseId: string, deps: TellDeps): Promise<void> {
  await deps.unitOfWork.run(async (stores) => {
    const webhooks = (await stores.webhooks.all()).filter(({ disabled }) => disabled === null);
    const kase = webhooks.length === 0 ? undefined : await stores.cases.get(caseId);
    if (!kase) return;
    for (const webhook of webhooks) await tellOne(webhook, kase, stores, deps);
  });
}

/** Cases that a webhook is told of in one transaction. */
const AT_ONCE = 100;

/** Tells a webhook that is on again of the next cases after an id, and queues what comes after them. */
export async function tellOnwards(id: string, after: string, deps: TellDeps): Promise<void> {
  const cases = await deps.unitOfWork.read((stores) => stores.cases.page(after, AT_ONCE));
  const last = cases.at(-1);
  if (!last) return;
  await deps.unitOfWork.run(async (stores) => {
    const webhook = await stores.webhooks.get(id);
    if (!webhook || webhook.disabled) return;
    for (const { id: caseId } of cases) {
      // It may have changed since it was read.
      const kase = await stores.cases.get(caseId);
      if (kase) await tellOne(webhook, kase, stores, deps);
    }
    await stores.outbox.add(id, [{ kind: 'webhook.resume', after: last.id }], deps.clock.now());
  });
}

async function tellOne(
  webhook: Webhook,
  kase: Case,
  stores: Stores,
  { settingsOf, clock }: TellDeps,
): Promise<void> {
  const told = await stores.webhooks.told(webhook.id, kase.id);
  const history = told === undefined ? [] : await stores.history.of(kase.id);
  const event = eventFor(kase, webhook, told, history, settingsOf);
  if (event === null) return;
  const { id: caseId, revision } = kase;
  const now = clock.now();
  await stores.webhooks.noteTold(webhook.id, caseId, { revision, event });
  await stores.outbox.add(
    webhook.id,
    [{ kind: 'webhook.post', caseId, event, revision, at: kase.changedAt ?? now }],
    now,
  );
}

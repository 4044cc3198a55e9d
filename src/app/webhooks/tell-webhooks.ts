import type { Case } from '../../core/case/case.ts';
import type { Effect } from '../../core/case/effects.ts';
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
    for (const webhook of webhooks) {
      const told = await stores.webhooks.told(webhook.id, caseId);
      const history = told === undefined ? [] : await stores.history.of(caseId);
      await tellOne(webhook, kase, eventFor(kase, webhook, told, history, deps.settingsOf), stores, deps);
    }
  });
}

/** Cases that a webhook is told of in one transaction. */
const AT_ONCE = 100;

/**
 * Tells a webhook anew of the next cases after an id, and queues what comes after them: of all that it may have, or (`known`)
 * of those that it was told of, where what it may have has changed.
 */
export async function tellOnwards(
  id: string,
  { after, known }: Pick<Extract<Effect, { kind: 'webhook.resume' }>, 'after' | 'known'>,
  deps: TellDeps & Pick<Dependencies, 'settings'>,
): Promise<void> {
  // Another replica may have seen the settings change before this one.
  if (known) await deps.unitOfWork.read((stores) => deps.settings.refresh(stores, deps.clock.now()));
  await deps.unitOfWork.run(async (stores) => {
    const webhook = await stores.webhooks.get(id);
    if (!webhook || webhook.disabled) return;
    const cases = await stores.cases.page(after, AT_ONCE);
    const last = cases.at(-1);
    if (!last) return;
    const told = await stores.webhooks.toldOf(id, after, last.id);
    const history = told.size === 0 ? [] : await stores.history.ofCases(after, last.id);
    for (const kase of cases) {
      const before = told.get(kase.id);
      if (known && before === undefined) continue;
      const lines = history.filter(({ caseId }) => caseId === kase.id);
      await tellOne(webhook, kase, eventFor(kase, webhook, before, lines, deps.settingsOf), stores, deps);
    }
    const next = { kind: 'webhook.resume', after: last.id, ...(known && { known }) } as const;
    await stores.outbox.add(id, [next], deps.clock.now());
  });
}

async function tellOne(
  webhook: Webhook,
  { id: caseId, revision, changedAt }: Case,
  event: WebhookCaseEvent | null,
  stores: Stores,
  { clock }: Pick<TellDeps, 'clock'>,
): Promise<void> {
  if (event === null) return;
  const now = clock.now();
  await stores.webhooks.noteTold(webhook.id, caseId, { revision, event });
  await stores.outbox.add(
    webhook.id,
    [{ kind: 'webhook.post', caseId, event, revision, at: changedAt ?? now }],
    now,
  );
}

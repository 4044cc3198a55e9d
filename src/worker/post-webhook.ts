import { mayHave } from '../app/api/read-case.ts';
import { LATE, LIMITS, NO_ANSWER, within } from '../app/deadline.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { WebhookDelivery, WebhookSender } from '../app/ports/webhook-sender.ts';
import { tellOnwards, tellWebhooks } from '../app/webhooks/tell-webhooks.ts';
import type { Effect } from '../core/case/effects.ts';
import { addElapsed } from '../core/promise/clock.ts';
import {
  afterFailed,
  afterTaken,
  LONGEST_HOURS,
  pauseAfter,
  secretsAt,
  type Webhook,
  type WebhookBody,
} from '../core/webhook.ts';
import type { Health, Peers } from './peers.ts';
import { DONE, type RowOutcome } from './send.ts';

type Post = Extract<Effect, { kind: 'webhook.post' }>;

interface PostDeps extends Pick<Dependencies, 'unitOfWork' | 'clock' | 'settings' | 'settingsOf' | 'chance'> {
  readonly webhooks: WebhookSender | null;
  readonly peers: Peers;
  readonly log: (event: string, fields: Readonly<Record<string, string>>) => void;
}

/** The webhook, where there is something to send to it still. */
async function stillToTell(id: string, effect: Post, deps: PostDeps): Promise<Webhook | null> {
  const { caseId, event, revision } = effect;
  return deps.unitOfWork.read(async (stores) => {
    const webhook = await stores.webhooks.get(id);
    if (!webhook || webhook.disabled) return null;
    if (event !== 'case.changed') return webhook;
    const told = await stores.webhooks.told(id, caseId);
    const kase = await stores.cases.get(caseId);
    // A later message follows, or another that says that the case is hidden.
    const isOver = told !== undefined && told.revision > revision;
    return isOver || !kase || !mayHave(kase, webhook.organisations, deps.settingsOf) ? null : webhook;
  });
}

/** Does what a row about webhooks asks for. */
export async function deliverToWebhooks(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'webhooks.tell' | 'webhook.resume' | 'webhook.post' }>,
  deps: PostDeps,
): Promise<RowOutcome> {
  switch (effect.kind) {
    case 'webhooks.tell':
      await tellWebhooks(row.about, deps);
      return DONE;
    case 'webhook.resume':
      await tellOnwards(row.about, effect, deps);
      return DONE;
    case 'webhook.post':
      return postWebhook(row, effect, deps);
    default: {
      const never: never = effect;
      return never;
    }
  }
}

/** Sends one message to another system, with the same id and the same words however often it is tried. */
async function postWebhook(row: OutboxRow, effect: Post, deps: PostDeps): Promise<RowOutcome> {
  const { clock, webhooks: sender } = deps;
  const webhook = await stillToTell(row.about, effect, deps);
  if (!webhook) return DONE;
  if (!sender) throw new Error('Nothing sends to webhooks here');
  const line = await deps.peers.enter(`webhook/${webhook.id}`, effect.caseId);
  if (!line.open) return { state: 'wait', afterSeconds: line.waitSeconds, code: 'busy' };
  let health: Health = 'well';
  try {
    const { caseId, event, revision, at } = effect;
    const body: WebhookBody = { type: event, timestamp: at, data: { caseId, revision } };
    const now = clock.now();
    const message = {
      url: webhook.url,
      secrets: secretsAt(webhook, now),
      id: `msg_${row.id}`,
      at: now,
      body: JSON.stringify(body),
    };
    const sent = await within(clock, LIMITS.webhook, (signal) => sender.send(message, signal));
    const delivery: WebhookDelivery =
      sent === LATE ? { outcome: 'failed', code: NO_ANSWER, afterSeconds: null } : sent;
    const after = await noted(row, effect, delivery, deps);
    health = after.health;
    return after.outcome;
  } finally {
    line.leave(health);
  }
}

interface After {
  readonly outcome: RowOutcome;
  readonly health: Health;
}

/** Notes how a message ended, and says when it is tried again. */
async function noted(
  row: OutboxRow,
  { event }: Post,
  delivery: WebhookDelivery,
  deps: PostDeps,
): Promise<After> {
  const now = deps.clock.now();
  const code = delivery.outcome === 'failed' ? delivery.code : delivery.outcome;
  const after = await deps.unitOfWork.run(async (stores) => {
    const webhook = await stores.webhooks.get(row.about);
    if (!webhook) return null;
    const changed = code === 'taken' ? afterTaken(webhook) : afterFailed(webhook, code, now);
    const isSame = changed.failedBy === webhook.failedBy && changed.disabled === webhook.disabled;
    if (!isSame) await stores.webhooks.save(changed);
    return { webhook: changed, isNewlyOff: changed.disabled !== null && webhook.disabled === null };
  });
  if (after?.isNewlyOff) deps.log('webhook-disabled', { webhook: row.about, code });
  if (delivery.outcome !== 'failed' || !after || after.webhook.disabled)
    return { outcome: DONE, health: 'well' };
  if (event === 'case.changed' && addElapsed(row.createdAt, LONGEST_HOURS) <= now) {
    // Others were taken meanwhile: it is this one that the receiver does not take. That something must be deleted is never given up.
    deps.log('webhook-gave-up', { webhook: row.about, row: row.id, code });
    return { outcome: DONE, health: 'well' };
  }
  const { failingSince } = after.webhook;
  const since = failingSince !== null && failingSince < row.createdAt ? failingSince : row.createdAt;
  // A receiver may ask for a longer pause, not for none.
  const seconds = Math.max(delivery.afterSeconds ?? 0, pauseAfter(since, now, deps.chance()));
  return {
    outcome: { state: 'wait', afterSeconds: seconds, code },
    health: code === NO_ANSWER ? 'late' : { pauseSeconds: seconds },
  };
}

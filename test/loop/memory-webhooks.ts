import type { ToldByWebhook, WebhookStore } from '../../src/app/ports/stores/webhook-store.ts';
import type { Webhook } from '../../src/core/webhook.ts';
import { Kept, type Undo } from './kept.ts';

/** Webhooks over plain maps. `drop` drops the rows about one from the outbox. */
export function createMemoryWebhooks(undo: Undo, drop: (id: string) => void): WebhookStore {
  const webhooks = new Kept<Webhook>(undo);
  const told = new Kept<ToldByWebhook>(undo);
  const toldOf = (id: string) => [...told.map].filter(([name]) => name.startsWith(`${id} `));
  return {
    get: async (id) => webhooks.get(id),
    all: async () => webhooks.all().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    save: async (webhook) => webhooks.set(webhook.id, webhook),
    async remove(id) {
      for (const [name] of toldOf(id)) told.delete(name);
      drop(id);
      webhooks.delete(id);
    },
    told: async (id, caseId) => told.get(`${id} ${caseId}`),
    toldOf: async (id, after, last) =>
      new Map(
        toldOf(id).flatMap(([name, one]) => {
          const caseId = name.slice(id.length + 1);
          return caseId > after && caseId <= last ? [[caseId, one] as const] : [];
        }),
      ),
    noteTold: async (id, caseId, one) => told.set(`${id} ${caseId}`, one),
    async forgetTold(id) {
      for (const [name] of toldOf(id)) told.set(name, { revision: 0, event: 'case.changed' });
      drop(id);
    },
  };
}

import type { Webhook, WebhookCaseEvent } from '../../../core/webhook.ts';

/** The last that a webhook was told of a case. */
export interface ToldByWebhook {
  readonly revision: number;
  readonly event: WebhookCaseEvent;
}

/** Addresses of other systems, and what each was told. */
export interface WebhookReader {
  get(id: string): Promise<Webhook | undefined>;
  all(): Promise<readonly Webhook[]>;
  told(id: string, caseId: string): Promise<ToldByWebhook | undefined>;
  /** The same of all cases after one id, up to another. */
  toldOf(id: string, after: string, last: string): Promise<ReadonlyMap<string, ToldByWebhook>>;
}

export interface WebhookStore extends WebhookReader {
  save(webhook: Webhook): Promise<void>;
  /** Removes it with what it was told and what it was to be told. */
  remove(id: string): Promise<void>;
  noteTold(id: string, caseId: string, told: ToldByWebhook): Promise<void>;
  /** Forgets how far it was told of every case, so that it is told of each again, and what it was to be told. */
  forgetTold(id: string): Promise<void>;
}

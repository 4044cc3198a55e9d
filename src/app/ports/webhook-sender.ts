/** A message to another system, as Standard Webhooks writes it. */
export interface WebhookMessage {
  readonly url: string;
  /** It is signed with each of them. */
  readonly secrets: readonly string[];
  /** The same however often it is sent. */
  readonly id: string;
  /** ISO instant of this attempt. */
  readonly at: string;
  readonly body: string;
}

/**
 * How it ended. `failed`: it may be sent again, after so many seconds where the receiver said so. `code` may stand in a
 * log: `status-503`, `no-answer`, `refused`, `certificate`, `redirect`, `unknown-host`, `private-address`, `not-sent`.
 */
export type WebhookDelivery =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly code: string; readonly afterSeconds: number | null };

export interface WebhookSender {
  /** Sends a message once. Never throws. */
  send(message: WebhookMessage, signal?: AbortSignal): Promise<WebhookDelivery>;
}

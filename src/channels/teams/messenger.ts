import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { Conversation, Delivery, Messenger, Outgoing } from '../../app/ports.ts';
import { referenceOf, type Served } from './address.ts';
import { outgoingMessage } from './draw.ts';
import { sendOnce } from './send-once.ts';

/** Connection faults that happen before anything was sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}

function retryAfter(error: unknown): number | null {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const value = typeof get === 'function' ? Number(get.call(headers, 'retry-after')) : Number.NaN;
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** What a failed request to Teams means for the delivery (limits: 412, 502 and 504 may have arrived). */
export function deliveryOf(error: unknown): Delivery {
  const status = Number(property(error, 'statusCode') ?? Number.NaN);
  const code = String(property(error, 'code') ?? '');
  if (Number.isFinite(status)) {
    if (status === 429) return { outcome: 'retry', afterSeconds: retryAfter(error), code: 'http-429' };
    if (status === 403 || status === 404) return { outcome: 'gone', code: `http-${status}` };
    if (status === 412 || status === 502 || status === 504)
      return { outcome: 'uncertain', code: `http-${status}` };
    return { outcome: 'retry', afterSeconds: retryAfter(error), code: `http-${status}` };
  }
  if (NOT_SENT.includes(code)) return { outcome: 'retry', afterSeconds: null, code };
  return { outcome: 'uncertain', code: code === '' ? 'no-answer' : code };
}

/** How long Teams may take to answer, in milliseconds: well within the lease of a delivery. */
const TIMEOUT_MS = 15_000;

/**
 * Sends to Teams outside a turn, through the Bot Framework: each message once, trying again is the outbox's work.
 */
export function createTeamsMessenger(
  adapter: CloudAdapter,
  served: Served,
  timeoutMs: number = TIMEOUT_MS,
): Messenger {
  async function attempt(
    to: Conversation,
    work: (context: TurnContext) => Promise<string>,
  ): Promise<Delivery> {
    const notSent: Delivery = { outcome: 'retry', afterSeconds: null, code: 'not-sent' };
    let delivery: Delivery = notSent;
    const reference = referenceOf(to, served);
    if (typeof reference === 'string') return { outcome: 'gone', code: reference };
    try {
      await adapter.continueConversationAsync(served.appId, reference, async (context) => {
        const left = sendOnce(context, timeoutMs);
        try {
          delivery = { outcome: 'sent', messageId: await work(context) };
        } catch (error) {
          // Caught here, or the adapter's own handler would answer for it.
          delivery = left() ? deliveryOf(error) : notSent;
        }
      });
    } catch {
      // Outside of the work nothing is sent.
    }
    return delivery;
  }

  return {
    channel: 'teams',
    post: (to, message: Outgoing) =>
      attempt(to, async (context) => (await context.sendActivity(outgoingMessage(message)))?.id ?? ''),
    update: (to, messageId, message) =>
      attempt(to, async (context) => {
        const activity: Partial<Activity> = { ...outgoingMessage(message), id: messageId };
        await context.updateActivity(activity);
        return messageId;
      }),
  };
}

import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { type Budget, LATE, NO_ANSWER, pause } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { Delivery, Messenger, Outgoing } from '../../app/ports/messenger.ts';
import { referenceOf, type Served } from './address.ts';
import { deliveryOf } from './delivery-outcome.ts';
import { outgoingMessage } from './draw.ts';
import { type Requests, sendOnce } from './send-once.ts';

const NOT_SENT: Delivery = { outcome: 'retry', afterSeconds: null, code: 'not-sent' };

/** Resolves when the signal ends. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Sends one request, and says what came of it. Never throws. */
async function deliver(
  requests: Requests,
  signal: AbortSignal | undefined,
  work: () => Promise<string>,
): Promise<Delivery> {
  // What had not left when the time was up, because no token came, has reached nobody.
  const late = ended(signal).then(
    (): Delivery => (requests.hasLeft() ? { outcome: 'uncertain', code: NO_ANSWER } : NOT_SENT),
  );
  const sent = requests.send(signal, work).then(
    // Without an id a message cannot be changed later, so it counts as not known to be there.
    (messageId): Delivery =>
      messageId === '' ? { outcome: 'uncertain', code: 'no-message-id' } : { outcome: 'sent', messageId },
    (error: unknown): Delivery => (requests.hasLeft() ? deliveryOf(error) : NOT_SENT),
  );
  return Promise.race([sent, late]);
}

/**
 * Sends to Teams outside a turn, through the Bot Framework: each message once, trying again is the outbox's work.
 */
export function createTeamsMessenger(adapter: CloudAdapter, served: Served): Messenger {
  async function attempt(
    to: Conversation,
    signal: AbortSignal | undefined,
    work: (context: TurnContext) => Promise<string>,
  ): Promise<Delivery> {
    let delivery: Delivery = NOT_SENT;
    const reference = referenceOf(to, served);
    if (typeof reference === 'string') return { outcome: 'gone', code: reference };
    const inContext = adapter
      .continueConversationAsync(served.appId, reference, async (context) => {
        // Nothing is sent by whoever comes late to it.
        if (signal?.aborted) return;
        // Caught within, or the adapter's own handler would answer for it.
        delivery = await deliver(sendOnce(context), signal, () => work(context));
      })
      .catch(() => {
        // Outside of the work nothing is sent.
      });
    await Promise.race([inContext, ended(signal).then(() => new Promise(setImmediate))]);
    return delivery;
  }

  return {
    channel: 'teams',
    post: (to, message: Outgoing, signal) =>
      attempt(
        to,
        signal,
        async (context) => (await context.sendActivity(outgoingMessage(message)))?.id ?? '',
      ),
    update: (to, messageId, message, signal) =>
      attempt(to, signal, async (context) => {
        const activity: Partial<Activity> = { ...outgoingMessage(message), id: messageId };
        await context.updateActivity(activity);
        return messageId;
      }),
  };
}

/**
 * Sends one answer within its turn: once, and once more where the first has certainly not arrived and the budget lasts
 * for the pause that Teams asks for. Never throws; says what came of it.
 */
export async function answerOnce(
  context: TurnContext,
  requests: Requests,
  message: Partial<Activity>,
  budget: Budget,
  clock: Clock,
): Promise<Delivery> {
  const send = async (): Promise<Delivery> => {
    const delivery = await budget.run(budget.left(), (signal) =>
      deliver(requests, signal, async () => (await context.sendActivity(message))?.id ?? ''),
    );
    return delivery === LATE ? { outcome: 'uncertain', code: NO_ANSWER } : delivery;
  };
  const first = await send();
  if (first.outcome !== 'retry') return first;
  const pauseMs = (first.afterSeconds ?? 0) * 1_000;
  if (pauseMs >= budget.left()) return first;
  if (pauseMs > 0) await pause(clock, pauseMs);
  return send();
}

import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { type Budget, LATE, NO_ANSWER, pause } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { Delivery, Messenger, Outgoing } from '../../app/ports/messenger.ts';
import { referenceOf, type Served, threadOf } from './address.ts';
import { deliveryOf } from './delivery-outcome.ts';
import { outgoingMessage } from './draw.ts';
import { type Requests, sendOnce } from './send-once.ts';
import { type TabApps, tabAppOf } from './tab-apps.ts';

const NOT_SENT: Delivery = { outcome: 'retry', afterSeconds: null, code: 'not-sent' };

/** Resolves when the signal aborts. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Sends one request and returns its outcome. Never throws. */
async function deliver(
  requests: Requests,
  signal: AbortSignal | undefined,
  work: () => Promise<string>,
  isTargeted = false,
): Promise<Delivery> {
  // A request that had not left in time, for lack of a token, has reached nobody.
  const late = ended(signal).then(
    (): Delivery => (requests.hasLeft() ? { outcome: 'uncertain', code: NO_ANSWER } : NOT_SENT),
  );
  const sent = requests[isTargeted ? 'sendTargeted' : 'send'](signal, work).then(
    // A message without an id cannot be updated, so the outcome is uncertain.
    (messageId): Delivery =>
      messageId === '' ? { outcome: 'uncertain', code: 'no-message-id' } : { outcome: 'sent', messageId },
    (error: unknown): Delivery => (requests.hasLeft() ? deliveryOf(error) : NOT_SENT),
  );
  return Promise.race([sent, late]);
}

/** Sends to Teams outside a turn, through Bot Framework. Each message is sent once; retries are the outbox's. */
export function createTeamsMessenger(
  adapter: CloudAdapter,
  served: Served,
  tabApps: TabApps = {},
): Messenger {
  const drawn = ({ activity }: TurnContext, message: Outgoing) =>
    outgoingMessage(message, tabAppOf(activity.conversation.tenantId, tabApps));

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
        // Too late: nothing may be sent after the deadline.
        if (signal?.aborted) return;
        // Errors are caught here, or the adapter's own handler would send an answer.
        delivery = await deliver(sendOnce(context), signal, () => work(context));
      })
      .catch(() => {
        // Nothing is sent outside the work.
      });
    await Promise.race([inContext, ended(signal).then(() => new Promise(setImmediate))]);
    return delivery;
  }

  return {
    channel: 'teams',
    hasThreads: ({ kind }) => kind === 'channel',
    post: (to, message: Outgoing, signal) =>
      attempt(
        message.reply && to.kind === 'channel' ? threadOf(to, message.reply.to) : to,
        signal,
        async (context) => (await context.sendActivity(drawn(context, message)))?.id ?? '',
      ),
    update: (to, messageId, message, signal) =>
      attempt(to, signal, async (context) => {
        const activity: Partial<Activity> = { ...drawn(context, message), id: messageId };
        await context.updateActivity(activity);
        return messageId;
      }),
  };
}

/**
 * Sends one answer within its turn, to everybody there or, `isTargeted`, to the person of the turn alone. It is sent a second time where the first certainly did not arrive and the budget
 * covers the pause that Teams asks for. Returns the outcome; never throws.
 */
export async function answerOnce(
  context: TurnContext,
  requests: Requests,
  message: Partial<Activity>,
  budget: Budget,
  clock: Clock,
  isTargeted = false,
): Promise<Delivery> {
  const send = async (): Promise<Delivery> => {
    const delivery = await budget.run(budget.left(), (signal) =>
      deliver(requests, signal, async () => (await context.sendActivity(message))?.id ?? '', isTargeted),
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

import { z } from 'zod';
import type { OrganisationId } from './organisation.ts';
import { addElapsed } from './promise/clock.ts';

/**
 * What another system is told of a case. `case.changed`: there is something new, or it is told of the case for the first
 * time. `case.erased`: a company, a person or words were erased, so that what was fetched before must go. `case.hidden`:
 * the webhook's organisations may no longer have the case.
 */
const CASE_EVENTS = ['case.changed', 'case.erased', 'case.hidden'] as const;
export type WebhookCaseEvent = (typeof CASE_EVENTS)[number];

/** What a webhook sends: ids and codes. The record is fetched, by whoever may have it. */
export const webhookBody = z.union([
  z.strictObject({
    type: z.enum(CASE_EVENTS),
    timestamp: z.iso.datetime().meta({ description: 'When it happened' }),
    data: z.strictObject({
      caseId: z.string(),
      revision: z.int().positive().meta({ description: 'Counts up with each change of the case' }),
    }),
  }),
  z.strictObject({
    type: z.literal('webhook.test'),
    timestamp: z.iso.datetime(),
    data: z.strictObject({}),
  }),
]);
export type WebhookBody = z.infer<typeof webhookBody>;

/** A key by which a webhook's messages are signed. */
interface WebhookSecret {
  /** `whsec_` and 32 random bytes in base64. */
  readonly secret: string;
  /** ISO instant after which nothing is signed with it; null: the newest one. */
  readonly until: string | null;
}

/** Why nothing is sent to a webhook: its receiver said that it is gone (410), or has failed for `LONGEST_HOURS`. */
type Disabled = 'gone' | 'failing';

/** An address at which another system is told what happens to the cases of some organisations. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly organisations: readonly OrganisationId[];
  /** The newest first. */
  readonly secrets: readonly WebhookSecret[];
  /** ISO instants. */
  readonly createdAt: string;
  readonly failingSince: string | null;
  /** How the last message failed; null: it did not. */
  readonly failedBy: string | null;
  readonly disabled: { readonly at: string; readonly for: Disabled } | null;
  /** The settings of who sees what by which its receiver was last told of every case (`sightUnder`). */
  readonly sight?: string | undefined;
}

/** Hours for which a receiver may fail before nothing is sent to it any more: a weekend, with a day to spare. */
export const LONGEST_HOURS = 96;

/** Hours for which messages are signed with the old secret as well, once there is a new one. */
export const OVERLAP_HOURS = 24;

/** The secrets that are good at this instant, the newest first. */
export function secretsAt({ secrets }: Webhook, now: string): readonly string[] {
  return secrets.filter(({ until }) => until === null || now < until).map(({ secret }) => secret);
}

/** The webhook with a new secret. Those it has are good for some more hours, unless they end before. */
export function withSecret(webhook: Webhook, secret: string, hours: number, now: string): Webhook {
  const end = addElapsed(now, hours);
  const old = webhook.secrets
    .filter(({ until }) => until === null || now < until)
    .map((one) => ({ ...one, until: one.until !== null && one.until < end ? one.until : end }));
  return { ...webhook, secrets: [{ secret, until: null }, ...old] };
}

/**
 * The webhook after a message that its receiver took. One that was switched off meanwhile stays off: what it was not told
 * since must be told when it is switched on (`resumeWebhook`).
 */
export function afterTaken(webhook: Webhook): Webhook {
  return { ...webhook, failingSince: null, failedBy: null };
}

/** The webhook after a message that failed; disabled once it has failed for long, or its receiver is gone. */
export function afterFailed(webhook: Webhook, failedBy: string, now: string): Webhook {
  const failingSince = webhook.failingSince ?? now;
  const isLong = addElapsed(failingSince, LONGEST_HOURS) <= now;
  const reason = failedBy === 'gone' ? 'gone' : isLong ? 'failing' : null;
  return {
    ...webhook,
    failingSince,
    failedBy,
    disabled: webhook.disabled ?? (reason && { at: now, for: reason }),
  };
}

const PAUSE_SECONDS = { least: 5, most: 900 } as const;

/**
 * Seconds until a failing receiver is tried again: a quarter of the time for which it has failed, from five seconds to a
 * quarter of an hour, and less by chance (0 to 1) so that receivers that failed together are not tried together.
 */
export function pauseAfter(failingSince: string, now: string, chance: number): number {
  const failed = (Date.parse(now) - Date.parse(failingSince)) / 1_000;
  const whole = Math.min(Math.max(failed / 4, PAUSE_SECONDS.least), PAUSE_SECONDS.most);
  return whole * (0.75 + chance / 4);
}

/** How many webhooks are sent to, have a receiver that fails, and are switched off. */
export function webhookFigures(
  webhooks: readonly Webhook[],
): Readonly<Record<'on' | 'failing' | 'off', number>> {
  const off = webhooks.filter(({ disabled }) => disabled !== null).length;
  const failing = webhooks.filter(({ disabled, failingSince }) => !disabled && failingSince !== null).length;
  return { on: webhooks.length - off - failing, failing, off };
}

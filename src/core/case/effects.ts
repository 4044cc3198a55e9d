import type { DigestLine } from '../indicators/digest.ts';
import type { OrganisationId } from '../organisation.ts';
import type { OutreachEffect, OutreachRefresh } from '../outreach/outreach.ts';
import type { SettingEffect, SettingRefresh } from '../settings/effects.ts';
import type { WebhookCaseEvent } from '../webhook.ts';
import type { Tell } from './notices.ts';

const CARD_KINDS = ['handover', 'case', 'grey-zone', 'follow-up', 'task'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** Effects of a change outside the case, written to the outbox in the same transaction. Ids and codes only. */
export type Effect =
  | { readonly kind: 'crm.save' }
  | { readonly kind: 'card.post'; readonly organisation: OrganisationId; readonly card: CardKind }
  | { readonly kind: 'card.refresh' }
  | Tell
  | OutreachEffect
  | OutreachRefresh
  | SettingEffect
  | SettingRefresh
  /** A notice about something other than a case, such as a draft or a channel. */
  | {
      readonly kind: 'notice.person';
      readonly person: string;
      readonly organisation: OrganisationId;
      /** For `stands-in`, the row is about the colleague who is away. */
      readonly notice: 'draft-expired' | 'stands-in';
      readonly notBefore?: string;
    }
  /** The day's overview of the person's office, worked out when it is sent. */
  | { readonly kind: 'overview.person'; readonly person: string; readonly organisation: OrganisationId }
  /** The case has a new revision, and somebody is told of cases by webhook. The store adds it to `crm.save`. */
  | { readonly kind: 'webhooks.tell' }
  /** A message to another system. The row is about the webhook. */
  | {
      readonly kind: 'webhook.post';
      readonly caseId: string;
      readonly event: WebhookCaseEvent;
      readonly revision: number;
      /** When it happened. */
      readonly at: string;
    }
  /** A webhook is on again, and is told of the cases that come after this id. The row is about the webhook. */
  /** `known`: only of cases that it was told of before. */
  | { readonly kind: 'webhook.resume'; readonly after: string; readonly known?: true }
  /** The month's digest of an office, with its counts: nothing that tells who a company or person is. */
  | {
      readonly kind: 'digest.organisation';
      readonly organisation: OrganisationId;
      readonly month: string;
      readonly lines: readonly DigestLine[];
    }
  | {
      readonly kind: 'notice.coordinators';
      readonly organisation: OrganisationId;
      readonly notice: 'channel-lost' | 'colleague-left' | 'colleague-away' | 'asks-to-be-let-in';
    };

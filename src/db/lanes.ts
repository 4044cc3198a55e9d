/**
 * Delivery lanes. Rows of one lane are delivered in order: a case's cards wait for each other, and so do its CRM records;
 * neither waits for the other. What a webhook is told of a case is in order too.
 */
export type LaneKind = 'crm' | 'cards' | 'hook' | 'notice';

/** The lane of an outbox row; `of` is the case (for a message to a webhook, behind the webhook's id), or the row itself for a
 * notice, which waits for no other. */
export function laneOf(kind: LaneKind, of: string): string {
  return `${kind}/${of}`;
}

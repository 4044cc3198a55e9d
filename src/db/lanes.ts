/**
 * Delivery lanes. Rows of one lane are delivered in order: a case's cards wait for each other, and so do its CRM records;
 * neither waits for the other.
 */
export type LaneKind = 'crm' | 'cards' | 'notice';

/** The lane of an outbox row; `of` is the case, or the row itself for a notice, which waits for no other. */
export function laneOf(kind: LaneKind, of: string): string {
  return `${kind}/${of}`;
}

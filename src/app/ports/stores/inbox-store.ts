/** The deliveries that have been taken, so that a repeated one does nothing twice. */
export interface InboxStore {
  /** Records the idempotency key of a delivery; false where it was recorded before. */
  record(deliveryId: string, at: string): Promise<boolean>;
  forgetBefore(instant: string): Promise<number>;
}

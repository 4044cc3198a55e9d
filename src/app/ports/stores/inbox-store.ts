export interface InboxStore {
  /** Records a delivery; false when it was recorded before (a duplicate). */
  record(deliveryId: string, at: string): Promise<boolean>;
  forgetBefore(instant: string): Promise<number>;
}

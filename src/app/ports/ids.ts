/** The source of ids; tests pass one that counts. */
export interface Ids {
  /** A case id as people type it: eight letters and digits without vowels, `K3F9-QTX2`. */
  caseId(): string;
  /** An opaque unique id (drafts, outbox rows). */
  id(): string;
}

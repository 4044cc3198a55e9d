/** A corrected case: its old values, and where it belongs now. */
export const corrections = {
  /** In the case's history. `before` is the old value. */
  line: (when: string, person: string, field: string, before: string) =>
    `${when}, ${person}: ${field} rettet, før: ${before}`,
  /** There was no value, or it has been erased. */
  nothing: 'ikke angivet',
  erased: 'slettet',
  /** `why` is the rule's own sentence. */
  door: (door: string, why: string) =>
    `Efter reglerne hører sagen nu til hos ${door}, fordi rettelsen ændrer afgørelsen. ${why}`,
  stays: 'Sagen bliver, hvor den er, indtil I selv sender den.',
  sendTo: (door: string) => `Send til ${door}`,
  reason: 'Begrundelse',
};

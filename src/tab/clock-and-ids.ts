/** A key that tells a request from every other, and its repeats from new ones. */
export function newKey(): string {
  return crypto.randomUUID();
}

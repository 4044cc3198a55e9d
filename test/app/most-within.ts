/** The most messages that went within any window of so many seconds; `times` in milliseconds. */
export function mostWithin(times: readonly number[], seconds: number): number {
  const end = (from: number) => from + seconds * 1_000;
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < end(from)).length));
}

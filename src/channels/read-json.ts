/** The JSON of a body in UTF-8, with or without a byte-order mark; undefined where it is not that. */
export function readJson(body: Buffer): unknown {
  try {
    // The decoder takes the mark off.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

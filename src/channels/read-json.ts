/** Parses a body as JSON in UTF-8, with or without a byte-order mark. Undefined where it is not valid. */
export function readJson(body: Buffer): unknown {
  try {
    // TextDecoder strips the byte-order mark.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

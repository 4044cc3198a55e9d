import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';

/** The bodies that a route accepts. */
export interface BodyRules {
  /** Media types, in lower case: `application/json`. */
  readonly types: readonly string[];
  readonly maxBytes: number;
}

/**
 * How many bytes of a refused body are discarded, so that its sender can read the answer. A longer body ends the
 * connection.
 */
const DISCARD_BYTES = 8_000_000;

function mediaType(value: string): MIMEType | undefined {
  try {
    return new MIMEType(value);
  } catch {
    return undefined;
  }
}

function isPlain(encoding: string | undefined, plain: string): boolean {
  return encoding === undefined || encoding.trim() === '' || encoding.trim().toLowerCase() === plain;
}

/**
 * Checks a request by its head. Returns the status that refuses it: 415 for an encoding (bodies are never
 * decompressed), another media type or a character set other than UTF-8; 413 for a declared size over the limit.
 * Undefined where it may come in.
 */
export function refusalOfHead(
  headers: IncomingHttpHeaders,
  { types, maxBytes }: BodyRules,
): number | undefined {
  if (!isPlain(headers['content-encoding'], 'identity')) return 415;
  if (!isPlain(headers['transfer-encoding'], 'chunked')) return 415;
  const type = mediaType(headers['content-type'] ?? '');
  if (!type || !types.includes(type.essence)) return 415;
  const charset = type.params.get('charset');
  if (charset !== null && !['utf-8', 'utf8'].includes(charset.toLowerCase())) return 415;
  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : undefined;
}

/** A body while it is being read. */
interface Reading {
  bytes: number;
  readonly refuse: () => void;
}

/** The most bytes of unfinished bodies together. Genuine requests are a few kilobytes and complete quickly. */
const HELD_BYTES = 8_000_000;

/** Reads bodies, with a limit on the bytes of all unfinished ones. */
export class BodyReader {
  readonly #readings = new Set<Reading>();
  #held = 0;

  /**
   * Reads a body. Resolves with its bytes, or with the status that refuses it: 413 as soon as it is too large, 408
   * where it is incomplete after `withinMs`, 400 where the connection ends first, 503 where all unfinished bodies
   * exceed the limit and this one is the largest. Signatures cover the whole body, so strangers' bodies must be read
   * before they can be refused.
   */
  read(request: IncomingMessage, maxBytes: number, withinMs: number): Promise<Buffer | number> {
    return new Promise((resolve) => {
      const parts: Buffer[] = [];
      const reading: Reading = { bytes: 0, refuse: () => settle(503) };
      const settle = (result: Buffer | number) => {
        clearTimeout(deadline);
        this.#readings.delete(reading);
        this.#held -= reading.bytes;
        request.off('data', take).off('end', whole).off('error', broken).off('close', broken);
        resolve(result);
      };
      const take = (part: Buffer) => {
        reading.bytes += part.length;
        this.#held += part.length;
        if (reading.bytes > maxBytes) return settle(413);
        parts.push(part);
        if (this.#held > HELD_BYTES) this.#largest()?.refuse();
      };
      const whole = () => settle(Buffer.concat(parts));
      const broken = () => settle(400);
      const deadline = setTimeout(() => settle(408), withinMs);
      this.#readings.add(reading);
      request.on('data', take).once('end', whole).once('error', broken).once('close', broken);
    });
  }

  #largest(): Reading | undefined {
    let largest: Reading | undefined;
    for (const reading of this.#readings) if (reading.bytes > (largest?.bytes ?? 0)) largest = reading;
    return largest;
  }
}

/** Discards the rest of a refused body up to a limit, then ends the connection. */
export function discardBody(request: IncomingMessage): void {
  let left = DISCARD_BYTES;
  request.on('error', () => {});
  request.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) request.destroy();
  });
}

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';

/** What a route takes as a body. */
export interface BodyRules {
  /** Media types, in lower case: `application/json`. */
  readonly types: readonly string[];
  readonly maxBytes: number;
}

/** How much of a refused body is thrown away, in bytes, so that its sender can read the answer. More ends the connection. */
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
 * The status that refuses a request by its head alone, or undefined: 415 for an encoding (nothing is ever unpacked
 * here), a media type that the route does not take or a character set other than UTF-8; 413 where it says to be too large.
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

/** A body that is being read. */
interface Reading {
  bytes: number;
  readonly refuse: () => void;
}

/** Bytes of bodies that are being read at once. Those of good requests are a few kilobytes, and there as soon as their head. */
const HELD_BYTES = 8_000_000;

/** Reads bodies, and holds no more than so many bytes of them at once. */
export class BodyReader {
  readonly #readings = new Set<Reading>();
  #held = 0;

  /**
   * Reads the body, counting as it comes: the bytes, or the status that refuses it: 413 as soon as it is too large, 408
   * where it is not complete within `withinMs`, 400 where the connection ends first, 503 where all together are too many
   * and this one is the largest: a signature covers the whole body, so strangers can have large ones read.
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

/** Throws away what is left of a refused body, up to a limit; a sender that goes on beyond it is cut off. */
export function discardBody(request: IncomingMessage): void {
  let left = DISCARD_BYTES;
  request.on('error', () => {});
  request.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) request.destroy();
  });
}

import type { ImportProblem, ImportProblemCode } from '../../core/import-problems.ts';

/** The largest file: a list of offers or advisers has no thousand pages. */
const MOST_BYTES = 5_000_000;

/** UTF-8 of letters beyond ASCII that was read as Latin-1 and saved again: `Ã¸` for `ø`. */
const TWICE_ENCODED = /Ã[\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|ï¿½|\ufffd/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that no text has
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: ImportProblem };

/** The line and character of an offset in a text, both from 1. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const refused = (code: ImportProblemCode, line = 1, column: number | null = null, about = ''): Decoded => ({
  ok: false,
  problem: { line, column, code, about, other: '' },
});

/** Whether bytes hold a letter of several bytes in UTF-8: then they are not Latin-1. */
function hasUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (lead >= 0xc3 && lead <= 0xf4 && next >= 0x80 && next <= 0xbf) return true;
  }
  return false;
}

/** The text at the beginning that is whole UTF-8, found by halves. */
function wholeUtf8(bytes: Uint8Array): string {
  // `stream`: a letter that is cut off at the end is left out.
  const read = (length: number): string | undefined => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (read(middle) === undefined) high = middle - 1;
    else low = middle;
  }
  return read(low) ?? '';
}

function textOf(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { ok: true, text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { ok: true, text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Excel on a Danish computer saves CSV in Windows' own Latin-1.
    if (!hasUtf8(bytes)) return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
    const whole = wholeUtf8(bytes);
    const { line, column } = placeOf(whole, whole.length);
    return refused('mixed-encoding', line, column);
  }
}

/**
 * The text of a file in UTF-8 (with or without byte-order mark), UTF-16 with one, or Latin-1 as Windows writes it, with
 * line ends of one kind. Refuses what is no text, or text whose letters have been damaged, with line and character.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return refused('too-large', 1, null, String(bytes.length));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) return refused('workbook');
  // The old format of Excel, and PDF.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return refused('workbook');
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return refused('empty');
  const wrong = [
    ['binary', CONTROL.exec(text)],
    ['damaged-letters', TWICE_ENCODED.exec(text)],
  ] as const;
  for (const [code, found] of wrong) {
    if (!found) continue;
    const { line, column } = placeOf(text, found.index);
    return refused(code, line, column, code === 'binary' ? '' : found[0]);
  }
  return { ok: true, text };
}

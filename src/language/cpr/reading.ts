import { createRequire } from 'node:module';

/**
 * A text normalised for finding CPR numbers. Digits of all scripts become `0` to `9`, dashes become `-`, white space
 * becomes one space, and invisible parts (invisible and combining marks, tags, entities, %XX, code marks) are removed.
 * Each UTF-16 unit of `text` stands for the stretch `from[i]` to `to[i]` of the original.
 */
export interface Reading {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Options for what counts as invisible. A text may need several readings, because no single one finds every number. */
export interface Way {
  /**
   * Tags that separate digits: `all` removes every tag, `inline` keeps those of lines and cells as separators, `none`
   * reads tags as text, with their attributes.
   */
  readonly tags: 'all' | 'inline' | 'none';
  readonly percent: boolean;
  /** Bold, italic, strikethrough and code marks of Slack and Markdown. */
  readonly codeMarks: boolean;
  /** Superscript and circled digits, which are digits or footnote marks. */
  readonly raisedDigits: boolean;
}

const load = createRequire(import.meta.url);
let decoder: ((text: string) => string) | undefined;

/** Decodes entities, also without a semicolon. The table of names is loaded with the first entity. */
function decodeHTML(text: string): string {
  if (!decoder) {
    const entities: typeof import('entities') = load('entities');
    decoder = entities.decodeHTML;
  }
  return decoder(text);
}

const USUAL: Way = {
  tags: 'inline',
  percent: true,
  codeMarks: true,
  raisedDigits: true,
};

const HAS_TAG = /<[/!a-z]/i;
const HAS_CODE_MARK = /[*_`~\\]/;
const HAS_ENTITY = /&(?:#|\w)/;

/** The options with which a text must be read. */
export function waysOf(text: string): readonly Way[] {
  const hasTag = HAS_TAG.test(HAS_ENTITY.test(text) ? decodeHTML(text) : text);
  const ways: Way[] = [USUAL];
  if (hasTag) ways.push({ ...USUAL, tags: 'all' });
  if (HAS_CODE_MARK.test(text)) ways.push({ ...USUAL, codeMarks: false });
  if (/\p{No}/u.test(text)) ways.push({ ...USUAL, raisedDigits: false });
  if (hasTag || text.includes('%')) ways.push({ ...USUAL, tags: 'none', percent: false });
  return ways;
}

/** How often a code may be nested in itself: `&amp;#8209;`, `%252D`. */
const DEEPEST = 4;
const ENTITY = /&(?:#\d{1,7}(?!\d)|#x[0-9a-f]{1,6}(?![0-9a-f])|[a-z][a-z0-9]{1,31});?/gi;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
const TAG = /<(?:!--[^<>]*--|\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?)>/gi;
/** Tags that separate the text before them from the text after. */
const PARTING = /^<\/?(?:br|p|div|li|ul|ol|tr|td|th|table|h\d|hr|sup|sub|blockquote|pre|section|article)\b/i;

/** Letters of other scripts count as marks: `&#4127;` decodes to one, and hides four digits. */
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}|\ufffd/u;

function entityOf(code: string): string {
  const decoded = decodeHTML(code);
  return FOREIGN_LETTER.test(decoded) ? code : decoded;
}

/**
 * The bytes of a percent code. Bytes that decode to letters stay as they are: `%41` is rather a mark and two digits
 * than an `A`.
 */
function bytesOf(code: string): string {
  try {
    const decoded = decodeURIComponent(code);
    return /[a-z]/i.test(decoded) || FOREIGN_LETTER.test(decoded) ? code : decoded;
  } catch {
    return code;
  }
}

function whole(text: string): Reading {
  const from = Array.from({ length: text.length }, (_, at) => at);
  return { text, from, to: from.map((at) => at + 1) };
}

/** A reading with each match replaced. Every unit of the replacement stands for the whole match. */
function rewritten(reading: Reading, pattern: RegExp, replace: (found: string) => string): Reading {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let end = 0;
  const copy = (until: number) => {
    parts.push(reading.text.slice(end, until));
    for (let at = end; at < until; at++) {
      from.push(reading.from[at] ?? 0);
      to.push(reading.to[at] ?? 0);
    }
  };
  for (const { 0: found, index } of reading.text.matchAll(pattern)) {
    const next = replace(found);
    if (next === found) continue;
    copy(index);
    end = index + found.length;
    parts.push(next);
    for (let at = 0; at < next.length; at++) {
      from.push(reading.from[index] ?? 0);
      to.push(reading.to[end - 1] ?? 0);
    }
  }
  if (end === 0) return reading;
  copy(reading.text.length);
  return { text: parts.join(''), from, to };
}

function decoded(reading: Reading, { percent }: Way): Reading {
  let last = reading;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const entities = HAS_ENTITY.test(last.text) ? rewritten(last, ENTITY, entityOf) : last;
    const next = percent && last.text.includes('%') ? rewritten(entities, PERCENT, bytesOf) : entities;
    if (next === last) return last;
    last = next;
  }
  return last;
}

function untagged(reading: Reading, { tags }: Way): Reading {
  if (tags === 'none' || !HAS_TAG.test(reading.text)) return reading;
  return rewritten(reading, TAG, (tag) => (tags === 'inline' && PARTING.test(tag) ? ' ' : ''));
}

/** The value of a digit of any script. The script's zero is found when its first digit is met. */
function digitOf(point: number): string {
  let zero = point;
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

const SPACE = /[\t-\r\u0085\u2800\p{Z}]/u;
const UNSEEN = /[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u2796\u207b\u208b]/u;
const DOT = /[·․‧∙•。｡]/u;
const SLASH = /[⁄∕⧸]/u;
const CODE_MARK = /[*_`~\\]/;

/** Normalised characters, cached: a text uses few, again and again. */
const known = new Map<number, string>();

function plainOf(point: number): string {
  const kept = known.get(point);
  if (kept !== undefined) return kept;
  const character = String.fromCodePoint(point);
  const plain = [...(UNSEEN.test(character) && !SPACE.test(character) ? '' : simple(character))]
    .map(simple)
    .join('');
  if (known.size < 20_000) known.set(point, plain);
  return plain;
}

function simple(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (DOT.test(character)) return '.';
  if (SLASH.test(character)) return '/';
  if (/\p{Nd}/u.test(character)) return digitOf(character.codePointAt(0) ?? 0);
  return UNSEEN.test(character) ? '' : character.normalize('NFKC');
}

const RAISED = /\p{No}/u;

/** The text in plain characters, with runs of spaces collapsed. */
function simplified(reading: Reading, { codeMarks, raisedDigits }: Way): Reading {
  const { text } = reading;
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let spaceBefore = false;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const size = point > 0xffff ? 2 : 1;
    const character = text.slice(at, at + size);
    const start = reading.from[at] ?? 0;
    const end = reading.to[at + size - 1] ?? 0;
    at += size;
    if (codeMarks && point < 128 && CODE_MARK.test(character)) continue;
    const plain = !raisedDigits && point > 127 && RAISED.test(character) ? '^' : plainOf(point);
    if (plain === '') continue;
    const isSpace = plain === ' ';
    if (isSpace && spaceBefore) {
      to[to.length - 1] = end;
      continue;
    }
    spaceBefore = isSpace;
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(start);
      to.push(end);
    }
  }
  return { text: parts.join(''), from, to };
}

/** Reads a text with one set of options. Linear in its length. */
export function read(text: string, way: Way): Reading {
  return simplified(untagged(decoded(whole(text), way), way), way);
}

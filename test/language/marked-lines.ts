import { readFileSync } from 'node:fs';
import { AREAS, type Area } from '../../src/core/vocabulary.ts';
import type { Found } from '../../src/language/entities/found.ts';

/** Something that a line holds, as a person marked it. Values are compared as text. */
interface Marked {
  readonly kind: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A line as it is typed, with what a person says that it holds. */
export interface MarkedLine {
  readonly text: string;
  readonly areas: readonly Area[];
  readonly marked: readonly Marked[];
}

export const ENTITY_KINDS = [
  'cvr',
  'pNumber',
  'companyName',
  'municipality',
  'founded',
  'ageMonths',
  'stage',
  'maturity',
  'segment',
  'employees',
  'turnoverDkk',
  'contactName',
  'contactPhone',
  'contactEmail',
  'consent',
] as const satisfies readonly Found['kind'][];

const MARK = /\[([^\]]+)\]\((\w+)(?:=([^)]*))?\)/g;
/** Kinds whose value is their digits. */
const DIGITS = ['cvr', 'pNumber', 'contactPhone'];

/**
 * Reads `areas | text with [12 ansatte](employees=12)`; a mark without a value has its own words as the value. Null for
 * an empty line or a remark. Throws on an unknown kind or area.
 */
function readMarkedLine(line: string): MarkedLine | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const [, named = '', body = ''] = /^([a-z, -]+?) \| (.+)$/.exec(trimmed) ?? [];
  if (body === '') throw new Error(`"${trimmed}" needs its areas first: area | text`);
  const areas = named.split(',').map((code) => {
    const area = AREAS.find((one) => one === code.trim());
    if (!area) throw new Error(`"${code}" is not an area`);
    return area;
  });
  const marked: Marked[] = [];
  let text = '';
  let from = 0;
  for (const match of body.matchAll(MARK)) {
    const [whole, words = '', kind = '', value] = match;
    if (!ENTITY_KINDS.some((one) => one === kind)) throw new Error(`"${kind}" is no kind of entity`);
    text += body.slice(from, match.index);
    const own = DIGITS.includes(kind) ? words.replace(/^(?:\+|00)45/, '').replace(/\D/g, '') : words;
    marked.push({ kind, value: value ?? own, start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + body.slice(from), areas, marked };
}

/** Every marked line of the file beside this one. */
export function readMarkedLines(): readonly MarkedLine[] {
  return readFileSync(new URL('./log-lines.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => readMarkedLine(line) ?? []);
}

/** How well one kind is read. */
export interface Tally {
  readonly kind: string;
  readonly right: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

/** Counts per kind: right where kind and value are those of a mark and the two stretches touch. */
export function tallyEntities(
  lines: readonly MarkedLine[],
  read: (text: string) => readonly Found[],
): readonly Tally[] {
  const tallies = new Map(
    ENTITY_KINDS.map((kind) => [
      kind as string,
      { kind, right: 0, missed: [] as string[], invented: [] as string[] },
    ]),
  );
  for (const { text, marked } of lines) {
    const found = read(text);
    const isOf = (one: Found, mark: Marked) =>
      one.kind === mark.kind &&
      String(one.value) === mark.value &&
      one.start < mark.end &&
      mark.start < one.end;
    for (const mark of marked) {
      const tally = tallies.get(mark.kind);
      if (!tally) continue;
      if (found.some((one) => isOf(one, mark))) tally.right += 1;
      else tally.missed.push(`${mark.value} in: ${text}`);
    }
    for (const one of found)
      if (!marked.some((mark) => isOf(one, mark)))
        tallies.get(one.kind)?.invented.push(`${one.value} in: ${text}`);
  }
  return [...tallies.values()];
}

/** Share of what was found that is right; 1 where nothing was found. */
export function precisionOf({ right, invented }: Tally): number {
  return right + invented.length === 0 ? 1 : right / (right + invented.length);
}

/** Share of what is there that was found; 1 where nothing is there. */
export function recallOf({ right, missed }: Tally): number {
  return right + missed.length === 0 ? 1 : right / (right + missed.length);
}

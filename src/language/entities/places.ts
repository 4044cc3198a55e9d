import { readFileSync } from 'node:fs';
import { MUNICIPALITIES, type MunicipalityCode } from '../../core/municipalities.ts';
import { foldText, type Word, wordsOf } from '../tokenise.ts';
import type { Found } from './found.ts';

/**
 * Towns and postal codes: PostNord's public list of October 2020, with the municipalities of each code. A code in
 * several municipalities decides nothing by itself.
 */
export interface Places {
  /** Folded names of towns and municipalities, with their municipality; null where several are possible. */
  readonly names: ReadonlyMap<string, MunicipalityCode | null>;
  readonly codes: ReadonlyMap<string, readonly MunicipalityCode[]>;
  /** The number of words in the longest name. */
  readonly longest: number;
}

/** Names that are also everyday words. They count only where the words around them point to a place. */
const EVERYDAY = new Set(
  `ringe give års brande tarm stege greve vejen skive hals tune bred them lem fur ans vig gram ry nim tim hou
    bed rude ribe arden beder hasle rønne sunds viby hobro nord odder storm svinninge ærø orø omø als mors
    møn fanø sejer facility strandby holte sæd højer læsø lyngby nakke salling solrød tranum`
    .split(/\s+/)
    .map(foldText),
);
/** Of these, the names that in practice only mean towns. */
const NOT_EVERYDAY = new Set(
  'ribe hobro odder viby rønne lyngby hasle holte beder ry ærø fanø læsø orø omø mors arden solrød højer'
    .split(' ')
    .map(foldText),
);

const ISLANDS: Readonly<Record<string, string>> = {
  mors: '773',
  bornholm: '400',
  langeland: '482',
  lolland: '360',
  falster: '376',
  møn: '390',
  samsø: '741',
  læsø: '825',
  fanø: '563',
  ærø: '492',
  als: '540',
  djursland: '',
  kbh: '101',
  københavn: '101',
  copenhagen: '101',
  cph: '101',
  'kgs lyngby': '173',
  'kongens lyngby': '173',
  århus: '751',
  ålborg: '851',
  'nykøbing mors': '773',
  'nykøbing falster': '376',
  'nykøbing sjælland': '306',
  lyngby: '173',
  elsinore: '217',
  hvidovre: '167',
};

function codeOf(code: string): MunicipalityCode | undefined {
  return MUNICIPALITIES.find((municipality) => municipality.code === code)?.code;
}

const DISTRICT = / (?:c|n|s|v|o|nv|sv|so|k|sj|st|j|by|fyn|thy|sjalland)$/;

/**
 * Reads the list of postal codes, and the list of towns whose postal district spans several municipalities, with the
 * town's own municipality. Throws where a line names an unknown municipality.
 */
export function readPlaces(
  file: URL = new URL('../places/postal-codes.csv', import.meta.url),
  borders: URL = new URL('../places/towns.csv', import.meta.url),
): Places {
  const codes = new Map<string, MunicipalityCode[]>();
  const towns = new Map<string, Set<MunicipalityCode>>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    if (line.trim() === '') continue;
    const [postal = '', town = '', code = ''] = line.trim().split(',');
    const municipality = codeOf(code);
    if (!municipality) throw new Error(`Postal codes: ${line}: no such municipality`);
    codes.set(postal, [...(codes.get(postal) ?? []), municipality]);
    // Codes below 1000 belong to companies and offices instead of towns.
    if (Number(postal) < 1_000) continue;
    const name = nameOf(town);
    towns.set(name, (towns.get(name) ?? new Set()).add(municipality));
  }
  const names = new Map<string, MunicipalityCode | null>();
  for (const [name, found] of towns) {
    const [only] = found;
    names.set(name, found.size === 1 && only ? only : null);
    const plain = name.replace(DISTRICT, '');
    if (plain !== name && !towns.has(plain)) {
      const before = names.get(plain);
      names.set(plain, found.size === 1 && only && (before === undefined || before === only) ? only : null);
    }
  }
  for (const line of readFileSync(borders, 'utf8').split('\n').slice(1)) {
    const [town = '', code = ''] = line.trim().split(',');
    if (town === '') continue;
    const municipality = codeOf(code);
    const known = towns.get(nameOf(town));
    if (!municipality || !known?.has(municipality))
      throw new Error(`Towns: ${line}: not one of its municipalities`);
    for (const name of [nameOf(town), nameOf(town).replace(DISTRICT, '')])
      if (!names.get(name)) names.set(name, municipality);
  }
  for (const { code, name } of MUNICIPALITIES) {
    names.set(nameOf(name), code);
    // `Vesthimmerland` for Vesthimmerlands Kommune.
    if (/[^s]s$/.test(name)) names.set(nameOf(name.slice(0, -1)), code);
    for (const part of name.split('-'))
      if (name.includes('-') && part.length > 4) names.set(nameOf(part), code);
  }
  for (const [name, code] of Object.entries(ISLANDS)) {
    const municipality = codeOf(code);
    if (municipality) names.set(nameOf(name), municipality);
  }
  const longest = Math.max(...[...names.keys()].map((name) => name.split(' ').length));
  return { names, codes, longest };
}

function nameOf(name: string): string {
  return wordsOf(name)
    .map(({ folded }) => folded)
    .join(' ');
}

const PREPOSITION = new Set([
  'i',
  'fra',
  'ved',
  'nar',
  'in',
  'from',
  'near',
  'uden',
  'kommune',
  'byen',
  'by',
  'pa',
]);
/** Words before a destination: a company sells, moves or delivers there, but is elsewhere. */
const TOWARDS = new Set(['til', 'mod', 'to', 'towards']);

/** A place in a text. The higher the rank, the likelier the company is there. */
export interface Candidate {
  readonly code: MunicipalityCode;
  readonly start: number;
  readonly end: number;
  readonly rank: number;
}

/** Whether words are the name of any town or municipality. */
export function isPlace(words: string, places: Places): boolean {
  return places.names.has(nameOf(words));
}

/** The municipality named with the highest rank. None where several compete. */
export function surestPlace(candidates: readonly Candidate[]): readonly Found[] {
  const best = [...candidates].sort((a, b) => b.rank - a.rank)[0];
  if (!best || best.rank < -3) return [];
  return [{ kind: 'municipality', value: best.code, start: best.start, end: best.end }];
}

/** Every place in a text, by name, town or postal code, with its rank. */
export function placesIn(text: string, places: Places): readonly Candidate[] {
  const words = wordsOf(text);
  const candidates: Candidate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const postal = words[at];
    if (postal && /^\d{4}$/.test(postal.folded)) {
      const found = postalCandidate(text, words, at, places);
      if (found) candidates.push(found);
      continue;
    }
    const joined = postal && joinedCandidate(postal, places);
    if (joined) {
      candidates.push(joined);
      continue;
    }
    for (let count = Math.min(places.longest, words.length - at); count > 0; count -= 1) {
      const run = words.slice(at, at + count);
      const first = run[0];
      const last = run.at(-1);
      const genitive = last?.folded.replace(/s$/, '') ?? '';
      const typed = run.map(({ folded }) => folded).join(' ');
      const owner = [...run.slice(0, -1).map(({ folded }) => folded), genitive].join(' ');
      const name = places.names.has(typed) ? typed : owner;
      const known = places.names.get(name);
      if (!first || !last || known === undefined) continue;
      const before = words[at - 1]?.folded ?? '';
      const after = words[at + count]?.folded ?? '';
      const capital = /^\p{Lu}/u.test(first.text);
      const isKommune = after === 'kommune';
      const everyday = EVERYDAY.has(name) && !NOT_EVERYDAY.has(name);
      const isNamed = PREPOSITION.has(before) || isKommune;
      // An everyday word alone between two signs, with a capital, is the town: `…, Brande, …`.
      const alone =
        capital &&
        /(?:^|[,;:(–-])\s*$/.test(text.slice(0, first.start)) &&
        /^\s*(?:$|[,;:)–-])/.test(text.slice(last.end));
      const isVerb = name === 'vejen' || name === 'give' || typed !== name;
      if (everyday && !alone && !(isNamed && (capital || isKommune)) && !(isNamed && !isVerb)) continue;
      if (name.length < 3 && !(capital && isNamed) && !alone) continue;
      if (known === null) break;
      const rank =
        (isKommune ? 8 : 0) +
        (PREPOSITION.has(before) ? 4 : 0) +
        (capital ? 1 : 0) +
        (/^\s*$/.test(text.slice(0, first.start)) ? 5 : 0) -
        (TOWARDS.has(before) ? 6 : 0);
      candidates.push({
        code: known,
        start: first.start,
        end: isKommune ? (words[at + count]?.end ?? last.end) : last.end,
        rank,
      });
      at += count - 1;
      break;
    }
  }
  return candidates;
}

/** A postal code attached to its town, or to the town's first word: `8800viborg`. */
function joinedCandidate(word: Word, places: Places): Candidate | undefined {
  const [, digits = '', town = ''] = /^(\d{4})([a-z]{2,})$/.exec(word.folded) ?? [];
  const codes = places.codes.get(digits);
  if (!codes) return undefined;
  const named = places.names.get(town);
  const [only] = codes;
  const code = named && codes.includes(named) ? named : codes.length === 1 ? only : undefined;
  if (code === undefined || !places.names.has(town)) return undefined;
  return { code, start: word.start, end: word.end, rank: 6 };
}

/** A postal code counts where a town follows, where a label names it, or where it can be nothing else. */
function postalCandidate(
  text: string,
  words: ReturnType<typeof wordsOf>,
  at: number,
  places: Places,
): Candidate | undefined {
  const word = words[at];
  const codes = word && places.codes.get(word.folded);
  if (!word || !codes) return undefined;
  const before = words[at - 1]?.folded ?? '';
  const next = words[at + 1];
  const following = next ? [next.folded, `${next.folded} ${words[at + 2]?.folded ?? ''}`] : [];
  const townCode = following
    .map((name) => places.names.get(name))
    .find((code) => code !== undefined && code !== null && codes.includes(code));
  const says = /^(?:postnr|postnummer|postal|zip|dk)$/.test(before);
  const asYear = Number(word.folded) >= 1_900 && Number(word.folded) <= 2_035;
  const unit = /^(?:kr|kroner|dkk|m2|kvm|ansatte|timer|stk|euro|eur|medarbejdere|kvadratmeter)$/.test(
    next?.folded ?? '',
  );
  const insideNumber = /[\d.,]$/.test(text.slice(0, word.start)) || /^[.,-]?\d/.test(text.slice(word.end));
  if (insideNumber || unit || (asYear && !says && townCode === undefined)) return undefined;
  const [only] = codes;
  const code =
    townCode !== undefined && townCode !== null && codes.includes(townCode)
      ? townCode
      : codes.length === 1
        ? only
        : townCode;
  if (code === undefined || code === null) return undefined;
  return { code, start: word.start, end: townCode ? (next?.end ?? word.end) : word.end, rank: 6 };
}

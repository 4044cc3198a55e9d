import { readFileSync } from 'node:fs';
import { foldText } from '../tokenise.ts';

/** Tells what four digits are by the words right after them: a postal code with its town, an amount, a measure. */

/** How many characters after a number are searched: enough for the longest name of a town. */
const LOOK_AHEAD = 40;

const AMOUNT =
  /^(?:,\d\d?(?!\d)|,-|\.-|\s?(?:kr|dkk|kroner|eur|euro|usd|gbp|sek|nok|mio|mia|mill|million\p{L}*|milliard\p{L}*|tkr|t\.kr|tusind\p{L}*|procent|percent|pct)(?!\p{L})|\s?[€$£%])/iu;
const UNIT =
  /^[\s-]?(?:m2|m3|kvm|sqm|km|cm|mm|kg|gram|tons?|liter|ltr|stk|styk|pcs|pieces|kwh|mwh|gwh|kw|mw|hk|timer|hours|minutter|minutes|dage|days|uger|weeks|måneder|months|år|years|(?:fuldtids)?ansatte|medarbejdere|employees|staff|årsværk|personer|pers|folk|people|kunder|customers|brugere|users|gæster|guests|besøgende|visitors|medlemmer|members|deltagere|elever|lejere|enheder|units|sider|pages|point|gange|paller)(?!\p{L})/iu;
const NEXT_WORD = /^[\s,]{0,2}(\p{L}{2,})/u;

const SHORT_NAMES: Readonly<Record<string, string>> = {
  kbh: 'københavn',
  cph: 'københavn',
  copenhagen: 'københavn',
  kgs: 'kongens',
  elsinore: 'helsingør',
};

interface Towns {
  /** The words of the towns of each postal code, folded. */
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  /** The words of all towns. */
  readonly words: ReadonlySet<string>;
}

let towns: Towns | undefined;

function allTowns(): Towns {
  if (!towns) {
    const table = new Map<string, string[]>();
    const file = readFileSync(new URL('../places/postal-codes.csv', import.meta.url), 'utf8');
    for (const line of file.split('\n').slice(1)) {
      const [postal = '', town = ''] = line.split(',');
      table.set(postal, [...(table.get(postal) ?? []), ...town.split(/[\s.]+/).map(foldText)]);
    }
    towns = { byCode: table, words: new Set([...table.values()].flat()) };
  }
  return towns;
}

/** How many letters identify a town, because people shorten and misspell the rest. A capital needs fewer. */
const ENOUGH = { lower: 5, capital: 3 } as const;

/** Whether four digits are the postal code of the town that follows them. */
export function isPostalCode(digits: string, text: string, end: number): boolean {
  const word = NEXT_WORD.exec(text.slice(end, end + LOOK_AHEAD))?.[1];
  if (word === undefined) return false;
  const name = foldText(SHORT_NAMES[word.toLowerCase()] ?? word);
  const { byCode, words } = allTowns();
  const own = byCode.get(digits) ?? [];
  // The name of another town is no misspelling: `01 01 70 4130 Viborg`, where 4130 is Viby Sjælland.
  if (words.has(name)) return own.includes(name);
  const enough = /^\p{Lu}/u.test(word) ? ENOUGH.capital : ENOUGH.lower;
  return own.some((town) => name.length >= enough && town.startsWith(name.slice(0, enough)));
}

/** Whether the words after digits make them an amount or a measure. */
export function isMeasured(text: string, end: number): boolean {
  const behind = text.slice(end, end + LOOK_AHEAD);
  return AMOUNT.test(behind) || UNIT.test(behind);
}

/** Whether four digits are a year of this or the last century. */
export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

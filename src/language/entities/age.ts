import { type Found, NUMBER_WORD, numberOf } from './found.ts';

/** Reads when the company was founded, or how old it is. */

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'jan', 'january'],
  ['februar', 'feb', 'february'],
  ['marts', 'mar', 'march'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const BEGAN =
  'startede?s?|startet|opstartet|stiftet|stiftede|grundlagt|grundlagde|etableret|etablerede|oprettet|oprettede|registreret|begyndte|åbnede|åbnet|founded|started|established|opened|registered|begun|began|siden|since|stiftelses(?:år|dato)|grdl|grl|opr|etabl|fra';
const NUMBER = String.raw`(?:\d{1,3}|${NUMBER_WORD}) (?:og )?(?:en|et) halvt?|\d{1,3}|${NUMBER_WORD}|halvandet|et halvt|half a`;
const DATE = new RegExp(
  `(?<!\\p{L})(?:${BEGAN})(?!\\p{L})\\.?(?:[ :]+(?:i|in|den|d\\.|på|back|tilbage|var|blev|år|of|it|was|helt)){0,4}[ :]+(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})|(\\d{1,2})\\.? (${MONTH})\\.? (\\d{4})|(${MONTH})\\.? (\\d{4})|((?:18|19|20)\\d{2}))(?![\\d-])`,
  'giu',
);
const AGO = new RegExp(
  `(?:\\bfor )?(?:(?:ca\\.?|omkring|cirka|knap|godt|about) )?(${NUMBER}) ?(måneder?|maaneder?|mdr\\.?|md\\.?|months?|år|aar|years?|uger|weeks?) (?:siden|ago)(?!\\p{L})`,
  'giu',
);
const OLD = new RegExp(
  `(?<![\\p{N}.,])(${NUMBER})[ -]?(måneder?s?|mdr\\.?|months?|års?|aars?|years?)[ -](?:gammelt?|gamle|old)(?!\\p{L})`,
  'giu',
);
const LASTED = new RegExp(
  `\\b(?:eksisteret|kørt|drevet|været i gang|været selvstændige?|haft (?:firmaet|butikken|virksomheden|forretningen)|ejerled(?:er|et)|selvstændig|familieejet|in business|been running|operating)(?: \\p{L}+){0,2} (?:i|for|gennem|igennem) (?:(?:ca\\.?|snart|over|næsten|mere end|about|almost) )?(${NUMBER}) (måneder?|mdr\\.?|months?|år|aar|years?)(?!\\p{L})`,
  'giu',
);
const JUBILEE = new RegExp(`(?<![\\p{L}\\p{N}])(${NUMBER})[ -]?(års?)[ -]?jubilæum`, 'giu');
/** Words that make an age someone else's, or some other thing's. */
const NOT_THE_COMPANY =
  /\b(?:jeg|han|hun|ejeren?|mester|søn\p{L}*|datter\p{L}*|barn|maskinen?|bilen?|bygning\p{L}*|lokaler?\p{L}*|I am|he is|she is|owner)\b[^.,;]{0,18}$/iu;
const NOT_BEGUN =
  /\b(?:opsagt|fyret|ringede|talte|snakkede|mødtes|skrev|købte|flyttede|fik|bestilte|ansøgte|called|bought|moved|spoke)\b[^.;]{0,40}$/iu;

const COMPANY_BEFORE = /(?:firma|virksomhed|butik|forretning|selskab|aps|a\/s|værksted)(?:et|en)? $/iu;

function monthsOf(typed: string, unit: string): number | undefined {
  const word = typed.toLowerCase();
  const number = word === 'et halvt' || word === 'half a' ? 0.5 : numberOf(word);
  if (number === undefined) return undefined;
  if (/^(?:år|aar|y)/i.test(unit)) return Math.round(number * 12);
  return /^(?:u|w)/i.test(unit) ? Math.floor(number / 4.345) : Math.round(number);
}

function two(number: number | string): string {
  return String(number).padStart(2, '0');
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** The founding date as a year, a month or a day (`founded`). `today` is an ISO date. */
export function readFounded(text: string, today: string): readonly Found[] {
  return [...text.matchAll(DATE)].flatMap((match): Found[] => {
    const [, y1, m1, d1, d2, m2, y2, d3, name3, y3, name4, y4, y5] = match;
    const monthNumber = (name: string | undefined) =>
      two(MONTHS.findIndex((names) => names.includes((name ?? '').toLowerCase())) + 1);
    let value: string | undefined;
    if (y1 && m1 && d1) value = isDay(y1, m1, d1) ? `${y1}-${m1}-${d1}` : undefined;
    else if (y2 && m2 && d2) value = isDay(y2, m2, d2) ? `${y2}-${two(m2)}-${two(d2)}` : undefined;
    else if (y3 && d3)
      value = isDay(y3, monthNumber(name3), d3) ? `${y3}-${monthNumber(name3)}-${two(d3)}` : undefined;
    else if (y4) value = `${y4}-${monthNumber(name4)}`;
    else value = y5;
    if (value === undefined || value > today) return [];
    const ahead = text.slice(Math.max(0, match.index - 50), match.index);
    if ((/^fra\b/iu.test(match[0]) && !COMPANY_BEFORE.test(ahead)) || NOT_BEGUN.test(ahead)) return [];
    return [{ kind: 'founded', value, start: match.index, end: match.index + match[0].length }];
  });
}

/** The company's age in months (`ageMonths`). */
export function readAge(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const pattern of [AGO, LASTED, OLD, JUBILEE]) {
    for (const match of text.matchAll(pattern)) {
      const value = monthsOf(match[1] ?? '', match[2] ?? '');
      const ahead = text.slice(Math.max(0, match.index - 50), match.index);
      if (value === undefined || value > 6_000) continue;
      if (
        pattern === OLD &&
        (NOT_THE_COMPANY.test(ahead) || !isOfCompany(text, match.index, match[0].length))
      )
        continue;
      if (
        pattern === AGO &&
        (NOT_BEGUN.test(ahead) ||
          !/\b(?:start\p{L}*|opstart\p{L}*|stift\p{L}*|grundl\p{L}*|etabler\p{L}*|åbne\p{L}*|begynd\p{L}*|selvstændig\p{L}*|oprett\p{L}*|registre\p{L}*|founded|opened|established|began|launched|cvr)\b[^.;]{0,40}$/iu.test(
            ahead,
          ))
      )
        continue;
      found.push({ kind: 'ageMonths', value, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Whether `3 år gammel` is the company's age: a word for the company stands near, or no other owner does. */
function isOfCompany(text: string, at: number, length: number): boolean {
  const near = `${text.slice(Math.max(0, at - 40), at)} ${text.slice(at + length, at + length + 30)}`;
  return /\b(?:firma\p{L}*|virksomhed\p{L}*|aps|a\/s|butik\p{L}*|forretning\p{L}*|\p{L}*firma|\p{L}*virksomhed|company|business|startup|start-up|bureau|klinik|værksted|webshop|restaurant|café|cafe|selskab|shop|startet|vi er)\b/iu.test(
    near,
  );
}

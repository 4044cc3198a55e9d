import { type Found, NUMBER_WORD, numberOf, THOUSANDS } from './found.ts';

/** Reads the number of employees and the turnover. */

const NUMBER = String.raw`\d{1,3}(?:${THOUSANDS}\d{3})+|\d{1,3}(?:,\d{3})+|\d+(?:,\d+)?|${NUMBER_WORD}`;
const STAFF =
  "ansatt?e?r?|ans\\.?|medarbejdere?|medarb\\.?|mand(?:s|)|mands?firma|personer|fuldtidsansatte|fuldtids\\w*|årsværk|fte|fte'?s|employees?|people|staff|folk|kolleger|hoveder|svende";
const EMPLOYEES = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:(?:ca\\.?|omkring|cirka|about|around|over|knap) ?)?(${NUMBER})(?: ?(?:-|–|til|to) ?(\\d+))?[ -]{0,2}(?:(?:fast|fuldtids?|deltids?|full[- ]time)[ -]?)?(?:${STAFF})(?![\\p{L}])`,
  'giu',
);
const STAFF_OF =
  /\b(?:staff|team|hold) (?:of|på) (\d{1,4})\b|\b(?:ansatte|medarbejdere|employees)[:=] ?(\d{1,5})\b/giu;
/** The staff without a word for them: `fem folk ansat`, `tolv på lønningslisten`, `we employ around 40`, `nu er vi 12`. */
const EMPLOYED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${NUMBER}) (?:\\p{L}+ )?(?:ansat|på lønningslisten|på lønlisten|on the payroll)|(?:we employ|i employ|company employs|beskæftiger|nu er (?:vi|de)|nu har (?:vi|de))(?: (?:kun|only|about|around|ca\\.?|cirka|omkring|over)){0,2} (${NUMBER}))(?![\\p{L}\\p{N}])(?! ?(?:år|aar|years|procent|%|mio|mill|kr|kunder|customers|måneder|months))`,
  'giu',
);
const NO_STAFF =
  /\b(?:ingen ansatte|ingen medarbejdere|no employees|uden ansatte|(?:det er|er) (?:kun|bare) mig(?: selv)?|jeg er (?:helt )?alene|(?:it is|it's|its) (?:just|only) me)(?!\p{L})(?! og| and)/iu;
/** Words that make a head count one of earlier days. */
const ONCE = /\b(?:var|havde|plejede|were|had|used to)(?: \p{L}+){0,3} ?$/iu;
/** Words that make it the head count of another company. */
const OTHERS =
  /\b(?:konkurrent\p{L}*|leverandør\p{L}*|underleverandør\p{L}*|(?:vores|deres|en) (?:\p{L}+ )?kunde|competitors?|suppliers?|(?:our|their|a) (?:\p{L}+ )?customer)(?: \p{L}+){0,3} ?$/iu;
const BETWEEN = /(?:mellem|between) (\d+) (?:og|and) $/iu;
/** Words for jobs to fill or cut: such a number is no head count. */
const NOT_NOW =
  /\b(?:ansætte|mangler?|søger?|finde|rekruttere|brug for|skal bruge|fyre|afskedige|opsige|hire|need|looking for|ekstra|yderligere|flere|for|over|under|sige op|have)(?: \p{L}+){0,1} ?$/iu;

/** Whether a stretch is everything between two commas or the ends of the text. */
function standsAlone(text: string, start: number, length: number): boolean {
  return (
    /(?:^|[,;(–]) *$/u.test(text.slice(Math.max(0, start - 20), start)) &&
    /^ *(?:$|[,;.)–])/u.test(text.slice(start + length, start + length + 10))
  );
}

/** Whether the words before a head count give it to another time, another company or the future. */
function isNotTheirs(ahead: string): boolean {
  return NOT_NOW.test(ahead) || ONCE.test(ahead) || OTHERS.test(ahead);
}

/** A number of people, of which there are no halves. */
function countOf(typed: string): number | undefined {
  const value = numberOf(/^\d{1,3}(?:,\d{3})+$/.test(typed) ? typed.replaceAll(',', '') : typed);
  return value !== undefined && Number.isInteger(value) && value <= 100_000 ? value : undefined;
}

/** The number of employees. */
export function readEmployees(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(EMPLOYEES)) {
    const ahead = text.slice(Math.max(0, match.index - 30), match.index);
    // `from 5 to 14 employees` reports growth, so the second number counts; `5-10 employees` is an estimate.
    const grown = match[2] !== undefined && /(?:fra|from) $/iu.test(ahead);
    const value = countOf(BETWEEN.exec(ahead)?.[1] ?? (grown ? match[2] : match[1]) ?? '');
    if (value === undefined || isNotTheirs(ahead)) continue;
    if (
      /\bpersoner|people|folk\b/iu.test(match[0]) &&
      !/\b(?:er|vi|are|firma|virksomhed|team)\b[^.]{0,25}$/iu.test(ahead) &&
      !/^ (?:i|in) (?:the )?(?:firma|virksomhed|team|company)/iu.test(
        text.slice(match.index + match[0].length),
      ) &&
      !(/folk|people/iu.test(match[0]) && standsAlone(text, match.index, match[0].length))
    )
      continue;
    found.push({ kind: 'employees', value, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(EMPLOYED)) {
    const value = countOf(match[1] ?? match[2] ?? '');
    const ahead = text.slice(Math.max(0, match.index - 30), match.index);
    if (value === undefined || isNotTheirs(ahead)) continue;
    found.push({ kind: 'employees', value, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(STAFF_OF)) {
    const value = Number(match[1] ?? match[2]);
    found.push({ kind: 'employees', value, start: match.index, end: match.index + match[0].length });
  }
  const none = NO_STAFF.exec(text);
  if (none && found.length === 0)
    found.push({ kind: 'employees', value: 0, start: none.index, end: none.index + none[0].length });
  return found;
}

const SCALE: Readonly<Record<string, number>> = {
  mio: 1e6,
  million: 1e6,
  millioner: 1e6,
  millions: 1e6,
  mill: 1e6,
  m: 1e6,
  mia: 1e9,
  milliarder: 1e9,
  billion: 1e9,
  tkr: 1e3,
  tusind: 1e3,
  thousand: 1e3,
  k: 1e3,
};
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:dkk|kr\\.?)? ?((?:\\d{1,3}(?:${THOUSANDS}\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d+)(?:[,.]\\d{1,2})?|halvand(?:en|et)|(?:${NUMBER_WORD})(?: (?:og )?(?:en|et) halv)?) ?(?:(mio|millioner|million|millions|mill|mia|milliarder|billion|tkr|tusind|thousand|m|k)(?![\\p{L}\\p{N}²])\\.?)? ?(?:(kr|kroner|dkk)(?![\\p{L}])\\.?)?`,
  'giu',
);
const SAYS_TURNOVER =
  /\b(?:omsætning\p{L}*|omsætter|omsætte|omsatte|omsaetning\p{L}*|omsaetter|oms\.?|turnover|turn(?:s|ed|ing)? over|revenue|sales of|sælger for|salg for)(?:[ :]+(?:for|på|er|var|of|is|ca\.?|cirka|omkring|about|around|knap|godt|sidste|år|i|året|last|year|over|cirka|was|ligger|dkk|om)){0,6}[ :]*$/iu;
const TURNOVER_AFTER =
  /^ ?(?:om året |årligt |a year )?(?:i |in )?(?:årlig |annual )?(?:omsætning|omsaetning|oms\b|turnover|revenue)/iu;
/** Words for sums that are wanted, owed, paid or asked for: no turnover. */
const OTHER_SUM =
  /\b(?:lån\p{L}*|laan\p{L}*|låne|investering\p{L}*|investere|søger?|mangler?|kredit\p{L}*|koster?|pris\p{L}*|kapital\p{L}*|gæld\p{L}*|skylder?|støtte|tilskud|fond\p{L}*|løn|husleje|budget|for|rejse|hente|puljen?|ordre|faktura|investor\p{L}*|loan|raise|funding|investment|cost|price|grant|depositum|indskud|køb\p{L}*|sælges|vurderet|leje|bøde|moms|skat|betale|underskud|overskud|tab)\b[^.;]{0,25}$/iu;

/** The yearly turnover in kroner. */
export function readTurnover(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const base = numberOf(amountText(match[1] ?? ''));
    const scale = SCALE[(match[2] ?? '').toLowerCase()];
    const isMoney = scale !== undefined || match[3] !== undefined;
    if (base === undefined) continue;
    const end = match.index + match[0].trimEnd().length;
    const ahead = text.slice(Math.max(0, match.index - 50), match.index);
    const behind = text.slice(end, end + 40);
    const says = SAYS_TURNOVER.test(ahead) || TURNOVER_AFTER.test(behind);
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    if (!says) {
      // A bare sum is the turnover only where no word gives it another meaning.
      const isShort = /^[mk]$/i.test(match[2] ?? '') && match[3] === undefined;
      const isSmall = base * (scale ?? 1) < 10_000;
      if (!isMoney || isShort || isSmall || OTHER_SUM.test(ahead)) continue;
      if (!standsAlone(text, start, end - start)) continue;
    }
    if (says && !isMoney && base < 1_000) continue;
    found.push({ kind: 'turnoverDkk', value: Math.round(base * (scale ?? 1)), start, end });
  }
  return found;
}

/**
 * A typed sum with a decimal point: `3.5` before a unit is three and a half; `3.500.000` and `3,500,000` are millions.
 */
function amountText(typed: string): string {
  if (/^\d{1,3}(?:,\d{3})+$/.test(typed)) return typed.replaceAll(',', '');
  return /^\d+\.\d{1,2}$/.test(typed) ? typed.replace('.', ',') : typed;
}

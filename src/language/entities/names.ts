import { isStopWord } from '../stop-words.ts';
import { fold } from '../words.ts';
import { type Found, overlaps } from './found.ts';

/** The contact person and the company, by how people write them. */

const FORM = String.raw`(?:ApS|A\/S|I\/S|IVS|K\/S|P\/S|AmbA|A\.m\.b\.a\.?|SMBA|F\.M\.B\.A\.?|aps|as|a\/s|i\/s)`;
const NAME_WORD = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}'’&.\-]*`;
const WITH_FORM = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${NAME_WORD}|&|og|and|by|af)(?: (?:${NAME_WORD}|&|og|and|by|af)){0,5}) ${FORM}(?![\p{L}\p{N}])`,
  'u',
);
const LOWER_FORM = /^((?:[\p{L}\p{N}'’&.-]+ ){1,4})(?:aps|a\/s|i\/s|ivs|k\/s)(?![\p{L}])/iu;
const SAID = new RegExp(
  String.raw`(?<![\p{L}])(?:fra|hos|firmaet|virksomheden|selskabet|butikken|firma|firmanavn:?|virksomhed:|company:?|from|called|at|hedder|repræsenterer|ejer af|ejeren af|driver|har|med)\s+((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){1,4})`,
  'u',
);
const LEADING = new RegExp(
  String.raw`^\s*(?:[Ll]og:?\s+)?((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){0,4})(?=$|[\s,.:;(–-])`,
  'u',
);

const PERSON = String.raw`\p{Lu}[\p{Ll}'’-]+(?:[ -]\p{Lu}[\p{L}'’.-]*){0,3}`;
const ASKED_FOR = new RegExp(
  String.raw`(?<![\p{L}])(?:[Kk]ontakt(?:person)?(?: er)?:?|[Rr]ing(?:e)?(?: tilbage)? til|[Ss]pørg(?:e)? efter|[Tt]al(?:te|er)? med|v\/|[Aa]tt\.?:?|(?:[Mm]vh\.?|[Hh]ilsen|[Vv]enlig hilsen|[Bb]est regards|[Rr]egards),?|[Nn]avn:?|[Hh]edder|[Mm]ed navnet|[Jj]eg er|[Ii]t'?s|[Mm]y name is|[Cc]ontact(?: person)?:?|[Aa]sk for|[Cc]all(?: back)?|[Ss]poke (?:to|with)|[Ii]ndehaver(?:en)?:?|[Ee]jer(?:en)?:?|[Dd]irektør(?:en)?:?|[Oo]wner:?|[Mm]anager:?|[Dd]irector:?|[Oo]rdentlige navn|[Dd]et er|[Tt]his is|[Mm]ester)\s+(${PERSON})`,
  'u',
);
const LOWER_ASKED =
  /(?<!\p{L})(?:kontakt(?:person)?:?|ring(?:e)?(?: tilbage)? til|spørg(?:e)? efter|v\/|att\.?:?|hedder|navn:?|ask for|contact:?)\s+([\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20}){0,2})(?=\s*(?:$|[,.;:)]|på\b|paa\b|at\b|on\b|tlf|mobil|phone|\+?\d))/iu;
const BEFORE_NUMBER = new RegExp(
  String.raw`(${PERSON})[,:]?\s*(?:på|tlf\.?:?|telefon:?|mobil:?|mob\.?:?|phone:?|tel\.?:?|on|at)?\s*(?:nr\.?)?\s*$`,
  'u',
);

/** Words that begin with a capital, or a line, without being part of a name. */
const NOT_A_NAME = new Set(
  `vil har er skal søger soger ønsker vi jeg han hun de der det den en et kunde kunden virksomhed virksomheden ny nye hej
  goddag ejer ejeren mester direktør kontakt ring ringer tlf mobil cvr log ringe spørger spørg firma firmaet hvordan hvad
  hvor hvem kan må får går vores min mit dansk erhvervshus kommune kommunen wants want we they need needs looking would
  the a an our my is are has company customer caller i il to from danish english tyskland sverige norge england usa eu
  polen holland mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august
  september oktober november december iværksætter nystartet etableret samtykke fra hos og med til på ikke måske haster
  akut obs nb note mail email website webshop moms skat gdpr iso esg it ai crm erp
  vedr vedrørende ang angående vs ift startup opstart eksport vækst`
    .split(/\s+/)
    .map(fold),
);

function isName(word: string): boolean {
  const folded = fold(word.replace(/[.,:;]$/, ''));
  return folded !== '' && !NOT_A_NAME.has(folded) && !(isStopWord(folded) && word === word.toLowerCase());
}

/** The words of a run up to the first that is no name, without joining words at its end. */
function nameIn(
  run: string,
  taken: readonly { readonly start: number; readonly end: number }[],
  at: number,
): string | undefined {
  const words: string[] = [];
  let offset = at;
  for (const word of run.split(' ')) {
    const stretch = { start: offset, end: offset + word.length };
    offset = stretch.end + 1;
    if (taken.some((one) => overlaps(one, stretch))) break;
    if (!/^(?:&|og|and|by|af)$/.test(word) && !isName(word)) break;
    words.push(word);
  }
  while (/^(?:&|og|and|by|af)$/.test(words.at(-1) ?? '')) words.pop();
  const name = words.join(' ').replace(/[.,:;]+$/, '');
  return name.length >= 2 ? name : undefined;
}

type Taken = readonly { readonly start: number; readonly end: number }[];

/** The contact person's name. */
export function readContactName(text: string, taken: Taken, numbers: Taken): readonly Found[] {
  const asked = ASKED_FOR.exec(text);
  const run = asked?.[1];
  if (asked && run) {
    const start = asked.index + asked[0].length - run.length;
    const name = nameIn(run, taken, start);
    if (name) return [{ kind: 'contactName', value: name, start, end: start + name.length }];
  }
  for (const number of numbers) {
    const ahead = text.slice(0, number.start).replace(/\(?\+?$/, '');
    const match = BEFORE_NUMBER.exec(ahead);
    const name = match?.[1] && nameIn(match[1], taken, match.index);
    // One capitalised word before a number may be anything; two are a person, unless they open the text as a company does.
    if (match && name?.includes(' ') && match.index > 0) {
      return [{ kind: 'contactName', value: name, start: match.index, end: match.index + name.length }];
    }
  }
  const lower = LOWER_ASKED.exec(text);
  const typed = lower?.[1];
  if (lower && typed) {
    const words = typed.split(' ').filter((word) => isName(word) && !isStopWord(fold(word)));
    const start = lower.index + lower[0].indexOf(typed);
    if (
      words.length === typed.split(' ').length &&
      !taken.some((one) => overlaps(one, { start, end: start + typed.length }))
    ) {
      const value = words.map((word) => word[0]?.toLocaleUpperCase('da') + word.slice(1)).join(' ');
      return [{ kind: 'contactName', value, start, end: start + typed.length }];
    }
  }
  return [];
}

/**
 * The company's name. `isTerm`: whether a word names a need; one that does is no company, unless its form or CVR number
 * says so.
 */
export function readCompanyName(
  text: string,
  taken: Taken,
  isTerm: (word: string) => boolean,
): readonly Found[] {
  const formed = WITH_FORM.exec(text);
  if (formed) {
    const words = formed[0].split(' ');
    let skip = 0;
    while (skip < words.length - 2 && !isName(words[skip] ?? '')) skip += 1;
    const value = words.slice(skip).join(' ');
    const start = formed.index + formed[0].length - value.length;
    return [{ kind: 'companyName', value, start, end: start + value.length }];
  }
  const lower = LOWER_FORM.exec(text);
  if (
    lower &&
    (lower[1] ?? '')
      .trim()
      .split(' ')
      .every((word) => isName(word))
  ) {
    return [{ kind: 'companyName', value: lower[0], start: 0, end: lower[0].length }];
  }
  const lead = LEADING.exec(text);
  const run = lead?.[1];
  if (lead && run) {
    const start = lead[0].indexOf(run);
    const name = nameIn(run, taken, start);
    const rest = text.slice(start + (name?.length ?? 0));
    const isNeed = name?.split(' ').some(isTerm) && !/^\s*,?\s*cvr\b/i.test(rest);
    const isAcronym =
      name !== undefined && /^[\p{Lu}\p{N}.-]{2,6}$/u.test(name) && !/^\s*,?\s*cvr\b/i.test(rest);
    if (
      name &&
      !isNeed &&
      !isAcronym &&
      (name.includes(' ') || /^\s*(?:,|cvr\b|:|\(|–|-)/i.test(rest) || /\d|\p{Lu}{2}/u.test(name))
    ) {
      return [{ kind: 'companyName', value: name, start, end: start + name.length }];
    }
  }
  const said = SAID.exec(text);
  const named = said?.[1];
  if (said && named) {
    const start = said.index + said[0].length - named.length;
    const name = nameIn(named, taken, start);
    if (name?.includes(' ') && !name.split(' ').some(isTerm))
      return [{ kind: 'companyName', value: name, start, end: start + name.length }];
  }
  return [];
}

import { type Found, overlaps } from './found.ts';
import { COMPANY_IS, isName, NAME_WORD, nameIn, type Taken } from './name-words.ts';

const FORM = String.raw`(?:ApS|A\/S|I\/S|IVS|K\/S|P\/S|AmbA|A\.m\.b\.a\.?|SMBA|F\.M\.B\.A\.?|aps|as|a\/s|i\/s)`;
const WITH_FORM = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${NAME_WORD}|&|og|and|by|af)(?: (?:${NAME_WORD}|&|og|and|by|af)){0,5}) ${FORM}(?![\p{L}\p{N}])`,
  'u',
);
/** What may precede a line's first word: signs, emoji, and Slack's names of emoji (`:rocket:`). */
const FRONT = String.raw`^(?::(?:[a-z\d][a-z\d_+-]{1,40}|[+-]1):|[^\p{L}\p{N}&])*`;
const LOWER_FORM = new RegExp(
  String.raw`${FRONT}((?:[\p{L}\p{N}'’&.-]+ ){1,4}(?:aps|a\/s|i\/s|ivs|k\/s))(?![\p{L}])`,
  'iu',
);
const INTRODUCED = new RegExp(
  String.raw`(?<![\p{L}])(?:fra|hos|firmaet|virksomheden|selskabet|butikken|firma|firmanavn:?|virksomhed:|company:?|from|called|at|hedder|repræsenterer|ejer af|ejeren af|ejer|owns|driver|har|med)\s+((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){1,4})`,
  'gu',
);
/** Words followed by a company's name, even one of a single word. */
const OWNS = new RegExp(
  String.raw`(?<![\p{L}])(?:${COMPANY_IS} hedder|(?:[Ww]e are|company is|shop is) called|ejer(?:en)? af|owner of|owns|firmanavn:?|company:|firma:|virksomhed:)\s+(${NAME_WORD}(?: (?:${NAME_WORD}|&|og)){0,4})`,
  'u',
);
/** A company after a person: `Ali Demir, Demir Frugt`. */
const AFTER_PERSON = new RegExp(
  String.raw`^(?:,? |,? [–-] | ?\()(${NAME_WORD}(?: (?:${NAME_WORD}|&)){1,4})`,
  'u',
);
const JOINED = new RegExp(String.raw`(?<![\p{L}\p{N}])(${NAME_WORD} (?:&|og|and) ${NAME_WORD})`, 'u');
const BEFORE_CVR = new RegExp(
  String.raw`${FRONT}(?:log:?[^\p{L}\p{N}&]+)?((?:[\p{L}\p{N}'’&.-]+ ){0,4}[\p{L}\p{N}'’&.-]+),? cvr(?!\p{L})`,
  'iu',
);
/** A house, shop or inn with a name of its own: `Blomsterværkstedet i Køge`. */
const HOUSE = new RegExp(
  String.raw`${FRONT}(\p{Lu}\p{L}{3,}(?:huset|gården|gaarden|værkstedet|vaerkstedet|butikken|kroen|hjørnet|hjoernet|stuen|bageriet|smedjen|boden|laden))(?= (?:i|in|på|ved|fra|vil|har|skal|søger)(?!\p{L}))`,
  'u',
);
const LEADING = new RegExp(
  String.raw`${FRONT}(?:[Ll]og:?[^\p{L}\p{N}&]+(?::(?:[a-z\d][a-z\d_+-]{1,40}|[+-]1):\s*)?)?((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){0,4})(?=$|[\s,.:;(–-])`,
  'u',
);

function company(value: string, start: number): readonly Found[] {
  return [{ kind: 'companyName', value, start, end: start + value.length }];
}

/** A company's name with its legal form: `Winkel Vask ApS`. The surest sign in a text. */
export function readFormedCompany(text: string): readonly Found[] {
  const formed = WITH_FORM.exec(text);
  if (formed) {
    const words = formed[0].split(' ');
    let skip = 0;
    while (skip < words.length - 2 && !isName(words[skip] ?? '')) skip += 1;
    const value = words.slice(skip).join(' ');
    return company(value, formed.index + formed[0].length - value.length);
  }
  const lower = LOWER_FORM.exec(text);
  const named = lower?.[1] ?? '';
  const isNamed = named
    .split(' ')
    .slice(0, -1)
    .every((word) => isName(word));
  return lower && isNamed ? company(named, lower[0].length - named.length) : [];
}

/** Knowledge that tells a company's name from needs and places. */
export interface NameKnowledge {
  /** Whether a word, or a set phrase, names a need. */
  readonly isTerm: (words: string) => boolean;
  /** Whether words are the name of a town or municipality. */
  readonly isPlace: (words: string) => boolean;
}

/**
 * The company's name where no legal form marks it: before its CVR number, at the beginning, or after words that lead to
 * one.
 */
export function readCompanyName(
  text: string,
  taken: Taken,
  { isTerm, isPlace }: NameKnowledge,
): readonly Found[] {
  const isFree = (start: number, length: number) =>
    !taken.some((one) => overlaps(one, { start, end: start + length }));
  const numbered = BEFORE_CVR.exec(text)?.[1];
  if (numbered?.split(' ').every(isName) && !isPlace(numbered)) {
    const start = text.indexOf(numbered);
    if (isFree(start, numbered.length)) return company(numbered, start);
  }
  const lead = LEADING.exec(text);
  const run = lead?.[1];
  if (lead && run) {
    const start = lead[0].lastIndexOf(run);
    const name = nameIn(run, taken, start);
    const rest = text.slice(start + (name?.length ?? 0));
    const words = name?.split(' ') ?? [];
    // Two words with capitals are a name even where both name needs (`Rent Rengøring, 8 ansatte`), except a set phrase
    // (`Trade Council`) and a text of nothing else (`Google Ads`).
    const isNeed =
      (name !== undefined && isTerm(name)) ||
      ((words.length === 1 || rest.trim() === '') && words.length > 0 && words.every(isTerm));
    const isAcronym = name !== undefined && /^[\p{Lu}\p{N}.-]{2,6}$/u.test(name);
    if (
      name &&
      !isNeed &&
      !isAcronym &&
      !isPlace(name) &&
      (words.length > 1 || /^\s*(?:,|:|\(|–|-)/i.test(rest) || /\d|\p{Lu}{2}/u.test(name))
    )
      return company(name, start);
  }
  const house = HOUSE.exec(text)?.[1];
  if (house && !isPlace(house)) return company(house, text.indexOf(house));
  const owned = OWNS.exec(text);
  const possession = owned?.[1];
  if (owned && possession) {
    const start = owned.index + owned[0].length - possession.length;
    const name = nameIn(possession, taken, start);
    if (name && !isPlace(name)) return company(name, start);
  }
  for (const person of taken) {
    const run = AFTER_PERSON.exec(text.slice(person.end))?.[1];
    if (!run || !('kind' in person) || person.kind !== 'contactName') continue;
    const start = text.indexOf(run, person.end);
    const name = nameIn(run, taken, start);
    if (name?.includes(' ') && !isPlace(name)) return company(name, start);
  }
  for (const introduced of text.matchAll(INTRODUCED)) {
    const named = introduced[1] ?? '';
    const start = introduced.index + introduced[0].length - named.length;
    const name = nameIn(named, taken, start);
    if (name?.includes(' ') && !name.split(' ').every(isTerm) && !isPlace(name)) return company(name, start);
  }
  const joined = JOINED.exec(text);
  const pair = joined?.[1] ?? '';
  const isPair = pair.includes('&') && pair.split(' ').every((word) => word === '&' || isName(word));
  if (joined && isPair && isFree(joined.index, pair.length)) return company(pair, joined.index);
  return [];
}

import { isStopWord } from '../stop-words.ts';
import { fold } from '../tokenise.ts';
import { isFirstName } from './first-names.ts';
import { type Found, overlaps } from './found.ts';

/** The contact person and the company, by how people write them. */

const FORM = String.raw`(?:ApS|A\/S|I\/S|IVS|K\/S|P\/S|AmbA|A\.m\.b\.a\.?|SMBA|F\.M\.B\.A\.?|aps|as|a\/s|i\/s)`;
const NAME_WORD = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}'’&.\-]*`;
const WITH_FORM = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${NAME_WORD}|&|og|and|by|af)(?: (?:${NAME_WORD}|&|og|and|by|af)){0,5}) ${FORM}(?![\p{L}\p{N}])`,
  'u',
);
/** What may stand in front of a line's first word: signs, emoji, and emoji as Slack writes them, `:rocket:`. */
const FRONT = String.raw`^(?::(?:[a-z\d][a-z\d_+-]{1,40}|[+-]1):|[^\p{L}\p{N}&])*`;
const LOWER_FORM = new RegExp(
  String.raw`${FRONT}((?:[\p{L}\p{N}'’&.-]+ ){1,4}(?:aps|a\/s|i\/s|ivs|k\/s))(?![\p{L}])`,
  'iu',
);
const SAID = new RegExp(
  String.raw`(?<![\p{L}])(?:fra|hos|firmaet|virksomheden|selskabet|butikken|firma|firmanavn:?|virksomhed:|company:?|from|called|at|hedder|repræsenterer|ejer af|ejeren af|ejer|owns|driver|har|med)\s+((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){1,4})`,
  'gu',
);
/** Words that a company's name follows, even one of a single word. */
const OWNS = new RegExp(
  String.raw`(?<![\p{L}])(?:ejer(?:en)? af|owner of|owns|firmanavn:?|company:|firma:|virksomhed:)\s+(${NAME_WORD}(?: (?:${NAME_WORD}|&|og)){0,4})`,
  'u',
);
/** What a person is followed by: `Ali Demir, Demir Frugt`. */
const AFTER_PERSON = new RegExp(
  String.raw`^(?:,? |,? [–-] | ?\()(${NAME_WORD}(?: (?:${NAME_WORD}|&)){1,4})`,
  'u',
);
const JOINED = new RegExp(String.raw`(?<![\p{L}\p{N}])(${NAME_WORD} (?:&|og|and) ${NAME_WORD})`, 'u');
const BEFORE_CVR = new RegExp(
  String.raw`${FRONT}(?:log:?[^\p{L}\p{N}&]+)?((?:[\p{L}\p{N}'’&.-]+ ){0,4}[\p{L}\p{N}'’&.-]+),? cvr(?!\p{L})`,
  'iu',
);
/** `Blomsterværkstedet i Køge`: a house, shop or inn with a name of its own. */
const HOUSE = new RegExp(
  String.raw`${FRONT}(\p{Lu}\p{L}{3,}(?:huset|gården|gaarden|værkstedet|vaerkstedet|butikken|kroen|hjørnet|hjoernet|stuen|bageriet|smedjen|boden|laden))(?= (?:i|in|på|ved|fra|vil|har|skal|søger)(?!\p{L}))`,
  'u',
);
/** Words at the end of a name that make it a company's. */
const TRADE =
  /^(?:byg|vvs|auto|biler|el|transport|design|mode|consult|consulting|entreprise|service|maskiner|handel|tømrer|murer|maler|tryk|foto|gulve|tag|møbler|mad|vin|is|smykker|keramik|tekstil|trailer|beton|group|gruppen|invest|it|media|fisk|frugt|blomster|fysioterapi|rengøring|have|anlæg)$/iu;

const LEADING = new RegExp(
  String.raw`${FRONT}(?:[Ll]og:?[^\p{L}\p{N}&]+(?::(?:[a-z\d][a-z\d_+-]{1,40}|[+-]1):\s*)?)?((?:${NAME_WORD}|&)(?: (?:${NAME_WORD}|&|og)){0,4})(?=$|[\s,.:;(–-])`,
  'u',
);

const PERSON = String.raw`\p{Lu}[\p{Ll}'’-]+(?:[ -]\p{Lu}[\p{L}'’.-]*){0,3}`;
const ASKED_FOR = new RegExp(
  String.raw`(?<![\p{L}])(?:[Kk]ontakt(?:person)?(?: er)?:?|[Rr]ing(?:e)?(?: tilbage)? til|[Ss]pørg(?:e)? efter|[Tt]al(?:te|er)? med|v\/|[Aa]tt\.?:?|(?:[Mm]vh\.?|[Hh]ilsen|[Vv]enlig hilsen|[Bb]est regards|[Rr]egards),?|[Nn]avn:?|[Hh]edder|[Mm]ed navnet|[Jj]eg er|[Ii]t'?s|[Mm]y name is|[Cc]ontact(?: person)?:?|[Aa]sk for|[Cc]all(?: back)?|[Ss]poke (?:to|with)|[Ii]ndehaver(?:en)?:?|[Ee]jer(?:en)?:?|[Dd]irektør(?:en)?:?|[Oo]wner:?|[Mm]anager:?|[Dd]irector:?|[Oo]rdentlige navn|[Dd]et er|[Tt]his is|[Mm]ester)\s+(${PERSON})`,
  'u',
);
const TITLE = String.raw`(?:[Hh]r\.?|[Hh]err|[Ff]ru|[Ff]rk\.?|[Ff]røken|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Dd]r\.?)`;
/** `Hr. Sørensen`, `hr. og fru Sørensen`: whoever has a title is a person. */
const TITLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${TITLE} (?:og|&|and) )?${TITLE} )(${PERSON})`,
  'gu',
);

/** `hr sørensen fra`: typed without capitals, a name where the words after it say so. */
const LOWER_TITLED =
  /(?<![\p{L}\p{N}])(hr\.?|herr|fru|frk\.?|mrs?\.?|dr\.?) ([\p{Ll}'’-]{3,20})(?=(?:,| (?:fra|hos|from|at|ringer|ringede|kontakter|skriver|ejer|\())(?!\p{L}))/u;

const LOWER_ASKED =
  /(?<!\p{L})(?:kontakt(?:person)?:?|ring(?:e)?(?: tilbage)? til|spørg(?:e)? efter|v\/|att\.?:?|hedder|navn:?|ask for|contact:?)\s+([\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20}){0,2})(?=\s*(?:$|[,.;:)]|på\b|paa\b|at\b|on\b|tlf|mobil|phone|\+?\d))/iu;
const BEFORE_NUMBER = new RegExp(
  String.raw`(${PERSON})[,:]?\s*(?:på|tlf\.?:?|telefon:?|mobil:?|mob\.?:?|phone:?|tel\.?:?|on|at)?\s*(?:nr\.?)?\s*$`,
  'u',
);

/** Words that begin with a capital, or a line, without being part of a name. */
const NOT_A_NAME = new Set(
  `vil har er skal søger soger ønsker vi jeg han hun de der det den en et kunde kunden virksomhed virksomheden ny nye hej
  goddag ejer ejeren mester direktør early warning kontakt ring ringer tlf mobil cvr log ringe spørger spørg firma firmaet hvordan hvad
  hvor hvem kan må får går vores min mit erhvervshus kommune kommunen wants want we they need needs looking would
  the a an our my is are has company customer caller i il to from danish english tyskland sverige norge england usa eu
  polen holland mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august
  september oktober november december iværksætter nystartet etableret samtykke fra hos og med til på ikke måske haster
  akut obs nb note mail email website webshop moms skat gdpr iso esg it ai crm erp
  vedr vedrørende ang angående vs ift startup opstart eksport vækst`
    .split(/\s+/)
    .map(fold),
);

/** `CVR-nummer`, `SE-nr.`, `DK-25313763`: what leads to a number, or is one. */
const LABEL_WORD =
  /^(?:(?:\p{L}{1,14}[-.]?)?(?:nr|nummer|nummeret|numre|number)|\p{L}{1,14}[-.]no|(?:dk|se|cvr)?[-.:]?\d{8}|(?:cvr|se|p-enhed|e-mail|mail|email|telefon|mobiltelefon))[.:]*$/iu;

function isName(word: string): boolean {
  if (LABEL_WORD.test(word)) return false;
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

const RUN = new RegExp(PERSON, 'gu');

/** People by their first names, in the order of the text: not inside a longer name, not before a trade or a form. */
function peopleByName(text: string, taken: Taken): readonly { name: string; start: number; end: number }[] {
  return [...text.matchAll(RUN)].flatMap((match) => {
    const before = text.slice(0, match.index);
    if (!isFirstName(match[0].split(' ')[0] ?? '') || /\p{Lu}[\p{L}&.-]* $/u.test(before)) return [];
    const name = nameIn(match[0], taken, match.index);
    const end = match.index + (name?.length ?? 0);
    const after = text.slice(end);
    if (
      !name ||
      TRADE.test(name.split(' ').at(-1) ?? '') ||
      /^(?:'s|’s| &| og \p{Lu}| \p{Lu}|,? cvr)/u.test(after)
    )
      return [];
    return [{ name, start: match.index, end }];
  });
}

/**
 * The first person with a title. A surname alone keeps it, so that it reads as a person's name. Several words are the
 * person where the first is a first name or the last a patronymic; else the first one is, and what follows is a company
 * (`Hr. Sørensen Søndersø Maskinfabrik`). `Fru Jensens Køkken` is a company.
 */
function readTitled(text: string, taken: Taken): readonly Found[] {
  for (const match of text.matchAll(TITLED)) {
    const [, title = '', run = ''] = match;
    const whole = nameIn(run, taken, match.index + title.length);
    if (whole === undefined) continue;
    const [first = '', ...more] = whole.split(' ');
    const last = more.at(-1) ?? '';
    const isWhole = last === '' || ((isFirstName(first) || /(?:sen|son)$/u.test(last)) && !TRADE.test(last));
    if (!isWhole && first.endsWith('s')) continue;
    const name = isWhole ? whole : first;
    const end = match.index + title.length + name.length;
    return [
      { kind: 'contactName', value: name.includes(' ') ? name : title + name, start: match.index, end },
    ];
  }
  const lower = LOWER_TITLED.exec(text);
  const [, title = '', surname = ''] = lower ?? [];
  if (!lower || !isName(surname)) return [];
  const value = [title.replace(/\.$/, ''), surname]
    .map((word) => word[0]?.toLocaleUpperCase('da') + word.slice(1))
    .join(/^(?:hr|frk|mrs?|dr)\.?$/.test(title) ? '. ' : ' ');
  return [{ kind: 'contactName', value, start: lower.index, end: lower.index + lower[0].length }];
}

/** The contact person's name: who has a title, who is asked for, who stands before a number, or else somebody with a first name. */
export function readContactName(text: string, taken: Taken, numbers: Taken): readonly Found[] {
  const of = (value: string, start: number): readonly Found[] => [
    { kind: 'contactName', value, start, end: start + value.length },
  ];
  const titled = readTitled(text, taken);
  if (titled.length > 0) return titled;
  const asked = ASKED_FOR.exec(text);
  const run = asked?.[1];
  if (asked && run) {
    const start = asked.index + asked[0].length - run.length;
    const name = nameIn(run, taken, start);
    if (name) return of(name, start);
  }
  const people = peopleByName(text, taken);
  const full = people.find(({ name }) => name.includes(' '));
  if (full) return of(full.name, full.start);
  for (const number of numbers) {
    const ahead = text.slice(0, number.start).replace(/\(?\+?$/, '');
    const match = BEFORE_NUMBER.exec(ahead);
    const name = match?.[1] && nameIn(match[1], taken, match.index);
    if (!match || !name) continue;
    // One capitalised word before a number may be anything, but for a first name; two are a person, unless they open the
    // text as a company does.
    const isTwo = name.includes(' ') && match.index > 0 && !TRADE.test(name.split(' ').at(-1) ?? '');
    if (isFirstName(name) || (isTwo && !/(?:fra|hos|from|&) $/u.test(text.slice(0, match.index)))) {
      return of(name, match.index);
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
  const only = people[0];
  return only ? of(only.name, only.start) : [];
}

function company(value: string, start: number): readonly Found[] {
  return [{ kind: 'companyName', value, start, end: start + value.length }];
}

/** A company's name that carries its form: `Winkel Vask ApS`. Nothing else in a text is as sure. */
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

/** What a company's name is told from needs and places with. */
export interface NameKnowledge {
  /** Whether a word, or a set phrase, names a need. */
  readonly isTerm: (words: string) => boolean;
  /** Whether these words are the name of a town or municipality. */
  readonly isPlace: (words: string) => boolean;
}

/** The company's name where no form says so: before its CVR number, at the beginning, or behind the words that lead to one. */
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
    // Two words with capitals are a name even where both name needs (`Rent Rengøring, 8 ansatte`), but for a set phrase
    // (`Trade Council`) and for one that is all there is (`Google Ads`).
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
  for (const said of text.matchAll(SAID)) {
    const named = said[1] ?? '';
    const start = said.index + said[0].length - named.length;
    const name = nameIn(named, taken, start);
    if (name?.includes(' ') && !name.split(' ').every(isTerm) && !isPlace(name)) return company(name, start);
  }
  const joined = JOINED.exec(text);
  const pair = joined?.[1] ?? '';
  const isPair = pair.includes('&') && pair.split(' ').every((word) => word === '&' || isName(word));
  if (joined && isPair && isFree(joined.index, pair.length)) return company(pair, joined.index);
  return [];
}

import { isStopWord } from '../stop-words.ts';
import { foldText } from '../tokenise.ts';
import { isFirstName } from './first-names.ts';
import { type Found, overlaps } from './found.ts';
import { COMPANY_IS, isName, nameIn, type Taken, TRADE } from './name-words.ts';

const PERSON = String.raw`\p{Lu}[\p{Ll}'’-]+(?:[ -]\p{Lu}[\p{L}'’.-]*){0,3}`;
const ASKED_FOR = new RegExp(
  String.raw`(?<![\p{L}])(?:[Kk]ontakt(?:person)?(?: er)?:?|[Rr]ing(?:e)?(?: tilbage)? til|[Ss]pørg(?:e)? efter|[Tt]al(?:te|er)? med|v\/|[Aa]tt\.?:?|(?:[Mm]vh\.?|[Hh]ilsen|[Vv]enlig hilsen|[Bb]est regards|[Rr]egards),?|[Nn]avn:?|(?<!${COMPANY_IS} )[Hh]edder|[Mm]ed navnet|[Jj]eg er|[Ii]t'?s|[Mm]y name is|[Cc]ontact(?: person)?:?|[Aa]sk for|[Cc]all(?: back)?|[Ss]poke (?:to|with)|[Ii]ndehaver(?:en)?:?|[Ee]jer(?:en)?:?|[Dd]irektør(?:en)?:?|[Oo]wner:?|[Mm]anager:?|[Dd]irector:?|[Oo]rdentlige navn|[Dd]et er|[Tt]his is|[Mm]ester)\s+(${PERSON})`,
  'u',
);
const TITLE = String.raw`(?:[Hh]r\.?|[Hh]err|[Ff]ru|[Ff]rk\.?|[Ff]røken|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Dd]r\.?)`;
/** A person with a title: `Hr. Sørensen`, `hr. og fru Sørensen`. */
const TITLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${TITLE} (?:og|&|and) )?${TITLE} )(${PERSON})`,
  'gu',
);

/** A title and name without capitals, recognised by the words that follow: `hr sørensen fra`. */
const LOWER_TITLED =
  /(?<![\p{L}\p{N}])(hr\.?|herr|fru|frk\.?|mrs?\.?|dr\.?) ([\p{Ll}'’-]{3,20})(?=(?:,| (?:fra|hos|from|at|ringer|ringede|kontakter|skriver|ejer|\())(?!\p{L}))/u;

const LOWER_ASKED = new RegExp(
  String.raw`(?<!\p{L})(?:kontakt(?:person)?:?|ring(?:e)?(?: tilbage)? til|spørg(?:e)? efter|v\/|att\.?:?|(?<!${COMPANY_IS} )hedder|navn:?|ask for|contact:?)\s+([\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20}){0,2})(?=\s*(?:$|[,.;:)]|på\b|paa\b|at\b|on\b|tlf|mobil|phone|\+?\d))`,
  'iu',
);
const BEFORE_NUMBER = new RegExp(
  String.raw`(${PERSON})[,:]?\s*(?:på|tlf\.?:?|telefon:?|mobil:?|mob\.?:?|phone:?|tel\.?:?|on|at)?\s*(?:nr\.?)?\s*$`,
  'u',
);

const RUN = new RegExp(PERSON, 'gu');

/**
 * People by their first names, in the order of the text. A first name inside a longer name, or before a trade or legal
 * form, is part of a company's name.
 */
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
 * The first person with a title. A single surname keeps the title, so that it reads as a person's name. Several words
 * are all the person's where the first is a first name or the last a patronymic; otherwise only the first word is, and
 * a company's name follows (`Hr. Sørensen Søndersø Maskinfabrik`). `Fru Jensens Køkken` is a company.
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

/**
 * The contact person's name. In order: a person with a title, one who is asked for, one named before a number, or
 * anyone with a first name.
 */
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
    // A single capitalised word before a number counts only where it is a first name. Two words are a person, unless
    // they open the text as a company's name does.
    const isTwo = name.includes(' ') && match.index > 0 && !TRADE.test(name.split(' ').at(-1) ?? '');
    if (isFirstName(name) || (isTwo && !/(?:fra|hos|from|&) $/u.test(text.slice(0, match.index)))) {
      return of(name, match.index);
    }
  }
  const lower = LOWER_ASKED.exec(text);
  const typed = lower?.[1];
  if (lower && typed) {
    const words = typed.split(' ').filter((word) => isName(word) && !isStopWord(foldText(word)));
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

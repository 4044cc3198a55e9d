import type { Command } from '../core/command.ts';
import { isSameName } from '../core/company-name.ts';
import { isCvrNumber } from '../core/cvr-number.ts';
import type { Draft } from '../core/intake/draft.ts';
import { isAnotherCompany } from './another-company.ts';
import type { Dependencies } from './dependencies.ts';
import type { Aside } from './inbound.ts';
import { type Lookups, lookUp } from './look-up.ts';

/** Lines longer than this are told, as a mail is, and name other companies in passing. */
const LONGEST = 500;
/** Companies of one line, at most. */
const MOST = 5;

/** Eight digits in one piece: in pairs they are a telephone number. */
const NUMBERS = /(?<![\d+]|\d[ .-])\d{8}(?![\d]|[ .-]\d)/g;
const PHONE_LABEL =
  /(?<![\p{L}-])(?:tlf|telefon(?:nummer)?|mobil(?:nummer)?|nummer|phone|ring|call)[\s.:]*(?:nr|til|no)?[\s.:]*$/iu;
/** Stands between two numbers of a list: `25313763 og CVR 99100419`. */
const JOINS = /^\s*(?:[,;/&+]|og|samt|and)?\s*(?:cvr[\s.:-]*(?:nr|nummer|no)?[\s.:]*)?$/i;
/** Where one company's words end and the next one's begin. */
const ENDS = /[;\n]|[.,](?=\s)|\s(?:og|samt|mens|and|while)(?=\s)/gi;
const BETWEEN = /\s*;\s*|[,.]?\s+(?:og|samt|mens|and|while)\s+/i;
/** Says that a joined name is two companies. */
const BOTH = /(?<!\p{L})(?:begge|hver|hver især|both|each)(?!\p{L})/iu;

interface Numbered {
  readonly cvr: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The companies of a line that would begin an intake and tells of several, each with its own words and look-ups; none where
 * it tells of one. By CVR numbers only those that the register knows are taken: other digits are telephone numbers. Never
 * throws.
 */
export async function lookUpSeveral(
  command: Command,
  draft: Draft | undefined,
  { said, understood }: Lookups,
  deps: Dependencies,
  today: string,
  aside: Aside | undefined,
): Promise<NonNullable<Lookups['several']>> {
  if (command.name !== 'log' && command.name !== 'say') return [];
  const { text } = command;
  const begins =
    command.name === 'log' ||
    (draft === undefined ? said?.talk.kind === 'need' : isAnotherCompany(text, understood, draft));
  // Of a mail the sender is the one who asks.
  if (!begins || text.length > LONGEST || (aside?.leftOut.length ?? 0) > 0) return [];
  const numbered = await numberedIn(text, deps);
  const texts = numbered.length > 1 ? ofEach(text, numbered) : await namedIn(text, understood, deps, today);
  if (texts.length < 2) return [];
  return Promise.all(
    texts.map(async (one) => ({
      text: one,
      lookups: await lookUp({ name: 'log', text: one }, undefined, deps, today),
    })),
  );
}

/** The CVR numbers of companies in a text, in its order. */
async function numberedIn(text: string, { register }: Dependencies): Promise<readonly Numbered[]> {
  const all = [...text.matchAll(NUMBERS)].flatMap(({ 0: cvr, index }) =>
    isCvrNumber(cvr) && !PHONE_LABEL.test(text.slice(0, index))
      ? [{ cvr, start: index, end: index + cvr.length }]
      : [],
  );
  const different = all
    .filter(({ cvr }, at) => all.findIndex((one) => one.cvr === cvr) === at)
    .slice(0, MOST);
  if (different.length < 2) return [];
  const known = await Promise.all(different.map(({ cvr }) => register.findByCvr(cvr)));
  return different.filter((_, at) => known[at]?.state === 'found');
}

/** The words of each company: a list of numbers shares its words, other numbers have their own. */
function ofEach(text: string, numbered: readonly Numbered[]): readonly string[] {
  const [first, last] = [numbered[0], numbered.at(-1)];
  if (!first || !last) return [];
  const gaps = numbered.slice(1).map(({ start }, at) => ({ from: numbered[at]?.end ?? 0, to: start }));
  if (gaps.every(({ from, to }) => JOINS.test(text.slice(from, to))))
    return numbered.map(({ cvr }) => `${text.slice(0, first.start)}${cvr}${text.slice(last.end)}`.trim());
  const cuts = gaps.map(({ from, to }) => {
    const end = [...text.slice(from, to).matchAll(ENDS)].at(-1);
    return end === undefined ? to : from + end.index;
  });
  return [0, ...cuts].map((from, at) =>
    text
      .slice(from, cuts[at] ?? text.length)
      .replace(/^[\s;,.]*(?:(?:og|samt|mens|and|while)\s)?\s*/i, '')
      .trim(),
  );
}

/** The words of each company that a line names: `A vil eksportere, og B skal bruge et lån`, `A og B vil begge …`. */
async function namedIn(
  text: string,
  understood: Lookups['understood'],
  deps: Dependencies,
  today: string,
): Promise<readonly string[]> {
  const name = understood?.entities.companyName;
  const { language } = deps;
  if (name === undefined || !language || /\n/.test(text) || !BETWEEN.test(text)) return [];
  const halves = name.split(BETWEEN);
  if (halves.length > 1) {
    const isTwo = await areCompanies(name, halves, BOTH.test(text), deps);
    return isTwo ? halves.map((half) => text.replace(name, half)) : [];
  }
  const parts = text.split(BETWEEN).filter((part) => part.trim() !== '');
  const read = parts.map((part) => language.understand(part, today));
  const names = read.map(({ entities }) => entities.companyName);
  const isEach = read.every(({ chosen }, at) => chosen.length > 0 && names[at] !== undefined);
  const isDifferent = names.every((one, at) => names.indexOf(one) === at);
  return parts.length > 1 && parts.length <= MOST && isEach && isDifferent ? parts : [];
}

/** Whether a joined name is that of companies of their own: `Hansen og Sørensen ApS` is one. */
async function areCompanies(
  name: string,
  halves: readonly string[],
  saysBoth: boolean,
  { register }: Dependencies,
): Promise<boolean> {
  const isKnown = async (one: string) => {
    const found = await register.searchByName(one, MOST);
    return found.state === 'found' && found.value.some((company) => isSameName(company.name, one));
  };
  if (halves.length > MOST || halves.some((half) => half.trim().length < 2) || (await isKnown(name)))
    return false;
  return saysBoth || (await Promise.all(halves.map(isKnown))).every((known) => known);
}

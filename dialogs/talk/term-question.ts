import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import { type Question, TERMS, type Term } from '../../src/core/talk.ts';
import { AGREED_RULES } from '../../src/core/triage/rules/rule-set.ts';
import { ofAll } from '../sentences.ts';
import { patterns, wordsIn } from './line.ts';

const EXPLAIN = patterns(({ talk }) => talk.explain);
const TOPICS = TERMS.map((term) => [term, patterns(({ talk }) => talk.topics[term] ?? [])] as const);
/** Words that may stand beside the terms asked for. */
const BESIDE = new RegExp(
  `(?<![^ ])(?:og|eller|and|or|vs|en|et|den|det|de|der|the|an?|behov|need|lige|${fold(ofAll(({ talk }) => talk.closers).join('|'), COMMAND_WORDS)})(?![^ ])`,
  'g',
);

/** Endings that a term may take: `driftssegmentet`, `gråzonens`. */
const ENDINGS = '(?:erne|ene|en|et|er|ne|e|n|t)?s?';
const NAMES: readonly (readonly [Term, RegExp])[] = TERMS.map((term) => {
  const names = ofAll(({ talk }) => talk.terms[term]).flatMap((list) => list.split('|'));
  const longestFirst = names.toSorted((a, b) => b.length - a.length).join('|');
  return [term, new RegExp(`(?<![^ ])(?:${fold(longestFirst, COMMAND_WORDS)})${ENDINGS}(?![^ ])`, 'g')];
});

const RULE_WORD = wordsIn(({ talk }) => talk.rule);
const RULE_ID = /(?<![^ ])([oa]) ?(\d{1,2})(?![^ ])/;
const RULE_IDS: ReadonlySet<string> = new Set(
  [...AGREED_RULES.owners, ...AGREED_RULES.additions].map(({ id }) => id),
);
/** Words of a line that asks for a rule by its id alone: `hvad er O10`. */
const MOST_WORDS = 5;

/** A question about a rule by its id: `hvad siger regel O10`. Undefined where no rule has the id. */
export function ruleQuestion(folded: string): Question | undefined {
  const [, letter = '', number = ''] = RULE_ID.exec(folded) ?? [];
  const rule = `${letter}${number}`.toUpperCase();
  if (!RULE_IDS.has(rule)) return undefined;
  const isMeant = RULE_WORD.test(folded) || folded.split(' ').length <= MOST_WORDS;
  return isMeant ? { kind: 'rule', rule } : undefined;
}

/** A question that a term answers although it does not name it: `hvad sker der, hvis ingen svarer`. */
export function topicQuestion(folded: string): Question | undefined {
  const found = TOPICS.find(([, forms]) => forms.some((form) => form.test(folded)));
  return found && { kind: 'terms', terms: [found[0]] };
}

/** A question for the meaning of words that the glossary has: `forskellen på basal og specialiseret`. */
export function termQuestion(folded: string): Question | undefined {
  for (const form of EXPLAIN) {
    const x = form.exec(folded)?.groups?.x;
    const terms = x === undefined ? undefined : termsOf(x);
    if (terms) return { kind: 'terms', terms };
  }
  return undefined;
}

/** The terms that words consist of, in the order of the glossary. Undefined where other words are among them. */
export function termsOf(folded: string): readonly Term[] | undefined {
  let rest = folded;
  const found: { readonly term: Term; readonly at: number }[] = [];
  const byLength = NAMES.map(([term, names]) => {
    const longest = [...folded.matchAll(names)].map(([name]) => name.length);
    return { term, names, longest: Math.max(0, ...longest) };
  });
  for (const { term, names, longest } of byLength.toSorted((a, b) => b.longest - a.longest)) {
    if (longest === 0 || rest.search(names) < 0) continue;
    found.push({ term, at: folded.search(names) });
    rest = rest.replace(names, ' ');
  }
  if (found.length === 0 || rest.replace(/\s+/g, ' ').replace(BESIDE, '').trim() !== '') return undefined;
  return found.toSorted((a, b) => a.at - b.at).map(({ term }) => term);
}

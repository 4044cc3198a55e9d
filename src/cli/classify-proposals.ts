import type { Area } from '../core/vocabulary.ts';
import type { Example } from '../language/corpus.ts';
import { CPR_MASK, maskCpr } from '../language/cpr/mask-cpr.ts';
import { skipOf } from '../language/create-language-model.ts';
import type { EntityKind } from '../language/entities/found.ts';
import { type EntityKnowledge, readEntities } from '../language/entities/read-entities.ts';
import { isStopWord } from '../language/stop-words.ts';
import { wordsOf } from '../language/tokenise.ts';

/** A correction as it is kept: the words, and the areas that somebody chose for them. */
export interface Correction {
  readonly text: string;
  readonly areas: readonly Area[];
}

/** A correction as a line of the corpus; `area` is whose file it belongs in. */
export interface Proposal extends Example {
  readonly area: Area;
  readonly line: string;
}

/** A correction that is no line for the corpus, and why; `text` is masked. */
export interface LeftOut {
  readonly text: string;
  readonly reason: string;
}

/** What tells who it is about. What kind of company it is (size, age, stage) may stand. */
const IDENTITY: readonly EntityKind[] = [
  'companyName',
  'contactName',
  'contactPhone',
  'contactEmail',
  'cvr',
  'pNumber',
  'municipality',
];
const BLANK = '…';
/** More than this is no utterance. */
const LONGEST = 300;
/** Entities are read one of a kind at a time: how often a text is read again for more of them. */
const READINGS = 8;

/**
 * Words without who they are about: CPR numbers, names, places, numbers and addresses become `…`, as one line that the
 * corpus can hold. Names that are not recognised stay, which is why a person reads what comes of it.
 */
export function withoutIdentity(text: string, today: string, knowledge: EntityKnowledge): string {
  let masked = maskCpr(text).text.replaceAll(CPR_MASK, BLANK);
  for (let reading = 0; reading < READINGS; reading += 1) {
    const found = readEntities(masked, today, knowledge).filter(({ kind }) => IDENTITY.includes(kind));
    if (found.length === 0) break;
    // With the word that leads to it: `ring til …` says no more than `…`.
    const stretches = skipOf(masked, today, knowledge).filter((one) =>
      found.some(({ end }) => end === one.end),
    );
    for (const { start, end } of [...stretches].sort((a, b) => b.start - a.start))
      masked = `${masked.slice(0, start)}${BLANK}${masked.slice(end)}`;
  }
  return masked
    .replace(/\p{Nd}(?:[\s.-]?\p{Nd}){5,}/gu, BLANK)
    .replace(/\|/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/(?:… ?){2,}/g, `${BLANK} `)
    .replace(/^[\s…,.;:#-]+|[\s…,;:-]+$/g, '');
}

/** What two texts are compared by: the words, however they are typed. */
function sameWords(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function saysSomething(text: string): boolean {
  return wordsOf(text).some(({ folded }) => /^\p{L}{2}/u.test(folded) && !isStopWord(folded));
}

/**
 * Which corrections are new lines for the corpus, in its order, and which are left out. Where the same words were
 * corrected more than once, the last counts.
 */
export function proposalsFrom(
  corrections: readonly Correction[],
  corpus: readonly Example[],
  mask: (text: string) => string,
): { readonly proposed: readonly Proposal[]; readonly leftOut: readonly LeftOut[] } {
  const known = new Map(corpus.map(({ text, areas }) => [sameWords(text), areas]));
  const proposed = new Map<string, Proposal>();
  const leftOut: LeftOut[] = [];
  for (const { text: typed, areas } of corrections) {
    const text = mask(typed);
    const key = sameWords(text);
    const [area] = areas;
    const there = known.get(key);
    const earlier = proposed.get(key);
    if (area === undefined) leftOut.push({ text, reason: 'no need was chosen' });
    else if (!saysSomething(text)) leftOut.push({ text, reason: 'nothing is left of it once it is masked' });
    else if (text.length > LONGEST) leftOut.push({ text, reason: `longer than ${LONGEST} letters` });
    else if (there) leftOut.push({ text, reason: `already in the corpus, as ${there.join(', ')}` });
    else {
      if (earlier) leftOut.push({ text, reason: 'the same words were corrected again later' });
      const line = areas.length === 1 ? text : `${areas.join(',')} | ${text}`;
      proposed.set(key, { text, areas, area, line });
    }
  }
  return { proposed: [...proposed.values()], leftOut };
}

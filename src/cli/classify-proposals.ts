import type { Area } from '../core/vocabulary.ts';
import type { Example } from '../language/corpus.ts';
import { CPR_MASK, maskCpr } from '../language/cpr/mask-cpr.ts';
import { skipOf } from '../language/create-language-model.ts';
import type { EntityKind } from '../language/entities/found.ts';
import { type EntityKnowledge, readEntities } from '../language/entities/read-entities.ts';
import { isStopWord } from '../language/stop-words.ts';
import { wordsOf } from '../language/tokenise.ts';

/** A stored correction: a text, and the areas that somebody chose for it. */
export interface Correction {
  readonly text: string;
  readonly areas: readonly Area[];
}

/** A correction as a line of the corpus, in the file of `area`. */
export interface Proposal extends Example {
  readonly area: Area;
  readonly line: string;
}

/** A correction that is unsuitable for the corpus, with the reason. `text` is masked. */
export interface LeftOut {
  readonly text: string;
  readonly reason: string;
}

/** Entities that identify a company or person. Its size, age and stage may stay. */
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
/** The most letters of a line; longer texts are no utterances. */
const LONGEST = 300;
/** How often a text is read again: each reading finds one entity of a kind. */
const READINGS = 8;

/**
 * Removes identities from a text: CPR numbers, names, places, numbers and addresses become `…`, on one line for the
 * corpus. Unrecognised names stay, so a person reviews the result.
 */
export function withoutIdentity(text: string, today: string, knowledge: EntityKnowledge): string {
  let masked = maskCpr(text).text.replaceAll(CPR_MASK, BLANK);
  for (let reading = 0; reading < READINGS; reading += 1) {
    const found = readEntities(masked, today, knowledge).filter(({ kind }) => IDENTITY.includes(kind));
    if (found.length === 0) break;
    // Includes the word before it: `ring til …` tells no more than `…`.
    const stretches = skipOf(masked, today, knowledge).filter((stretch) =>
      found.some(({ end }) => end === stretch.end),
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

/** A text's words in a form that matches however they are typed. */
function sameWords(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function saysSomething(text: string): boolean {
  return wordsOf(text).some(({ folded }) => /^\p{L}{2}/u.test(folded) && !isStopWord(folded));
}

/**
 * The corrections that become new lines of the corpus, in its order, and those left out. Of several corrections of the
 * same words, the last counts.
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

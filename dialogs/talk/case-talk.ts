import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import type { Errand, HandOver, LineEvidence, Question, Talk } from '../../src/core/talk.ts';
import { ofAll } from '../sentences.ts';
import { AS_NAME, numberAlone } from './case-question.ts';
import { type Asked, type Line, patterns, wordsIn } from './line.ts';
import { VAGUE } from './need.ts';
import { officeIn } from './office-question.ts';

/** What is said of a case without its number: `hun ringede igen`, `jeg tager den fra Hansen VVS`, `giv den til Dan`. */

const OWN_CASES = patterns(({ caseTalk }) => caseTalk.ownCases);
const COMEBACKS = patterns(({ caseTalk }) => caseTalk.comebacks);
const DOINGS = patterns(({ caseTalk }) => caseTalk.doings);
const REDIRECTS = patterns(({ caseTalk }) => caseTalk.redirects);
const ASSIGNS = patterns(({ caseTalk }) => caseTalk.assigns);
const ERRANDS = patterns(({ errands }) => errands.doings);
const PASSINGS = patterns(({ errands }) => errands.passings);
const ASIDES = patterns(({ caseTalk }) => caseTalk.asides);
const WISHES = wordsIn(({ talk }) => talk.wishes);
const WHAT = /^(?:hvad|what) /;
const NOBODY = new RegExp(
  `^(?:${fold(ofAll(({ caseTalk }) => caseTalk.nobody).join('|'), COMMAND_WORDS)})(?= |$)`,
);

/** Words of a company's name; more are a sentence. */
const MOST_OF_COMPANY = 4;
/** Words of a person's name; more are a sentence. */
const MOST_OF_PERSON = 3;
const CAPITAL = /^\p{Lu}/u;

const needsNothing = (evidence: LineEvidence | null) => (evidence?.chosen.length ?? 0) === 0;

interface Groups {
  readonly x: string;
  /** `x` as typed. */
  readonly typed: string;
  readonly reason: string;
  /** What stands behind `x`. */
  readonly behind: string;
}

/** Every reading of a stretch by one of the patterns, the narrowest first. */
function* readings(line: Line, { start, end }: Asked, all: readonly RegExp[]): Generator<Groups> {
  const folded = line.folded.slice(start, end);
  for (const pattern of all) {
    const found = pattern.exec(folded);
    const place = found?.indices?.groups?.x;
    if (!found?.groups?.x || !place) continue;
    const why = found.indices?.groups?.reason;
    yield {
      x: found.groups.x,
      typed: line.typed(start + place[0], start + place[1]),
      behind: folded.slice(place[1]).trim(),
      reason: why ? line.typed(start + why[0], start + why[1]) : '',
    };
  }
}

/** A line about one of the writer's cases, without its name: all of them are shown. */
export function ownCaseQuestion(line: Line, { start, end }: Asked): Question | undefined {
  const folded = line.folded.slice(start, end);
  // `hvad mangler der` asks, and tells of no wish.
  const wishes = WISHES.test(folded) && !WHAT.test(folded);
  const isOwn = !wishes && OWN_CASES.some((form) => form.test(folded));
  return isOwn ? { kind: 'cases', filter: undefined } : undefined;
}

/**
 * A company that made contact again, and nothing more: its running case is what the writer needs, not a new one. Without
 * capitals a name has two words, with more behind them than that it was again: `hansen vvs ringer igen`.
 */
export function comebackOf(line: Line, within: Asked, evidence: LineEvidence | null): Question | undefined {
  for (const { x, typed, behind } of readings(line, within, COMEBACKS)) {
    const number = numberAlone(typed);
    if (number !== undefined) return { kind: 'find', searched: { words: '', number } };
    const words = typed.split(/\s+/).length;
    if (NOBODY.test(x) || words > MOST_OF_COMPANY) continue;
    const isName = CAPITAL.test(typed) || (words > 1 && behind.includes(' '));
    if (isName && (needsNothing(evidence) || AS_NAME.test(typed)))
      return { kind: 'find', searched: { words: typed } };
  }
  return undefined;
}

/**
 * What the writer does with the case of a company: the case is shown with its buttons. The name must be written as one,
 * because `jeg har talt med en bager` tells a need.
 */
export function doingOnCase(line: Line, within: Asked, evidence: LineEvidence | null): Question | undefined {
  for (const { typed } of readings(line, within, DOINGS)) {
    const number = numberAlone(typed);
    if (number !== undefined) return { kind: 'find', searched: { words: '', number } };
    const isName = CAPITAL.test(typed) && typed.split(/\s+/).length <= MOST_OF_COMPANY;
    if (isName && (needsNothing(evidence) || AS_NAME.test(typed)))
      return { kind: 'find', searched: { words: typed } };
  }
  return undefined;
}

/** That another organisation or a colleague should have the case. Undefined where the line names neither. */
export function handOverIn(line: Line, within: Asked, evidence: LineEvidence | null): HandOver | undefined {
  for (const { x, reason } of readings(line, within, REDIRECTS)) {
    const organisation = officeIn(x, evidence);
    if (organisation && organisation !== 'own') return { kind: 'redirect', organisation, reason };
  }
  for (const { x, typed } of readings(line, within, ASSIGNS)) {
    const isPerson = CAPITAL.test(typed) && typed.split(/\s+/).length <= MOST_OF_PERSON && !NOBODY.test(x);
    if (isPerson && needsNothing(evidence)) return { kind: 'assign', person: typed };
  }
  return undefined;
}

/**
 * What somebody should do about a case that is not named, or what its customer waits for. A line that names a company or a
 * crisis tells of that; with a need as well it may be either.
 */
export function errandIn(
  line: Line,
  { start, end }: Asked,
  evidence: LineEvidence | null,
): Errand | Talk | undefined {
  const { cvr, pNumber, companyName, municipality, contactPhone } = evidence?.entities ?? {};
  if (evidence?.crisis || (cvr ?? pNumber ?? companyName ?? municipality) !== undefined) return undefined;
  const folded = line.folded.slice(start, end);
  const passesOn = PASSINGS.some((form) => form.test(folded));
  if (!passesOn && !ERRANDS.some((form) => form.test(folded))) return undefined;
  if (contactPhone !== undefined) return { kind: 'find', searched: { words: '', number: contactPhone } };
  const needs = evidence?.chosen.some((area) => !VAGUE.includes(area)) ?? false;
  return needs ? { kind: 'perhaps' } : { kind: 'errand', passesOn };
}

/** Whether a stretch says only that the writer is away or busy, or is meant for colleagues. */
export function isAside(line: Line, { start, end }: Asked): boolean {
  return ASIDES.some((form) => form.test(line.folded.slice(start, end)));
}

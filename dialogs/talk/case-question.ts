import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import type { MunicipalityCode } from '../../src/core/municipalities.ts';
import type { LineEvidence, Question } from '../../src/core/talk.ts';
import { ofAll } from '../sentences.ts';
import { namedAfterVerb } from '../typed-verbs.ts';
import { type Asked, askedAbout, type Line, lineOf, patterns } from './line.ts';
import { officeIn } from './office-question.ts';

const FIND = patterns(({ talk }) => talk.findCases);
const list = (of: Parameters<typeof ofAll<string>>[0]) => fold(ofAll(of).join('|'), COMMAND_WORDS);
const ONLY_PRONOUN = new RegExp(`^(?:${list(({ talk }) => talk.pronouns)})$`);
const LEADS = new RegExp(`^(?:${list(({ talk }) => talk.caseNouns)}) (?=.)`);
const NOTHING = new RegExp(`^(?:${list(({ talk }) => talk.caseNouns)}|${list(({ talk }) => talk.closers)})$`);
const TRAILS = new RegExp(`(?<=.) (?:${list(({ talk }) => talk.closers)})$`);
const CASE_OF = new RegExp(`^(?<x>[^ ]{3,}?)(?:${list(({ talk }) => talk.caseEnding)})$`);
const PLACE = /^(?<x>.+) (?:i|fra|ved|naer|in|from|near|at) (?:[^ ]+ ){0,2}[^ ]+$/d;

/** Looks for cases, rather than asks how they stand. */
const LOOKS = /^(?:find|soeg|search|vis|show|led|look|slaa)(?= )/;

/** Asks for a person: `hvem er koordinator hos os`. */
const WHO_IS = /^(?:hvem er|who is)(?= )/;

const ONLY_PLACE = /^(?:i|fra|ved|in|from|near) (?:[^ ]+ ?){1,3}$/;

/** Eight digits as people write them, with the country before or not. */
const NUMBER = /^(?:\+|00)?(?:45)?[ .-]*(\d(?:[ .-]*\d){7})$/;

/** The CVR or telephone number that a text consists of; undefined where it is none. */
export function numberAlone(text: string): string | undefined {
  return NUMBER.exec(
    text.trim().replace(/^(?:cvr|tlf|telefon|phone)[\s.:-]*(?:nr|nummer|no)?[\s.:-]*/i, ''),
  )?.[1]?.replace(/\D/g, '');
}

/** A question about cases in a stretch of a line; undefined where it holds none. */
export function caseQuestion(line: Line, within: Asked, evidence: LineEvidence | null): Question | undefined {
  const folded = line.folded.slice(within.start, within.end);
  const asked = askedAbout(folded, FIND);
  if (!asked) return undefined;
  const { cvr, contactPhone, municipality } = evidence?.entities ?? {};
  if (municipality && ONLY_PLACE.test(folded.slice(asked.start, asked.end)))
    return find('', undefined, municipality);
  const about = bare(folded, asked);
  const number = cvr ?? contactPhone;
  if (!about) return number === undefined ? { kind: 'cases', filter: undefined } : find('', number);
  const typed = line.typed(within.start + about.start, within.start + about.end);
  const alone = numberAlone(typed) ?? (/\d{8}/.test(typed.replace(/\D/g, '')) ? number : undefined);
  if (alone !== undefined) return find('', alone);
  const named = lineOf(typed).folded;
  const organisation = officeIn(named, evidence);
  if (organisation && WHO_IS.test(folded)) return { kind: 'office', organisation, matter: 'phone' };
  if (organisation && organisation !== 'own')
    return municipality && LOOKS.test(folded)
      ? find('', undefined, municipality)
      : { kind: 'cases', filter: 'sent' };
  const place = municipality && PLACE.exec(folded.slice(about.start, about.end))?.indices?.groups?.x;
  if (!place) return find(withoutEnding(typed), undefined);
  const before = line.typed(within.start + about.start, within.start + about.start + place[1]);
  return find(withoutEnding(before), undefined, municipality);
}

/** Every word begins with a capital letter, but for the words that join names. */
export const AS_NAME = /^\p{Lu}\S*(?:\s+(?:(?:og|and|&|i|v\/)\s+)?\p{Lu}\S*)+$/u;
/** Words of a company's name behind a verb; more are a sentence. */
const MOST_OF_NAME = 4;

/**
 * A verb with a company's name in place of the case's number: `luk Hansen VVS`. The case is shown with its buttons, and
 * nothing is done by a name, which several cases may have. With a pronoun all of one's cases are shown.
 */
export function verbOnName(
  line: Line,
  { start, end }: Asked,
  evidence: LineEvidence | null,
): Question | undefined {
  const typed = namedAfterVerb(line.typed(start, end));
  if (typed === undefined) return undefined;
  const named = lineOf(typed);
  const about = bare(named.folded, { start: 0, end: named.folded.length });
  const name = about ? named.typed(about.start, about.end) : '';
  const number = numberAlone(name);
  if (number !== undefined) return find('', number);
  // What is written as a name is one, whatever need its words resemble: `overtag Hansen VVS`.
  if ((evidence?.chosen.length ?? 0) > 0 && !AS_NAME.test(name)) return undefined;
  if (!about || ONLY_PRONOUN.test(named.folded)) return { kind: 'cases', filter: undefined };
  return name.split(/\s+/).length > MOST_OF_NAME ? undefined : find(name, undefined);
}

function find(words: string, number: string | undefined, municipality?: MunicipalityCode): Question {
  return {
    kind: 'find',
    searched: {
      words,
      ...(number && { number }),
      ...(municipality && { municipality }),
    },
  };
}

/** What is asked about, without the words that lead to it or come after it. Undefined where nothing is left. */
function bare(folded: string, asked: Asked): Asked | undefined {
  let { start, end } = asked;
  const rest = () => folded.slice(start, end);
  for (let found = LEADS.exec(rest()); found; found = LEADS.exec(rest())) start += found[0].length;
  for (let found = TRAILS.exec(rest()); found; found = TRAILS.exec(rest())) end -= found[0].length;
  return NOTHING.test(rest()) || ONLY_PRONOUN.test(rest()) ? undefined : { start, end };
}

/** `bagersagen` is the case of a `bager`. */
function withoutEnding(typed: string): string {
  const length = CASE_OF.exec(fold(typed, COMMAND_WORDS))?.groups?.x?.length;
  return length === undefined || fold(typed, COMMAND_WORDS).length !== typed.length
    ? typed
    : typed.slice(0, length);
}

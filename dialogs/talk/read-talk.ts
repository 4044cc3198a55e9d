import type { LineEvidence, Question, Talk } from '../../src/core/talk.ts';
import { isWrittenAsName, WRITTEN_NAME } from '../../src/core/written-name.ts';
import { caseQuestion, numberAlone, verbOnName } from './case-question.ts';
import { comebackOf, doingOnCase, errandIn, handOverIn, isAside, ownCaseQuestion } from './case-talk.ts';
import { coresOf } from './core-of-line.ts';
import { doorQuestion } from './door-question.ts';
import { type Asked, type Line, lineOf, patterns } from './line.ts';
import { listQuestion } from './list-question.ts';
import { needOrTalk, wishesForNeed } from './need.ts';
import { officeQuestion } from './office-question.ts';
import { remarkIn } from './remark.ts';
import { isBesideSmallTalk, smallTalkIn } from './small-talk.ts';
import { ruleQuestion, termQuestion, termsOf, topicQuestion } from './term-question.ts';

const NAMED = new RegExp(`^${WRITTEN_NAME},\\s`, 'u');
const LEGAL_FORM = / (?:ApS|A\/S|I\/S|K\/S|P\/S|IVS)$/i;

const HELPS = patterns(({ talk, toTheBot }) => [...talk.helps, ...toTheBot.helps]);
const BEGINS = patterns(({ toTheBot }) => toTheBot.begins);
const TROUBLE = patterns(({ toTheBot }) => toTheBot.trouble);
const CLOSINGS = patterns(({ toTheBot }) => toTheBot.closings);
const PEOPLE = patterns(({ toTheBot }) => toTheBot.people);

/** Longer texts are told, not asked: an e-mail holds questions and is still a need. */
const LONGEST_QUESTION = 200;

/**
 * Reads a typed line that is no command: a question about a case, a rule, a word, an office or a list, small talk, a
 * need, perhaps a need, or nothing that can be read. `evidence` is what the language model read in it; null without a
 * model. Never refuses.
 */
export function readTalk(text: string, evidence: LineEvidence | null): Talk {
  const number = numberAlone(text);
  if (number !== undefined) return { kind: 'find', searched: { words: '', number } };
  const line = lineOf(text);
  const talk = smallTalkIn(text, line.folded);
  if (text.length <= LONGEST_QUESTION && !/\n/.test(text.trim())) {
    const isAboutBot = talk?.about === 'robot' || talk?.about === 'here' || talk?.about === 'language';
    if (isAboutBot && talk.aside && !evidence?.entities.municipality)
      return { kind: 'small-talk', about: talk.about };
    const asks = !tellsOfNamed(text, line, evidence);
    for (const core of asks ? coresOf(line.folded) : []) {
      const said =
        toTheBot(line.folded.slice(core.start, core.end), evidence) ??
        handOverIn(line, core, evidence) ??
        errandIn(line, core, evidence) ??
        questionIn(line, core, evidence) ??
        remarked(line, core);
      if (said) return said;
      if (isAside(line, core) && !wishesForNeed(line, evidence)) return { kind: 'small-talk', about: 'wait' };
    }
  }
  return nameOfTalk(text, line.folded, evidence) ?? needOrTalk(line, evidence, talk);
}

/** Whether a line begins with a name, then a comma, and tells a need: `Status Marketing, Viborg, vil eksportere`. */
function tellsOfNamed(text: string, line: Line, evidence: LineEvidence | null): boolean {
  return NAMED.test(text.trim()) && !line.asks && wishesForNeed(line, evidence);
}

/**
 * A line of small talk's words that is written as the name of a company: `Nej Tak Design`. Its legal form, or
 * that it was read as one, makes sure that it is; else it may be. Undefined where nothing but small talk is left in it, or a person's name: `Tak Anna`.
 */
function nameOfTalk(text: string, folded: string, evidence: LineEvidence | null): Talk | undefined {
  const typed = text.trim();
  if (!isWrittenAsName(typed) || !isBesideSmallTalk(folded)) return undefined;
  const isName = evidence?.entities.companyName === typed;
  if (LEGAL_FORM.test(typed) || (isName && typed.split(/\s+/).length > 2)) return { kind: 'need' };
  return typed.split(/\s+/).length > 2 ? { kind: 'perhaps' } : undefined;
}

/** A remark on the caller is small talk; what was done for them belongs to a case that is not named. */
function remarked(line: Line, core: Asked): Talk | undefined {
  const about = remarkIn(line, core);
  if (about === undefined) return undefined;
  return about === 'services' ? { kind: 'errand', passesOn: false } : { kind: 'small-talk', about: 'remark' };
}

/** What a stretch of a line says to the bot itself. A line that names a company or a crisis tells of that. */
function toTheBot(folded: string, evidence: LineEvidence | null): Talk | undefined {
  const { cvr, companyName, municipality } = evidence?.entities ?? {};
  const is = (forms: readonly RegExp[]) => forms.some((form) => form.test(folded));
  // `vi har lukket i dag` sounds like a company that closes.
  if (is(CLOSINGS) && (cvr ?? companyName) === undefined)
    return { kind: 'office', organisation: 'own', matter: 'hours' };
  if (evidence?.crisis || (cvr ?? companyName ?? municipality) !== undefined) return undefined;
  if (is(BEGINS)) return { kind: 'begin' };
  if (is(TROUBLE)) return { kind: 'small-talk', about: 'trouble' };
  return is(PEOPLE) ? { kind: 'office', organisation: 'own', matter: 'phone' } : undefined;
}

/** The question of a stretch of a line, by its form: the narrower forms first. */
function questionIn(line: Line, core: Asked, evidence: LineEvidence | null): Question | undefined {
  const folded = line.folded.slice(core.start, core.end);
  return (
    (HELPS.some((help) => help.test(folded)) ? ({ kind: 'help' } as const) : undefined) ??
    ruleQuestion(folded) ??
    ownCaseQuestion(line, core) ??
    listQuestion(folded) ??
    doorQuestion(folded, evidence) ??
    officeQuestion(line, core, evidence) ??
    termQuestion(folded) ??
    topicQuestion(folded) ??
    comebackOf(line, core, evidence) ??
    doingOnCase(line, core, evidence) ??
    caseQuestion(line, core, evidence) ??
    verbOnName(line, core, evidence) ??
    bareTerm(line, folded, evidence)
  );
}

/** A line of nothing but a term: `LES?`. A word that names a need as well is one only where the line asks. */
function bareTerm({ asks }: Line, folded: string, evidence: LineEvidence | null): Question | undefined {
  const terms = asks || evidence?.chosen.length === 0 ? termsOf(folded) : undefined;
  return terms && { kind: 'terms', terms };
}

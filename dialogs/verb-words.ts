import type { EventCode } from '../src/core/case/events.ts';
import type { CaseVerb } from '../src/core/case/verbs/index.ts';
import type { Language } from '../src/core/vocabulary.ts';
import type { SaidOfVerb, VerbSentences } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';

/** All that is said of a verb in a language. */
export function saidOf<Verb extends CaseVerb>(verb: Verb, language: Language): SaidOfVerb<Verb> {
  const verbs: VerbSentences = sentencesIn(language).verbs;
  return verbs[verb];
}

/** The word a verb is typed with. */
export function caseWord(verb: CaseVerb, language: Language): string {
  return saidOf(verb, language).words.split('|')[0] ?? verb;
}

/** A verb on a case as it is typed: `returner K3F9-QTX2 ‹årsag›: ‹begrundelse›`. */
export function typedForm(verb: CaseVerb, caseId: string, language: Language): string {
  return `${caseWord(verb, language)} ${caseId}${saidOf(verb, language).typedRest ?? ''}`;
}

/** What whoever gave a verb is told, by what came of it. */
export function doneWords(verb: CaseVerb, event: EventCode, language: Language): string {
  const { done, doneAs } = saidOf(verb, language);
  return doneAs?.[event] ?? done;
}

import type { EventCode } from '../src/core/case/events.ts';
import type { CaseVerb } from '../src/core/case/verbs/index.ts';
import type { Language } from '../src/core/vocabulary.ts';
import type { VerbSentences, VerbTexts } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';

/** All texts of a verb in a language. */
export function verbTexts<Verb extends CaseVerb>(verb: Verb, language: Language): VerbTexts<Verb> {
  const verbs: VerbSentences = sentencesIn(language).verbs;
  return verbs[verb];
}

/** The word that a verb is typed with. */
export function caseWord(verb: CaseVerb, language: Language): string {
  return verbTexts(verb, language).words.split('|')[0] ?? verb;
}

/** The typed form of a verb on a case: `returner K3F9-QTX2 ‹årsag›: ‹begrundelse›`. */
export function typedForm(verb: CaseVerb, caseId: string, language: Language): string {
  return `${caseWord(verb, language)} ${caseId}${verbTexts(verb, language).typedRest ?? ''}`;
}

/** The notice to the person who gave a verb, by the event that came of it. */
export function doneWords(verb: CaseVerb, event: EventCode, language: Language): string {
  const { done, doneAs } = verbTexts(verb, language);
  return doneAs?.[event] ?? done;
}

import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { RefusalParams } from '../src/core/refusal-params.ts';
import type { Refusal } from '../src/core/result.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inWords } from './param-words.ts';
import { said } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';

function wordsOf<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams[Code],
  language: Language,
  now: string | undefined,
): string {
  return said<RefusalParams[Code]>(sentencesIn(language).refusals[code], inWords(params, language, now));
}

/** A refusal as a sentence. A code of a later release, kept on a draft, still gets an answer: a person is never shown nothing. */
export function refusalWords(refusal: Refusal, language: Language, now?: string): string {
  const { refusals, unworded } = sentencesIn(language);
  if (!Object.hasOwn(refusals, refusal.code)) return unworded.refusal(refusal.code);
  return wordsOf(refusal.code, refusal.params ?? {}, language, now);
}

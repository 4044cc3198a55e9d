import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { RefusalParams } from '../src/core/refusal-params.ts';
import type { Refusal } from '../src/core/result.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inWords } from './param-words.ts';
import { sentenceWith } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';

function sentenceOf<Code extends RefusalCode>(
  code: Code,
  params: RefusalParams[Code],
  language: Language,
  now: string | undefined,
): string {
  return sentenceWith<RefusalParams[Code]>(
    sentencesIn(language).refusals[code],
    inWords(params, language, now),
  );
}

/**
 * A refusal as a sentence. A draft may hold a code of a later release: it gets a general answer, because a refusal
 * without words looks like a hang.
 */
export function refusalWords(refusal: Refusal, language: Language, now?: string): string {
  const { refusals, unworded } = sentencesIn(language);
  if (!Object.hasOwn(refusals, refusal.code)) return unworded.refusal(refusal.code);
  return sentenceOf(refusal.code, refusal.params ?? {}, language, now);
}

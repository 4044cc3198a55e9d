import type { Notice, NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inWords } from './param-words.ts';
import { sentenceWith } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';
import { doneWords } from './verb-words.ts';

function sentenceOf<Code extends Exclude<NoticeCode, 'done'>>(
  code: Code,
  params: NoticeParams[Code],
  language: Language,
  now: string | undefined,
): string {
  const { notices, unworded } = sentencesIn(language);
  if (!Object.hasOwn(notices, code)) return unworded.notice(code);
  return sentenceWith<NoticeParams[Code]>(notices[code], inWords(params, language, now));
}

/**
 * A notice as a sentence. A notice of a later release has no sentence here and is shown by its code, so that it is not
 * lost.
 */
export function noticeWords(notice: Notice, language: Language, now?: string): string {
  if (notice.code === 'done') return doneWords(notice.params.verb, notice.params.event, language);
  return sentenceOf(notice.code, notice.params ?? {}, language, now);
}

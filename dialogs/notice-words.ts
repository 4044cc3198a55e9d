import type { Notice, NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inWords } from './param-words.ts';
import { said } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';
import { doneWords } from './verb-words.ts';

function wordsOf<Code extends Exclude<NoticeCode, 'done'>>(
  code: Code,
  params: NoticeParams[Code],
  language: Language,
  now: string | undefined,
): string {
  const { notices, unworded } = sentencesIn(language);
  if (!Object.hasOwn(notices, code)) return unworded.notice(code);
  return said<NoticeParams[Code]>(notices[code], inWords(params, language, now));
}

/** A notice as a sentence. A code of a later release, which has none here, is named rather than left unsaid. */
export function noticeWords(notice: Notice, language: Language, now?: string): string {
  if (notice.code === 'done') return doneWords(notice.params.verb, notice.params.event, language);
  return wordsOf(notice.code, notice.params ?? {}, language, now);
}

import type { Notice } from '../src/core/notice.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { fill } from './fill.ts';
import { NOTICES } from './notice-sentences.ts';
import { doneWords } from './verbs.ts';

/** A notice as a sentence. A code of a later release, which has none here, is named rather than left unsaid. */
export function noticeWords(notice: Notice, language: Language, now?: string): string {
  if (notice.code === 'done') return doneWords(notice.params.verb, notice.params.event)[language];
  if (!Object.hasOwn(NOTICES, notice.code))
    return language === 'da' ? `Besked: ${notice.code}` : `Notice: ${notice.code}`;
  return fill(NOTICES[notice.code][language], { ...notice.params }, language, now);
}

import type { Notice } from '../src/core/answer.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { fill } from './fill.ts';
import { NOTICES } from './notice-sentences.ts';

const sentences: ReadonlyMap<string, Localized> = new Map(Object.entries(NOTICES));

/** The codes that have a sentence; a test holds every code in use against them. */
export const NOTICE_CODES: readonly string[] = Object.keys(NOTICES);

/** A notice as a sentence. A code without one is named rather than left unsaid. */
export function noticeWords(notice: Notice, language: Language, now?: string): string {
  const sentence = sentences.get(notice.code);
  if (!sentence) return language === 'da' ? `Besked: ${notice.code}` : `Notice: ${notice.code}`;
  return fill(sentence[language], notice.params ?? {}, language, now);
}

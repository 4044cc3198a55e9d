import { noticeWords } from '../../dialogs/notice-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button } from './parts.ts';
import { visibleIn } from './visible.ts';

/** What happened to a case, in one sentence. Outside the card's thread it names the company and opens the case. */
export function caseLineView(answer: Extract<Answer, { kind: 'case-line' }>, language: Language): View {
  const { case: kase, viewer, notice, now, inThread } = answer;
  const { buttons, typed } = sentencesIn(language);
  const words = noticeWords(notice, language, now);
  return {
    language,
    title: inThread ? words : `${visibleIn(kase, viewer, language).name}: ${words}`,
    tone: 'default',
    blocks: [],
    actions: inThread
      ? []
      : [button(buttons.showCase, { name: 'case', caseId: kase.id }, typed.case(kase.id))],
    refresh: null,
  };
}

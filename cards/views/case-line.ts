import { noticeWords } from '../../dialogs/notice-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { NoticeCode } from '../../src/core/notice.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button } from './parts.ts';
import { visibleIn } from './visible.ts';

/** What somebody wrote with the event of a notice: the reason of a return, the advice, the question, the answer. */
function wordsOf(kase: Case, code: NoticeCode): string | null | undefined {
  const last = kase.handovers.at(-1);
  const remark = (event: string) => kase.remarks?.findLast((one) => one.event === event)?.text;
  switch (code) {
    case 'handover-returned':
    case 'handover-advised':
      return last?.reason;
    case 'handover-forwarded':
      return kase.handovers.at(-2)?.reason;
    case 'question-asked':
      return last?.questions.at(-1)?.text;
    case 'question-answered':
      return last?.questions.at(-1)?.answer;
    case 'case-withdrawn':
      return remark('withdrawn');
    case 'case-closed':
      return kase.outcome?.note;
    case 'grey-zone-settled':
      return remark('grey-zone-settled');
    case 'follow-up-declined':
      return remark('follow-up-declined');
    case 'followed-up':
      return remark('followed-up');
    default:
      return undefined;
  }
}

/**
 * What happened to a case and why, in one sentence, with what was written for readers who may see it. Outside the card's
 * thread it names the company and opens the case.
 */
export function caseLineView(answer: Extract<Answer, { kind: 'case-line' }>, language: Language): View {
  const { case: kase, viewer, notice, now, inThread } = answer;
  const { buttons, typed } = sentencesIn(language);
  const visible = visibleIn(kase, viewer, language);
  const written = visible.notes ? wordsOf(kase, notice.code) : undefined;
  const words = [noticeWords(notice, language, now), written].filter((part) => part).join(' ');
  return {
    language,
    title: inThread ? words : `${visible.name}: ${words}`,
    tone: 'default',
    blocks: [],
    actions: inThread
      ? []
      : [button(buttons.showCase, { name: 'case', caseId: kase.id }, typed.case(kase.id))],
    refresh: null,
  };
}

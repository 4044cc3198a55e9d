import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { closeHandover, openHandover, openQuestion } from '../derived.ts';
import { REFRESH, SAVE, tellPerson } from './common-steps.ts';
import { needed } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/** The sender answers the receiver's question. */
export const answer = verb({
  from: ['offered'],
  who: memberOfOwner,
  offered: (kase) => openQuestion(kase) !== undefined,
  inputs: z.object({ text: needed('answer-needed') }),
  does: (kase, input, by, context) => {
    const open = openHandover(kase);
    const asked = openQuestion(kase);
    if (!open || !asked) return refuse('no-open-question');
    const answered = { ...asked, answer: input.text, answeredAt: context.now, answeredBy: refOf(by) };
    return ok({
      case: closeHandover(kase, {
        questions: open.questions.map((question) => (question.id === asked.id ? answered : question)),
      }),
      event: { type: 'question-answered' },
      effects: [
        SAVE,
        REFRESH,
        tellPerson(asked.askedBy.person, {
          notice: 'question-answered',
          handover: open.number,
          question: asked.id,
        }),
      ],
    });
  },
});

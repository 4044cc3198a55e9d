import { z } from 'zod';
import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { closeHandover, openHandover, openQuestion } from '../derived.ts';
import type { EventDetails } from '../events.ts';
import { REFRESH, SAVE, tellSender } from './common-steps.ts';
import { needed } from './fields.ts';
import { receiver } from './guards.ts';
import { type VerbStep, verb } from './verb.ts';

/** Asks the sender a question. The clock keeps running. Refuses with `question-open` while one is unanswered. */
export function askSender(
  kase: Case,
  text: string,
  by: Actor,
  context: CaseContext,
  details: EventDetails['asked'] = {},
): Result<VerbStep, 'not-now' | 'question-open'> {
  const open = openHandover(kase);
  if (!open) return refuse('not-now');
  if (openQuestion(kase)) return refuse('question-open');
  const question = {
    id: open.questions.length + 1,
    text,
    askedAt: context.now,
    askedBy: refOf(by),
    answer: null,
    answeredAt: null,
    answeredBy: null,
  };
  return ok({
    case: closeHandover(kase, { questions: [...open.questions, question] }),
    event: { type: 'asked', ...details },
    effects: [
      SAVE,
      REFRESH,
      tellSender(kase, { notice: 'question-asked', handover: open.number, question: question.id }),
    ],
  });
}

/** The receiver asks the sender a question. */
export const ask = verb({
  from: ['offered'],
  who: receiver,
  offered: (kase) => openQuestion(kase) === undefined,
  answersOffer: true,
  inputs: z.object({ text: needed('question-needed') }),
  does: (kase, input, by, context) => askSender(kase, input.text, by, context),
});

import { z } from 'zod';
import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { closeHandover, openHandover, openQuestion } from '../derived.ts';
import type { EventDetails } from '../events.ts';
import { askedFirst } from '../local-notes.ts';
import { REFRESH, SAVE, tellPerson, tellSender } from './common-steps.ts';
import { needed } from './fields.ts';
import { receiver } from './guards.ts';
import { type VerbStep, verb } from './verb.ts';

/** Asks the sender a question: the house's contact for the office first (`houseContact`). The clock keeps running. Refuses with `question-open` while one is unanswered. */
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
  const told = { notice: 'question-asked', handover: open.number, question: question.id } as const;
  const contact = askedFirst(kase, by.organisation, context.settingsOf);
  return ok({
    case: closeHandover(kase, { questions: [...open.questions, question] }),
    event: { type: 'asked', ...details },
    effects: [SAVE, REFRESH, contact ? tellPerson(contact.person, told) : tellSender(kase, told)],
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

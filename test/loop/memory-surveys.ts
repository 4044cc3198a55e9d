import type { SurveyStore } from '../../src/app/ports/stores/survey-store.ts';
import { answerKey, type SurveyAnswer, type SurveyAsk } from '../../src/core/surveys/survey.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** Who was asked and what was answered over plain maps, as the databases keep them. */
export function createMemorySurveys(undo: Undo): SurveyStore {
  const asks = new Kept<SurveyAsk>(undo);
  const answers = new Kept<SurveyAnswer>(undo);
  return {
    asks: async () => inOrder(asks.all(), ({ at, id }) => `${at} ${id}`),
    answers: async () =>
      inOrder(answers.all(), ({ on, organisation, caseId }) => `${on} ${organisation} ${caseId}`),
    counts: async () => ({ asks: asks.all().length, answers: answers.all().length }),
    async ask(some) {
      for (const one of some) asks.set(one.id, one);
    },
    async put(some) {
      for (const one of some) answers.set(answerKey(one), one);
    },
  };
}

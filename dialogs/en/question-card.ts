import type { questionCard as da } from '../da/question-card.ts';

export const questionCard: typeof da = {
  orTheName: 'Or the name',
  isItThis: (area) => `Is it ${area}? Answer yes, or choose from the list.`,
  mayBeOneOfThese: 'It may be one of those on the buttons. Otherwise choose from the list.',
  alwaysTyped: 'You can always type "back", "correct ‹field› ‹value›" or "cancel".',
  answer: 'Answer',
  back: 'Back',
};

import type { clock as da } from '../da/clock.ts';

export const clock: typeof da = {
  answered: (at) => `The company had its answer ${at}`,
  answeredLate: (at, by) => `Answered ${at}, ${by} late`,
  overdue: (at) => `Overdue: the answer was due ${at}`,
  answerBy: (at) => `Answer the company by ${at.replace(/^on /, '')}`,
};

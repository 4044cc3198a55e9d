/** The state of the promise to a company. `at` is a moment and `by` a length of time, both in words. */
export const clock = {
  answered: (at: string) => `Virksomheden fik svar ${at}`,
  answeredLate: (at: string, by: string) => `Virksomheden fik svar ${at}, ${by} for sent`,
  overdue: (at: string) => `Fristen er overskredet: svaret skulle være givet ${at}`,
  answerBy: (at: string) => `Svar virksomheden senest ${at}`,
};

/** Lists of cases, one line per case. */
export const caseList = {
  none: 'Her er ingen sager.',
  total: (count: number) => (count === 1 ? '1 sag' : `${count} sager`),
  page: (page: number, pages: number) => `side ${page} af ${pages}`,
  previous: 'Forrige',
  next: 'Næste',
  enquiryWithoutName: 'Henvendelse uden navn',
  answerBy: (moment: string) => `svar senest ${moment}`,
  overdue: 'frist overskredet',
  continueDraft: 'Fortsæt kladden',
  show: (title: string) => `Vis ${title}`,
};

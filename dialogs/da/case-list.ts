/** Lists of cases, one line per case. */
export const caseList = {
  none: 'Her er ingen sager.',
  total: (count: number, drafts: number) => {
    const cases = count === 0 ? 'ingen sager' : count === 1 ? '1 sag' : `${count} sager`;
    if (drafts === 0) return count === 0 ? 'Ingen sager' : cases;
    return `${drafts === 1 ? '1 kladde' : `${drafts} kladder`}, ${cases}`;
  },
  page: (page: number, pages: number) => `side ${page} af ${pages}`,
  previous: 'Forrige',
  next: 'Næste',
  enquiryWithoutName: 'Henvendelse uden navn',
  answerBy: (moment: string) => `svar senest ${moment}`,
  overdue: 'frist overskredet',
  continueDraft: 'Fortsæt kladden',
  show: (title: string) => `Vis ${title}`,
};

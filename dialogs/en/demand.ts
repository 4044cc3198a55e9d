/** `indgang demand`: what companies asked for. */
export const demand = {
  wordsTitle: (least: number) =>
    `Words of enquiries that no need of the list covers, or whose need was corrected (at least ${least} enquiries)`,
  needsTitle: 'Companies by month, municipality and need',
  nothing: 'None in the period.',
  word: 'Word',
  need: 'Need',
  enquiries: 'Enquiries',
  month: 'Month',
  municipality: 'Municipality',
  companies: 'Companies',
  few: (least: number) => `under ${least}`,
};

import type { caseList as da } from '../da/case-list.ts';

export const caseList: typeof da = {
  none: 'There are no cases here.',
  total: (count, drafts) => {
    const cases = count === 0 ? 'no cases' : count === 1 ? '1 case' : `${count} cases`;
    if (drafts === 0) return count === 0 ? 'No cases' : cases;
    return `${drafts === 1 ? '1 draft' : `${drafts} drafts`}, ${cases}`;
  },
  page: (page, pages) => `page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  enquiryWithoutName: 'Enquiry without a name',
  answerBy: (moment) => `answer by ${moment.replace(/^on /, '')}`,
  overdue: 'overdue',
  continueDraft: 'Continue the draft',
  show: (title) => `Show ${title}`,
};

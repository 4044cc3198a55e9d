import type { caseList as da } from '../da/case-list.ts';

export const caseList: typeof da = {
  none: 'There are no cases here.',
  total: (count) => (count === 1 ? '1 case' : `${count} cases`),
  page: (page, pages) => `page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  enquiryWithoutName: 'Enquiry without a name',
  answerBy: (moment) => `answer by ${moment}`,
  overdue: 'overdue',
  continueDraft: 'Continue the draft',
  show: (title) => `Show ${title}`,
};

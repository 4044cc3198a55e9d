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
  followUpOn: (day) => `follow up on ${day}`,
  followUpWasDue: (day) => `should have been followed up on ${day}`,
  answerProposal: 'say whether you follow up',
  recordFollowUp: 'call, and record the result',
  taskBy: (moment) => `by ${moment.replace(/^on /, '')}`,
  taskWasDue: (moment) => `was due ${moment}`,
  answerTask: 'start it, or say that it is not relevant',
  taskUnderWay: 'started',
  sendAgain: 'Send to the CRM again',
  sentAgain: (count) => `${count === 1 ? '1 case is' : `${count} cases are`} being sent to the CRM again.`,
  continueDraft: 'Continue the draft',
  toDo: {
    'answer-offer': 'accept, return or ask',
    'answer-question': ({ other }) => `answer the question from ${other}`,
    'await-answer': ({ other }) => `waiting for an answer from ${other}`,
    'await-receiver': ({ other }) => `waiting for ${other}`,
    assign: 'nobody has taken the case',
    'answer-company': 'give the company its answer',
    close: 'close when the need is met',
    call: ({ moment }) => `call ${moment}`,
    'answer-follow-up': ({ moment }) => `say whether you follow up on ${moment}`,
  },
  referral: (state, receiver, reason) => `${state}: ${receiver}${reason === '' ? '' : ` (${reason})`}`,
  show: (title) => `Show ${title}`,
};

import type { runningCase as da } from '../da/running-case.ts';

export const runningCase: typeof da = {
  alreadyServed: (owner, since, caseId) =>
    `The company has had a case with ${owner} since ${since} (case ${caseId}).`,
  alreadyServedBy: (owner, person, since, caseId) =>
    `The company has had a case with ${owner} (${person}) since ${since} (case ${caseId}).`,
  at: 'At',
  since: 'Since',
  status: 'Status',
  contact: 'Contact',
  onlyForParties: 'Only the parties to the case see the rest of it.',
  howToAdd: 'If the company has contacted you, type "new": the enquiry is added to the case.',
};

import type { handoverLines as da } from '../da/handover-lines.ts';

export const handoverLines: typeof da = {
  tried: (count, when, person) =>
    `Tried to reach the company ${count === 1 ? 'once' : `${count} times`}, last ${when} by ${person}.`,
  waitingForYou: 'Waiting for you to answer.',
  waitingForSender: 'Waiting for the sender to answer.',
  questionOnCase: (person, caseId) =>
    `${person} has asked a question about the case. Type "case ${caseId}" to read it.`,
  answer: 'Answer',
  advice: (organisation, advice) => `Advice from ${organisation}: ${advice}`,
  returned: (organisation, why) => `Returned by ${organisation}: ${why}`,
  callsBack: (person, when) => `${person} calls back ${when}`,
};

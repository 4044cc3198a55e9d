import type { handoverLines as da } from '../da/handover-lines.ts';

export const handoverLines: typeof da = {
  waitingForSender: 'Waiting for the sender to answer.',
  answer: 'Answer',
  advice: (organisation, advice) => `Advice from ${organisation}: ${advice}`,
  returned: (organisation, why) => `Returned by ${organisation}: ${why}`,
  callsBack: (person, when) => `${person} calls back ${when}`,
};

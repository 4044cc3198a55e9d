import type { corrections as da } from '../da/corrections.ts';

export const corrections: typeof da = {
  line: (when, person, field, before) => `${when}, ${person}: ${field} corrected, was: ${before}`,
  nothing: 'not given',
  erased: 'erased',
  door: (door, why) =>
    `By the rules the case now belongs with ${door}, because the correction changes the decision. ${why}`,
  stays: 'The case stays where it is until you send it.',
  sendTo: (door) => `Send to ${door}`,
  reason: 'Reason',
};

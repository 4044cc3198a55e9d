import type { caller as da } from '../da/caller.ts';

export const caller: typeof da = {
  answersBy: (office, by) => `Tell the company: ${office} will answer by ${by.replace(/^on /, '')}`,
  answersSoon: (office) => `Tell the company: ${office} will answer as soon as possible`,
  phone: (phone) => `Phone ${phone}`,
  open: (hours) => `Open ${hours}`,
  coordinatorsOnly: (office) => `${office} has no channel here, so only its coordinators are notified.`,
  nobodyTold: (office) => `${office} is not notified from here, because it has no channel here.`,
  callPhone: (phone) => `call ${phone}`,
  writeTo: (email) => `write to ${email}`,
  contactThem: 'Please contact the office yourself.',
  contactThemBy: (ways) => `Please contact the office yourself: ${ways}.`,
  or: 'or',
};

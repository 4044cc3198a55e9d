import type { decisionCard as da } from '../da/decision-card.ts';

export const decisionCard: typeof da = {
  ownDoor: (door) => `The right door is your own: ${door}`,
  rightDoor: (door) => `The right door: ${door}`,
  youChose: (organisation, reason) => `You chose ${organisation}: ${reason}`,
  urgent: (hours) => `Urgent: the company must have an answer within ${hours} hours.`,
  crisis: (hours) =>
    `Urgent: the company is in crisis and must have an answer within ${hours} hours. The Erhvervshus helps with Early Warning.`,
  presetBasis: (basis) => `Basis for sharing: ${basis}. It is preset because this is urgent.`,
  whomToCall: 'Whom can we call?',
  greyZone: 'Grey zone: the rules give no clear answer. Talk to the other side if in doubt.',
  mayChange: (missing) => `The decision may change once we know ${missing}.`,
  mayShare: 'May the information be shared with them?',
  addToThatCase: 'Add to the running case',
  confirm: 'Confirm',
  createHere: 'Create the case here',
  sendTo: (organisation) => `Send to ${organisation}`,
  createAllTheSame: 'Create a new case all the same',
  answerThat: 'Answer what is missing',
  answerWhatIsMissing: 'Answer what is missing',
  correct: 'Correct',
  chooseAnother: 'Choose another recipient',
  why: 'Reason',
  reasonIsKept: 'The reason is kept with the case',
};

import type { decisionCard as da } from '../da/decision-card.ts';

export const decisionCard: typeof da = {
  ownDoor: (door) => `The right door is your own: ${door}`,
  rightDoor: (door) => `The right door: ${door}`,
  chosenDoor: (door) => `Chosen recipient: ${door}`,
  notAddedYet: 'The enquiry has not been added to the case yet',
  notCreatedYet: 'The case has not been created yet',
  youChose: (organisation, advised) => `You chose ${organisation} instead of ${advised}.`,
  becauseOf: (reason) => `Reason: ${reason}`,
  useAdvised: (door) => `Use ${door}`,
  urgent: (at) =>
    at === null
      ? 'Urgent: the company must have an answer soon.'
      : `Urgent: the company must have an answer by ${at}.`,
  crisis: (at) =>
    `Urgent: the company is in crisis${at === null ? '' : ` and must have an answer by ${at}`}. The Erhvervshus helps with Early Warning.`,
  presetBasis: (basis) => `Basis for sharing: ${basis}. It is preset because this is urgent.`,
  nextStep: (plan, door) =>
    `Next step${door === undefined ? '' : ` at ${door}`}: ${plan.charAt(0).toLowerCase()}${plan.slice(1)}`,
  whomToCall: 'Whom can we call?',
  greyZone: 'Grey zone: the rules give no clear answer. Talk to the other side if in doubt.',
  mayChange: (missing) => `The decision may change once we know ${missing}.`,
  mayShare: (door) => `May the information be shared with ${door}?`,
  sendWithConsent: 'Send with consent',
  sendAsPublicTask: 'Send: public task',
  addWithConsent: 'Add with consent',
  addAsPublicTask: 'Add: public task',
  keepAsDeclined: 'No, keep it with us',
  agreed: (door) => `The company agreed that the information is shared with ${door}`,
  isPublicTask: (door) => `Share with ${door} as part of the public task (Danish Business Promotion Act)`,
  hasDeclined: (own) => `The company declined sharing: ${own} keeps the case`,
  mayRegister: 'May the personal details be registered in the shared CRM?',
  createWithConsent: 'Create with consent',
  createAsPublicTask: 'Create: public task',
  onlyHere: 'No, only with us',
  agreedToRegister: 'They agreed that the personal details are registered in the shared CRM',
  isPublicTaskHere:
    'Register the personal details as part of the public task (Danish Business Promotion Act)',
  consentToAll: 'Consent to all public business service',
  hasDeclinedToRegister: (own) => `They declined: the personal details stay with ${own}`,
  declined: (own, door) =>
    `The company declined sharing, so ${own} keeps the case. The company can contact ${door} itself.`,
  declinedCall: (own, door, phone) =>
    `The company declined sharing, so ${own} keeps the case. The company can call ${door} itself on ${phone}.`,
  keepCase: 'Keep the case with us',
  readAs: (needs) => `How the need was read: ${needs}.`,
  statedDepth: (area, depth) => `${area} – ${depth.toLowerCase()} (as stated)`,
  usualDepth: (area, depth) => `${area} – ${depth.toLowerCase()} (standard for the area)`,
  untilThen: (depth) => `Until it is answered, the need is read as ${depth.toLowerCase()}.`,
  alsoMentioned: 'It may also mention:',
  addNeed: (area) => `Add ${area}`,
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

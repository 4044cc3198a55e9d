import type { intakeForm as da } from '../da/intake-form.ts';

export const intakeForm: typeof da = {
  title: 'New enquiry',
  contactInChat: (typed: string) =>
    `You can see and fill in the contact and the description in your own chat with Indgang. Type there: ${typed}`,
  enoughToBegin: 'A CVR number or municipality is enough to begin.',
  correctWhatIsMarked: 'Correct what is marked and try again.',
  chooseUnit: 'Choose a production unit',
  ownWords: "In the company's own words",
  chooseNeeds: 'Type or choose one or more needs',
  moreDetails: 'More details',
  foundedExample: '2024 or 1.5.2024',
  depthAsUsual: 'Standard for the area',
  submit: 'Find the right door',
  lookUp: 'Look up in CVR',
  guided: 'Step by step',
  draftTitle: 'You have a draft',
  draftQuestion: 'Continue it, or begin a new one?',
  resume: 'Continue',
  restart: 'Start again',
};

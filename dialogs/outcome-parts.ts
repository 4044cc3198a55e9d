/** The parts of a typed outcome, named after the inputs that they fill. */
const OUTCOME_PARTS = [
  'services',
  'referredTo',
  'selfHelpUsed',
  'segment',
  'actionPlan',
  'followUpOn',
  'note',
] as const;
export type OutcomePart = (typeof OUTCOME_PARTS)[number];

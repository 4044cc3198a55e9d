/** Placeholders in the forms of verbs on a case. */
export const verbHints = {
  chooseReason: 'Vælg en årsag',
  personOrMe: 'Navn – eller "mig"',
  day: 'i morgen, mandag eller 30.11.',
  time: '9.30',
};

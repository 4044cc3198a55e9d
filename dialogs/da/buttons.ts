/** Buttons that stand on more than one card. */
export const buttons = {
  newEnquiry: 'Ny henvendelse',
  guided: 'Et spørgsmål ad gangen',
  myCases: 'Mine sager',
  help: 'Hjælp',
  /** Switches to this language, and is shown to those who have another. */
  thisLanguage: 'Dansk',
  showCase: 'Vis sagen',
  cancel: 'Annuller',
  treatAsCrisis: 'Behandl som krise',
};

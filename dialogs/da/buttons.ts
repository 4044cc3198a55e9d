/** Buttons used on more than one card. */
export const buttons = {
  newEnquiry: 'Ny henvendelse',
  guided: 'Et spørgsmål ad gangen',
  myCases: 'Mine sager',
  help: 'Hjælp',
  /** Switches to this language; shown to those who use another. */
  thisLanguage: 'Dansk',
  showWholeCase: 'Vis hele sagen',
  showCase: 'Vis sagen',
  cancel: 'Annuller',
  treatAsCrisis: 'Behandl som krise',
};

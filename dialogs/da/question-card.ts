/** Texts around a question of the guided dialog. */
export const questionCard = {
  orTheName: 'Eller navnet',
  isItThis: (area: string) => `Er det ${area}? Svar ja, eller vælg på listen.`,
  mayBeOneOfThese: 'Det kan være et af dem, der står som knapper. Ellers vælg på listen.',
  alwaysTyped: 'Du kan altid skrive "tilbage", "ret ‹felt› ‹værdi›" eller "annuller".',
  answer: 'Svar',
  back: 'Tilbage',
};

/** Inputs and their placeholders, where more than one card has them. */
export const inputs = {
  organisation: 'Organisation',
  choose: 'Vælg',
  typeOrChoose: 'Skriv eller vælg',
  eightDigits: '8 cifre',
  yes: 'Ja',
  no: 'Nej',
};

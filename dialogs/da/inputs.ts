/** Inputs and placeholders used on more than one card. */
export const inputs = {
  organisation: 'Organisation',
  choose: 'Vælg',
  typeOrChoose: 'Skriv eller vælg',
  eightDigits: '8 cifre',
  yes: 'Ja',
  no: 'Nej',
};

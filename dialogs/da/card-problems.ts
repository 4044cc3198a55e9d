/** Problems with a card's data, by the first word of the problem. */
export const cardProblems = {
  'unknown-verb': 'ukendt handling',
  'unknown-key': 'ukendt felt',
  'bad-value': 'ugyldig værdi i',
  'too-long': 'for lang tekst i',
  missing: 'der mangler',
  'not-an-object': 'ikke et kort fra mig',
};

/** Small words around what is typed, separated by `|`. */
export const particles = {
  and: 'og|samt',
  /** Precedes a reason. */
  because: 'fordi',
  /** Precedes a new value or a person. */
  to: 'til',
  /** Politeness behind a command, and before one that shows something. */
  thanks: 'tak|mange tak|på forhånd tak|venligst',
  shows:
    'giv mig|vis mig|må jeg se|kan jeg se|kan jeg få|kan du vise mig|kan du vise|jeg vil gerne se|lad mig se',
  /** Before a correction that is spoken: `nej, forkert kommune, det er Skive`. */
  denials: 'nej|næ|nå|hov|ups|undskyld|vent|øh|jo',
  wrong: 'forkert|forkerte|det er forkert|det var forkert|det er den forkerte',
  is: 'er|er i|det er|det er i|den er|skal være|skulle være|hedder|bor i|ligger i',
  /** Precede needs to add, and needs or a value to take away. */
  add: 'tilføj|plus',
  remove: 'fjern|slet|minus',
  /** Precedes a basis. */
  with: 'med',
  /** Follows a basis, before what it covers: `samtykke til alt`. */
  covers: 'til|for|gælder',
  /** Precedes a page number. */
  page: 'side',
  /** Precedes a case's id. */
  caseNoun: 'sag|sagen',
  /** Follows a list of cases: does once more what is done with them. */
  again: 'send igen|prøv igen|igen',
  /** Follows `bekræft`: opens a separate case although one is running. */
  newCase: 'ny|ny sag|en ny|en ny sag',
  /** The company has a new need, which gets a deadline of its own. */
  newNeed: 'nyt behov|et nyt behov',
  /** Follows an organisation: the case is served together with the others. */
  jointly: 'fælles|fælles forløb|i fælles|i fælles forløb',
  /** Precedes what is looked for. */
  about: 'om|til|for|inden for|på',
  /** Precedes a place. */
  inPlace: 'i|på|hos|for',
  /** Words of a sentence: no name of a person or an offer has them. */
  ofSentences:
    'og|eller|men|er|var|bliver|har|kan|skal|vil|ikke|med|på|til|fra|af|i|hos|om|for|som|der|at|op|ned|blandt|ved|de|vi|den|det|mangler|koster|giver|holder|står|kommer',
  me: 'mig|mig selv',
  /** Follows `slå op`. */
  inCvr: 'i cvr',
  /** Follows `cvr`. */
  number: 'nr|nummer',
  /** Precede a contact's name, phone or e-mail. */
  contactLabels: 'tlf|telefon|mobil|mail|e-mail|email|navn|kontakt|ring til|ring',
  /** Separate a contact's name, phone and e-mail. */
  contactJoiners: 'på|og|eller',
  /** Says that the company has no number. */
  none: 'ingen af dem|ingen af delene|nej ingen af dem|nej ingen|det gør det ikke|det gør de ikke|har ikke|ingen|nej|ikke endnu|har ikke cvr|intet cvr|uden cvr|har ikke et',
  /** Skips a question. */
  skip: 'spring over|ved ikke|ved det ikke|pas|næste',
  /** Precedes `har ikke CVR`: whose number is meant. */
  whoHasNone: 'de|han|hun|virksomheden',
  /** Precedes `CVR`: there is no number. */
  hasNo: 'har ikke|har intet|har ingen|intet|uden',
  /** Follows `har ikke CVR`. */
  yet: 'endnu',
};

/** Small words around what is typed, separated by `|`. */
export const particles = {
  and: 'og|samt',
  /** Before a reason. */
  because: 'fordi',
  /** Before a new value or a person. */
  to: 'til',
  /** Before a basis. */
  with: 'med',
  /** Before the number of a page. */
  page: 'side',
  /** Before a case's id. */
  caseNoun: 'sag|sagen',
  /** After `bekræft`: a case of its own, although one is running. */
  newCase: 'ny|ny sag|en ny|en ny sag',
  /** After an organisation: together with the others. */
  jointly: 'fælles|fælles forløb|i fælles|i fælles forløb',
  me: 'mig|mig selv',
  /** After `slå op`: where. */
  inCvr: 'i cvr',
  /** After `cvr`. */
  number: 'nr|nummer',
  /** Stand before a contact's name, phone or e-mail. */
  contactLabels: 'tlf|telefon|mobil|mail|e-mail|email|navn|kontakt|ring til|ring',
  /** Stand between a contact's name, phone and e-mail. */
  contactJoiners: 'på|og|eller',
  /** There is none. */
  none: 'har ikke|ingen|nej|ikke endnu|har ikke cvr|intet cvr|uden cvr|har ikke et',
  /** Goes past a question. */
  skip: 'spring over|ved ikke|ved det ikke|pas|næste',
  /** Before `har ikke CVR`: whose number is meant. */
  whoHasNone: 'de|han|hun|virksomheden',
  /** Before `CVR`: there is no number. */
  hasNo: 'har ikke|har intet|har ingen|intet|uden',
  /** After `har ikke CVR`. */
  yet: 'endnu',
};

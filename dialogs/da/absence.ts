/** Who is away, and who stands in. */
export const absence = {
  /** Words that are typed after `fravær`, separated by `|`. */
  words: {
    ends: 'slut|slutter|forbi|ophævet',
    /** Also the end of a sentence: `holder os tilbage`. */
    back: 'tilbage|er tilbage',
    until: 'til og med|til den|til d.|til',
    deputy: 'stedfortræder er|stedfortræder|vikar er|vikar|afløser er|afløser|med',
  },
  title: 'Fravær',
  here: 'Du er ikke meldt fraværende.',
  you: (until: string) => `Du er meldt fraværende til og med ${until}.`,
  colleague: (name: string, until: string) => `${name} er fraværende til og med ${until}.`,
  standsIn: (deputy: string) => `${deputy} er stedfortræder.`,
  officeDoes: 'Der er ingen stedfortræder.',
  nobodyElse: (office: string) => `Ingen andre hos ${office} er meldt fraværende.`,
  /** What becomes of the absentee's work. */
  meanwhile:
    'Under fravær fortsætter sager og frister. Påmindelser og nye opgaver går til stedfortræderen, ellers til kontoret, og alle kolleger kan handle på sagerne.',
  set: 'Meld fravær',
  setFor: 'Meld fravær for en kollega',
  end: 'Jeg er tilbage',
  endFor: (name: string) => `${name} er tilbage`,
  until: 'Til og med',
  deputy: 'Stedfortræder (ellers kontoret)',
  person: 'Kollega',
};

/** `indgang demand`: what companies asked for. */
export const demand = {
  wordsTitle: (least: number) =>
    `Ord i henvendelser, som ikke er dækket af et behov på listen, eller hvor behovet blev rettet (mindst ${least} henvendelser)`,
  needsTitle: 'Virksomheder efter måned, kommune og behov',
  nothing: 'Ingen i perioden.',
  word: 'Ord',
  need: 'Behov',
  enquiries: 'Henvendelser',
  month: 'Måned',
  municipality: 'Kommune',
  companies: 'Virksomheder',
  few: (least: number) => `under ${least}`,
};

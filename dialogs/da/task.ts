/** What a case's decision asks of another office. */
export const task = {
  now: (who: string, what: string, by: string) =>
    `Opgave til ${who}${what === '' ? '' : `: ${what}`}. Tag hånd om det senest ${by}.`,
  afterClarification: (who: string, what: string, by: string) =>
    `Opgave til ${who}${what === '' ? '' : `: ${what}`}. Kontakt virksomheden, når behovet er afklaret, senest ${by}.`,
  state: {
    open: (owner: string) => `Sagen bliver hos ${owner}.`,
    started: () => 'Opgaven er påbegyndt.',
    'not-relevant': () => 'Opgaven er ikke relevant.',
  },
};

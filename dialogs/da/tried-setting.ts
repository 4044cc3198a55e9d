/** What a value of a setting would have done to the past year's cases: it is tried before it is made. */
export const tried = {
  title: (setting: string, value: string) => `Prøvet: ${setting} = ${value}`,
  setBack: 'sat tilbage',
  withoutOwner:
    'Med den værdi ville nogle sager ikke have netop én ejer, så den kan ikke komme til at gælde.',
  municipality: 'Kommune',
  need: 'Behov',
  columns: { cases: 'Sager', elsewhere: 'Et andet sted hen', otherwise: 'Ellers anderledes' },
  changed: 'Sager, der ville blive afgjort anderledes',
  moves: (before: string, after: string) => `Fra ${before} til ${after}.`,
  stays: (owner: string) => `Bliver hos ${owner}.`,
  differs: (parts: string) => `Anderledes: ${parts}.`,
  parts: {
    owner: 'ejer',
    plan: 'hvem der gør hvad',
    priority: 'prioritet',
    greyZone: 'gråzone',
    answerByHours: 'svarfrist',
    referrals: 'henvisninger',
  },
  more: (count: number) => `Og ${count} til, som ikke er vist her.`,
  unseen: (count: number) =>
    count === 1 ? 'Og 1 sag, som du ikke må se.' : `Og ${count} sager, som du ikke må se.`,
};

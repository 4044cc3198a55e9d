/** The month's digest of an office: what its Erhvervshus did in each municipality. */
export const digest = {
  title: (office: string) => `Månedsoversigt for ${office}`,
  forLes: (house: string) => `${house} har registreret i jeres område:`,
  forHouse: 'Sendt til jer af den lokale erhvervsservice og registreret af jer, kommune for kommune:',
  none: 'Der er ikke registreret noget i måneden.',
  noneIn: (places: string) => `Der er ikke registreret noget i ${places}.`,
  counts: {
    handovers: (count: number) => (count === 1 ? '1 sag overtaget' : `${count} sager overtaget`),
    users: (count: number) =>
      count === 1 ? '1 virksomhed vejledt individuelt' : `${count} virksomheder vejledt individuelt`,
    served: (count: number, individual: number, collective: number) =>
      `${count} med en ydelse (${individual} individuel, ${collective} kollektiv)`,
  },
  otherFigures: '"tal" viser kontorets øvrige tal.',
  sent: 'Oversigten sendes til kanalen og koordinatorerne, første gang kontoret åbner i en måned.',
  switchOff: 'Stop månedsoversigt',
  switchOn: 'Få den hver måned',
};

/** The month's digest of an office: what its Erhvervshus did in each municipality. */
export const digest = {
  title: (office: string) => `Månedsoversigt for ${office}`,
  forLes: (house: string) => `Det har ${house} registreret hos jer:`,
  forHouse: 'Det har den lokale erhvervsservice sendt jer, og det har I registreret, i hver kommune:',
  none: 'Der er ikke registreret noget i måneden.',
  noneIn: (places: string) => `Ikke registreret noget i ${places}.`,
  counts: {
    handovers: (count: number) => (count === 1 ? '1 sag overtaget' : `${count} sager overtaget`),
    users: (count: number) =>
      count === 1 ? '1 virksomhed vejledt individuelt' : `${count} virksomheder vejledt individuelt`,
    served: (count: number, individual: number, collective: number) =>
      `${count} med en ydelse (${individual} individuel, ${collective} kollektiv)`,
  },
  definitions: (version: string) =>
    `Overtagne sager og vejledte er I-71, virksomheder med en ydelse er I-36, og fordelingen er I-38 (definition ${version}). "tal" viser kontorets øvrige tal.`,
  sent: 'Oversigten sendes til kanalen og koordinatorerne, første gang kontoret åbner i en måned.',
  switchOff: 'Stop månedsoversigt',
  switchOn: 'Få den hver måned',
};

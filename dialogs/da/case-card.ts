/** A case: where it stands, its company, and what has been said of it. */
export const caseCard = {
  /** A case as a title, where the company may not be named. */
  title: (caseId: string) => `Sag ${caseId}`,
  /** A case within a line. */
  number: (caseId: string) => `sag ${caseId}`,
  /** Before the title. */
  urgent: 'HASTER – ',
  greyZoneTitle: (company: string) => `Grå zone: ${company}`,
  followUpTitle: (company: string) => `Opfølgning: ${company}`,
  handsOver: (from: string, to: string) => `${from} sender sagen til ${to}`,
  contact: 'Kontakt',
  email: 'E-mail',
  need: 'Behov',
  municipality: 'Kommune',
  company: 'Virksomhed',
  basis: 'Grundlag',
  basisWithdrawn: 'Trukket tilbage',
  onlyForParties: 'Kontaktperson og beskrivelse kan kun parterne i sagen se.',
  servicesGiven: 'Givne ydelser',
  referredTo: 'Henvist til',
  actionPlan: 'Handlingsplan',
  note: 'Bemærkning',
  followUp: 'Opfølgning',
  greyZoneForOffices: (owner: string) =>
    `${owner} har sagen, til I sammen har afgjort, hvem der tager den. Den kan ikke sendes frem og tilbage igen.`,
  greyZone: 'Grå zone: koordinatorerne afgør sammen, hvem der tager sagen.',
  chosenInstead: (person: string, door: string) => `Valgt af ${person} i stedet for ${door}.`,
  whyHere: 'Hvorfor her?',
  whatHappened: 'Forløb',
};

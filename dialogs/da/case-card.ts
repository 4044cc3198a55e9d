/** A case: its state, its company, and the remarks on it. */
export const caseCard = {
  /** The title of a case whose company the viewer may not see. */
  title: (caseId: string) => `Sag ${caseId}`,
  /** A case mentioned in a line. */
  number: (caseId: string) => `sag ${caseId}`,
  /** Precedes the title. */
  urgent: 'HASTER – ',
  earlyWarning: 'Virksomheden er i krise: Early Warning.',
  whomToCall: (button: string) =>
    `Hvem kan vi ringe til? Der står intet telefonnummer på sagen. Skriv det med "${button}".`,
  greyZoneTitle: (company: string) => `Gråzone: ${company}`,
  followUpTitle: (company: string) => `Opfølgning: ${company}`,
  taskTitle: (company: string) => `Opgave: ${company}`,
  handsOver: (from: string, to: string) => `${from} sender sagen til ${to}`,
  contact: 'Kontakt',
  email: 'E-mail',
  /** Colleagues on the case, as links that open a chat. */
  writeTo: 'Skriv til',
  /** Leads from a card to the case's page in the app's tab. */
  openOnBoard: 'Åbn på tavlen',
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
  greyZone: 'Gråzone: koordinatorerne afgør sammen, hvem der tager sagen.',
  chosenInstead: (person: string, door: string) => `Valgt af ${person} i stedet for ${door}.`,
  notSaved: 'Det, du skrev, er ikke gemt:',
  keptHere: (owner: string, door: string) =>
    `Virksomheden har sagt nej til at dele oplysninger, så ${owner} har beholdt sagen. Ellers hører den til hos ${door}.`,
  /** The status of a case that lives on in another. */
  merged: 'Flettet',
  mergedInto: (caseId: string) => `Sagen er flettet ind i sag ${caseId} og fortsætter der.`,
  whyHere: 'Hvorfor her?',
  whatHappened: 'Forløb',
};

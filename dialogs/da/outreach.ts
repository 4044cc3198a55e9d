import type { OutreachForm, OutreachInput, OutreachOutcome } from '../../src/core/outreach/outreach.ts';

const forms: Readonly<Record<OutreachForm, string>> = {
  visit: 'Besøg',
  phone: 'Telefon',
  mail: 'E-mail',
  digital: 'Digitalt møde',
};

const outcomes: Readonly<Record<OutreachOutcome, string>> = {
  'no-need': 'Intet behov',
  case: 'Behov, som bliver en sag',
  declined: 'Virksomheden takkede nej',
  'not-reached': 'Ikke truffet',
};

const fields: Readonly<Record<OutreachInput, string>> = {
  company: 'Virksomhed (CVR-nummer eller navn)',
  need: 'Hvilket behov?',
  areas: 'Behov',
  plannedOn: 'Planlagt til',
  on: 'Hvornår?',
  form: 'Hvordan?',
  outcome: 'Hvad kom der ud af det?',
  pNumber: 'P-nummer',
  jointly: 'Sammen med',
  segment: 'Segment',
  case: 'Sagens nummer, hvis der allerede er en sag',
  reason: 'Begrundelse',
  note: 'Bemærkning',
};

/** The words of the typed form, separated by `|`. */
const formWords: Readonly<Record<OutreachForm, string>> = {
  visit: 'besøg|virksomhedsbesøg|hos virksomheden',
  phone: 'telefon|telefonisk|opkald|ringet',
  mail: 'mail|e-mail|skrevet',
  digital: 'digitalt|digital|videomøde|online|digitalt møde',
};
const outcomeWords: Readonly<Record<OutreachOutcome, string>> = {
  'no-need': 'intet behov|ingen behov|ikke behov',
  case: 'sag|behov|ny sag|opret sag',
  declined: 'takkede nej|nej tak|afslog|afslået',
  'not-reached': 'ikke truffet|ikke fat i|ingen hjemme|tog ikke telefonen',
};
const fieldWords: Partial<Readonly<Record<OutreachInput, string>>> = {
  need: 'behov',
  plannedOn: 'planlagt|planlagt til',
  on: 'den|dato|hvornår',
  form: 'form|hvordan|måde',
  outcome: 'udfald|resultat',
  pNumber: 'p|p-nummer|pnummer',
  jointly: 'sammen med|fælles med|med',
  segment: 'segment',
  case: 'sag|sagsnummer',
  reason: 'grund|årsag|begrundelse|fordi',
  note: 'note|bemærkning|notat',
};

/** Outreach: contacts that an organisation makes on its own initiative. */
export const outreach = {
  forms,
  outcomes,
  fields,
  formWords,
  outcomeWords,
  fieldWords,
  erased: 'Slettet virksomhed',
  look: {
    title: (company: string) => `Før I kontakter ${company}`,
    tells: (office: string, until: string) =>
      `Når du planlægger kontakten, får ${office} besked og kan svare indtil ${until}.`,
    waits: (office: string) =>
      `Kommunen har valgt, at virksomheden først må kontaktes, når ${office} har sagt ja.`,
  },
  title: (by: string, company: string) => `${by} vil opsøge ${company}`,
  titleMade: (by: string, company: string) => `${by} har opsøgt ${company}`,
  titleNotReached: (by: string, company: string) => `${by} har forsøgt at kontakte ${company}`,
  titleCancelled: (by: string, company: string) => `${by} kontakter ikke ${company} alligevel`,
  number: (id: string) => `Opsøgende kontakt ${id}`,
  by: 'Ansvarlig',
  needs: 'Behov',
  planned: 'Planlagt',
  made: 'Gennemført',
  jointly: 'Sammen med',
  outcome: 'Udfald',
  case: 'Sag',
  standing: {
    waiting: (office: string, until: string) =>
      `Venter på svar fra ${office} indtil ${until}. Vent med at kontakte virksomheden til da.`,
    waitsForYes: (office: string) =>
      `Venter på et ja fra ${office}. Vent med at kontakte virksomheden, til det er kommet.`,
    free: 'Der er ingen indsigelse. Virksomheden kan kontaktes.',
    objected: (office: string) =>
      `${office} har gjort indsigelse. Tal sammen, før virksomheden bliver kontaktet.`,
    cancelled: 'Kontakten er aflyst.',
    untold: (office: string) =>
      `Vi kan ikke se, at ${office} har fået besked. Ring selv til dem, før I kontakter virksomheden.`,
  },
  theirs: {
    waiting: (until: string) =>
      `I kan svare indtil ${until}. Siger I ikke noget, kan virksomheden kontaktes derefter.`,
    waitsForYes: 'Virksomheden bliver ikke kontaktet, før I har sagt ja.',
    objected: 'I har gjort indsigelse.',
    untold: 'I har måske ikke fået besked om kontakten i tide. Svar, hvis I har noget at gøre opmærksom på.',
  },
  reason: (reason: string) => `Begrundelse: ${reason}`,
  collides:
    'Begge parter har planlagt at kontakte virksomheden. Aftal, hvem der gør det, eller tag af sted sammen.',
  early: 'Virksomheden blev kontaktet, før den anden part havde svaret, eller fristen var udløbet.',
  contactsTitle: 'Kontakter de seneste 12 måneder',
  noContacts: 'Ingen af parterne har registreret en kontakt de seneste 12 måneder.',
  plannedContact: 'planlagt opsøgende kontakt',
  caseStatus: (status: string) => `sag, ${status}`,
  list: 'Opsøgende kontakter',
  none: 'Der er ingen opsøgende kontakter endnu.',
  ours: 'Jeres',
  others: 'Andres',
  show: (company: string) => `Vis ${company}`,
  short: {
    waiting: 'venter på svar',
    free: 'ingen indsigelse',
    objected: 'indsigelse',
    made: 'gennemført',
    cancelled: 'aflyst',
    untold: 'har måske ikke fået besked',
  },
  buttons: {
    look: 'Ny opsøgende kontakt',
    plan: 'Planlæg og giv besked',
    made: 'Registrer kontakten',
    clear: 'Ingen indsigelse',
    object: 'Gør indsigelse',
    cancel: 'Aflys kontakten',
    list: 'Opsøgende kontakter',
  },
  typed: {
    look: (company: string, need: string) => `opsøg ${company}: ${need}`,
    lookSome: 'opsøg ‹CVR-nummer eller navn›: ‹behov›',
    plan: (cvr: string, need: string) => `planlæg opsøgning ${cvr}: ${need}`,
    made: (id: string) => `besøg ${id} udfald: ‹udfald›; den: ‹dato›; form: ‹form›`,
    clear: (id: string) => `ingen indsigelse ${id}`,
    object: (id: string) => `indsigelse ${id} ‹begrundelse›`,
    cancel: (id: string) => `aflys opsøgning ${id}`,
    list: 'opsøgende',
    show: (id: string) => `opsøgning ${id}`,
  },
};

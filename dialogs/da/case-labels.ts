import type { FollowUp } from '../../src/core/case/follow-up.ts';
import type {
  CaseStatus,
  FollowUpResult,
  HandoverState,
  ReturnReason,
} from '../../src/core/case/word-lists.ts';
import type { CaseFilter } from '../../src/core/command.ts';
import type { IntakeField, ValueSource } from '../../src/core/intake/draft.ts';

/** Labels of what happens to a case: statuses, handovers, reasons, verbs, fields. */

const status: Readonly<Record<CaseStatus, string>> = {
  draft: 'Kladde',
  open: 'Åben',
  offered: 'Sendt',
  answered: 'Besvaret',
  'waiting-company': 'Afventer virksomheden',
  closed: 'Afsluttet',
  withdrawn: 'Trukket tilbage',
  'entered-in-error': 'Fejloprettet',
};

const handover: Readonly<Record<HandoverState, string>> = {
  offered: 'Venter på svar',
  accepted: 'Overtaget',
  returned: 'Returneret',
  advised: 'Råd givet',
  forwarded: 'Videresendt',
  withdrawn: 'Trukket tilbage',
  expired: 'Udløbet uden svar',
};

const returnReason: Readonly<Record<ReturnReason, string>> = {
  'not-our-area': 'Uden for vores målgruppe eller opgave',
  'wrong-geography': 'Forkert geografi',
  'private-market': 'Der findes et privat marked',
  'no-capacity': 'Ingen kapacitet lige nu',
  'missing-information': 'Der mangler oplysninger',
  duplicate: 'Dublet',
  'already-in-course': 'Virksomheden er allerede i et forløb',
  'company-withdrew': 'Virksomheden har trukket sig',
  'no-contact': 'Ingen kontakt efter tre forsøg',
  'better-national-offer': 'Der findes et bedre nationalt tilbud',
  other: 'Andet',
};

const followUp: Readonly<Record<FollowUp['state'], string>> = {
  proposed: 'Foreslået',
  accepted: 'Aftalt',
  declined: 'Afslået',
  done: 'Fulgt op',
};

const followUpResult: Readonly<Record<FollowUpResult, string>> = {
  'no-need': 'Intet nyt behov',
  'new-need': 'Nyt behov',
  'not-reached': 'Ikke truffet',
};

const filter: Readonly<Record<CaseFilter, string>> = {
  inbox: 'Afventer os',
  mine: 'Mine sager',
  office: 'Kontorets sager',
  urgent: 'Haster',
  due: 'Frist snart',
  broken: 'Frist overskredet',
  sent: 'Sendt til andre',
  referrals: 'Sager, jeg har sendt',
  'follow-up': 'Opfølgning',
  tasks: 'Opgaver',
  'not-delivered': 'Ikke nået frem',
  'not-in-crm': 'Ikke i CRM',
};

/** The name of each field on forms, in corrections and in problems. */
const field: Readonly<Record<IntakeField, string>> = {
  cvr: 'CVR-nummer',
  pNumber: 'P-nummer',
  companyName: 'Virksomhed',
  municipality: 'Kommune',
  contactName: 'Kontaktperson',
  contactPhone: 'Telefon',
  contactEmail: 'E-mail',
  stage: 'Hvor langt er virksomheden nået?',
  maturity: 'Modenhed',
  founded: 'Stiftet',
  segment: 'Segment',
  areas: 'Hvad har de brug for?',
  depth: 'Hvor specialiseret er behovet?',
  description: 'Beskrivelse',
  crisis: 'Virksomheden er i krise',
  clarified: 'Behovet er afklaret',
  consent: 'Grundlag for at dele oplysninger',
  entry: 'Hvor kom henvendelsen ind?',
  channel: 'Hvordan henvendte virksomheden sig?',
  trigger: 'Anledning',
  referredBy: 'Henvist af',
  tools: 'Selvhjælp givet',
};

const source: Readonly<Record<ValueSource, string>> = {
  user: 'skrevet af dig',
  register: 'fra CVR',
  text: 'læst i din tekst',
  derived: 'udledt',
};

export const caseLabels = { status, handover, returnReason, followUp, followUpResult, filter, field, source };

import type {
  MissingFact,
  Note,
  Plan,
  Priority,
  ReferralTime,
  SelfHelpTool,
  Strength,
  Warning,
} from '../../src/core/triage/decision.ts';
import type {
  ActorCode,
  AnswerForm,
  Area,
  BasisKind,
  BasisScope,
  Depth,
  Entry,
  Maturity,
  Referrer,
  RegisteredSegment,
  Segment,
  Stage,
  Trigger,
} from '../../src/core/vocabulary.ts';

/** Labels of the domain's closed word lists. A missing or misspelt code does not compile. */

const area: Readonly<Record<Area, string>> = {
  internationalisation: 'Eksport og internationalisering',
  financing: 'Finansiering',
  'innovation-strategy': 'Innovation, udvikling og strategi',
  'leadership-organisation': 'Ledelse og organisation',
  certification: 'Certificering',
  'new-technology-it': 'Ny teknologi og it',
  automation: 'Automatisering',
  digitalisation: 'Digitalisering',
  'patents-ipr': 'Patenter og rettigheder (IPR)',
  succession: 'Ejerskifte, generationsskifte og salg',
  'knowledge-collaboration': 'Videnssamarbejde',
  csr: 'Samfundsansvar (CSR)',
  'growth-programmes': 'Vækstprogrammer',
  'green-transition': 'Grøn omstilling',
  crisis: 'Virksomhed i krise',
  'regulatory-compliance': 'Regler, standarder og GDPR',
  'skilled-labour': 'Kvalificeret arbejdskraft',
  'startup-registration': 'Opstart og CVR-registrering',
  'business-plan': 'Forretningsplan',
  'accounting-tax-vat': 'Regnskab, skat og moms',
  'networks-courses': 'Netværk og kurser',
  'general-information': 'Generel information',
  'sales-marketing': 'Salg og markedsføring',
  'authority-permits': 'Tilladelser og myndighedssager',
  'premises-sites': 'Lokaler og erhvervsgrunde',
  'local-labour-education': 'Jobcenter, praktik og uddannelse',
  other: 'Noget andet',
  unclear: 'Uafklaret behov',
};

const stage: Readonly<Record<Stage, string>> = {
  'pre-starter': 'Før-starter (overvejer at starte)',
  entrepreneur: 'Iværksætter (op til 3 år)',
  established: 'Etableret (over 3 år)',
  unknown: 'Ved ikke',
};

/** Short forms for buttons and lists. */
const stageShort: Readonly<Record<Stage, string>> = {
  'pre-starter': 'Før-starter',
  entrepreneur: 'Iværksætter',
  established: 'Etableret',
  unknown: 'Ved ikke',
};

const maturity: Readonly<Record<Maturity, string>> = {
  early: 'Tidlig',
  mature: 'Moden',
};

const segment: Readonly<Record<Segment, string>> = {
  operations: 'Drift',
  growth: 'Vækst (kan vokse 10 % om året)',
  unknown: 'Ved ikke',
};

const registeredSegment: Readonly<Record<RegisteredSegment, string>> = {
  operations: 'Drift',
  growth: 'Vækst',
  'early-warning': 'Early Warning',
  'not-assessed': 'Ikke vurderet',
  'not-relevant': 'Ikke relevant (før-starter)',
};

const depth: Readonly<Record<Depth, string>> = {
  basic: 'Basal',
  specialised: 'Specialiseret',
};

const entry: Readonly<Record<Entry, string>> = {
  phone: 'Telefon 7015 1618',
  les: 'Lokal erhvervsservice',
  ehm: 'Erhvervshus',
  digital: 'Virksomhedsguiden (digitalt)',
};

/** Names of actors without an entry in the directory of actors that is valid today. */
const actor: Readonly<Record<ActorCode, string>> = {
  digital: 'Virksomhedsguiden',
  les: 'Lokal erhvervsservice',
  ehm: 'Erhvervshus',
  'private-adviser': 'Privat rådgiver',
  'knowledge-institution': 'Videninstitution',
  cluster: 'Klynge',
  gts: 'GTS-institut',
  'trade-council': 'Eksportrådet (The Trade Council)',
  ekf: 'EIFO (eksportkredit)',
  'growth-fund': 'EIFO (vækstfinansiering)',
  'innovation-fund': 'Innovationsfonden',
  ifu: 'IFU',
  nopef: 'Nopef',
  'eu-office': 'EU-kontoret',
  municipality: 'Kommunen som myndighed',
};

const basis: Readonly<Record<BasisKind, string>> = {
  consent: 'Virksomheden har sagt ja til at dele',
  'public-task': 'Offentlig opgave (lov om erhvervsfremme)',
  declined: 'Nej, oplysninger må ikke deles',
};

const basisScope: Readonly<Record<BasisScope, string>> = {
  'this-case': 'Denne sag',
  'all-public-business-service': 'Al offentlig erhvervsservice',
};

const answerForm: Readonly<Record<AnswerForm, string>> = {
  phone: 'Telefon',
  meeting: 'Møde',
  mail: 'E-mail',
  digital: 'Digitalt',
};

const trigger: Readonly<Record<Trigger, string>> = {
  'acknowledged-need': 'Erkendt behov',
  potential: 'Potentiale',
  'no-occasion': 'Uden særlig anledning',
  outreach: 'Opsøgende kontakt',
};

const referrer: Readonly<Record<Referrer, string>> = {
  bank: 'Bank',
  accountant: 'Revisor',
  'private-adviser': 'Privat rådgiver',
  other: 'Andre',
};

const plan: Readonly<Record<Plan, string>> = {
  inform: 'Information til virksomheden',
  'self-service': 'Hjælp til selvhjælp på nettet',
  clarify: 'Afklaring af behovet',
  guide: 'Vejledning af virksomheden',
};

const priority: Readonly<Record<Priority, string>> = {
  normal: 'Normal',
  urgent: 'Haster',
};

const referralTime: Readonly<Record<ReferralTime, string>> = {
  now: 'nu',
  'after-clarification': 'efter afklaring',
  'after-guidance': 'efter vejledning',
};

const strength: Readonly<Record<Strength, string>> = {
  requirement: 'krav',
  default: 'hovedregel',
  guidance: 'vejledende',
  disputed: 'omdiskuteret',
  pragmatic: 'praktisk løsning',
  municipal: 'kommunens valg',
};

const warning: Readonly<Record<Warning, string>> = {
  'advertising-protected': 'Virksomheden er reklamebeskyttet: den må ikke kontaktes i markedsføringsøjemed.',
  'advertising-protection-unknown':
    'Vi ved ikke, om virksomheden er reklamebeskyttet. Tjek det, før I kontakter den.',
};

const note: Readonly<Record<Note, string>> = {
  'report-back-to-les':
    'Erhvervshuset melder tilbage til den lokale erhvervsservice, hvad virksomheden har fået.',
  'outside-indicator-base': 'Holdingselskab: betjenes som andre, men tæller ikke med i indikatorerne.',
  'large-company': 'Stor virksomhed (250 ansatte eller flere): betjenes på lige fod med andre.',
  'tell-running-owner': 'Den, der allerede har en sag med virksomheden, får besked.',
};

const selfHelp: Readonly<Record<SelfHelpTool, string>> = {
  virksomhedsguiden: 'Virksomhedsguiden',
  vaeksthjulet: 'Væksthjulet',
  'business-model-canvas': 'Business Model Canvas',
  klimakompasset: 'Klimakompasset',
  'privacy-kompasset': 'Privacykompasset',
};

/** The name of each missing fact, as part of a sentence. */
const missing: Readonly<Record<MissingFact, string>> = {
  stage: 'om det er en før-starter, en iværksætter eller en etableret virksomhed',
  maturity: 'om virksomheden er tidlig eller moden',
  clarified: 'om behovet er afklaret',
  needs: 'hvad virksomheden har brug for',
};

export const labels = {
  area,
  stage,
  stageShort,
  maturity,
  segment,
  registeredSegment,
  depth,
  entry,
  actor,
  basis,
  basisScope,
  answerForm,
  trigger,
  referrer,
  plan,
  priority,
  referralTime,
  strength,
  warning,
  note,
  selfHelp,
  missing,
};

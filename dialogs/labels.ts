import type {
  Note,
  Plan,
  Priority,
  ReferralTime,
  SelfHelpTool,
  Strength,
  Warning,
} from '../src/core/triage/decision.ts';
import type {
  ActorCode,
  Area,
  BasisKind,
  Depth,
  Direction,
  Entry,
  Language,
  Localized,
  Maturity,
  RegisteredSegment,
  Role,
  Segment,
  Stage,
} from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** Labels of the domain's closed word lists. A missing or misspelt code does not compile. */

export const AREA_LABELS: Readonly<Record<Area, Localized>> = {
  internationalisation: both('Eksport og internationalisering', 'Export and internationalisation'),
  financing: both('Finansiering', 'Financing'),
  'innovation-strategy': both('Innovation, udvikling og strategi', 'Innovation, development and strategy'),
  'leadership-organisation': both('Ledelse og organisation', 'Leadership and organisation'),
  certification: both('Certificering', 'Certification'),
  'new-technology-it': both('Ny teknologi og it', 'New technology and IT'),
  automation: both('Automatisering', 'Automation'),
  digitalisation: both('Digitalisering', 'Digitalisation'),
  'patents-ipr': both('Patenter og rettigheder (IPR)', 'Patents and rights (IPR)'),
  succession: both('Ejerskifte, generationsskifte og salg', 'Succession and sale of the company'),
  'knowledge-collaboration': both('Videnssamarbejde', 'Collaboration with research'),
  csr: both('Samfundsansvar (CSR)', 'Social responsibility (CSR)'),
  'growth-programmes': both('Vækstprogrammer', 'Growth programmes'),
  'green-transition': both('Grøn omstilling', 'Green transition'),
  crisis: both('Virksomhed i krise', 'Company in crisis'),
  'regulatory-compliance': both('Regler, standarder og GDPR', 'Rules, standards and GDPR'),
  'skilled-labour': both('Kvalificeret arbejdskraft', 'Skilled labour'),
  'startup-registration': both('Opstart og CVR-registrering', 'Start-up and registration'),
  'business-plan': both('Forretningsplan', 'Business plan'),
  'accounting-tax-vat': both('Regnskab, skat og moms', 'Accounting, tax and VAT'),
  'networks-courses': both('Netværk og kurser', 'Networks and courses'),
  'general-information': both('Generel information', 'General information'),
  'sales-marketing': both('Salg og markedsføring', 'Sales and marketing'),
  'authority-permits': both('Tilladelser og myndighedssager', 'Permits and authorities'),
  'premises-sites': both('Lokaler og erhvervsgrunde', 'Premises and sites'),
  'local-labour-education': both('Jobcenter, praktik og uddannelse', 'Job centre, trainees and education'),
  other: both('Noget andet', 'Something else'),
  unclear: both('Uafklaret behov', 'Need not clear yet'),
};

export const STAGE_LABELS: Readonly<Record<Stage, Localized>> = {
  'pre-starter': both('Før-starter (overvejer at starte)', 'Pre-starter (considers starting)'),
  entrepreneur: both('Iværksætter (op til 3 år)', 'Entrepreneur (up to 3 years)'),
  established: both('Etableret (over 3 år)', 'Established (over 3 years)'),
  unknown: both('Ved ikke', 'Not known'),
};

/** Short forms for buttons and lists. */
export const STAGE_SHORT: Readonly<Record<Stage, Localized>> = {
  'pre-starter': both('Før-starter', 'Pre-starter'),
  entrepreneur: both('Iværksætter', 'Entrepreneur'),
  established: both('Etableret', 'Established'),
  unknown: both('Ved ikke', 'Not known'),
};

export const MATURITY_LABELS: Readonly<Record<Maturity, Localized>> = {
  early: both('Tidlig', 'Early'),
  mature: both('Moden', 'Mature'),
};

export const SEGMENT_LABELS: Readonly<Record<Segment, Localized>> = {
  operations: both('Drift', 'Operations'),
  growth: both('Vækst (kan vokse 10 % om året)', 'Growth (can grow 10% a year)'),
  unknown: both('Ved ikke', 'Not known'),
};

export const REGISTERED_SEGMENT_LABELS: Readonly<Record<RegisteredSegment, Localized>> = {
  operations: both('Drift', 'Operations'),
  growth: both('Vækst', 'Growth'),
  'early-warning': both('Early Warning', 'Early Warning'),
  'not-assessed': both('Ikke vurderet', 'Not assessed'),
  'not-relevant': both('Ikke relevant (før-starter)', 'Not relevant (pre-starter)'),
};

export const DEPTH_LABELS: Readonly<Record<Depth, Localized>> = {
  basic: both('Basal', 'Basic'),
  specialised: both('Specialiseret', 'Specialised'),
};

export const ENTRY_LABELS: Readonly<Record<Entry, Localized>> = {
  phone: both('Telefon 7015 1618', 'Phone 7015 1618'),
  les: both('Lokal erhvervsservice', 'Local business service'),
  ehm: both('Erhvervshus', 'Erhvervshus (business hub)'),
  digital: both('Virksomhedsguiden (digitalt)', 'Virksomhedsguiden (digital)'),
};

export const DIRECTION_LABELS: Readonly<Record<Direction, Localized>> = {
  inbound: both('Virksomheden henvendte sig', 'The company contacted us'),
  outreach: both('Vi kontaktede virksomheden', 'We contacted the company'),
};

/** What an actor is called where the directory of actors has no name valid today. */
export const ACTOR_LABELS: Readonly<Record<ActorCode, Localized>> = {
  digital: both('Virksomhedsguiden', 'Virksomhedsguiden'),
  les: both('Lokal erhvervsservice', 'Local business service'),
  ehm: both('Erhvervshus', 'Erhvervshus (business hub)'),
  'private-adviser': both('Privat rådgiver', 'Private adviser'),
  'knowledge-institution': both('Videninstitution', 'Knowledge institution'),
  cluster: both('Klynge', 'Cluster'),
  gts: both('GTS-institut', 'GTS technology institute'),
  'trade-council': both('Eksportrådet (Trade Council)', 'The Trade Council'),
  ekf: both('EIFO (eksportkredit)', 'EIFO (export credit)'),
  'growth-fund': both('EIFO (vækstfinansiering)', 'EIFO (growth finance)'),
  'innovation-fund': both('Innovationsfonden', 'Innovation Fund Denmark'),
  ifu: both('IFU', 'IFU'),
  nopef: both('Nopef', 'Nopef'),
  'eu-office': both('EU-kontoret', 'The EU office'),
  municipality: both('Kommunen som myndighed', 'The municipality as authority'),
};

export const BASIS_LABELS: Readonly<Record<BasisKind, Localized>> = {
  consent: both('Virksomheden har sagt ja til at dele', 'The company agreed to sharing'),
  'public-task': both(
    'Offentlig opgave (lov om erhvervsfremme)',
    'Public task (Danish Business Promotion Act)',
  ),
  declined: both('Nej, oplysninger må ikke deles', 'No, nothing may be shared'),
};

export const ROLE_LABELS: Readonly<Record<Role, Localized>> = {
  consultant: both('Konsulent', 'Consultant'),
  coordinator: both('Koordinator', 'Coordinator'),
  phone: both('Telefonvagt', 'Phone staff'),
  auditor: both('Revisor', 'Auditor'),
};

export const PLAN_LABELS: Readonly<Record<Plan, Localized>> = {
  inform: both('Giv information', 'Give information'),
  'self-service': both('Hjælp til selvhjælp på nettet', 'Self-service online'),
  clarify: both('Afklar behovet først', 'Clarify the need first'),
  guide: both('Vejled virksomheden', 'Guide the company'),
};

export const PRIORITY_LABELS: Readonly<Record<Priority, Localized>> = {
  normal: both('Normal', 'Normal'),
  urgent: both('Haster', 'Urgent'),
};

export const REFERRAL_TIME_LABELS: Readonly<Record<ReferralTime, Localized>> = {
  now: both('nu', 'now'),
  'after-clarification': both('efter afklaring', 'after clarification'),
  'after-guidance': both('efter vejledning', 'after guidance'),
};

export const STRENGTH_LABELS: Readonly<Record<Strength, Localized>> = {
  requirement: both('krav', 'requirement'),
  default: both('hovedregel', 'main rule'),
  guidance: both('vejledende', 'guidance'),
  disputed: both('omdiskuteret', 'disputed'),
  pragmatic: both('praktisk løsning', 'practical solution'),
};

export const WARNING_LABELS: Readonly<Record<Warning, Localized>> = {
  'advertising-protected': both(
    'Virksomheden er reklamebeskyttet: den må ikke kontaktes i markedsføringsøjemed.',
    'The company is protected against advertising: it must not be contacted for marketing.',
  ),
  'advertising-protection-unknown': both(
    'Vi ved ikke, om virksomheden er reklamebeskyttet. Tjek det, før I kontakter den.',
    'It is not known whether the company is protected against advertising. Check before you contact it.',
  ),
};

export const NOTE_LABELS: Readonly<Record<Note, Localized>> = {
  'report-back-to-les': both(
    'Erhvervshuset melder tilbage til den lokale erhvervsservice, hvad virksomheden har fået.',
    'The Erhvervshus reports back to the local business service what the company was given.',
  ),
  'outside-indicator-base': both(
    'Holdingselskab: betjenes som andre, men tæller ikke med i indikatorerne.',
    'Holding company: served like any other, but not counted in the indicators.',
  ),
  'large-company': both(
    'Stor virksomhed (250 ansatte eller flere): betjenes på lige fod med andre.',
    'Large company (250 employees or more): served on the same footing as others.',
  ),
  'tell-running-owner': both(
    'Den, der allerede har en sag med virksomheden, får besked.',
    'Whoever already has a case with the company is told.',
  ),
};

export const SELF_HELP_LABELS: Readonly<Record<SelfHelpTool, string>> = {
  virksomhedsguiden: 'Virksomhedsguiden',
  vaeksthjulet: 'Væksthjulet',
  'business-model-canvas': 'Business Model Canvas',
  klimakompasset: 'Klimakompasset',
  'privacy-kompasset': 'Privacykompasset',
};

/** What each fact that is still missing is called in a sentence. */
export const MISSING_LABELS: Readonly<Record<'stage' | 'maturity' | 'clarified' | 'needs', Localized>> = {
  stage: both(
    'om det er en før-starter, en iværksætter eller en etableret virksomhed',
    'the stage of the company',
  ),
  maturity: both('om virksomheden er tidlig eller moden', 'whether the company is early or mature'),
  clarified: both('om behovet er afklaret', 'whether the need has been clarified'),
  needs: both('hvad virksomheden har brug for', 'what the company needs'),
};

export const LANGUAGE_LABELS: Readonly<Record<Language, string>> = { da: 'dansk', en: 'English' };

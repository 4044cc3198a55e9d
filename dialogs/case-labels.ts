import type { FollowUp } from '../src/core/case/case.ts';
import type { CaseStatus, HandoverState, ReturnReason } from '../src/core/case/words.ts';
import type { CaseFilter, IntakeVerb } from '../src/core/command.ts';
import type { IntakeField, ValueSource } from '../src/core/intake/draft.ts';
import type { Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** Labels of what happens to a case: statuses, handovers, reasons, verbs, fields. */

export const STATUS_LABELS: Readonly<Record<CaseStatus, Localized>> = {
  draft: both('Kladde', 'Draft'),
  open: both('Åben', 'Open'),
  offered: both('Sendt', 'Sent'),
  answered: both('Besvaret', 'Answered'),
  'waiting-company': both('Afventer virksomheden', 'Waiting for the company'),
  closed: both('Afsluttet', 'Closed'),
  withdrawn: both('Trukket tilbage', 'Withdrawn'),
  'entered-in-error': both('Fejloprettet', 'Entered in error'),
};

export const HANDOVER_LABELS: Readonly<Record<HandoverState, Localized>> = {
  offered: both('Venter på svar', 'Waiting for an answer'),
  accepted: both('Overtaget', 'Accepted'),
  returned: both('Returneret', 'Returned'),
  advised: both('Råd givet', 'Advice given'),
  forwarded: both('Videresendt', 'Forwarded'),
  withdrawn: both('Trukket tilbage', 'Withdrawn'),
  expired: both('Udløbet uden svar', 'Expired unanswered'),
};

export const RETURN_REASON_LABELS: Readonly<Record<ReturnReason, Localized>> = {
  'not-our-area': both('Uden for vores målgruppe eller opgave', 'Outside our target group or task'),
  'wrong-geography': both('Forkert geografi', 'Wrong geography'),
  'private-market': both('Der findes et privat marked', 'There is a private market'),
  'no-capacity': both('Ingen kapacitet lige nu', 'No capacity right now'),
  'missing-information': both('Der mangler oplysninger', 'Information is missing'),
  duplicate: both('Dublet', 'Duplicate'),
  'already-in-course': both('Virksomheden er allerede i et forløb', 'The company is already in a course'),
  'company-withdrew': both('Virksomheden har trukket sig', 'The company withdrew'),
  'no-contact': both('Ingen kontakt efter tre forsøg', 'No contact after three attempts'),
  'better-national-offer': both('Der findes et bedre nationalt tilbud', 'There is a better national offer'),
  other: both('Andet', 'Other'),
};

export const FOLLOW_UP_LABELS: Readonly<Record<FollowUp['state'], Localized>> = {
  proposed: both('Foreslået', 'Proposed'),
  accepted: both('Aftalt', 'Accepted'),
  declined: both('Afslået', 'Declined'),
  done: both('Gjort', 'Done'),
};

export const FILTER_LABELS: Readonly<Record<CaseFilter, Localized>> = {
  mine: both('Mine sager', 'My cases'),
  office: both('Kontorets sager', "My office's cases"),
  due: both('Frist snart', 'Due soon'),
  broken: both('Frist overskredet', 'Overdue'),
  'not-delivered': both('Ikke leveret', 'Not delivered'),
};

/** What a button of the intake says; those of a case's verbs stand in `verbs.ts`. */
export const INTAKE_LABELS: Readonly<Record<IntakeVerb, Localized>> = {
  'intake.submit': both('Find den rette dør', 'Find the right door'),
  'intake.confirm': both('Bekræft', 'Confirm'),
  'intake.override': both('Vælg en anden', 'Choose another'),
  'intake.edit': both('Ret', 'Correct'),
  'intake.cancel': both('Annuller', 'Cancel'),
  'intake.guided': both('Trin for trin', 'Step by step'),
  'intake.answer': both('Svar', 'Answer'),
  'intake.back': both('Tilbage', 'Back'),
  'intake.resume': both('Fortsæt', 'Continue'),
  'intake.restart': both('Start forfra', 'Start again'),
  'intake.lookup': both('Slå op i CVR', 'Look up in CVR'),
};

/** What each field is called on forms, in corrections and in problems. */
export const FIELD_LABELS: Readonly<Record<IntakeField, Localized>> = {
  cvr: both('CVR-nummer', 'CVR number'),
  pNumber: both('P-nummer', 'P-number'),
  companyName: both('Virksomhed', 'Company'),
  municipality: both('Kommune', 'Municipality'),
  contactName: both('Kontaktperson', 'Contact person'),
  contactPhone: both('Telefon', 'Phone'),
  contactEmail: both('E-mail', 'E-mail'),
  stage: both('Hvor langt er virksomheden?', 'How far is the company?'),
  maturity: both('Modenhed', 'Maturity'),
  founded: both('Stiftet', 'Founded'),
  segment: both('Segment', 'Segment'),
  areas: both('Hvad har de brug for?', 'What do they need?'),
  depth: both('Hvor dybt går behovet?', 'How deep does the need go?'),
  description: both('Beskrivelse', 'Description'),
  crisis: both('Virksomheden er i krise', 'The company is in crisis'),
  clarified: both('Behovet er afklaret', 'The need has been clarified'),
  consent: both('Grundlag for at dele oplysninger', 'Basis for sharing information'),
  entry: both('Hvor kom henvendelsen ind?', 'Where did it come in?'),
};

export const SOURCE_LABELS: Readonly<Record<ValueSource, Localized>> = {
  user: both('skrevet af dig', 'typed by you'),
  register: both('fra CVR', 'from the company register'),
  text: both('læst i din tekst', 'read in your text'),
  derived: both('udledt', 'worked out'),
};

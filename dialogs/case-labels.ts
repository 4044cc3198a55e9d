import type { CaseStatus, FollowUp, HandoverState, ReturnReason } from '../src/core/case/case.ts';
import type { CaseFilter, CaseVerb, IntakeVerb } from '../src/core/command.ts';
import type { IntakeField, IntakeValues, ValueSource } from '../src/core/intake/draft.ts';
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

/** What the button says: short, because six must stand side by side. */
export const VERB_LABELS: Readonly<Record<IntakeVerb | CaseVerb, Localized>> = {
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
  'handover.accept': both('Overtag', 'Accept'),
  'handover.return': both('Returner', 'Return'),
  'handover.ask': both('Spørg', 'Ask'),
  'handover.answer': both('Besvar', 'Reply'),
  'handover.forward': both('Videresend', 'Forward'),
  'handover.advise': both('Giv råd', 'Advise'),
  'handover.withdraw': both('Træk tilbage', 'Take back'),
  'handover.offer': both('Send til en anden', 'Send to another'),
  'case.contacted': both('Svar givet', 'Answer given'),
  'case.assign': both('Tildel', 'Assign'),
  'case.close': both('Afslut', 'Close'),
  'case.wait': both('Afvent', 'Wait'),
  'case.continue': both('Fortsæt', 'Continue'),
  'case.reopen': both('Genåbn', 'Reopen'),
  'case.withdraw': both('Frafald', 'Withdraw'),
  'case.mark-error': both('Fejloprettet', 'Entered in error'),
  'case.invite': both('Inviter med', 'Invite'),
  'case.leave': both('Forlad forløbet', 'Leave the course'),
  'case.settle': both('Afgør', 'Settle'),
  'case.basis': both('Grundlag', 'Basis'),
  'case.withdraw-basis': both('Stop deling', 'Stop sharing'),
  'case.add-contact': both('Tilføj henvendelse', 'Add a contact'),
  'followup.accept': both('Ja, vi følger op', 'Yes, we follow up'),
  'followup.decline': both('Nej tak', 'No, thank you'),
};

/** What pressing the button means, where its words do not say it all: shown as its tooltip and in the text form. */
export const VERB_MEANINGS: Readonly<Partial<Record<CaseVerb, Localized>>> = {
  'handover.accept': both('Overtag sagen', 'Take over the case'),
  'handover.return': both('Send sagen tilbage med en årsag', 'Send the case back with a reason'),
  'handover.ask': both('Spørg afsenderen', 'Ask the sender'),
  'handover.answer': both('Svar på spørgsmålet', 'Answer the question'),
  'handover.forward': both('Send videre til et bedre sted', 'Pass it on to a better place'),
  'handover.advise': both(
    'Giv afsenderen råd uden at overtage sagen',
    'Advise the sender without taking the case',
  ),
  'handover.withdraw': both(
    'Træk sagen tilbage, før der er svaret',
    'Take the case back before it is answered',
  ),
  'handover.offer': both('Send sagen til en anden organisation', 'Hand the case to another organisation'),
  'case.contacted': both('Virksomheden har fået et rigtigt svar', 'The company has had a real answer'),
  'case.assign': both('Tildel sagen til en kollega', 'Assign the case to a colleague'),
  'case.close': both('Afslut sagen', 'Close the case'),
  'case.wait': both('Vi venter på virksomheden', 'We are waiting for the company'),
  'case.continue': both('Fortsæt sagen', 'Go on with the case'),
  'case.reopen': both('Genåbn sagen', 'Reopen the case'),
  'case.withdraw': both('Virksomheden vil ikke have hjælp mere', 'The company no longer wants help'),
  'case.mark-error': both('Sagen er oprettet ved en fejl', 'The case was entered in error'),
  'case.invite': both('Inviter en anden til et fælles forløb', 'Invite another to a joint course'),
  'case.leave': both('Forlad det fælles forløb', 'Leave the joint course'),
  'case.settle': both('Afgør, hvem der tager sagen', 'Settle who takes the case'),
  'case.basis': both('Registrer grundlaget for at dele oplysninger', 'Record the basis for sharing'),
  'case.withdraw-basis': both(
    'Virksomheden vil ikke have oplysninger delt',
    'The company withdraws its consent',
  ),
  'case.add-contact': both('Virksomheden har henvendt sig igen', 'The company contacted us again'),
  'followup.decline': both('Vi følger ikke op', 'We do not follow up'),
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

/** What the register fills in and the form only shows. */
export const REGISTER_FIELD_LABELS = {
  direction: both('Retning', 'Direction'),
  form: both('Virksomhedsform', 'Company form'),
  employees: both('Ansatte', 'Employees'),
  turnoverDkk: both('Omsætning', 'Turnover'),
  externalFundingDkk: both('Ekstern finansiering', 'External funding'),
  standing: both('Status i CVR', 'Status in the CVR register'),
  advertisingProtected: both('Reklamebeskyttet', 'Protected against advertising'),
  depths: both('Dybde', 'Depth'),
} satisfies Record<Exclude<keyof IntakeValues, IntakeField>, Localized>;

export const SOURCE_LABELS: Readonly<Record<ValueSource, Localized>> = {
  user: both('skrevet af dig', 'typed by you'),
  register: both('fra CVR', 'from the company register'),
  text: both('læst i din tekst', 'read in your text'),
  derived: both('udledt', 'worked out'),
};

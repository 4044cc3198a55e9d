import type { EventCode } from '../src/core/case/events.ts';
import type { CaseVerb, InputName } from '../src/core/case/verbs/index.ts';
import type { Localized } from '../src/core/vocabulary.ts';
import { readOutcome } from './outcome-words.ts';
import { both } from './say.ts';
import {
  as,
  basisKind,
  callBack,
  invitation,
  nothing,
  organisationAndReason,
  person,
  type ReadInput,
  returnReason,
  settlement,
} from './verb-readers.ts';

/**
 * Everything that is said of the verbs on a case: one entry a verb, and one file, so that they can be read beside each
 * other (which is why it is longer than others). In the order of their buttons, the one most often needed first.
 */

/** An input that a typed line or another part of the product gives, but no form asks for. */
export const UNASKED = 'unasked';

/** All that is said of one verb. */
export interface VerbWords<Of extends CaseVerb = CaseVerb> {
  /** The words it is typed with, separated by `|`; the first of a language is shown. */
  readonly words: Localized;
  /** What stands after the case's id in the typed form. */
  readonly typedRest?: Localized;
  readonly read: ReadInput;
  /** What the button says: short, because six must stand side by side. */
  readonly label: Localized;
  /** What pressing the button means, where its words do not say it all: its tooltip, and its text form. */
  readonly meaning?: Localized;
  /** Stands out where it is the first such button of a card, or warns. */
  readonly weight?: 'primary' | 'danger';
  /** What the form asks for, by input. */
  readonly asks: { readonly [Name in InputName<Of>]: Localized | typeof UNASKED };
  /** What whoever gave the verb is told; `doneAs`: where something else came of it. */
  readonly done: Localized;
  readonly doneAs?: Partial<Readonly<Record<EventCode, Localized>>>;
}

const REASON = both('Begrundelse', 'Reason');
const REASON_REST = both(' ‹begrundelse›', ' ‹reason›');
const TEXT_REST = both(' ‹tekst›', ' ‹text›');
const WHERE_REST = both(' ‹organisation› ‹grund›', ' ‹organisation› ‹reason›');
const ORGANISATION = both('Organisation', 'Organisation');
const WHY_THEM = both('Hvorfor dem?', 'Why them?');

const WORDS: { readonly [Verb in CaseVerb]: VerbWords<Verb> } = {
  'handover.accept': {
    words: both('overtag|accepter|tag', 'accept|take'),
    read: nothing,
    label: both('Overtag', 'Accept'),
    meaning: both('Overtag sagen', 'Take over the case'),
    weight: 'primary',
    asks: {},
    done: both(
      'Du har overtaget sagen. Husk at svare virksomheden.',
      'You have accepted the case. Remember to answer the company.',
    ),
  },
  'followup.accept': {
    words: both('følg op|opfølgning ja', 'follow up|follow-up yes'),
    read: nothing,
    label: both('Ja, vi følger op', 'Yes, we follow up'),
    weight: 'primary',
    asks: {},
    done: both('Tak. I har opfølgningen.', 'Thank you. The follow-up is yours.'),
  },
  'case.settle': {
    words: both('afgør', 'settle'),
    typedRest: both(' ‹organisation› [fælles] ‹begrundelse›', ' ‹organisation› [joint] ‹reason›'),
    read: settlement,
    label: both('Afgør', 'Settle'),
    meaning: both('Afgør, hvem der tager sagen', 'Settle who takes the case'),
    weight: 'primary',
    asks: {
      organisation: both('Hvem tager sagen?', 'Who takes the case?'),
      joint: both('Som fælles forløb', 'As a joint course'),
      reason: REASON,
    },
    done: both('Den grå zone er afgjort.', 'The grey zone has been settled.'),
  },
  'handover.answer': {
    words: both('svar', 'answer|reply'),
    typedRest: TEXT_REST,
    read: as('text'),
    label: both('Besvar', 'Reply'),
    meaning: both('Svar på spørgsmålet', 'Answer the question'),
    weight: 'primary',
    asks: { text: both('Dit svar', 'Your answer') },
    done: both('Svaret er sendt.', 'The answer has been sent.'),
  },
  'case.contacted': {
    words: both('kontaktet|besvaret', 'contacted|answered'),
    read: as('note'),
    label: both('Svar givet', 'Answer given'),
    meaning: both('Virksomheden har fået et rigtigt svar', 'The company has had a real answer'),
    weight: 'primary',
    asks: { note: UNASKED },
    done: both(
      'Godt! Det er noteret, at virksomheden har fået svar.',
      'Good! It is noted that the company has had its answer.',
    ),
  },
  'handover.ask': {
    words: both('spørg|spoerg', 'ask'),
    typedRest: TEXT_REST,
    read: as('text'),
    label: both('Spørg', 'Ask'),
    meaning: both('Spørg afsenderen', 'Ask the sender'),
    asks: { text: both('Dit spørgsmål', 'Your question') },
    done: both(
      'Spørgsmålet er sendt til afsenderen. Uret går stadig.',
      'The question has been sent to the sender. The clock is still running.',
    ),
  },
  'handover.return': {
    words: both('returner|returnér|retur|send retur', 'return'),
    typedRest: both(' ‹årsag›: ‹begrundelse›', ' ‹reason›: ‹explanation›'),
    read: returnReason,
    label: both('Returner', 'Return'),
    meaning: both('Send sagen tilbage med en årsag', 'Send the case back with a reason'),
    asks: { reasonCode: both('Årsag', 'Reason'), reason: REASON },
    done: both(
      'Sagen er sendt tilbage, og afsenderen får besked.',
      'The case has been returned and the sender is told.',
    ),
    doneAs: {
      asked: both(
        'Sagen er ikke returneret endnu: afsenderen har fået det, du mangler, som et spørgsmål. Uret går stadig.',
        'The case has not been returned yet: what you miss has been put to the sender as a question. The clock is still running.',
      ),
    },
  },
  'handover.advise': {
    words: both('råd|giv råd|rådgiv', 'advise'),
    typedRest: TEXT_REST,
    read: as('text'),
    label: both('Giv råd', 'Advise'),
    meaning: both('Giv afsenderen råd uden at overtage sagen', 'Advise the sender without taking the case'),
    asks: { text: both('Dit råd til afsenderen', 'Your advice to the sender') },
    done: both(
      'Rådet er sendt. Afsenderen beholder sagen.',
      'The advice has been sent. The sender keeps the case.',
    ),
  },
  'handover.forward': {
    words: both('videresend|send videre', 'forward'),
    typedRest: WHERE_REST,
    read: organisationAndReason,
    label: both('Videresend', 'Forward'),
    meaning: both('Send videre til et bedre sted', 'Pass it on to a better place'),
    asks: { organisation: ORGANISATION, reason: WHY_THEM },
    done: both(
      'Sagen er sendt videre, og afsenderen får besked.',
      'The case has been forwarded and the sender is told.',
    ),
  },
  'case.close': {
    words: both('afslut|luk', 'close'),
    typedRest: both(
      ' ydelser: ‹…›; henvist: ‹…›; selvhjælp: ‹ja/nej›; segment: ‹…›; note: ‹…›',
      ' services: ‹…›; referred: ‹…›; self-help: ‹yes/no›; segment: ‹…›; note: ‹…›',
    ),
    read: readOutcome,
    label: both('Afslut', 'Close'),
    meaning: both('Afslut sagen', 'Close the case'),
    asks: {
      services: both('Givne ydelser', 'Services given'),
      referredTo: both('Henvist videre til', 'Referred on to'),
      selfHelpUsed: both('Et digitalt selvhjælpsværktøj er brugt', 'A digital self-help tool was used'),
      segment: both('Segment', 'Segment'),
      cvr: both('CVR-nummer (kendes ikke endnu)', 'CVR number (not known yet)'),
      pNumber: UNASKED,
      actionPlan: both('Handlingsplan', 'Action plan'),
      followUpOn: both('Opfølgning hos LES (dato)', 'Follow-up at LES (date)'),
      note: both('Bemærkning', 'Note'),
    },
    done: both('Sagen er afsluttet.', 'The case has been closed.'),
  },
  'case.continue': {
    words: both('fortsæt', 'continue'),
    read: nothing,
    label: both('Fortsæt', 'Continue'),
    meaning: both('Fortsæt sagen', 'Go on with the case'),
    asks: {},
    done: both('Sagen er i gang igen.', 'The case is under way again.'),
  },
  'case.reopen': {
    words: both('genåbn', 'reopen'),
    typedRest: REASON_REST,
    read: as('reason'),
    label: both('Genåbn', 'Reopen'),
    meaning: both('Genåbn sagen', 'Reopen the case'),
    asks: { reason: REASON },
    done: both('Sagen er genåbnet med en ny frist.', 'The case has been reopened with a new due time.'),
  },
  'case.assign': {
    words: both('tildel', 'assign'),
    typedRest: both(' ‹navn›', ' ‹name›'),
    read: person,
    label: both('Tildel', 'Assign'),
    meaning: both('Tildel sagen til en kollega', 'Assign the case to a colleague'),
    asks: { person: both('Kollega', 'Colleague') },
    done: both('Sagen er tildelt.', 'The case has been assigned.'),
  },
  'case.call-back': {
    words: both('ring op|ring op senere|ring tilbage', 'call back|call back later'),
    typedRest: both(' ‹tidspunkt› ‹grund›', ' ‹moment› ‹reason›'),
    read: callBack,
    label: both('Ring op senere', 'Call back'),
    meaning: both('Bliv mindet om at ringe til virksomheden', 'Be reminded to call the company'),
    asks: {
      day: both('Dag (i dag, hvis den udelades)', 'Day (today if left out)'),
      time: both('Klokkeslæt', 'Time'),
      reason: both('Hvorfor?', 'Why?'),
    },
    done: both(
      'Det er noteret. Du får en besked, når virksomheden skal ringes op.',
      'It is noted. You get a message when the company is to be called.',
    ),
  },
  'followup.decline': {
    words: both('følg ikke op|opfølgning nej', 'decline follow-up|follow-up no'),
    typedRest: REASON_REST,
    read: as('reason'),
    label: both('Nej tak', 'No, thank you'),
    meaning: both('Vi følger ikke op', 'We do not follow up'),
    asks: { reason: REASON },
    done: both('I har sagt nej til opfølgningen.', 'You have declined the follow-up.'),
  },
  'case.basis': {
    words: both('grundlag|samtykke', 'basis|consent'),
    typedRest: both(' ‹samtykke, offentlig opgave eller nej›', ' ‹consent, public task or no›'),
    read: basisKind,
    label: both('Grundlag', 'Basis'),
    meaning: both('Registrer grundlaget for at dele oplysninger', 'Record the basis for sharing'),
    asks: { kind: both('Må vi dele oplysningerne?', 'May the information be shared?') },
    done: both('Grundlaget er registreret.', 'The basis has been recorded.'),
  },
  'handover.offer': {
    words: both('send|tilbyd|overdrag', 'offer|send'),
    typedRest: WHERE_REST,
    read: organisationAndReason,
    label: both('Send til en anden', 'Send to another'),
    meaning: both('Send sagen til en anden organisation', 'Hand the case to another organisation'),
    asks: { organisation: ORGANISATION, reason: WHY_THEM, consent: UNASKED },
    done: both(
      'Sagen er sendt. Den er jeres, til den bliver overtaget.',
      'The case has been sent. It is yours until it is accepted.',
    ),
  },
  'handover.withdraw': {
    words: both('træk tilbage|fortryd', 'take back|recall'),
    read: nothing,
    label: both('Træk tilbage', 'Take back'),
    meaning: both('Træk sagen tilbage, før der er svaret', 'Take the case back before it is answered'),
    asks: {},
    done: both('Sagen er trukket tilbage til jer.', 'The case has been taken back.'),
  },
  'case.wait': {
    words: both('afvent|vent', 'wait'),
    read: as('note'),
    label: both('Afvent', 'Wait'),
    meaning: both('Vi venter på virksomheden', 'We are waiting for the company'),
    asks: { note: both('Bemærkning (kan udelades)', 'Note (optional)') },
    done: both('Det er noteret, at I venter på virksomheden.', 'It is noted that you wait for the company.'),
  },
  'case.add-contact': {
    words: both('tilføj|ny kontakt', 'add|add contact'),
    typedRest: TEXT_REST,
    read: as('text'),
    label: both('Tilføj henvendelse', 'Add a contact'),
    meaning: both('Virksomheden har henvendt sig igen', 'The company contacted us again'),
    asks: { text: both('Hvad drejer det sig om?', 'What is it about?'), areas: UNASKED, person: UNASKED },
    done: both('Henvendelsen er føjet til sagen.', 'The contact has been added to the case.'),
  },
  'case.invite': {
    words: both('inviter|invitér', 'invite'),
    typedRest: both(' ‹organisation›', ' ‹organisation›'),
    read: invitation,
    label: both('Inviter med', 'Invite'),
    meaning: both('Inviter en anden til et fælles forløb', 'Invite another to a joint course'),
    asks: { organisation: both('Hvem skal med?', 'Whom to invite?'), reason: UNASKED },
    done: both(
      'Invitationen er sendt. I beholder sagen.',
      'The invitation has been sent. You keep the case.',
    ),
  },
  'case.leave': {
    words: both('forlad', 'leave'),
    read: nothing,
    label: both('Forlad forløbet', 'Leave the course'),
    meaning: both('Forlad det fælles forløb', 'Leave the joint course'),
    asks: {},
    done: both('I har forladt det fælles forløb.', 'You have left the joint course.'),
  },
  'case.withdraw': {
    words: both('frafald|stop', 'withdraw'),
    typedRest: REASON_REST,
    read: as('reason'),
    label: both('Frafald', 'Withdraw'),
    meaning: both('Virksomheden vil ikke have hjælp mere', 'The company no longer wants help'),
    weight: 'danger',
    asks: { reason: REASON },
    done: both(
      'Det er noteret, at virksomheden ikke vil have hjælp mere.',
      'It is noted that the company no longer wants help.',
    ),
  },
  'case.withdraw-basis': {
    words: both('stop deling|tilbagekald samtykke', 'stop sharing'),
    read: nothing,
    label: both('Stop deling', 'Stop sharing'),
    meaning: both('Virksomheden vil ikke have oplysninger delt', 'The company withdraws its consent'),
    weight: 'danger',
    asks: {},
    done: both(
      'Delingen er stoppet. Andre kan ikke længere se sagen.',
      'Sharing has stopped. Others no longer see the case.',
    ),
  },
  'case.mark-error': {
    words: both('fejloprettet|fejl', 'error|mark error'),
    typedRest: REASON_REST,
    read: as('reason'),
    label: both('Fejloprettet', 'Entered in error'),
    meaning: both('Sagen er oprettet ved en fejl', 'The case was entered in error'),
    weight: 'danger',
    asks: { reason: REASON },
    done: both(
      'Sagen er markeret som fejloprettet og tæller ikke med.',
      'The case is marked as entered in error and does not count.',
    ),
  },
};

/** What is said of every verb, in the order of their buttons. */
export const VERB_WORDS: Readonly<Record<CaseVerb, VerbWords>> = WORDS;

/** The word a verb is typed with. */
export function caseWord(verb: CaseVerb, language: 'da' | 'en'): string {
  return VERB_WORDS[verb].words[language].split('|')[0] ?? verb;
}

/** A verb on a case as it is typed: `returner K3F9-QTX2 ‹årsag›: ‹begrundelse›`. */
export function typedForm(verb: CaseVerb, caseId: string, language: 'da' | 'en'): string {
  return `${caseWord(verb, language)} ${caseId}${VERB_WORDS[verb].typedRest?.[language] ?? ''}`;
}

/** What whoever gave a verb is told, by what came of it. */
export function doneWords(verb: CaseVerb, event: EventCode): Localized {
  const { done, doneAs } = VERB_WORDS[verb];
  return doneAs?.[event] ?? done;
}

import type { Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** What people and offices are told of a case when somebody else, or the clock, did something. */
const CASES = {
  'handover-accepted': both(
    'Sagen[ {caseId}] er overtaget[ af {owner}].',
    'The case[ {caseId}] has been accepted[ by {owner}].',
  ),
  'handover-returned': both(
    'Sagen[ {caseId}] er sendt tilbage til jer. Se årsagen på sagen.',
    'The case[ {caseId}] has been returned to you. The reason is on the case.',
  ),
  'handover-advised': both(
    'I har fået et råd til sagen[ {caseId}]. I beholder selv sagen.',
    'You have been given advice on the case[ {caseId}]. You keep the case.',
  ),
  'handover-forwarded': both(
    'Sagen[ {caseId}] er sendt videre til et bedre sted. I har den, til de overtager den.',
    'The case[ {caseId}] has been passed on to a better place. It is yours until they accept it.',
  ),
  'question-asked': both(
    'Der er et spørgsmål til sagen[ {caseId}]. Uret går stadig.',
    'There is a question about the case[ {caseId}]. The clock is still running.',
  ),
  'question-answered': both(
    'Dit spørgsmål til sagen[ {caseId}] er besvaret.',
    'Your question about the case[ {caseId}] has been answered.',
  ),
  assigned: both('Du har fået tildelt sagen[ {caseId}].', 'The case[ {caseId}] has been assigned to you.'),
  'contact-added': both(
    'Virksomheden har henvendt sig igen[ i sagen {caseId}].',
    'The company has been in contact again[ on case {caseId}].',
  ),
  'left-joint': both(
    'En organisation har forladt det fælles forløb[ i sagen {caseId}].',
    'An organisation has left the joint course[ on case {caseId}].',
  ),
  'grey-zone-settled': both(
    'Den grå zone er afgjort[ i sagen {caseId}].',
    'The grey zone has been settled[ on case {caseId}].',
  ),
  'follow-up-accepted': both(
    'Opfølgningen er aftalt[ i sagen {caseId}].',
    'The follow-up has been agreed[ on case {caseId}].',
  ),
  'follow-up-declined': both(
    'Opfølgningen er afslået[ i sagen {caseId}].',
    'The follow-up has been declined[ on case {caseId}].',
  ),
  'offer-reminder': both(
    'Sagen[ {caseId}] venter på jeres svar: overtag den, returner den eller spørg.',
    'The case[ {caseId}] waits for you: accept it, return it or ask.',
  ),
  'owner-reminder': both(
    'Halvdelen af tiden er gået: virksomheden[ i sagen {caseId}] har ikke fået svar endnu.',
    'Half the time has passed: the company[ of case {caseId}] has had no answer yet.',
  ),
  'offer-expired': both(
    'Ingen svarede i tide, så sagen[ {caseId}] er gået tilbage til afsenderen, som stadig kan nå at svare virksomheden.',
    'Nobody answered in time, so the case[ {caseId}] is back with the sender, who can still answer the company in time.',
  ),
  'offer-expired-late': both(
    'Ingen svarede i tide, så sagen[ {caseId}] er gået tilbage til afsenderen.',
    'Nobody answered in time, so the case[ {caseId}] is back with the sender.',
  ),
  'promise-broken': both(
    'Fristen er overskredet: virksomheden[ i sagen {caseId}] har ikke fået svar.',
    'The promise is broken: the company[ of case {caseId}] has had no answer in time.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** What people are told about something that is no case. */
const OTHER = {
  'draft-expired': both(
    'Din kladde[ fra {at}] er udløbet, fordi ingen har rørt den i syv dage. Skriv "ny" for at oprette henvendelsen igen.',
    'Your draft[ of {at}] has expired because nobody touched it for seven days. Type "new" to log the enquiry again.',
  ),
  'colleague-left': both(
    'En kollega[ ({name})] har ikke længere adgang[ hos {organisation}]. Kollegaens åbne sager er nu kontorets uden ansvarlig. Skriv "sager kontor", og tildel dem.',
    'A colleague[ ({name})] no longer has access[ at {organisation}]. Their open cases are the office’s now, with nobody assigned. Type "cases office" and assign them.',
  ),
  'asks-to-be-let-in': both(
    'En kollega[ ({name})] vil gerne arbejde med sager[ for {organisation}] og har skrevet fra kontorets kanal. Hører vedkommende til hos jer, så skriv "giv adgang[ {name}]".',
    'A colleague[ ({name})] would like to work on cases[ for {organisation}] and has written from the office’s channel. If they belong to you, type "let in[ {name}]".',
  ),
  'channel-lost': both(
    'Jeg kan ikke længere skrive i kanalen[ for {organisation}]. Sager til jer kommer til koordinatorerne, til en kanal bliver forbundet igen ("forbind").',
    'I can no longer write in the channel[ of {organisation}]. Cases for you go to the coordinators until a channel is connected again ("connect").',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** What the person who just did something is told. */
const TURNS = {
  cancelled: both('Henvendelsen er annulleret.', 'The enquiry has been cancelled.'),
  'nothing-to-cancel': both('Der er ingen henvendelse i gang.', 'No enquiry is under way.'),
  'nothing-to-go-back-to': both('Der er ikke noget at gå tilbage til.', 'There is nothing to go back to.'),
  'crm-silent': both(
    'CRM svarer ikke lige nu, så vi ved ikke, om virksomheden allerede har en sag et andet sted.',
    'The CRM does not answer right now, so we cannot tell whether the company already has a case elsewhere.',
  ),
  'already-done': both('Det er allerede gjort.', 'That has been done already.'),
  'cpr-removed': both(
    'Jeg har fjernet et CPR-nummer fra det, du skrev. Vi gemmer aldrig CPR-numre.',
    'I removed a CPR number from what you wrote. CPR numbers are never kept.',
  ),
  'cprs-removed': both(
    'Jeg har fjernet[ {count}] CPR-numre fra det, du skrev. Vi gemmer aldrig CPR-numre.',
    'I removed[ {count}] CPR numbers from what you wrote. CPR numbers are never kept.',
  ),
  'yours-now': both(
    'Sagen[ {caseId}] er din nu. Her er det hele, også hvem du kan ringe til.',
    'The case[ {caseId}] is yours now. Here is all of it, with whom to call.',
  ),
  connected: both(
    'Kanalen er nu forbundet[ med {organisation}]. Sager til jer kommer her.',
    'This channel is now connected[ to {organisation}]. Cases for you come here.',
  ),
  'let-in': both(
    'Kollegaen[ ({name})] har nu adgang[ til {organisation}], så længe vedkommende er med i kanalen.',
    'The colleague[ ({name})] now has access[ to {organisation}] for as long as they are in the channel.',
  ),
  disconnected: both(
    'Kanalen er ikke længere forbundet[ med {organisation}].',
    'This channel is no longer connected[ to {organisation}].',
  ),
  'language-chosen': both('Så taler vi dansk.', 'We speak English from now on.'),
  'acting-as': both(
    'Nu er det valgt, hvem du handler for[: {organisation}].',
    'It is settled whom you act for[: {organisation}].',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** What somebody who acted on a case is told, by what happened: `did-<event>` for every event of the history. */
const DONE = {
  'case-created': both('Sagen[ {caseId}] er oprettet.', 'The case[ {caseId}] has been created.'),
  'case-sent': both(
    'Sagen[ {caseId}] er oprettet og sendt[ til {organisation}]. Den er jeres, til den bliver overtaget.',
    'The case[ {caseId}] has been created and sent[ to {organisation}]. It is yours until it is accepted.',
  ),
  'did-opened': both('Sagen er oprettet.', 'The case has been created.'),
  'did-opened-and-offered': both('Sagen er oprettet og sendt.', 'The case has been created and sent.'),
  'did-offered': both(
    'Sagen er sendt. Den er jeres, til den bliver overtaget.',
    'The case has been sent. It is yours until it is accepted.',
  ),
  'did-accepted': both(
    'Du har overtaget sagen. Husk at svare virksomheden.',
    'You have accepted the case. Remember to answer the company.',
  ),
  'did-returned': both(
    'Sagen er sendt tilbage, og afsenderen får besked.',
    'The case has been returned and the sender is told.',
  ),
  'did-asked': both(
    'Spørgsmålet er sendt til afsenderen. Uret går stadig.',
    'The question has been sent to the sender. The clock is still running.',
  ),
  'did-question-answered': both('Svaret er sendt.', 'The answer has been sent.'),
  'did-advised': both(
    'Rådet er sendt. Afsenderen beholder sagen.',
    'The advice has been sent. The sender keeps the case.',
  ),
  'did-forwarded': both(
    'Sagen er sendt videre, og afsenderen får besked.',
    'The case has been forwarded and the sender is told.',
  ),
  'did-offer-withdrawn': both('Sagen er trukket tilbage til jer.', 'The case has been taken back.'),
  'did-contacted': both(
    'Godt! Det er noteret, at virksomheden har fået svar.',
    'Good! It is noted that the company has had its answer.',
  ),
  'did-assigned': both('Sagen er tildelt.', 'The case has been assigned.'),
  'did-waiting': both(
    'Det er noteret, at I venter på virksomheden.',
    'It is noted that you wait for the company.',
  ),
  'did-continued': both('Sagen er i gang igen.', 'The case is under way again.'),
  'did-closed': both('Sagen er afsluttet.', 'The case has been closed.'),
  'did-reopened': both(
    'Sagen er genåbnet med en ny frist.',
    'The case has been reopened with a new due time.',
  ),
  'did-withdrawn': both(
    'Det er noteret, at virksomheden ikke vil have hjælp mere.',
    'It is noted that the company no longer wants help.',
  ),
  'did-entered-in-error': both(
    'Sagen er markeret som fejloprettet og tæller ikke med.',
    'The case is marked as entered in error and does not count.',
  ),
  'did-invited': both(
    'Invitationen er sendt. I beholder sagen.',
    'The invitation has been sent. You keep the case.',
  ),
  'did-left': both('I har forladt det fælles forløb.', 'You have left the joint course.'),
  'did-grey-zone-settled': both('Den grå zone er afgjort.', 'The grey zone has been settled.'),
  'did-basis-recorded': both('Grundlaget er registreret.', 'The basis has been recorded.'),
  'did-basis-withdrawn': both(
    'Delingen er stoppet. Andre kan ikke længere se sagen.',
    'Sharing has stopped. Others no longer see the case.',
  ),
  'did-contact-added': both('Henvendelsen er føjet til sagen.', 'The contact has been added to the case.'),
  'did-follow-up-accepted': both('Tak. I har opfølgningen.', 'Thank you. The follow-up is yours.'),
  'did-follow-up-declined': both('I har sagt nej til opfølgningen.', 'You have declined the follow-up.'),
  'did-erased': both('Personoplysningerne er slettet.', 'The personal data has been erased.'),
  'did-contact-erased': both('Kontaktpersonen er slettet.', 'The contact person has been erased.'),
  'did-owner-restored': both(
    'Sagen er ført tilbage til den organisation, der oprettede den.',
    'The case is back with the organisation that logged it.',
  ),
  'did-assignee-left': both(
    'Den ansvarlige har ikke længere adgang, så sagen er kontorets.',
    'The assignee no longer has access, so the case is the office’s.',
  ),
  'did-expired': both('Fristen for at svare er udløbet.', 'The time to answer has run out.'),
  'did-reminded': both('Påmindelsen er sendt.', 'The reminder has been sent.'),
  'did-promise-broken': both('Fristen er overskredet.', 'The promise is broken.'),
} as const satisfies Readonly<Record<string, Localized>>;

/** Every notice as a sentence. `fill.ts` says how to write one. */
export const NOTICES = { ...CASES, ...OTHER, ...DONE, ...TURNS } as const;

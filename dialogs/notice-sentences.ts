import type { ToldCode } from '../src/core/case/notices.ts';
import type { NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { Localized } from '../src/core/vocabulary.ts';

/** Both languages of a sentence, with its text kept as a type, so that its `{parameters}` are checked below. */
function sentence<const Da extends string, const En extends string>(da: Da, en: En): { da: Da; en: En } {
  return { da, en };
}

/** What people and offices are told of a case when somebody else, or the clock, did something. */
const CASES = {
  'yours-now': sentence(
    'Sagen[ {caseId}] er din nu. Her er det hele, også hvem du kan ringe til.',
    'The case[ {caseId}] is yours now. Here is all of it, with whom to call.',
  ),
  'handover-accepted': sentence(
    'Sagen[ {caseId}] er overtaget[ af {owner}].',
    'The case[ {caseId}] has been accepted[ by {owner}].',
  ),
  'handover-returned': sentence(
    'Sagen[ {caseId}] er sendt tilbage til jer. Se årsagen på sagen.',
    'The case[ {caseId}] has been returned to you. The reason is on the case.',
  ),
  'handover-advised': sentence(
    'I har fået et råd til sagen[ {caseId}]. I beholder selv sagen.',
    'You have been given advice on the case[ {caseId}]. You keep the case.',
  ),
  'handover-forwarded': sentence(
    'Sagen[ {caseId}] er sendt videre til et bedre sted. I har den, til de overtager den.',
    'The case[ {caseId}] has been passed on to a better place. It is yours until they accept it.',
  ),
  'question-asked': sentence(
    'Der er et spørgsmål til sagen[ {caseId}]. Uret går stadig.',
    'There is a question about the case[ {caseId}]. The clock is still running.',
  ),
  'question-answered': sentence(
    'Dit spørgsmål til sagen[ {caseId}] er besvaret.',
    'Your question about the case[ {caseId}] has been answered.',
  ),
  assigned: sentence(
    'Du har fået tildelt sagen[ {caseId}].',
    'The case[ {caseId}] has been assigned to you.',
  ),
  'contact-added': sentence(
    'Virksomheden har henvendt sig igen[ i sagen {caseId}].',
    'The company has been in contact again[ on case {caseId}].',
  ),
  'left-joint': sentence(
    'En organisation har forladt det fælles forløb[ i sagen {caseId}].',
    'An organisation has left the joint course[ on case {caseId}].',
  ),
  'grey-zone-settled': sentence(
    'Den grå zone er afgjort[ i sagen {caseId}].',
    'The grey zone has been settled[ on case {caseId}].',
  ),
  'follow-up-accepted': sentence(
    'Opfølgningen er aftalt[ i sagen {caseId}].',
    'The follow-up has been agreed[ on case {caseId}].',
  ),
  'follow-up-declined': sentence(
    'Opfølgningen er afslået[ i sagen {caseId}].',
    'The follow-up has been declined[ on case {caseId}].',
  ),
  'offer-reminder': sentence(
    'Sagen[ {caseId}] venter på jeres svar: overtag den, returner den eller spørg.',
    'The case[ {caseId}] waits for you: accept it, return it or ask.',
  ),
  'owner-reminder': sentence(
    'Halvdelen af tiden er gået: virksomheden[ i sagen {caseId}] har ikke fået svar endnu.',
    'Half the time has passed: the company[ of case {caseId}] has had no answer yet.',
  ),
  'call-back': sentence(
    'Nu skal virksomheden[ i sagen {caseId}] ringes op, som det er noteret på sagen.',
    'It is time to call the company[ of case {caseId}], as noted on the case.',
  ),
  'offer-expired': sentence(
    'Ingen svarede i tide, så sagen[ {caseId}] er gået tilbage til afsenderen, som stadig kan nå at svare virksomheden.',
    'Nobody answered in time, so the case[ {caseId}] is back with the sender, who can still answer the company in time.',
  ),
  'offer-expired-late': sentence(
    'Ingen svarede i tide, så sagen[ {caseId}] er gået tilbage til afsenderen.',
    'Nobody answered in time, so the case[ {caseId}] is back with the sender.',
  ),
  'promise-broken': sentence(
    'Fristen er overskredet: virksomheden[ i sagen {caseId}] har ikke fået svar.',
    'The promise is broken: the company[ of case {caseId}] has had no answer in time.',
  ),
} satisfies Readonly<Record<ToldCode, Localized>>;

/** What people are told about something that is no case. */
const OTHER = {
  'draft-expired': sentence(
    'Din kladde[ fra {at}] er udløbet, fordi ingen har rørt den i syv dage. Skriv "ny" for at oprette henvendelsen igen.',
    'Your draft[ of {at}] has expired because nobody touched it for seven days. Type "new" to log the enquiry again.',
  ),
  'colleague-left': sentence(
    'En kollega[ ({name})] har ikke længere adgang[ hos {organisation}]. Kollegaens åbne sager er nu kontorets uden ansvarlig. Skriv "sager kontor", og tildel dem.',
    'A colleague[ ({name})] no longer has access[ at {organisation}]. Their open cases are the office’s now, with nobody assigned. Type "cases office" and assign them.',
  ),
  'asks-to-be-let-in': sentence(
    'En kollega[ ({name})] vil gerne arbejde med sager[ for {organisation}] og har skrevet fra kontorets kanal. Hører vedkommende til hos jer, så skriv "giv adgang[ {name}]".',
    'A colleague[ ({name})] would like to work on cases[ for {organisation}] and has written from the office’s channel. If they belong to you, type "let in[ {name}]".',
  ),
  'channel-lost': sentence(
    'Jeg kan ikke længere skrive i kanalen[ for {organisation}]. Sager til jer kommer til koordinatorerne, til en kanal bliver forbundet igen ("forbind").',
    'I can no longer write in the channel[ of {organisation}]. Cases for you go to the coordinators until a channel is connected again ("connect").',
  ),
} satisfies Readonly<Record<string, Localized>>;

/** What the person who just did something is told. */
const TURNS = {
  'case-created': sentence('Sagen[ {caseId}] er oprettet.', 'The case[ {caseId}] has been created.'),
  'case-sent': sentence(
    'Sagen[ {caseId}] er oprettet og sendt[ til {organisation}]. Den er jeres, til den bliver overtaget.',
    'The case[ {caseId}] has been created and sent[ to {organisation}]. It is yours until it is accepted.',
  ),
  cancelled: sentence('Henvendelsen er annulleret.', 'The enquiry has been cancelled.'),
  'nothing-to-cancel': sentence('Der er ingen henvendelse i gang.', 'No enquiry is under way.'),
  'nothing-to-go-back-to': sentence(
    'Der er ikke noget at gå tilbage til.',
    'There is nothing to go back to.',
  ),
  'crm-silent': sentence(
    'CRM svarer ikke lige nu, så vi ved ikke, om virksomheden allerede har en sag et andet sted.',
    'The CRM does not answer right now, so we cannot tell whether the company already has a case elsewhere.',
  ),
  'already-done': sentence('Det er allerede gjort.', 'That has been done already.'),
  'cpr-removed': sentence(
    'Jeg har fjernet et CPR-nummer fra det, du skrev. Vi gemmer aldrig CPR-numre.',
    'I removed a CPR number from what you wrote. CPR numbers are never kept.',
  ),
  'cprs-removed': sentence(
    'Jeg har fjernet[ {count}] CPR-numre fra det, du skrev. Vi gemmer aldrig CPR-numre.',
    'I removed[ {count}] CPR numbers from what you wrote. CPR numbers are never kept.',
  ),
  'needs-also': sentence(
    'Måske nævnes der også[: {areas}]. Skal det med, så skriv "ret behov ‹alle behov›", eller vælg det i formularen ("rediger").',
    'It may also mention[: {areas}]. If it belongs here, type "correct needs ‹all needs›", or choose it in the form ("edit").',
  ),
  'mail-read': sentence(
    'Jeg har læst det som en mail og kun brugt selve teksten.[ Ikke taget med: {parts}.]',
    'I read it as an e-mail and used its body alone.[ Left out: {parts}.]',
  ),
  'quote-left-out': sentence(
    'Det citerede er ikke taget med, for det er ikke dine egne ord. Skal det med, så skriv det uden citat.',
    'What you quoted was left out, because it is not your own words. If it belongs here, write it without the quote.',
  ),
  'cpr-removed-from-message': sentence(
    'Jeg har fjernet et CPR-nummer fra det, du skrev. Vi gemmer aldrig CPR-numre. Nummeret står stadig i beskeden i chatten. Slet venligst beskeden.',
    'I removed a CPR number from what you wrote. CPR numbers are never kept. The number still stands in the message in the chat. Please delete the message.',
  ),
  'cprs-removed-from-message': sentence(
    'Jeg har fjernet[ {count}] CPR-numre fra det, du skrev. Vi gemmer aldrig CPR-numre. Numrene står stadig i beskeden i chatten. Slet venligst beskeden.',
    'I removed[ {count}] CPR numbers from what you wrote. CPR numbers are never kept. The numbers still stand in the message in the chat. Please delete the message.',
  ),
  connected: sentence(
    'Kanalen er nu forbundet[ med {organisation}]. Sager til jer kommer her.',
    'This channel is now connected[ to {organisation}]. Cases for you come here.',
  ),
  'let-in': sentence(
    'Kollegaen[ ({name})] har nu adgang[ til {organisation}], så længe vedkommende er med i kanalen.',
    'The colleague[ ({name})] now has access[ to {organisation}] for as long as they are in the channel.',
  ),
  disconnected: sentence(
    'Kanalen er ikke længere forbundet[ med {organisation}].',
    'This channel is no longer connected[ to {organisation}].',
  ),
  'language-chosen': sentence('Så taler vi dansk.', 'We speak English from now on.'),
  'acting-as': sentence(
    'Nu er det valgt, hvem du handler for[: {organisation}].',
    'It is settled whom you act for[: {organisation}].',
  ),
} satisfies Readonly<Record<string, Localized>>;

const ALL = { ...CASES, ...OTHER, ...TURNS };

/** The parameters that a text names. */
type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

/** The codes whose sentence names a parameter that their notice does not carry: none, or this does not compile. */
type Misfit = {
  [Code in keyof typeof ALL]: Exclude<
    Holes<(typeof ALL)[Code]['da' | 'en']>,
    string extends keyof NoticeParams[Code] ? never : keyof NoticeParams[Code]
  > extends never
    ? never
    : Code;
}[keyof typeof ALL];
const fitting: Readonly<Record<Misfit, never>> & typeof ALL = ALL;

/** Every notice as a sentence, but `done`, whose words stand with its verb (`verbs.ts`). `fill.ts` says how to write one. */
export const NOTICES: Readonly<Record<Exclude<NoticeCode, 'done'>, Localized>> = fitting;

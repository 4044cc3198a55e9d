import type { ChangeInCrm } from '../../src/core/case/seen-in-crm.ts';
import { part } from '../part.ts';
import type { NoticeSentences } from '../sentence-types.ts';
import { outreachNotices } from './outreach-lines.ts';

/** What somebody did with a case in the CRM. */
const IN_CRM: Readonly<Record<ChangeInCrm, string>> = {
  closed:
    'er lukket i CRM, men fristen løber videre her, og sagen åbnes igen i CRM. Svar virksomheden, og afslut sagen her.',
  owner:
    'har fået en anden ejer i CRM. Her er sagen stadig jeres: Send den videre her, hvis en anden skal have den.',
  deleted:
    'er slettet i CRM og bliver ikke oprettet der igen. Her løber den videre: Aftal med dem, der har ansvaret for CRM, hvad der skal ske.',
  contact: 'har fået nye kontaktoplysninger i CRM. De står nu på sagen.',
};

/** Notices about a case, to people and offices, after somebody else or the clock acted on it. */
const cases = {
  'sent-to-you': ({ caseId }) =>
    `Sagen ${caseId} er sendt til jer: Overtag den, returner den, eller spørg afsenderen.`,
  'part-in-case': ({ caseId }) => `I er med i sagen ${caseId}.`,
  'is-grey-zone': ({ caseId }) => `Sagen ${caseId} er en gråzone: Afgør sammen, hvem der tager den.`,
  'has-task': ({ caseId }) =>
    `I har fået en opgave i sagen ${caseId}. Se den under "opgaver", og skriv "påbegyndt ${caseId}" eller "ikke relevant ${caseId}".`,
  'task-started': ({ caseId }) => `Opgaven i sagen ${caseId} er påbegyndt.`,
  'task-dismissed': ({ caseId }) => `Modtageren har meldt, at opgaven i sagen ${caseId} ikke er relevant.`,
  'asked-to-follow-up': ({ caseId }) => `I er bedt om at følge op på sagen ${caseId}.`,
  'yours-now': ({ caseId }) => `Du har nu sagen ${caseId}. Her er alle oplysninger, også kontaktpersonen.`,
  'handover-accepted': ({ caseId, owner }) => `Sagen ${caseId} er overtaget af ${owner}.`,
  'handover-returned': ({ caseId, receiver, reasonCode }) =>
    reasonCode === undefined
      ? `Sagen ${caseId} er sendt tilbage til jer.`
      : `${reasonCode}: ${receiver ?? 'Modtageren'} har sendt sagen ${caseId} tilbage til jer.`,
  'case-answered': ({ caseId, owner, how }) =>
    `${owner} har svaret virksomheden i sagen ${caseId}${part` (${how})`}.`,
  'case-closed': ({ caseId, owner, services }) =>
    `${owner} har afsluttet sagen ${caseId}.${part` Givne ydelser: ${services}.`}`,
  'case-withdrawn': ({ caseId, owner }) =>
    `Virksomheden ønsker ikke mere hjælp, så ${owner} har afsluttet sagen ${caseId}.`,
  'answer-undone': ({ caseId, owner }) =>
    `Svaret til virksomheden i sagen ${caseId} er fortrudt. Virksomheden venter stadig på svar fra ${owner}.`,
  'closing-undone': ({ caseId, owner }) =>
    `Afslutningen af sagen ${caseId} er fortrudt. ${owner} arbejder videre med den.`,
  'withdrawal-undone': ({ caseId, owner }) =>
    `Det var en fejl, at virksomheden i sagen ${caseId} ikke ønskede mere hjælp. ${owner} arbejder videre med sagen.`,
  'follow-up-undone': ({ caseId }) =>
    `Resultatet af opfølgningen på sagen ${caseId} er fortrudt. Der skal stadig følges op.`,
  'handover-advised': ({ caseId }) => `I har fået et råd til sagen ${caseId}. I beholder selv sagen.`,
  'handover-forwarded': ({ caseId }) =>
    `Sagen ${caseId} er sendt videre til en mere relevant modtager. I har ansvaret, indtil den bliver overtaget.`,
  'question-asked': ({ caseId }) => `Der er et spørgsmål til sagen ${caseId}. Fristen løber stadig.`,
  'question-answered': ({ caseId }) => `Dit spørgsmål til sagen ${caseId} er besvaret.`,
  assigned: ({ caseId }) => `Du har fået tildelt sagen ${caseId}.`,
  'contact-added': ({ caseId }) => `Virksomheden har henvendt sig igen i sagen ${caseId}.`,
  'enquiry-added': ({ caseId }) =>
    `Virksomheden i sagen ${caseId} har henvendt sig med et nyt behov. Der løber en ny frist for at svare.`,
  'cases-merged': ({ caseId }) => `To sager om samme virksomhed er blevet til én: sagen ${caseId}.`,
  'basis-withdrawn': ({ caseId }) =>
    `Virksomheden i sagen ${caseId} har over for en anden organisation trukket sit samtykke tilbage. Delingen er stoppet.`,
  'left-joint': ({ caseId }) => `En organisation har forladt det fælles forløb i sagen ${caseId}.`,
  'grey-zone-settled': ({ caseId }) => `Gråzonen er afgjort i sagen ${caseId}.`,
  'follow-up-accepted': ({ caseId }) => `Opfølgningen er aftalt i sagen ${caseId}.`,
  'follow-up-declined': ({ caseId }) => `Opfølgningen er afslået i sagen ${caseId}.`,
  'followed-up': ({ caseId }) => `Der er fulgt op på sagen ${caseId}. Resultatet står på sagen.`,
  'follow-up-due': ({ caseId }) =>
    `Det er tid til at følge op på sagen ${caseId}. Skriv "fulgt op ${caseId} ‹resultat›", når I har talt med virksomheden.`,
  'follow-up-late': ({ caseId }) =>
    `Opfølgningen på sagen ${caseId} er ikke registreret endnu. Skriv "fulgt op ${caseId} ‹resultat›", når I har talt med virksomheden.`,
  'offer-reminder': ({ caseId }) =>
    `Sagen ${caseId} venter på jeres svar: overtag den, returner den eller spørg.`,
  'owner-reminder': ({ caseId }) =>
    `Halvdelen af tiden er gået: virksomheden i sagen ${caseId} har ikke fået svar endnu.`,
  'changed-in-crm': ({ caseId, change = 'closed' }) => `Sagen ${caseId} ${IN_CRM[change as ChangeInCrm]}`,
  'referral-asked': ({ caseId }) =>
    `For 60 dage siden henviste du virksomheden i sagen ${caseId} til en rådgiver. Er henvisningen brugt? Skriv fx "henvist ${caseId} navn: ‹rådgiver›; brugt: ja".`,
  'call-back': ({ caseId }) =>
    `Nu skal virksomheden i sagen ${caseId} ringes op, som det er noteret på sagen.`,
  'no-channel': ({ caseId }) =>
    `I har ingen kanal her, så kun koordinatorerne får besked om sagen ${caseId}. Skriv "forbind" i kontorets kanal.`,
  'sent-without-channel': ({ caseId }) => `Sagen ${caseId} er sendt til et kontor, som ingen kanal har her.`,
  crisis: ({ caseId }) => `Virksomheden i sagen ${caseId} er i krise. Overtag sagen, og ring til den nu.`,
  'crisis-elsewhere': ({ caseId, receiver }) =>
    `Virksomheden i sagen ${caseId} er i krise. ${receiver ?? 'Erhvervshuset'} har fået besked og ringer til den. I beholder sagen: Aftal det videre forløb med ${receiver ?? 'Erhvervshuset'}.`,
  'offer-expired': ({ caseId }) =>
    `Ingen svarede i tide, så sagen ${caseId} er gået tilbage til afsenderen, som stadig kan nå at svare virksomheden.`,
  'offer-expired-late': ({ caseId }) =>
    `Ingen svarede i tide, så sagen ${caseId} er gået tilbage til afsenderen.`,
  'promise-broken': ({ caseId }) =>
    `Fristen er overskredet: virksomheden i sagen ${caseId} har ikke fået svar.`,
} satisfies Partial<NoticeSentences>;

/** Notices to the person who just acted. */
const turns = {
  'case-created': ({ caseId }) => `Sagen ${caseId} er oprettet.`,
  'case-sent': ({ caseId, organisation }) =>
    `Sagen ${caseId} er oprettet og sendt til ${organisation}. I har ansvaret for sagen, indtil den bliver overtaget.`,
  'case-joint': ({ caseId, organisation }) =>
    `Sagen ${caseId} er oprettet hos jer, og ${organisation} er inviteret med i et fælles forløb. I har ansvaret for sagen.`,
  'case-kept': ({ caseId }) =>
    `Sagen ${caseId} er oprettet hos jer. Virksomheden har sagt nej til at dele, så ingen andre får oplysningerne.`,
  cancelled: 'Henvendelsen er annulleret.',
  'nothing-to-cancel': 'Der er ingen henvendelse i gang.',
  'nothing-to-go-back-to': 'Der er ikke noget at gå tilbage til.',
  'read-as-field':
    'Det læser jeg som en rettelse af henvendelsen. Kontorets egen indstilling ændrer du med "ændr indstilling …".',
  'crm-silent': 'CRM svarer ikke lige nu, så vi ved ikke, om virksomheden allerede har en sag et andet sted.',
  'cvr-not-found': ({ cvr }) =>
    `CVR-nummeret${part` ${cvr}`} findes ikke i registret. Tjek, at det er skrevet rigtigt.`,
  'cvr-unchecked': ({ cvr }) =>
    `CVR svarer ikke lige nu, så CVR-nummeret${part` ${cvr}`} er gemt uden at være slået op.`,
  'already-done': 'Det er allerede gjort.',
  'rating-thanks': 'Tak for din vurdering.',
  'rating-too-late': 'Afgørelsen kan ikke længere vurderes her.',
  'cpr-removed': 'Jeg har fjernet et CPR-nummer fra det, du skrev. Vi gemmer aldrig CPR-numre.',
  'cprs-removed': ({ count }) =>
    `Jeg har fjernet ${count} CPR-numre fra det, du skrev. Vi gemmer aldrig CPR-numre.`,
  'needs-changed': ({ added, removed, organisation }) =>
    [part`Tilføjet: ${added}.`, part`Fjernet: ${removed}.`, part`Den rette dør er nu ${organisation}.`]
      .filter((sentence) => sentence !== '')
      .join(' '),
  'draft-set-aside': ({ name }) =>
    `Din kladde${part` om ${name}`} er lagt til side. Du finder den under "sager".`,
  'several-companies': ({ count }) =>
    `Beskeden handler om ${count ?? 'flere'} virksomheder. ${count === 2 ? 'Den anden ligger som kladde' : 'De andre ligger som kladder'} under "sager".`,
  'mail-read': ({ parts }) =>
    `Jeg har læst det som en mail og kun brugt selve teksten.${part` Ikke taget med: ${parts}.`}`,
  'quote-left-out':
    'Det citerede er ikke taget med, for det er ikke dine egne ord. Skal det med, så skriv det uden citat.',
  'message-without-words':
    'Beskeden har ingen tekst, som jeg kan læse, og filer og billeder gemmes ikke. Skriv selv, hvad den handler om.',
  'files-not-kept': 'Filer og billeder gemmes ikke. Jeg har kun læst beskedens tekst.',
  'cpr-removed-from-message':
    'Jeg har fjernet et CPR-nummer fra det, du skrev. Vi gemmer aldrig CPR-numre. Nummeret står stadig i beskeden i chatten. Slet venligst beskeden.',
  'cprs-removed-from-message': ({ count }) =>
    `Jeg har fjernet ${count} CPR-numre fra det, du skrev. Vi gemmer aldrig CPR-numre. Numrene står stadig i beskeden i chatten. Slet venligst beskeden.`,
  connected: ({ organisation }) => `Kanalen er nu forbundet med ${organisation}. Sager til jer kommer her.`,
  'let-in': ({ name, organisation }) =>
    `Kollegaen${part` (${name})`} har nu adgang til ${organisation}, så længe vedkommende er med i kanalen.`,
  disconnected: ({ organisation }) => `Kanalen er ikke længere forbundet med ${organisation}.`,
  'digest-on':
    'Fra nu af sendes månedsoversigten til jeres kanal og koordinatorer, første gang I åbner i en måned.',
  'digest-off':
    'Månedsoversigten sendes ikke længere. Skriv "månedsoversigt" for at se den og "månedsoversigt til" for at få den igen.',
  'absence-set': ({ name, until, deputy, organisation }) =>
    `Fraværet${part` for ${name}`} er noteret${part` til og med ${until}`}. ${deputy ? `${deputy} er stedfortræder og får besked.` : `Koordinatorerne hos ${organisation} får besked.`}`,
  'absence-changed': ({ name, until, before, deputy, organisation }) =>
    `Fraværet${part` for ${name}`} er noteret${part` til og med ${until}`}. Det erstatter fraværet${part` til og med ${before}`}. ${deputy ? `${deputy} er stedfortræder og får besked.` : `Koordinatorerne hos ${organisation} får besked.`}`,
  'assigned-to-deputy': ({ name, until, deputy }) =>
    `Kollegaen${part` (${name})`} er fraværende${part` til og med ${until}`}. Sagen er i stedet tildelt stedfortræderen${part`, ${deputy}`}.`,
  'absence-ended': ({ name }) => `Fraværet${part` for ${name}`} er ophævet.`,
  'stands-in': ({ name, until, organisation }) =>
    `Du er stedfortræder${part` for ${name}`} hos ${organisation}${part` til og med ${until}`}. Påmindelser og nye opgaver kommer til dig imens. Skriv "sager kontor" for at se sagerne.`,
  'colleague-away': ({ name, until, organisation }) =>
    `En kollega${part` (${name})`} hos ${organisation} er fraværende${part` til og med ${until}`}, og der er ingen stedfortræder. Påmindelser og nye opgaver kommer til kontoret imens. Skriv "sager kontor", og tildel det, der haster.`,
  'overview-on': 'Fra nu af får du oversigten hver arbejdsdag, når kontoret åbner.',
  'overview-off':
    'Du får ikke længere oversigten hver dag. Skriv "oversigt" for at se den, og "oversigt til" for at få den igen.',
  'language-chosen': 'Så taler vi dansk.',
  'channel-language-chosen': ({ organisation }) =>
    `Fra nu af skriver jeg på dansk i kanalen for ${organisation}.`,
  'acting-as': ({ organisation }) => `Du arbejder nu for ${organisation}.`,
} satisfies Partial<NoticeSentences>;

/** Notices about anything that is not a case. */
const others = {
  'draft-expired': ({ at }) =>
    `Din kladde${part` fra ${at}`} er udløbet, fordi ingen har rørt den i syv dage. Skriv "ny" for at oprette henvendelsen igen.`,
  'colleague-left': ({ name, organisation }) =>
    `En kollega${part` (${name})`} har ikke længere adgang hos ${organisation}. Kollegaens åbne sager er nu kontorets uden ansvarlig. Skriv "sager kontor", og tildel dem.`,
  'asks-to-be-let-in': ({ name, organisation }) =>
    `En kollega${part` (${name})`} vil gerne arbejde med sager for ${organisation} og har skrevet fra kontorets kanal. Hører vedkommende til hos jer, så skriv "giv adgang${part` ${name}`}".`,
  'channel-lost': ({ organisation }) =>
    `Jeg kan ikke længere skrive i kanalen for ${organisation}. Sager til jer kommer til koordinatorerne, til en kanal bliver forbundet igen ("forbind").`,
} satisfies Partial<NoticeSentences>;

/** Every notice as a sentence, except `done`, whose words belong to its verb. */
export const notices: NoticeSentences = {
  ...cases,
  ...others,
  ...outreachNotices,
  ...turns,
};

import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Actions that a case refuses in its present state, with the reason. */
export const cases = {
  'already-taken': ({ person, organisation }) =>
    `Sagen er allerede overtaget${part` af ${person}`}${part` hos ${organisation}`}.`,
  'already-yours': 'Du har allerede overtaget sagen.',
  'offer-over': 'Sagen venter ikke længere på jeres svar. Her ser du, hvad der er sket med den.',
  'not-yours': ({ owner }) =>
    owner
      ? `Det kan kun ${owner}, som har sagen, eller den organisation, den er sendt til.`
      : 'Det kan kun den organisation, der har sagen, eller den, den er sendt til.',
  'not-now': ({ status }) => `Det kan ikke lade sig gøre lige nu${part`: sagen er ${status}`}.`,
  'answer-first': ({ caseId }) =>
    `Sagen kan afsluttes, når virksomheden har fået svar. Er det sket, så skriv "besvaret${part` ${caseId}`}".`,
  'decision-changed':
    'Det, der er aftalt om sagens vej, er ændret, siden kortet blev vist. Intet er sendt. Her er den aktuelle afgørelse: Tryk igen, hvis den er rigtig.',
  'stale-revision': 'Sagen er ændret, siden du åbnede kortet. Her er den aktuelle udgave.',
  'bad-input': 'Noget er ikke udfyldt rigtigt.',
  'already-answered': ({ at }) => `Virksomheden har allerede fået svar${part` ${at}`}.`,
  'already-forwarded':
    'Sagen er allerede videresendt én gang og kan ikke sendes videre igen. Overtag den, eller returner den.',
  'already-joint': ({ organisation }) =>
    `Den organisation deltager allerede i det fælles forløb${part`: ${organisation}`}.`,
  'basis-needed': 'Vælg først grundlaget for at dele oplysningerne: samtykke eller offentlig opgave.',
  'basis-declined': 'Virksomheden har sagt nej til at dele oplysninger, så sagen må blive, hvor den er.',
  'no-basis': 'Der er ikke registreret et grundlag, der kan trækkes tilbage.',
  'no-grey-zone': 'Sagen er ikke en gråzone.',
  'no-open-question': 'Der er ikke noget spørgsmål at svare på.',
  'question-open': 'Der er allerede stillet et spørgsmål, som ikke er besvaret endnu.',
  'not-a-party': ({ organisation }) =>
    `Den organisation er ikke part i sagen${part`: ${organisation}`}. Vælg en af de to uenige parter.`,
  'settle-own-only':
    'Du kan tage sagen til jeres egen organisation eller lade den blive, hvor den er. Den anden part må selv tage den.',
  'reopen-too-late': ({ days }) =>
    `Det er for længe siden, sagen blev afsluttet${part`: den kan genåbnes i ${days} dage`}. Opret en ny, så bliver de to knyttet sammen.`,
  'returns-spent': ({ organisation }) =>
    `Sagen er allerede blevet returneret${part` mellem jer og ${organisation}`}. Den kan ikke sendes frem og tilbage; koordinatorerne afgør den sammen.`,
  'same-organisation': ({ organisation }) => `Sagen er der allerede${part`: hos ${organisation}`}.`,
  'case-merged': ({ caseId }) =>
    `Sagen er flettet med en anden og fortsætter der${part`: skriv "sag ${caseId}"`}.`,
  'merge-itself': 'Skriv nummeret på den anden sag. En sag kan ikke flettes med sig selv.',
  'merge-not-yours': ({ owner }) =>
    `Det er kun sager, I selv har, der kan flettes${part`. Den anden sag er hos ${owner}`}.`,
  'merge-not-now': ({ caseId, status }) =>
    `De to sager kan ikke flettes nu${part`. Sagen ${caseId} er ${status}`}. Begge sager skal være i gang, og ingen af dem må være sendt.`,
  'merge-other-company': ({ caseId }) =>
    `Den anden sag${part` (${caseId})`} handler om en virksomhed med et andet CVR-nummer. Ret CVR-nummeret først, hvis det er forkert.`,
  'merge-basis':
    'Oplysningerne i den ene sag må deles, men ikke i den anden. Registrer samme grundlag på begge sager, før de flettes.',
  'merge-confirm': ({ caseId, other }) =>
    `Den nyeste sag${part` (${other})`} afsluttes, og arbejdet fortsætter i den ældste${part` (${caseId})`}. Det kan ikke fortrydes. Skriv "flet${part` ${caseId}`}${part` ${other}`} ja" for at flette dem.`,
  'attempts-needed': ({ count, needed, caseId }) =>
    `Årsagen "Ingen kontakt" kan først vælges efter ${needed ?? 3} forsøg${part`. Der er registreret ${count}`}. Registrer hvert forsøg med "forsøgt${part` ${caseId}`}".`,
  'not-correctable': ({ field }) =>
    `Det kan ikke rettes på sagen${part`: ${field}`}. Du kan rette virksomhed, CVR-nummer, P-nummer, kommune, kontakt, telefon, mail, fase, modenhed, stiftet, segment og behov.`,
  'nothing-corrected': ({ caseId }) =>
    `Der er ikke ændret noget. Skriv feltet og den nye værdi, fx "ret${part` ${caseId}`} kommune Viborg", eller brug "Ret oplysninger" på sagen.`,
  'nothing-to-undo':
    'Der er ikke noget, der kan fortrydes. Et svar eller en registrering kan fortrydes i 60 minutter, en afslutning eller annullering i 10, og kun så længe ingen anden har arbejdet videre med sagen. Skriv ellers på sagen, hvad der er forkert.',
  'undo-not-yours': ({ person }) =>
    `Det kan kun fortrydes af den, der registrerede det${part` (${person})`}, eller af en koordinator.`,
  'promise-since':
    'Svaret kan ikke fortrydes: Virksomheden er siden kommet med et nyt behov, og fristen for det løber. Tilføj en note på sagen, hvis svaret var forkert.',
} satisfies Partial<RefusalSentences>;

import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Problems with a single field. */
export const fields = {
  'not-a-cvr': 'Det er ikke et gyldigt CVR-nummer. Tjek cifrene: Et CVR-nummer har otte cifre.',
  'not-a-p-number': 'Det er ikke et P-nummer. Det har ti cifre og begynder med 1.',
  'unknown-municipality': ({ typed }) =>
    `Jeg kender ingen kommune${part`, der hedder "${typed}"`}. Vælg den på listen, eller skriv navnet.`,
  'register-differs': ({ municipality, typed }) =>
    `CVR-registret siger noget andet${part`: ${municipality}, ikke ${typed}`}. Det går jeg efter.${part` Er det forkert, så skriv "ret kommune ${typed}".`}`,
  'unit-differs': ({ pNumber, municipality, typed }) =>
    `Produktionsenheden${part` ${pNumber}`} ligger et andet sted${part`: ${municipality}, ikke ${typed}`}. Det går jeg efter.${part` Er det forkert, så skriv "ret kommune ${typed}".`}`,
  'unit-unknown': ({ pNumber }) =>
    `Produktionsenheden${part` ${pNumber}`} står ikke under virksomheden i CVR-registret. Kontoret er fundet uden den.`,
  'not-a-date': 'Det er ikke en dato. Skriv fx 2024, maj 2024 eller 1.5.2024.',
  'date-in-future': 'Datoen ligger ude i fremtiden.',
  'date-passed': 'Datoen er allerede passeret.',
  'not-a-moment': ({ typed }) =>
    `Hvornår skal der ringes op?${part` "${typed}" kan jeg ikke læse.`} Skriv fx "i morgen kl. 10", "mandag 9.30", "30.11. kl. 14" eller "om 2 timer".`,
  'not-a-day': ({ typed }) =>
    `Til og med hvilken dag?${part` "${typed}" kan jeg ikke læse.`} Skriv fx "fravær til fredag" eller "fravær til 1.12.".`,
  'absence-too-long': ({ days }) =>
    `Så langt frem kan fravær ikke meldes${part`: højst ${days} dage`}. Skriv en tidligere dato.`,
  'deputy-is-you': 'Stedfortræderen skal være en anden end den, der er fraværende.',
  'deputy-is-absent': ({ person, until }) =>
    `Stedfortræderen${part` (${person})`} er selv fraværende${part` til og med ${until}`}. Vælg en anden.`,
  'not-away': ({ person }) => `Kollegaen${part` (${person})`} er ikke meldt fraværende.`,
  'colleague-away': ({ person, until }) =>
    `Kollegaen${part` (${person})`} er fraværende${part` til og med ${until}`}, og der er ingen stedfortræder. Vælg en anden kollega.`,
  'moment-passed':
    'Det tidspunkt er passeret. Skriv et, der ligger forude, fx "i morgen kl. 10" eller "om 2 timer".',
  'moment-too-far':
    'Det er mere end et år ude i fremtiden. Skriv et tidligere tidspunkt, fx "30.11. kl. 14".',
  'text-too-long': ({ length, max }) =>
    `Teksten er for lang${part`: ${length} tegn`}${part`, højst ${max}`}. Forkort den, eller del den i flere.`,
  'line-too-long': ({ length, max }) =>
    `Beskeden er for lang${part`: ${length} tegn`}${part`, og jeg kan højst tage ${max} ad gangen`}. Intet af den er gemt. Forkort den, eller send den i flere dele.`,
  'description-full': ({ max, room }) =>
    `Det kan beskrivelsen ikke rumme${part`: den har højst ${max} tegn`}${part`, og der er plads til ${room} mere`}. Din besked er ikke føjet til. Forkort den, eller ret beskrivelsen med "ret beskrivelse ‹ny tekst›".`,
  'only-quoted':
    'Beskeden er kun et citat, og andres ord læser jeg ikke som dine. Skriv selv, hvad det drejer sig om, eller kopiér teksten ind efter "log".',
  'edit-does-nothing':
    'Jeg kan se, at du har rettet din besked, men rettelser af en sendt besked gør ingenting her. Skriv det i en ny besked, fx "ret kommune Viborg".',
  'not-a-phone': ({ typed }) =>
    `Det er ikke et telefonnummer${part`: "${typed}"`}. Et dansk nummer har otte cifre; et udenlandsk begynder med + og landekoden.`,
  'cvr-or-phone': ({ typed }) =>
    `Det er ikke et gyldigt CVR-nummer${part`: ${typed}`}. Tjek cifrene.${part` Er det et telefonnummer, så skriv "ret telefon ${typed}".`}`,
  'not-an-email': 'Det ligner ikke en e-mailadresse.',
  'unknown-stage': 'Vælg før-starter, iværksætter, etableret eller ved ikke.',
  'unknown-maturity': 'Vælg tidlig eller moden.',
  'unknown-segment': 'Vælg drift, vækst eller ved ikke.',
  'unknown-depth': 'Vælg basal eller specialiseret.',
  'unknown-scope': 'Vælg, hvad samtykket gælder: denne sag eller al offentlig erhvervsservice.',
  'unknown-basis': 'Vælg et grundlag: samtykke, offentlig opgave eller nej.',
  'unknown-entry':
    'Vælg, hvor henvendelsen kom ind: telefon, lokal erhvervsservice, Erhvervshus eller digitalt.',
  'unknown-trigger':
    'Vælg anledningen: erkendt behov, potentiale, uden særlig anledning eller opsøgende kontakt.',
  'unknown-referrer':
    'Vælg, hvem der har henvist virksomheden: bank, revisor, privat rådgiver, andre eller en organisation, fx LES Viborg.',
  'unknown-area': ({ area }) => `Jeg kender ikke behovet${part` "${area}"`}.`,
  'too-many-areas': ({ max }) => `For mange behov${part`: vælg højst ${max}`}.`,
  'not-yes-or-no': 'Svar ja eller nej.',
  'unknown-field': ({ field }) => `Feltet${part` "${field}"`} kender jeg ikke. Prøv fx "ret kommune Viborg".`,
  'not-understood':
    'Det forstod jeg ikke som et svar. Vælg en af mulighederne, eller skriv det på en anden måde.',
  'no-answer':
    'Det kunne jeg ikke læse som svar på kortet, så det er ikke skrevet på henvendelsen. Skriv "bekræft", "ret ‹felt› ‹værdi›" eller "annuller".',
  'case-not-created':
    'Sagen er ikke oprettet endnu. Når den er oprettet, kan du sende den til en anden organisation eller tildele den til en kollega.',
  'municipality-needed': 'Vælg kommunen, eller skriv CVR-nummeret, så finder jeg den.',
  'reason-needed': 'Skriv en begrundelse.',
  'return-reason-needed': 'Vælg en årsag til at returnere sagen.',
  'question-needed': 'Skriv dit spørgsmål.',
  'answer-needed': 'Skriv dit svar.',
  'advice-needed': 'Skriv dit råd.',
  'person-needed': 'Skriv, hvilken kollega der skal have sagen.',
  'organisation-needed': 'Vælg en organisation.',
  'unknown-organisation': ({ organisation }) =>
    `Den organisation kender jeg ikke${part`: "${organisation}"`}. Skriv fx LES Viborg eller Erhvervshus Midtjylland.`,
  'unknown-person': ({ organisation }) =>
    `Jeg kender ingen kollega med det navn${part` hos ${organisation}`}.`,
  'person-cannot-act': ({ person }) =>
    `Kollegaen${part` (${person})`} betjener ikke virksomheder og kan ikke have sager. Vælg en anden kollega.`,
  'unknown-answer-form': 'Vælg telefon, møde, e-mail eller digitalt.',
  'unknown-actor': 'En af dem, der er henvist til, kender jeg ikke.',
  'follow-up-result-needed': 'Vælg, hvad opfølgningen viste: intet nyt behov, nyt behov eller ikke truffet.',
  'segment-needed': 'Vælg et segment.',
  'cvr-needed': 'Sagen kan ikke afsluttes uden CVR-nummer (kun en før-starter kan undvære det).',
  'cvr-differs': ({ cvr }) => `Sagen har allerede et andet CVR-nummer${part`: ${cvr}`}.`,
  'action-plan-needed':
    'Skriv en handlingsplan, for den lokale erhvervsservice følger op på den. Er der ingen handlingsplan, så skriv hvorfor: "ingen handlingsplan: ‹begrundelse›".',
  'early-warning-not-operations': 'En virksomhed i krise registreres som Early Warning, ikke som drift.',
  'not-in-list': ({ typed, list }) =>
    `Det er ikke en af mulighederne${part`: "${typed}"`}.${part` Skriv en af disse: ${list}.`}`,
  'unknown-input': ({ input, verb }) =>
    `Feltet${part` "${input}"`} findes ikke her.${part` Du kan skrive: ${verb}.`}`,
  'not-hours': ({ typed }) =>
    `Det er ikke et timetal${part`: "${typed}"`}. Skriv hele timer eller kvarte timer, fx 3 eller 2,25.`,
  'unknown-service': ({ typed, services }) =>
    `Ydelsen${part` "${typed}"`} kender jeg ikke.${part` Mener du ${services}?`}`,
  'too-many-services': ({ max }) => `For mange ydelser på én gang${part`: skriv højst ${max}`}.`,
  'service-needed':
    'Vælg mindst én ydelse, som virksomheden har fået. Var der ingen, så skriv fx "ingen ydelse: kun information", eller begrund det: "hvorfor ingen ydelse: ‹begrundelse›".',
  'details-need-service':
    'Timer, mødeform og andre oplysninger om en ydelse skal stå sammen med ydelsen. Vælg ydelsen, de hører til, eller lad dem stå tomme.',
  'service-or-none':
    'Der er registreret en ydelse på sagen, så der kan ikke også stå, at virksomheden ingen fik. Fjern enten ydelsen eller begrundelsen.',
  'words-needed': 'Skriv, hvorfor virksomheden ikke fik en ydelse: "hvorfor ingen ydelse: ‹begrundelse›".',
  'referral-needed':
    'Skriv, hvem virksomheden er henvist til, fx en privat rådgiver eller en rådgivers navn.',
  'growth-wheel-needed':
    'Kontoret har aftalt at bruge Væksthjulet, før en sag sendes til Erhvervshuset. Registrer det under selvhjælp, eller skriv, hvorfor det ikke er brugt.',
  'tool-needed': 'Skriv, hvilket værktøj virksomheden har brugt, fx Væksthjulet.',
  'focus-needs-growth-wheel': 'Fokusområder hører til Væksthjulet. Vælg også Væksthjulet som værktøj.',
  'plan-or-none':
    'Der står både en handlingsplan og en begrundelse for, at der ingen er. Fjern en af delene.',
  'no-follow-up-reason-needed': 'Skriv, hvorfor ingen følger op: "ingen opfølgning: ‹begrundelse›".',
  'follow-up-or-none':
    'Der kan ikke både være aftalt opfølgning og stå, at ingen følger op. Fjern en af delene.',
  'follow-up-outside': ({ organisation }) =>
    `Organisationen er ikke med i sagen og kan ikke følge op på den${part`: ${organisation}`}. Vælg jeres egen organisation, en anden, der er med i sagen, eller ingen.`,
} satisfies Partial<RefusalSentences>;

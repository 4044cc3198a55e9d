import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Refusals by the conversation itself. */
export const turns = {
  unreadable: ({ problem }) =>
    `Det kunne jeg ikke læse${part` (${problem})`}. Skriv "hjælp" for at se, hvad du kan gøre.`,
  guest: 'Du er gæst her, så du kan ikke arbejde med sager. Spørg en af organisationens egne.',
  'not-in-directory':
    'Jeg ved ikke, hvilken organisation du hører til. Skriv til mig fra dit kontors kanal, eller bed koordinatoren om at få dig med.',
  'not-confirmed': 'Jeg kan lige nu ikke få bekræftet, at du hører til kontoret. Prøv igen om lidt.',
  'ask-to-be-let-in': ({ organisation, coordinators }) =>
    `Alle kan melde sig ind i denne kanal, så en koordinator skal give dig adgang${part` til ${organisation}`}. Koordinatoren${part` (${coordinators})`} har fået besked om, at du gerne vil være med.`,
  'nobody-asked': ({ name }) =>
    `Der er ingen${part` ved navn "${name}"`}, der venter på adgang. Skriv navnet, som det står i beskeden til dig.`,
  'bound-elsewhere': ({ organisation }) =>
    `Kanalen er allerede forbundet${part` med ${organisation}`}. En koordinator derfra kan skrive "afbryd" først.`,
  'too-often': ({ max }) =>
    `Du har tilføjet usædvanligt mange henvendelser på kort tid${part` (${max} på en time)`}. Prøv igen om lidt, eller skriv til den, der har sagen.`,
  'choose-organisation': ({ organisations }) =>
    `Du er med i flere organisationer${part`: ${organisations}`}. Vælg, hvem du arbejder for, så går jeg videre med det, du skrev. Du kan også skrive "som" og navnet.`,
  'not-a-member': ({ organisation }) => `Du er ikke med i den organisation${part`: ${organisation}`}.`,
  'coordinators-only': ({ organisation }) => `Det kan kun en koordinator${part` hos ${organisation}`}.`,
  'unknown-period': ({ typed }) =>
    `Jeg forstår ikke perioden${part` "${typed}"`}. Skriv fx "tal denne måned", "tal sidste kvartal", "tal i år", "tal oktober", "tal 2026-10", "tal K3 2026", "tal 2026" eller "tal 1.10.2026 til 15.10.2026".`,
  'period-ahead': 'Perioden er ikke begyndt endnu, så der er ingen tal for den.',
  'digest-by-setting':
    'Kommunens aftale om tilbagemelding afgør, om I får månedsoversigten. Den lokale erhvervsservices koordinator kan ændre den under "indstillinger". Skriv "månedsoversigt" for at se den nu.',
  'unknown-setting-person': ({ typed, organisation, among }) =>
    `Jeg kan ikke finde præcis én kollega${part`, der hedder "${typed}",`} ${among === 'both' ? 'hos jer eller ' : ''}hos ${organisation ?? 'Erhvervshuset'}. Skriv hele navnet.`,
  'unknown-setting': ({ typed }) =>
    `Jeg kender ingen indstilling hos jer${part` ved navn "${typed}"`}. Skriv "indstillinger" for at se dem, der er.`,
  'bad-setting-value': ({ setting, allowed, typed }) =>
    `Den værdi kan jeg ikke bruge${part` til "${setting}"`}${part`: "${typed}"`}. ${part`Den kan være ${allowed}. `}Intet er ændret.`,
  'setting-unchanged': ({ setting }) => `Det er allerede sådan${part`: "${setting}"`}. Intet er ændret.`,
  'not-local-service': ({ typed, day, services }) =>
    `Ydelsen${part` "${typed}"`} er ikke en af jeres lokale ydelser${part` pr. ${day}`}. Tilføj den først under "lokale ydelser".${part` Eller brug en af dem, I har: ${services}.`} Intet er ændret.`,
  'service-given-by-house': ({ typed, day }) =>
    `Erhvervshuset leverer ydelsen${part` "${typed}"`} på jeres vegne${part` pr. ${day}`}, så den skal stå under "lokale ydelser". Tag den først ud af "erhvervshuset som lokal". Intet er ændret.`,
  'setting-too-far': 'Vælg en dag inden for et år. Intet er ændret.',
  'setting-late':
    'Det tager længere tid end normalt at prøve ændringen af. Intet er ændret. Prøv igen om lidt.',
  'setting-without-owner': ({ setting }) =>
    `Med den værdi ville en sag kunne ende uden ejer${part` ("${setting}")`}, så den kan ikke bruges. Intet er ændret.`,
  'unknown-setting-change': ({ caseId }) =>
    `Jeg kan ikke finde ændringen${part` ${caseId}`}. Skriv "indstillinger" for at se dem, der venter.`,
  'setting-or-field':
    'Du har en henvendelse i gang. Mener du kontorets navn eller adresse, så skriv "ændr indstilling navn …" eller "ændr indstilling adresse …". Mener du virksomheden, så skriv "ret firma …". Intet er ændret.',
  'setting-own-proposal':
    'Du har selv foreslået ændringen, så en anden koordinator skal godkende den. Intet er ændret.',
  'setting-change-over': 'Der er allerede taget stilling til forslaget. Her er det, som det er nu.',
  'not-a-channel': 'Det skal skrives i den kanal, der skal være kontorets.',
  'not-connected': 'Kanalen er ikke forbundet med et kontor.',
  'unknown-case': ({ caseId }) =>
    `Jeg kan ikke finde sagen${part` ${caseId}`}. Skriv "sager" for at se numrene.`,
  'case-needed': 'Hvilken sag? Skriv også dens nummer, fx "overtag K3F9-QTX2". "sager" viser numrene.',
  'no-draft': 'Der er ingen henvendelse i gang. Skriv "ny" for at begynde.',
  'not-your-draft': 'Den henvendelse er en kollegas. Skriv "ny" for at begynde på din egen.',
  late: 'Det tager længere tid end normalt. Vi arbejder videre, og intet går tabt. Skriv "genoptag" eller "sager" om lidt for at se resultatet.',
  fault: ({ code }) =>
    `Der skete en fejl hos os, og din seneste besked er ikke gemt. Prøv igen om lidt. Resten er uændret.${part` Sker det igen, så oplys koden ${code} til den, der driver Indgang.`}`,
  'draft-over': 'Den henvendelse er afsluttet. Skriv "ny" for at begynde på en ny.',
  'draft-in-the-way':
    'Du er i gang med en anden henvendelse. Opret eller annuller den først, og skriv så "fortryd" igen.',
} satisfies Partial<RefusalSentences>;

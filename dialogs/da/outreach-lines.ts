import { part } from '../part.ts';
import type { NoticeSentences, RefusalSentences } from '../sentence-types.ts';

/** What happened to an outreach contact, for those whom it concerns, and for the person who just acted. */
export const outreachNotices = {
  'outreach-planned': ({ organisation, company }) =>
    `${organisation} vil opsøge en virksomhed${part`: ${company}`}. Sig til, hvis I har noget at gøre opmærksom på.`,
  'outreach-asked-again': ({ organisation, company }) =>
    `${organisation} venter på jeres svar, før de opsøger en virksomhed${part`: ${company}`}.`,
  'outreach-waits': ({ organisation, company }) =>
    `${organisation} har ikke svaret endnu og er spurgt igen. Vent med at kontakte virksomheden${part` ${company}`}, til svaret er kommet.`,
  'outreach-free': ({ organisation, company }) =>
    `${organisation} har ikke gjort indsigelse: Virksomheden${part` ${company}`} kan kontaktes.`,
  'outreach-cleared': ({ organisation, company }) =>
    `${organisation} har ingen indsigelse. Virksomheden${part` ${company}`} kan kontaktes.`,
  'outreach-objected': ({ organisation, company }) =>
    `${organisation} gør indsigelse mod, at I opsøger virksomheden${part` ${company}`}. Tal sammen først.`,
  'outreach-collision': ({ organisation, company }) =>
    `${organisation} har også planlagt at opsøge virksomheden${part` ${company}`}. Aftal, hvem der gør det, eller tag af sted sammen.`,
  'outreach-cancelled': ({ organisation, company }) =>
    `${organisation} opsøger ikke virksomheden${part` ${company}`} alligevel.`,
  'outreach-made': ({ organisation, company }) =>
    `${organisation} har været i kontakt med virksomheden${part` ${company}`}.`,
  'outreach-told': ({ organisation }) => `Kontakten er planlagt, og ${organisation} har fået besked.`,
  'outreach-already-planned': 'I har allerede planlagt at kontakte virksomheden.',
  'outreach-replied': ({ organisation }) => `Tak for svaret. ${organisation} har fået besked.`,
  'outreach-recorded': 'Kontakten er registreret.',
  'outreach-called-off': 'Kontakten er aflyst.',
  'outreach-not-told': ({ organisation, company }) =>
    `Vi kan ikke se, at ${organisation} har fået besked om, at I vil opsøge virksomheden${part` ${company}`}. Ring selv til dem, før I kontakter den.`,
  'outreach-told-nobody': ({ organisation }) =>
    `Kontakten er planlagt, men ${organisation} kan ikke få besked her. Ring selv til dem, før I kontakter virksomheden.`,
  'outreach-plan-stands':
    'I har allerede planlagt at kontakte virksomheden. Den første plan gælder uændret, så det nye er ikke gemt. Aflys den først, hvis planen skal ændres.',
} satisfies Partial<NoticeSentences>;

/** Refusals of outreach. */
export const outreachRefusals = {
  'outreach-company-needed':
    'Hvilken virksomhed? Skriv CVR-nummeret eller navnet, fx "opsøg 25313763: eksport".',
  'outreach-company-unknown': ({ typed, companies }) =>
    `Jeg kan ikke se, hvilken virksomhed du mener${part` med "${typed}"`}. Skriv CVR-nummeret.${part` Jeg fandt: ${companies}.`}`,
  'outreach-register-silent':
    'CVR-registret svarer ikke, så vi ved ikke, om virksomheden er reklamebeskyttet. Kontakt den ikke, og prøv igen om lidt.',
  'outreach-protected': ({ company }) =>
    `Virksomheden${part` ${company}`} er reklamebeskyttet og må ikke opsøges. Henvender den sig selv, hjælper vi den som alle andre.`,
  'outreach-protection-unknown': ({ company }) =>
    `Vi ved ikke, om virksomheden${part` ${company}`} er reklamebeskyttet, så den må ikke opsøges. Henvender den sig selv, hjælper vi den som alle andre.`,
  'outreach-serves-only': 'Det kan kun konsulenter og koordinatorer gøre. Spørg en af dem på kontoret.',
  'outreach-not-yours': ({ organisation }) => `Det kan kun${part` ${organisation}`} selv gøre.`,
  'outreach-over': 'Kontakten er allerede gennemført eller aflyst.',
  'outreach-outcome-needed':
    'Hvad kom der ud af det? Skriv fx "udfald: intet behov", "udfald: sag", "udfald: takkede nej" eller "udfald: ikke truffet".',
  'outreach-case-differs': ({ caseId }) =>
    `Sagen${part` ${caseId}`} hører til en anden virksomhed. Tjek sagens nummer.`,
  'unknown-adviser': ({ typed }) =>
    `Oversigten har i dag ingen rådgiver${part` med navnet ${typed}`}. Skriv "rådgivere" og behovet for at se, hvem du kan vælge.`,
  'unknown-outreach-form': 'Skriv, hvordan I kontaktede virksomheden: besøg, telefon, e-mail eller digitalt.',
  'unknown-outreach-outcome':
    'Skriv, hvad der kom ud af det: intet behov, sag, takkede nej eller ikke truffet.',
  'unknown-outreach': ({ caseId }) =>
    `Jeg kan ikke finde den opsøgende kontakt${part` ${caseId}`}. Skriv "opsøgende" for at se numrene.`,
  'outreach-record-later':
    'CVR-registret svarer ikke, så kontakten er ikke registreret endnu. Send det samme igen om lidt.',
} satisfies Partial<RefusalSentences>;

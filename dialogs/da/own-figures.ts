import type { GreyZoneCause, GreyZoneEnd } from '../../src/core/indicators/own-case.ts';

/** The own figures: tables with their definitions, and the words of their codes. */

const cause: Readonly<Record<GreyZoneCause, string>> = {
  rule: 'Afgørelsen',
  returns: 'Returneringer',
};

const end: Readonly<Record<GreyZoneEnd, string>> = {
  stayed: 'Blev, hvor sagen var',
  'stayed-joint': 'Blev, hvor sagen var, i fælles forløb',
  moved: 'Flyttet til den anden part',
  'moved-joint': 'Flyttet til den anden part, i fælles forløb',
  'case-ended': 'Sagen blev afsluttet, før gråzonen var afklaret',
  open: 'Ikke afklaret',
};

/** In chat. */
const chat = {
  greyZones: (office: string) => `Gråzoner for ${office}`,
  dialogue: (office: string, other: string) => `Mellem ${office} og ${other}`,
  dialogueOfHouse: (house: string) => `Mellem ${house} og den lokale erhvervsservice`,
  more: (count: number) => `Og ${count} mere: "indgang indicators" viser alle.`,
  periods: 'Andre perioder: skriv fx "gråzoner K3 2026" eller "dialogmøde K3 2026".',
};

export const ownFigures = {
  chat,
  cause,
  end,
  returns: {
    title: 'Tilbud om sager og returneringer',
    note: 'Tilbud afgivet i perioden og besvaret inden opgørelsen, fordelt på afsender og modtager. Tilbud, der udløb eller blev trukket tilbage, er ikke besvaret.',
    columns: {
      from: 'Fra',
      to: 'Til',
      answered: 'Besvaret',
      returned: 'Returneret',
      rate: 'Andel',
      reasons: 'Begrundelser',
    },
  },
  waiting: {
    title: 'Ventetid',
    note: 'Mediantimer på uret: fra et tilbud om en sag er afgivet, til det er accepteret, hos den, der modtog tilbuddet; og fra en henvendelse, til virksomheden har fået svar, hos den, der modtog henvendelsen.',
    columns: {
      organisation: 'Organisation',
      accepted: 'Accepteret',
      untilAcceptance: 'Timer til accept',
      answered: 'Besvarede henvendelser',
      untilAnswer: 'Timer til svar',
    },
  },
  late: {
    title: 'For sene svar',
    note: 'Løfter om svar fra perioden, der ikke var holdt ved fristen, hos den organisation, der havde sagen ved fristen.',
    columns: { organisation: 'Organisation', promises: 'For sent' },
  },
  greyZones: {
    title: 'Gråzoner',
    note: 'Sager, hvor en gråzone opstod i perioden, og hvordan den blev afklaret inden opgørelsen.',
    columns: {
      caseId: 'Sag',
      areas: 'Behov',
      municipality: 'Kommune',
      begunOn: 'Opstået',
      cause: 'Årsag',
      parties: 'Parter',
      end: 'Afklaring',
      endedOn: 'Afklaret',
    },
  },
  greyZoneEnds: {
    title: 'Gråzoner efter årsag og afklaring',
    note: 'Antal gråzoner, der opstod i perioden.',
    columns: { cause: 'Årsag', end: 'Afklaring', cases: 'Gråzoner' },
  },
  overrides: {
    title: 'Anden modtager end afgørelsens',
    note: 'Sager oprettet i perioden, hvor medarbejderen valgte en anden modtager end den, reglerne pegede på. Begrundelsen står på sagen.',
    columns: { advised: 'Reglerne pegede på', chosen: 'Valgt modtager', cases: 'Sager' },
  },
  tasks: {
    title: 'Opgaver',
    note: 'Opgaver, som afgørelser om periodens sager gav en organisation ved siden af sagen.',
    columns: {
      organisation: 'Organisation',
      given: 'Givet',
      started: 'Påbegyndt',
      notRelevant: 'Ikke relevant',
    },
  },
  complete: {
    title: 'Registreringens fuldstændighed',
    note: 'Sager oprettet i perioden, hvor alle krævede felter er udfyldt nu: stadie, behov, indgang og grundlag; CVR-nummer, medmindre virksomheden er før-starter; når sagen er lukket, også P-nummer, segment og en ydelse eller en grund til, at der ingen var. Sager, hvis oplysninger er slettet, er ikke med.',
    columns: { numerator: 'Udfyldt', denominator: 'Sager', value: 'Andel' },
  },
  needs: {
    title: 'Efterspurgte behov',
    note: 'Virksomheder, der i perioden henvendte sig om behovet. En virksomhed kan stå ved flere behov.',
    columns: { area: 'Behov', companies: 'Virksomheder' },
  },
  referredFrom: {
    title: 'Henvist fra',
    note: 'Periodens henvendelser efter, hvem der henviste virksomheden.',
    columns: { from: 'Henvist fra', enquiries: 'Henvendelser' },
  },
  outreach: {
    title: 'Opsøgende kontakter',
    note: 'Kontakter gennemført i perioden, og planer, der ramte samme virksomhed som den anden parts.',
    columns: { made: 'Gennemført', collisions: 'Sammenfald' },
  },
};

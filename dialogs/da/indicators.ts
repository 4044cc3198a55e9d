import type { FigureCode } from '../../src/core/indicators/figure-table.ts';

/** A figure's name, and its definition (version 2026.2) as the report prints it. */
interface FigureWords {
  readonly name: string;
  readonly definition: string;
}

const figures: Readonly<Record<FigureCode, FigureWords>> = {
  'I-01': {
    name: 'Iværksættere i kontakt med systemet',
    definition:
      'Iværksættere med en henvendelse, en ydelse eller en gennemført opsøgende kontakt i perioden, i forhold til kommunens iværksættere.',
  },
  'I-02': {
    name: 'Vækstvirksomheder i kontakt med systemet',
    definition:
      'Virksomheder i vækstsegmentet med en henvendelse, en ydelse eller en gennemført opsøgende kontakt i perioden, i forhold til kommunens vækstvirksomheder.',
  },
  'I-04': {
    name: 'Brug af selvhjælpsværktøjer',
    definition:
      'Virksomheder, der har henvendt sig og er betjent, med mindst ét registreret selvhjælpsværktøj, ud af alle betjente.',
  },
  'I-05': {
    name: 'Før-startere henvist til platformen',
    definition:
      'Før-startere, der er henvist til den digitale platform eller hører til der, ud af de før-startere, der har henvendt sig. Opgøres uden vurdering.',
  },
  'I-06': {
    name: 'Tidlige iværksættere afklaret lokalt',
    definition:
      'Tidlige iværksættere, der har fået svar eller en individuel ydelse af en lokal erhvervsservice, ud af de tidlige iværksættere, der har henvendt sig.',
  },
  'I-07': {
    name: 'Vejledning i Erhvervshuset',
    definition:
      'Iværksættere og etablerede virksomheder, der er vejledt individuelt af et erhvervshus fra periodens første dag til opgørelsen, ud af dem, der har henvendt sig. Opgøres uden vurdering.',
  },
  'I-08': {
    name: 'Tilfredshed',
    definition:
      'Virksomheder, der er meget tilfredse eller tilfredse, ud af dem, der har svaret i perioden. Hver virksomhed tæller med sit seneste svar.',
  },
  'I-10': {
    name: 'Henvist videre',
    definition:
      'Virksomheder med en givet henvisning eller en accepteret overlevering fra lokal erhvervsservice til et erhvervshus, ud af dem, der har henvendt sig.',
  },
  'I-11-reported': {
    name: 'Svartid, 48 timer (rapporteret)',
    definition:
      'Løfter om svar, der er holdt inden for 48 timer på uret, ud af periodens løfter, der er besvaret eller udløbet. Løfter, der stadig kan holdes, tæller som uafgjorte. Målet er 48 timer; der er ingen procentsats.',
  },
  'I-11-working': {
    name: 'Svartid, frist på arbejdsdage',
    definition:
      'Løfter om svar, der er holdt inden for fristen, ud af periodens løfter, der er besvaret eller udløbet. Løfter, der stadig kan holdes, tæller som uafgjorte.',
  },
  'I-12': {
    name: 'Sager registreret i CRM',
    definition:
      'Sager begyndt i perioden, som det fælles CRM har i deres nuværende udgave, ud af sager begyndt i perioden.',
  },
  'I-14': {
    name: 'Konsulenter uddannet til iværksættere',
    definition:
      'Konsulenter, der efter medarbejderlisten er uddannet i både Lean Startup og Business Model Canvas, ud af dem, der i perioden har givet en før-starter eller iværksætter en individuel ydelse. Hver konsulent tæller én gang.',
  },
  'I-21': {
    name: 'Nye virksomheder i Erhvervshuset',
    definition:
      'Virksomheder vejledt individuelt af erhvervshuset i perioden, som huset ikke vejledte i kalenderåret før, ud af de vejledte.',
  },
  'I-22-all': {
    name: 'Geografisk spredning, alle ydelser',
    definition:
      'Kommunens andel af erhvervshusets ydelser i perioden i forhold til dens andel af indbyggerne, minus 1. Under 10 ydelser regnes for få.',
  },
  'I-22-individual': {
    name: 'Geografisk spredning, individuelle ydelser',
    definition:
      'Kommunens andel af erhvervshusets individuelle ydelser i perioden i forhold til dens andel af indbyggerne, minus 1. Under 10 ydelser regnes for få.',
  },
  'I-23': {
    name: 'Meget tilfredse med Erhvervshuset',
    definition:
      'Virksomheder, der er meget tilfredse, ud af dem, der har svaret om erhvervshuset i perioden. Målet gælder for hvert af de to segmenter.',
  },
  'I-24': {
    name: 'NPS',
    definition:
      'Andelen, der svarer 9-10 på en skala fra 0 til 10, minus andelen, der svarer 0-6, af dem, der har svaret om erhvervshuset i perioden (Net Promoter Score; 70,0 % er 70 point). Målet gælder for hvert segment.',
  },
  'I-25': {
    name: 'Henvisninger, der bliver brugt',
    definition:
      'Virksomheder, der har brugt henvisningen eller forventer at bruge den inden for et halvt år, ud af dem, der siger, at erhvervshuset har henvist dem, uden "ved ikke".',
  },
  'I-30': {
    name: 'Effekt af grøn vejledning',
    definition:
      'Virksomheder, der "i høj grad" forventer en positiv effekt, ud af dem, der har svaret i perioden og er vejledt om grøn omstilling.',
  },
  'I-31': {
    name: 'Forventet effekt',
    definition:
      'Virksomheder, der "i høj grad" forventer en positiv effekt af erhvervshusets vejledning, ud af dem, der har svaret i perioden ("ved ikke" tæller med).',
  },
  'I-34': {
    name: 'Effekt af digital vejledning',
    definition:
      'Virksomheder, der "i høj grad" forventer en positiv effekt, ud af dem, der har svaret i perioden og er vejledt om digitalisering eller automatisering.',
  },
  'I-36': {
    name: 'Virksomheder i Erhvervshuset',
    definition: 'Virksomheder med en individuel eller kollektiv ydelse fra erhvervshuset i perioden.',
  },
  'I-37': {
    name: 'Vækstforløb',
    definition: 'Virksomheder i perioden i et program, der er markeret som vækstforløb.',
  },
  'I-38-individual': {
    name: 'Balance: individuelle ydelser',
    definition:
      'Virksomheder med en individuel ydelse fra erhvervshuset i perioden, i forhold til dem med en kollektiv. Tallene skal være omtrent lige store.',
  },
  'I-38-collective': {
    name: 'Balance: kollektive ydelser',
    definition:
      'Virksomheder med en kollektiv ydelse fra erhvervshuset i perioden, i forhold til dem med en individuel. Tallene skal være omtrent lige store.',
  },
  'I-39': {
    name: 'Vejledte henvist videre',
    definition:
      'Virksomheder vejledt individuelt af erhvervshuset, som huset har henvist til en anden aktør, fra periodens første dag til opgørelsen, ud af de vejledte.',
  },
  'I-42': {
    name: 'Vejledning i driftssegmentet',
    definition:
      'Virksomheder i driftssegmentet vejledt individuelt af erhvervshuset i perioden. Tallet skal stige fra år til år.',
  },
  'I-53': { name: 'Henvisninger', definition: 'Henvisninger givet i perioden.' },
  'I-71-handovers': {
    name: 'Overleveringer fra lokal erhvervsservice',
    definition: 'Overleveringer fra lokal erhvervsservice, som erhvervshuset har accepteret i perioden.',
  },
  'I-71-users': {
    name: 'Kommunens brugere af Erhvervshuset',
    definition: 'Virksomheder i kommunen vejledt individuelt af erhvervshuset i perioden.',
  },
};

export const indicators = {
  figures,
  indicator: 'Indikator',
  group: 'Gruppe',
  numerator: 'Antal',
  denominator: 'Af',
  value: 'Andel',
  target: 'Mål',
  pending: 'Uafgjort',
  few: 'få',
  /** In place of a share that is counted from answers of which there are none. */
  noAnswers: 'ingen svar',
  decimalSign: ',',
  /** The own figures about outreach, which only the store can answer. */
  outreach: (given: { made: number; collisions: number }) =>
    `Opsøgende kontakter: ${given.made}. Sammenfald, hvor begge parter havde planlagt at opsøge samme virksomhed: ${given.collisions}.`,
  /** The heading of the printed table. Dates are ISO. */
  heading: (given: {
    definition: string;
    from: string;
    to: string;
    asOf: string;
    organisation: string | null;
  }) =>
    `Definition ${given.definition}. Periode ${given.from} til ${given.to}, opgjort ${given.asOf}${given.organisation ? `, ${given.organisation}` : ''}.`,
};

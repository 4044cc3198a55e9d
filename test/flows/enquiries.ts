import type { Case } from '../../src/core/case/case.ts';

/**
 * Twenty enquiries as they reach an office, each with the queue it belongs in. Eight are in areas that both levels serve, so
 * the control question is one of their interactions.
 */

export const DOORS = ['crisis', 'log line', 'form', 'mail', 'message extension', 'guide'] as const;
type Door = (typeof DOORS)[number];

export interface Enquiry {
  readonly door: Door;
  /** What is typed, pasted or picked; for the form and the guide, the company. */
  readonly text: string;
  /** The fields that are filled in on the form. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What the caller answers where a question is asked, by question: a ready answer's code, or words. */
  readonly told?: Readonly<Record<string, string>>;
  /** The office in whose queue the case belongs. */
  readonly queue: string;
}

const HOUSE = 'ehm-midtjylland';
const OFFICE = 'les-791';

/** What drives the product in one channel. */
export interface Driver {
  /** Drives an enquiry until its case is created; resolves with the number of interactions. */
  drive(enquiry: Enquiry): Promise<number>;
  /** The newest case. */
  newest(): Promise<Case>;
  close(): Promise<void>;
}

/** What callers answer where the enquiry leaves it open. */
const TOLD = {
  company: 'none',
  municipality: 'Viborg',
  stage: 'established',
  maturity: 'early',
  clarified: 'no',
  'control:networks-courses': 'none',
  'control:internationalisation': 'longer-course',
} as const;

/** A mail with greeting and signature, as it is copied from Outlook. */
const mail = (words: string, name: string, company: string, phone: string) =>
  `Hej\n\n${words}\n\nMed venlig hilsen\n${name}\n${company}\nTlf. ${phone}`;

const OF_TWENTY: readonly Enquiry[] = [
  {
    door: 'crisis',
    text: '25313763 kan ikke betale løn på fredag og frygter konkurs',
    queue: HOUSE,
  },
  {
    door: 'crisis',
    text: 'Søndersø Maskinfabrik A/S er ved at gå konkurs, ring til Per Lund 22 33 44 56',
    queue: HOUSE,
  },
  {
    door: 'crisis',
    text: 'Lemvig Havbrug ApS kan ikke betale sine regninger, banken har opsagt kreditten',
    queue: HOUSE,
  },
  {
    door: 'crisis',
    text: 'et firma i Viborg er ved at gå konkurs, ejeren hedder Ole Bak, 40 41 12 35',
    queue: HOUSE,
  },
  {
    door: 'log line',
    text: 'log Krogh Tømrer i Viborg, startet i 2012, vil eksportere til Norge, Jens Krogh 22 33 44 55',
    queue: HOUSE,
  },
  {
    door: 'log line',
    text: 'Bjerregaards Bageri søger nye lokaler i Viborg, Lise Juhl 61 22 33 44',
    queue: OFFICE,
  },
  {
    door: 'log line',
    text: 'log 99101547 vil have patent på en ny kajak, Ida Bro 51 22 33 44',
    queue: HOUSE,
  },
  {
    door: 'log line',
    text: 'Mads Lau vil starte egen cykelbutik i Viborg, 26 27 28 29',
    queue: OFFICE,
  },
  {
    door: 'log line',
    text: 'log 99101261 søger netværk og kurser, Ann Dahl 31 22 33 44',
    queue: 'les-657',
  },
  {
    door: 'form',
    text: '99100559',
    fields: { areas: 'internationalisation', contactName: 'Karen Dal', contactPhone: '40506070' },
    queue: HOUSE,
  },
  {
    door: 'form',
    text: '99101121',
    fields: { areas: 'premises-sites', contactName: 'Ib Holst', contactPhone: '40506071' },
    queue: 'les-751',
  },
  {
    door: 'form',
    text: '99102128',
    fields: { areas: 'internationalisation', description: 'Vil sælge solfangere i Norge' },
    queue: HOUSE,
  },
  {
    door: 'form',
    text: '99101687',
    fields: { areas: 'networks-courses', description: 'Leder efter et netværk for små hoteller' },
    queue: 'les-671',
  },
  {
    door: 'mail',
    text: mail(
      'Vi vil gerne eksportere vores ost til Tyskland. Kan I hjælpe?',
      'Svend Enevoldsen',
      'Skjern Enges Mejeri A.M.B.A.',
      '97 35 11 22',
    ),
    queue: HOUSE,
  },
  {
    door: 'mail',
    text: mail(
      'Vi leder efter et netværk for små virksomheder i Viborg, og hvilke kurser har I?',
      'Pia Vest',
      'Vests Blomster',
      '86 61 22 33',
    ),
    queue: OFFICE,
  },
  {
    door: 'mail',
    text: mail(
      'Vi kan ikke længere betale vores regninger og er bange for at gå konkurs.',
      'Hans Rask',
      'Hedens Stålgruppe A/S',
      '97 12 44 55',
    ),
    queue: HOUSE,
  },
  {
    door: 'mail',
    text: mail(
      'Jeg vil gerne starte min egen virksomhed i Viborg og søger vejledning.',
      'Nanna Friis',
      '',
      '28 29 30 31',
    ),
    queue: OFFICE,
  },
  {
    door: 'message extension',
    text: 'Samsø Kartoffelpakkeri vil eksportere til Sverige, Bo Lind 24 25 26 27',
    queue: HOUSE,
  },
  {
    door: 'message extension',
    text: 'Holding af 2019 Viborg ApS er på vej mod konkurs, ring til Eva Sand 23 24 25 26',
    queue: HOUSE,
  },
  {
    door: 'message extension',
    text: 'Lis Toft vil starte en café i Viborg, 21 22 23 24',
    queue: OFFICE,
  },
];

/** The enquiries. */
export const ENQUIRIES = OF_TWENTY.map((enquiry) => ({ ...enquiry, told: { ...TOLD, ...enquiry.told } }));

/** The guide asks one thing at a time by design, so it is counted apart. */
export const GUIDED: Enquiry = {
  door: 'guide',
  text: 'Rosenlund Smedje',
  told: {
    ...TOLD,
    company: 'Rosenlund Smedje',
    consent: 'consent',
    areas: 'eksport',
    contact: 'Tom Rosenlund 20 21 22 23',
    description: 'vil sælge i Norge',
  },
  queue: HOUSE,
};

import type { Case } from '../../src/core/case/case.ts';

/**
 * The twenty worked cases of the domain digest, as they are typed and clicked. `worked-cases.test.ts` drives them in both
 * channels.
 */

export type Person = 'anna' | 'carla';
/**
 * One turn: what is typed, or the title of the button that is pressed (`> Send med samtykke`), and what the answer
 * says. `{id}` stands for the newest case.
 */
type Turn =
  | readonly [who: Person, does: string, ...says: readonly string[]]
  | readonly [who: 'clock', at: string];

/** Facts of a case; of a list, some of its parts. */
export interface Kept {
  readonly owner: Case['owner'];
  readonly rule?: string | undefined;
  readonly offeredTo?: Case['owner'] | undefined;
  readonly basis?: string | undefined;
  readonly priority?: Case['priority'] | undefined;
  readonly greyZone?: boolean | undefined;
  readonly status?: Case['status'] | undefined;
  readonly dueAt?: string | undefined;
  readonly referrals?: readonly string[] | undefined;
  readonly programmes?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly notes?: readonly string[] | undefined;
  /** How each handover ended. */
  readonly handovers?: readonly string[] | undefined;
  readonly followUp?: string | undefined;
  /** `48 hours, working day`: whether the promise was kept, by each reading. */
  readonly promise?: readonly [reported: boolean, working: boolean] | undefined;
}

export interface WorkedCase {
  readonly number: number;
  readonly about: string;
  readonly turns: readonly Turn[];
  /** The newest case at the end, with the rule that chose its door. `dueAt` is the promise; lists are contained. */
  readonly kept?: Kept;
  /** What the channel of the Erhvervshus is told: each of these words, and nothing where there are none. */
  readonly houseIsTold?: readonly string[];
}

const HOUSE = 'ehm-midtjylland';
const SEND = '> Send med samtykke';
const HERE = '> Opret med samtykke';

export const WORKED: readonly WorkedCase[] = [
  {
    number: 1,
    about: 'somebody who thinks of a café',
    turns: [
      ['anna', 'log Lis Toft overvejer at starte en café i Viborg, 21 22 23 24', 'LES Viborg'],
      ['anna', HERE, 'Lis Toft'],
    ],
    kept: { owner: 'les-791', rule: 'O6', basis: 'consent', referrals: ['digital'] },
    houseIsTold: [],
  },
  {
    number: 2,
    about: 'a pre-starter of long experience who needs capital',
    turns: [
      ['anna', 'log Per Lund vil starte egen virksomhed i Viborg og søger kapital, 22 33 44 56'],
      ['anna', 'de har også brug for finansiering'],
      ['anna', 'ret modenhed moden'],
      ['anna', 'ret dybde specialiseret', 'Erhvervshus Midtjylland'],
      ['anna', SEND],
    ],
    kept: {
      owner: 'les-791',
      rule: 'O5',
      offeredTo: HOUSE,
      basis: 'consent',
      referrals: ['digital', 'growth-fund'],
    },
    houseIsTold: ['Før-starter'],
  },
  {
    number: 3,
    about: 'a craftsman who hands over his company',
    turns: [
      [
        'anna',
        'log Krogh Tømrer ApS i Viborg, startet 2005, skal have hjælp til ejerskifte, Jens Krogh 22 33 44 55',
      ],
      ['anna', 'ret dybde specialiseret', 'Erhvervshus Midtjylland'],
      ['anna', SEND],
    ],
    kept: { owner: 'les-791', rule: 'O10', offeredTo: HOUSE, basis: 'consent' },
    houseIsTold: ['Krogh Tømrer ApS'],
  },
  {
    number: 4,
    about: 'a cleaning company that digitalises its bookkeeping',
    turns: [
      [
        'anna',
        'log Viborg Rengøring ApS i Viborg, startet 2012, vil digitalisere bogholderiet, Ida Bro 51 22 33 44',
      ],
      ['anna', 'ret behov digitalisering', 'Erhvervshus Midtjylland'],
      ['anna', SEND],
    ],
    kept: { owner: 'les-791', rule: 'O10', offeredTo: HOUSE, programmes: ['SMV:Digital'] },
    houseIsTold: ['Viborg Rengøring ApS'],
  },
  {
    number: 5,
    about: 'the same company asks how to do bookkeeping',
    turns: [
      [
        'anna',
        'log Viborg Rengøring ApS i Viborg, startet 2012, spørger hvordan man laver regnskab, Ida Bro 51 22 33 44',
      ],
      ['anna', 'ret behov regnskab'],
      ['anna', 'ret dybde basal', 'LES Viborg'],
      ['anna', HERE],
    ],
    kept: { owner: 'les-791', rule: 'O12', services: ['informations- og temamøder'] },
    houseIsTold: [],
  },
  {
    number: 6,
    about: 'a jewellery shop that wants to sell abroad',
    turns: [
      [
        'anna',
        'log Smykkehuset ApS i Viborg, startet 2010, vil eksportere via webshop, 8 ansatte, Eva Sand 23 24 25 26',
      ],
      ['anna', 'ret dybde specialiseret', 'Erhvervshus Midtjylland', 'Eksportsparring'],
      ['anna', SEND],
    ],
    kept: {
      owner: 'les-791',
      rule: 'O10',
      offeredTo: HOUSE,
      referrals: ['trade-council'],
      programmes: ['Eksportsparring'],
    },
    houseIsTold: ['Smykkehuset ApS'],
  },
  {
    number: 7,
    about: 'vacant premises',
    turns: [
      [
        'anna',
        'log Annes Salater ApS i Viborg, startet 2012, søger ledige lokaler, Lise Juhl 61 22 33 44',
        'LES Viborg',
      ],
      ['anna', HERE],
    ],
    kept: { owner: 'les-791', rule: 'O4', referrals: ['municipality'] },
    houseIsTold: [],
  },
  {
    number: 8,
    about: 'a building permit that reaches the Erhvervshus',
    turns: [
      [
        'carla',
        'log Annes Salater ApS i Viborg, startet 2012, mangler byggetilladelse, Lise Juhl 61 22 33 44',
        'LES Viborg',
      ],
      ['carla', SEND, 'I har ansvaret for sagen'],
      ['anna', 'overtag {id}', 'Lise Juhl'],
    ],
    kept: { owner: 'les-791', handovers: ['accepted'], rule: 'O4', referrals: ['municipality'] },
    houseIsTold: [],
  },
  {
    number: 9,
    about: 'a young growth company that wants help with InnoBooster',
    turns: [
      [
        'anna',
        'log Odde Teknik ApS i Viborg, startet 2024, vil søge InnoBooster til udvikling af et nyt produkt, Bo Lind 24 25 26 27',
      ],
      ['anna', 'ret behov innovation'],
      ['anna', 'ret segment vækst'],
      ['anna', 'ret dybde specialiseret', 'Erhvervshus Midtjylland'],
      ['anna', SEND],
    ],
    kept: {
      owner: 'les-791',
      rule: 'O10',
      offeredTo: HOUSE,
      referrals: ['private-adviser'],
      programmes: ['InnoBooster'],
    },
    houseIsTold: ['Odde Teknik ApS'],
  },
  {
    number: 10,
    about: 'a company that cannot pay its wages',
    turns: [
      ['anna', 'log 99100419 kan ikke betale løn på fredag og frygter konkurs', 'Early Warning', 'HASTER'],
      ['anna', 'bekræft', 'Erhvervshus Midtjylland'],
    ],
    kept: {
      owner: 'les-791',
      rule: 'O1',
      offeredTo: HOUSE,
      priority: 'urgent',
      basis: 'public-task',
      services: ['Early Warning'],
      dueAt: '2026-11-20T17:00:00.000Z',
    },
    houseIsTold: ['Søndersø Maskinfabrik'],
  },
  {
    number: 13,
    about: 'a company that wants its strategy written',
    turns: [
      [
        'carla',
        'log Annes Salater ApS i Viborg, startet 2012, vil have skrevet sin forretningsstrategi, Lise Juhl 61 22 33 44',
      ],
      ['carla', 'ret behov strategi'],
      ['carla', 'ret dybde specialiseret'],
      ['carla', HERE],
    ],
    kept: { owner: HOUSE, rule: 'O10', referrals: ['private-adviser'] },
    houseIsTold: ['Annes Salater ApS'],
  },
  {
    number: 14,
    about: 'a company from Kolding',
    turns: [
      [
        'carla',
        'log Kolding Plast ApS i Kolding, startet 2012, vil eksportere til Norge, Lise Juhl 61 22 33 44',
      ],
      ['carla', 'ret dybde specialiseret'],
      ['carla', HERE],
    ],
    kept: { owner: HOUSE, rule: 'O10', basis: 'consent' },
    houseIsTold: ['Kolding Plast ApS'],
  },
  {
    number: 15,
    about: 'a holding company',
    turns: [
      ['anna', 'log 99100141 spørger om regnskab, Eva Sand 23 24 25 26'],
      ['anna', 'ret behov regnskab'],
      ['anna', 'ret dybde basal'],
      ['anna', HERE],
    ],
    kept: { owner: 'les-791', rule: 'O12', notes: ['outside-indicator-base'] },
    houseIsTold: [],
  },
  {
    number: 19,
    about: 'a company that declines sharing',
    turns: [
      ['anna', 'log Krogh Tømrer ApS i Viborg, startet 2005, vil eksportere, Jens Krogh 22 33 44 55'],
      ['anna', 'ret dybde specialiseret', 'Må vi dele oplysningerne med Erhvervshus Midtjylland?'],
      ['anna', '> Nej, behold hos os'],
    ],
    kept: { owner: 'les-791', rule: 'O10', basis: 'declined', handovers: [] },
    houseIsTold: [],
  },
  {
    number: 20,
    about: 'a company outside the business council',
    turns: [
      [
        'anna',
        'log Annes Salater ApS i Viborg, startet 2012, ikke medlem, vil have netværk, Lise Juhl 61 22 33 44',
      ],
      ['anna', 'ret behov netværk'],
      ['anna', 'ret dybde basal'],
      ['anna', HERE],
    ],
    kept: { owner: 'les-791', rule: 'O12' },
    houseIsTold: [],
  },
  {
    number: 11,
    about: 'a case that comes back, and would go there again',
    turns: [
      [
        'anna',
        'log Krogh Tømrer ApS i Viborg, startet 2005, skal have hjælp til ejerskifte, Jens Krogh 22 33 44 55',
      ],
      ['anna', 'ret dybde specialiseret'],
      ['anna', SEND],
      ['carla', 'returner {id} uden for opgave: behovet er basalt', 'LES Viborg'],
      ['anna', 'send {id} Erhvervshus Midtjylland de kan det ikke selv', 'koordinator'],
    ],
    kept: { owner: 'les-791', greyZone: true, handovers: ['returned'] },
  },
  {
    number: 12,
    about: 'the Erhvervshus would contact a company that LES visited last week',
    turns: [
      ['anna', 'besøg 25313763 eksport; udfald: intet behov; den: 13-11-2026; form: besøg', 'Hansen VVS ApS'],
      ['carla', 'opsøg 25313763: eksport', 'LES Viborg', '13. november'],
      ['carla', 'planlæg opsøgning 25313763: eksport', 'har fået besked'],
    ],
  },
  {
    number: 16,
    about: 'a call on Friday at 15 that is answered on Monday at 9',
    turns: [
      ['clock', '2026-11-20T14:00:00.000Z'],
      [
        'anna',
        'log Annes Salater ApS i Viborg, startet 2012, søger ledige lokaler, Lise Juhl 61 22 33 44',
        'tirsdag den 24. november kl. 15',
      ],
      ['anna', HERE],
      ['clock', '2026-11-23T08:00:00.000Z'],
      ['anna', 'besvaret {id} telefon'],
    ],
    kept: {
      owner: 'les-791',
      status: 'answered',
      dueAt: '2026-11-24T14:00:00.000Z',
      promise: [false, true],
    },
  },
  {
    number: 17,
    about: 'six hours with an entrepreneur without a specialised need',
    turns: [
      [
        'anna',
        'log Annes Salater ApS i Viborg, startet 2025, vil have hjælp til forretningsplan, Lise Juhl 61 22 33 44',
      ],
      ['anna', 'ret dybde basal', 'LES Viborg'],
      ['anna', HERE],
      ['anna', 'ydelse {id} sparring; timer: 6', 'Sparring'],
    ],
    kept: { owner: 'les-791', status: 'open', handovers: [] },
  },
  {
    number: 18,
    about: 'a course at the Erhvervshus that ends with an action plan',
    turns: [
      ['anna', 'log 25313763 vil eksportere til Norge, Jens Krogh 22 33 44 55'],
      ['anna', 'ret dybde specialiseret'],
      ['anna', SEND],
      ['carla', 'overtag {id}'],
      ['carla', 'besvaret {id} telefon'],
      [
        'carla',
        'luk {id} ydelser: 1:1 vejledning; timer: 3; møde: digitalt; henvist: privat rådgiver; selvhjælp: Væksthjulet; segment: vækst; p: 1990001007; handlingsplan: eksport trin for trin; opfølgning: 1.2.2027; opfølgning ved: LES Viborg; tilmeldt: ja',
        'Sagen er afsluttet',
      ],
      ['anna', 'følg op {id}'],
    ],
    kept: {
      owner: HOUSE,
      status: 'closed',
      followUp: 'les-791 2027-02-01 accepted',
      handovers: ['accepted'],
    },
  },
];

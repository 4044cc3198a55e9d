import type { FigureCode } from '../../src/core/indicators/figure-table.ts';
/** Periods as people type them, separated by `|`, and as they are written. */
export const periods = {
  present: {
    month: 'denne måned|måned|måneden|indeværende måned|måneden til nu',
    quarter: 'dette kvartal|kvartal|kvartalet|indeværende kvartal',
    'half-year': 'dette halvår|halvår|halvåret',
    year: 'i år|dette år|år|året|indeværende år|år til dato',
  },
  last: {
    month: 'sidste måned|forrige måned|seneste måned',
    quarter: 'sidste kvartal|forrige kvartal|seneste kvartal',
    'half-year': 'sidste halvår|forrige halvår|seneste halvår',
    year: 'sidste år|forrige år|i fjor|seneste år',
  },
  /** What stands beside a number. */
  units: { month: '', quarter: 'k|kv|kvt|kvartal', 'half-year': 'h|halvår', year: '' },
  lead: 'for|i|fra|om',
  to: 'til|til og med',
  /** What follows the command's word where the line is a sentence. */
  noPeriod:
    'med|sammen|til|lidt|langsomt|langsommere|højere|dansk|engelsk|op|ud|ikke|om noget|og|er|på|lige|om|der|som|viser|ordentligt',
  /** Begins a period that is misspelt or not known. */
  begins: 'for|fra|sidste|denne|dette|i',
  quarter: (number: number, year: string) => `${number}. kvartal ${year}`,
  halfYear: (number: number, year: string) => `${number}. halvår ${year}`,
  fromTo: (from: string, to: string) => `${from} til ${to}`,
};

/** What a figure is about, in a word that fits under a bar beside its code. */
const bars: Readonly<Record<FigureCode, string>> = {
  'I-01': 'iværksættere',
  'I-02': 'vækst',
  'I-04': 'selvhjælp',
  'I-05': 'platform',
  'I-06': 'tidlige',
  'I-07': 'vejledt',
  'I-08': 'tilfredse',
  'I-10': 'henvist',
  'I-11-reported': '48 timer',
  'I-11-working': 'frist',
  'I-12': 'CRM',
  'I-14': 'uddannet',
  'I-21': 'nye',
  'I-22-all': 'alle',
  'I-22-individual': 'individuelle',
  'I-23': 'meget tilfredse',
  'I-24': 'NPS',
  'I-25': 'brugt',
  'I-30': 'grøn effekt',
  'I-31': 'effekt',
  'I-34': 'digital effekt',
  'I-36': 'virksomheder',
  'I-37': 'vækstforløb',
  'I-38-individual': 'individuelle',
  'I-38-collective': 'kollektive',
  'I-39': 'videre',
  'I-42': 'drift',
  'I-53': 'henvisninger',
  'I-71-handovers': 'overleveret',
  'I-71-users': 'brugere',
};

/** The figures of an organisation in chat. */
export const figures = {
  title: (office: string) => `Tal for ${office}`,
  and: ' og ',
  /** A period that goes on. `day` is the day of counting. */
  soFar: (period: string, day: string) => `${period} (til og med ${day})`,
  /** A share with the numbers behind it. */
  share: (share: string, numerator: number, denominator: number) =>
    `${share} (${numerator} af ${denominator})`,
  /** A figure whose denominator is 0. */
  nothingCounted: 'kan ikke opgøres: ingen at måle på i perioden',
  ofAnswers: (share: string, answers: number) => `${share} (${answers} svar)`,
  /** A figure from the user evaluation of which there are no answers. */
  noAnswers: 'kan ikke opgøres: ingen svar i perioden',
  /** I-14 while the directory names nobody's training. */
  noTraining: 'kan ikke opgøres: konsulenternes uddannelse er ikke registreret',
  against: (one: number, other: number) => `${one} mod ${other}`,
  pending: (count: number) => (count === 1 ? '1 kan stadig nås' : `${count} kan stadig nås`),
  target: (target: string) => `mål ${target}`,
  line: (target: string) => `pejlemærke ${target}`,
  noInhabitants: 'kan ikke opgøres: kommunernes indbyggertal er ikke oplyst',
  noShare: 'andelen kan ikke opgøres, da kommunens antal ikke er oplyst',
  few: 'få ydelser',
  /** How far a municipality's share of the services is from its share of the inhabitants, against the target. */
  spread: {
    'far-below': (share: string) => `mere end ${share} under`,
    below: (share: string) => `mere end ${share} under`,
    within: (share: string) => `højst ${share} fra`,
    above: (share: string) => `mere end ${share} over`,
    'far-above': (share: string) => `mere end ${share} over`,
    unknown: () => 'for få ydelser, eller kan ikke opgøres',
  },
  unanswered: {
    survey: (codes: string) =>
      `Kan ikke opgøres her, fordi der ikke er svar fra brugerevalueringen: ${codes}.`,
    training: (codes: string) =>
      `Kan ikke opgøres her, fordi konsulenternes uddannelse ikke er registreret: ${codes}.`,
  },
  definitions: (version: string) => `Sådan er tallene talt op (definition ${version})`,
  charts: {
    bars,
    shares: 'Andele og mål',
    target: 'Mål eller pejlemærke',
    counts: 'Antal',
    referrals: 'Henvisninger',
    users: 'Brugere af Erhvervshuset efter kommune',
    actor: 'Aktør',
    municipality: 'Kommune',
  },
  other: 'Andre perioder: skriv fx "tal sidste kvartal", "tal i år", "tal 2026-10" eller "tal K3 2026".',
};

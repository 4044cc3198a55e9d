/**
 * The names of the programmes, as the documents write them, for registering (`core/services.ts`). The rules say in
 * `programmes.ts` whom they fit; a test keeps the two alike.
 */

/** Midtjylland's programmes, open only to companies with growth ambition (P19). */
export const GROWTH_PROGRAMMES: readonly string[] = [
  'Key Account Manager',
  'Kapitalcoach',
  'Mentor',
  'Advisory Board',
  'Vækstgrupper',
  'Plato',
  'Masterclasses (kapital)',
  'Præsentation for Business Angels',
  'Ledere til start ups',
  'Virksomhedspitch',
  'Vækstsparring',
  'Virksomhedsnetværk',
  'Strategiske netværk',
  'Dalgas',
  'Eksportmentor',
  'Markedsbesøg',
  'Medfinansiering til videntilførsel',
];

/** Programmes that are open to others as well. */
export const OPEN_PROGRAMMES: readonly string[] = [
  'InnoBooster – ansøgningsassistance',
  'InnoBooster',
  'Eksportsparring',
  'SMV:Digital',
];

import type { AdviceLanguage, AdviserKind } from '../../src/core/advisers/adviser.ts';

/** Advisers, as they are looked for, shown and chosen. */

const kinds: Readonly<Record<AdviserKind, string>> = {
  private: 'Privat rådgiver',
  'knowledge-institution': 'Videninstitution',
  cluster: 'Klynge',
  national: 'National aktør',
};

/** Words for a kind in a file, separated by `|`. */
const kindWords: Readonly<Record<AdviserKind, string>> = {
  private: 'privat|rådgiver',
  'knowledge-institution': 'universitet|vidensinstitution',
  cluster: 'klyngeorganisation',
  national: 'national',
};

const languages: Readonly<Record<AdviceLanguage, string>> = {
  da: 'dansk',
  en: 'engelsk',
  de: 'tysk',
  sv: 'svensk',
  no: 'norsk',
  fr: 'fransk',
  es: 'spansk',
  pl: 'polsk',
  uk: 'ukrainsk',
  ar: 'arabisk',
};

export const advisers = {
  kinds,
  kindWords,
  languages,
  title: (need: string, place: string) => `Rådgivere: ${need} – ${place}`,
  noNeed: 'Hvad skal virksomheden have hjælp til?',
  sayNeed: 'Skriv et behov efter ordet, fx "rådgivere eksport Viborg".',
  none: 'Oversigten har ingen rådgivere til dette behov endnu. Skriv "tilbud" og behovet for at se, hvad virksomheden ellers kan få.',
  why: (fitting: number) =>
    fitting === 1
      ? 'Én rådgiver dækker behovet her. Det noteres, hvem der er vist.'
      : `${fitting} rådgivere dækker behovet her. Rækkefølgen skifter, så alle vises lige ofte, og det noteres, hvem der er vist.`,
  own: 'Det er din egen virksomhed, eller du sidder i dens bestyrelse.',
  elsewhere: 'Dækker behovet, men ikke kommunen.',
  fields: {
    areas: 'Hjælper med',
    places: 'Dækker',
    languages: 'Sprog',
    contact: 'Kontakt',
    valid: 'Gælder',
    source: 'Kilde',
    adviser: 'Rådgiver',
    case: 'Sagens nummer',
  },
  everywhere: 'Hele landet',
  choose: 'Vælg rådgiver',
  chooseMeaning: 'Registrer på sagen, at virksomheden er henvist til rådgiveren',
  more: 'Vis andre',
  typed: {
    show: (need: string, place: string) => `rådgivere ${need} ${place}`,
    choose: 'vælg rådgiver ‹navn› ‹sag›',
  },
};

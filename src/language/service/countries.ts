/** Two-letter codes of regions, of which only those that exist have a name. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The names of all countries in Danish and English, in lower case. */
export function readCountries(): ReadonlySet<string> {
  const languages = ['da', 'en'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  const names = LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => languages.flatMap((names) => names.of(first + second) ?? [])),
  );
  return new Set(names.map((name) => name.toLowerCase()));
}

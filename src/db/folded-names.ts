/** Letters and their spelling in names that are searched: `COMPANY_NAMES` of `core/fold.ts`, as far as Danish needs. */
const SPELLINGS: readonly (readonly [letters: readonly string[], spelled: string])[] = [
  [['æ', 'Æ', 'ä', 'Ä', 'ae'], 'e'],
  [['ø', 'Ø', 'ö', 'Ö', 'oe'], 'o'],
  [['å', 'Å', 'aa'], 'a'],
  // Accents go after the pairs: `Zoë` is no `Zö`.
  [['é', 'É', 'è', 'È', 'ë', 'Ë', 'ê'], 'e'],
  [['ó', 'Ó', 'ò'], 'o'],
  [['á', 'Á', 'à', 'À', 'â'], 'a'],
  [['ü', 'Ü', 'ú', 'Ú'], 'u'],
  [['í', 'Í', 'ï'], 'i'],
  [['ñ'], 'n'],
  [['ç'], 'c'],
];

/** An SQL expression that folds another: both databases know only the lower case of the plain letters. */
export function foldedSql(expression: string): string {
  return SPELLINGS.flatMap(([letters, spelled]) =>
    letters.map((letter) => [letter, spelled] as const),
  ).reduce(
    (folded, [letter, spelled]) => `replace(${folded}, '${letter}', '${spelled}')`,
    `lower(${expression})`,
  );
}

/** The members of a case's values that it is found by. */
export const SEARCHED_VALUES = ['companyName', 'contactName', 'contactPhone'] as const;

/**
 * Everything that can be wrong with a file of rows that an operator imports. Each language has a sentence for every code
 * (`dialogs/da/imports.ts`).
 */
const IMPORT_PROBLEMS = [
  // The file.
  'empty',
  'too-large',
  'workbook',
  'binary',
  'mixed-encoding',
  'damaged-letters',
  'no-rows',
  'too-many-rows',
  // Its columns and rows.
  'no-separator',
  'column-missing',
  'column-twice',
  'column-unknown',
  'column-unnamed',
  'cells-missing',
  'cells-too-many',
  'quote-not-closed',
  'quote-misplaced',
  // A cell.
  'needed',
  'cpr-number',
  'formula',
  'line-break',
  'invisible-letters',
  'too-long',
  'not-an-id',
  'id-twice',
  'name-twice',
  'other-kind',
  'not-in-list',
  'unknown-area',
  'unknown-place',
  'listed-twice',
  'not-a-date',
  'no-such-day',
  'ends-before-it-begins',
  'not-a-link',
  'not-yes-or-no',
  'not-a-cvr-number',
  'not-a-phone-number',
  'not-an-e-mail-address',
  'not-a-case-number',
  'not-0-to-10',
  'nothing-answered',
  'unknown-organisation',
  'unknown-case',
  'unknown-company',
  'other-company',
  'not-served',
  'in-future',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** A problem with its place. Nothing of the file is imported while there is one. */
export interface ImportProblem {
  /** 1 is the row of column names. */
  readonly line: number;
  /** The name of the column, or the number of the character in the line; null where it is about the whole row or file. */
  readonly column: string | number | null;
  readonly code: ImportProblemCode;
  /** What stands there, or what is missing. */
  readonly about: string;
  /** What may stand there, or what it clashes with. */
  readonly other: string;
}

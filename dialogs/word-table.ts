import type { Language } from '../src/core/vocabulary.ts';
import { dateWords } from './dates.ts';
import { shareWords } from './figure-words.ts';
import { sentencesIn } from './sentences.ts';

/** How the cells of a column are read: a share is 0.25, hours have one decimal, a day is an ISO date. */
type ColumnKind = 'text' | 'number' | 'share' | 'hours' | 'day';

export type WordCell = string | number | null;

/** A table in the words of one language, with its definition. */
export interface WordTable {
  /** Told apart by this: `returns`. */
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly WordCell[])[];
}

/** A cell as people read it; empty for what is not there. */
export function cellWords(cell: WordCell, kind: ColumnKind, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return kind === 'day' ? dateWords(cell, language) : cell;
  if (kind === 'share') return shareWords(cell, language);
  const { decimalSign } = sentencesIn(language).indicators;
  return kind === 'hours' ? cell.toFixed(1).replace('.', decimalSign) : String(cell);
}

/** Columns from their titles; each `text` unless `kinds` says otherwise. */
export function columnsOf<Name extends string>(
  titles: Readonly<Record<Name, string>>,
  kinds?: { readonly [Of in Name]?: ColumnKind },
): WordTable['columns'] {
  return Object.entries<string>(titles).map(([name, title]) => ({
    title,
    kind: kinds?.[name as Name] ?? 'text',
  }));
}

import type { Chart } from '../../dialogs/word-chart.ts';
import type { WordTable } from '../../dialogs/word-table.ts';
import type { Language } from '../core/vocabulary.ts';

/** A table under a heading, with a chart where one helps. */
export interface Section {
  readonly table: WordTable;
  readonly chart: Chart | null;
}

/** What is printed: a page, or a sheet for each section. */
export interface StatementDocument {
  readonly language: Language;
  readonly title: string;
  readonly about: string;
  readonly sections: readonly Section[];
}

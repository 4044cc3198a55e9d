import type { WordTable } from './word-table.ts';

/** Bars of numbers by name. The table beside them has the same numbers. */
export interface Chart {
  readonly title: string;
  /** Whether the numbers are shares: 0.25. */
  readonly percent: boolean;
  /** Whether the numbers are the parts of one whole. */
  readonly whole?: boolean | undefined;
  /** What the names are, where the title does not say it: `Indikator`. */
  readonly axis?: string | undefined;
  readonly names: readonly string[];
  readonly series: readonly Series[];
}

/** The bars of one colour: a number for each name, null where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Whether it is what the others are measured against. */
  readonly target?: boolean | undefined;
}

/** The own tables that are drawn, by the column that is the bar's length. */
const DRAWN: Readonly<
  Record<string, { readonly column: number; readonly names: number; readonly whole?: boolean }>
> = {
  needs: { column: 1, names: 1 },
  returns: { column: 4, names: 2 },
  greyZoneEnds: { column: 2, names: 2, whole: true },
  waiting: { column: 4, names: 1 },
  overrides: { column: 2, names: 2 },
};

/** The chart of an own table's first `most` rows; null where it has none, or fewer than two rows. */
export function chartOf({ code, title, columns, rows }: WordTable, most: number): Chart | null {
  const drawn = DRAWN[code];
  const column = drawn && columns[drawn.column];
  const shown = rows.slice(0, most);
  if (!column || shown.length < 2) return null;
  return {
    title: `${title}: ${column.title}`,
    percent: column.kind === 'share',
    whole: drawn.whole,
    names: shown.map((row) => row.slice(0, drawn.names).join(' → ')),
    series: [
      {
        name: column.title,
        values: shown.map((row) => {
          const value = row[drawn.column];
          return typeof value === 'number' ? value : null;
        }),
      },
    ],
  };
}

/** Whether there is anything to see on a chart: two bars at least, and one that is not 0, besides targets. */
export function isWorthDrawing({ series }: Chart): boolean {
  const values = series.flatMap((one) => (one.target ? [] : one.values.filter((value) => value !== null)));
  return values.length > 1 && values.some((value) => value !== 0);
}

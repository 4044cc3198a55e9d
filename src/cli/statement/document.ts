import { dateWords } from '../../../dialogs/dates.ts';
import { greyZoneTable, ownFigureTables } from '../../../dialogs/own-figure-tables.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import { chartOf } from '../../../dialogs/word-chart.ts';
import { columnsOf, type WordTable } from '../../../dialogs/word-table.ts';
import { danishDate } from '../../core/danish-date.ts';
import { FIGURE_SOURCES } from '../../core/indicators/figure-sources.ts';
import { DEFINITION, FIGURES, type FigureCode } from '../../core/indicators/figure-table.ts';
import type { OwnFigures } from '../../core/indicators/own-figures.ts';
import type { Period } from '../../core/indicators/question.ts';
import { sourceNames } from '../../core/triage/sources.ts';
import type { Language } from '../../core/vocabulary.ts';
import { keySection, monthSection, placeSection, referralSection } from './figure-sections.ts';
import type { SideFigures, StatementDocument } from './section.ts';

/** What a document is made of. */
export interface Stated {
  readonly title: string;
  readonly period: Period;
  readonly asOf: string;
  readonly sides: readonly SideFigures[];
  readonly own: OwnFigures;
  /** Whether the cases that lay in a grey zone are listed one by one. */
  readonly listsCases: boolean;
}

/** The most bars of a printed chart. */
const MOST_BARS = 15;

function definitionTable(codes: readonly FigureCode[], language: Language): WordTable {
  const { statement, indicators } = sentencesIn(language);
  return {
    code: 'definitions',
    title: `${statement.definitions.title} (${DEFINITION})`,
    note: '',
    columns: columnsOf(statement.definitions.columns),
    rows: codes.map((code) => [
      code,
      indicators.figures[code].name,
      indicators.figures[code].definition,
      sourceNames(FIGURE_SOURCES[code], language),
    ]),
  };
}

/** The table without columns that hold nothing: those of numbers that nobody configured. */
function withoutEmptyColumns(table: WordTable): WordTable {
  const filled = table.columns.map((_, place) => table.rows.some((row) => row[place] !== null));
  if (table.rows.length === 0) return table;
  return {
    ...table,
    columns: table.columns.filter((_, place) => filled[place]),
    rows: table.rows.map((row) => row.filter((_, place) => filled[place])),
  };
}

/** The document in words, every number as counted. */
export function documentOf(stated: Stated, language: Language): StatementDocument {
  const { statement } = sentencesIn(language);
  const { title, period, asOf, sides, own } = stated;
  const given = new Set(sides.flatMap(({ whole }) => whole.map(({ code }) => code)));
  const sections = sides.flatMap((side) => [
    keySection(side, language),
    monthSection(side, language),
    placeSection(side, language),
    referralSection(side, language),
  ]);
  const tables = [
    ...ownFigureTables(own, language),
    ...(stated.listsCases ? [greyZoneTable(own.greyZones, language)] : []),
  ];
  return {
    language,
    title,
    about: statement.about({
      from: dateWords(period.from, language),
      to: dateWords(period.to, language),
      asOf: dateWords(danishDate(asOf), language),
      definition: DEFINITION,
    }),
    sections: [
      ...sections.flatMap((section) =>
        section === null ? [] : [{ ...section, table: withoutEmptyColumns(section.table) }],
      ),
      ...tables.map((table) => ({ table, chart: chartOf(table, MOST_BARS) })),
      {
        table: definitionTable(
          FIGURES.map(({ code }) => code).filter((code) => given.has(code)),
          language,
        ),
        chart: null,
      },
    ],
  };
}

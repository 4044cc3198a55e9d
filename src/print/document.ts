import { dateWords } from '../../dialogs/dates.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { greyZoneTable, ownFigureTables } from '../../dialogs/own-figure-tables.ts';
import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { chartOf } from '../../dialogs/word-chart.ts';
import { columnsOf, type WordTable } from '../../dialogs/word-table.ts';
import { danishDate } from '../core/danish-date.ts';
import { FIGURE_SOURCES } from '../core/indicators/figure-sources.ts';
import { DEFINITION, FIGURES, type FigureCode } from '../core/indicators/figure-table.ts';
import type { Stated } from '../core/indicators/stated.ts';
import { organisationName } from '../core/organisation.ts';
import { sourceNames } from '../core/triage/sources.ts';
import type { Language } from '../core/vocabulary.ts';
import { keySection, monthSection, placeSection, referralSection } from './figure-sections.ts';
import type { StatementDocument } from './section.ts';

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

function titleOf({ about, period }: Stated, language: Language): string {
  const { statement } = sentencesIn(language);
  if (about.kind === 'yearly') return statement.yearly(organisationName(about.organisation), about.year);
  const names = listOf(about.sides.map(organisationName), language);
  return statement.dialogue(names, periodWords(period, language));
}

/** The document in words, every number as counted. */
export function documentOf(stated: Stated, language: Language): StatementDocument {
  const { statement } = sentencesIn(language);
  const { period, asOf, sides, own, about } = stated;
  const given = new Set(sides.flatMap(({ whole }) => whole.map(({ code }) => code)));
  const sections = sides.flatMap((side) => [
    keySection(side, language),
    monthSection(side, language),
    placeSection(side, language),
    referralSection(side, language),
  ]);
  const tables = [
    ...ownFigureTables(own, language),
    ...(about.kind === 'dialogue' ? [greyZoneTable(own.greyZones, language)] : []),
  ];
  return {
    language,
    title: titleOf(stated, language),
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

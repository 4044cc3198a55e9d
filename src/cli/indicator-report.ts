import { shareWords, targetWords } from '../../dialogs/figure-words.ts';
import { ownFigureTables } from '../../dialogs/own-figure-tables.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { cellWords } from '../../dialogs/word-table.ts';
import { DEFINITION, isFromAnswers } from '../core/indicators/figure-table.ts';
import type { Figure } from '../core/indicators/figures.ts';
import type { OwnFigures } from '../core/indicators/own-figures.ts';
import { type FigureQuestion, SPLIT_KEYS } from '../core/indicators/question.ts';
import type { Language } from '../core/vocabulary.ts';
import type { Cell, Table } from '../print/table.ts';
import { textTable } from './tables.ts';

/** The figures as `--format json` prints them. `target` is the number alone; `few` is there for I-22. */
export function reportOf(
  counted: readonly Figure[],
  { period, asOf, organisation }: FigureQuestion,
  language: Language,
) {
  const { indicators: words } = sentencesIn(language);
  return {
    definition: DEFINITION,
    ...period,
    asOf,
    organisation,
    figures: counted.map(({ id, code, numerator, denominator, value, target, pending, split, few }) => ({
      id,
      numerator,
      denominator,
      value,
      target: target?.value ?? null,
      pending,
      split,
      ...(few !== null && { few }),
      text: words.figures[code].definition,
    })),
  };
}

/**
 * The figures as a sheet: one row each, with the question in every row so that sheets can be put together. `own` stand behind
 * them, one row for each number.
 */
export function sheetOf(
  counted: readonly Figure[],
  question: FigureQuestion,
  own: OwnFigures | null,
  language: Language,
): Table {
  const { period, asOf, organisation } = question;
  const { indicators: words } = sentencesIn(language);
  return {
    columns: [
      'indicator',
      'name',
      ...SPLIT_KEYS,
      'numerator',
      'denominator',
      'value',
      'target',
      'targetKind',
      'pending',
      'few',
      'definition',
      'from',
      'to',
      'asOf',
      'ofOrganisation',
      'text',
    ],
    rows: [
      ...counted.map(({ id, code, numerator, denominator, value, target, pending, split, few }) => [
        id,
        words.figures[code].name,
        ...SPLIT_KEYS.map((key) => split?.[key] ?? null),
        numerator,
        denominator,
        value,
        target?.value ?? null,
        target?.kind ?? null,
        pending,
        few,
        DEFINITION,
        period.from,
        period.to,
        asOf,
        organisation,
        words.figures[code].definition,
      ]),
      ...(own ? ownRowsOf(own, question, language) : []),
    ],
  };
}

/**
 * The own figures as rows of the same sheet: `own-returns` and so on, named by their table, by what stands before the number
 * in its row, and by its column. Shares and hours are values, counts numerators.
 */
function ownRowsOf(
  own: OwnFigures,
  { period, asOf, organisation }: FigureQuestion,
  language: Language,
): Table['rows'] {
  return ownFigureTables(own, language).flatMap(({ code, title, note, columns, rows }) => {
    const kindAt = (place: number) => columns[place]?.kind ?? 'text';
    const first = columns.findIndex(({ kind }) => kind !== 'text');
    return rows.flatMap((row) => {
      const about = row.slice(0, first);
      return row.flatMap((cell, place): (readonly Cell[])[] => {
        if (kindAt(place) === 'text' || typeof cell !== 'number') return [];
        const isCount = kindAt(place) === 'number';
        return [
          [
            `own-${code}`,
            [title, ...about, columns[place]?.title].join(' · '),
            ...SPLIT_KEYS.map(() => null),
            isCount ? cell : null,
            null,
            isCount ? null : cell,
            null,
            null,
            0,
            null,
            DEFINITION,
            period.from,
            period.to,
            asOf,
            organisation,
            note,
          ],
        ];
      });
    });
  });
}

/** The figures for a terminal. */
export function tableOf(counted: readonly Figure[], language: Language): Table {
  const { indicators: words } = sentencesIn(language);
  return {
    columns: [
      words.indicator,
      '',
      words.group,
      words.numerator,
      words.denominator,
      words.value,
      words.target,
      words.pending,
    ],
    rows: counted.map(({ id, code, numerator, denominator, value, target, pending, split, few }) => [
      id,
      words.figures[code].name,
      split ? SPLIT_KEYS.flatMap((key) => split[key] ?? []).join(' ') : '',
      numerator,
      denominator,
      `${value === null ? (isFromAnswers(code) ? words.noAnswers : '') : shareWords(value, language)}${few ? ` (${words.few})` : ''}`.trim(),
      target ? targetWords(target, language) : '',
      pending === 0 ? '' : pending,
    ]),
  };
}

/** The definitions of the figures given, one a line. */
export function definitionsOf(counted: readonly Figure[], language: Language): string {
  const { indicators: words } = sentencesIn(language);
  return [...new Set(counted.map(({ code }) => code))]
    .map((code) => `${code}: ${words.figures[code].definition}`)
    .join('\n');
}

/** The own figures as `--format json` prints them. Outreach has a key of its own there. */
export function ownReportOf({ outreach: _, ...own }: OwnFigures): Omit<OwnFigures, 'outreach'> {
  return own;
}

/** The own figures for a terminal: each table that has rows, under its title. */
export function ownTablesText(own: OwnFigures, language: Language): string {
  return ownFigureTables(own, language)
    .filter(({ code, rows }) => rows.length > 0 && code !== 'outreach')
    .map(({ title, columns, rows }) => {
      const cells = rows.map((row) =>
        row.map((cell, place) => cellWords(cell, columns[place]?.kind ?? 'text', language)),
      );
      return `${title}\n${textTable({ columns: columns.map((column) => column.title), rows: cells })}`;
    })
    .join('\n\n');
}

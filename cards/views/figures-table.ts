import { dateWords } from '../../dialogs/dates.ts';
import { targetWords } from '../../dialogs/figure-words.ts';
import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { columnsOf, type WordCell, type WordTable } from '../../dialogs/word-table.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import type { FiguresPage } from '../../src/core/indicators/figures-page.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { ACTORS, type Language } from '../../src/core/vocabulary.ts';
import { shownFigures, splitName } from './figures-page.ts';

/** The figures of a page as they are counted, for a spreadsheet: a row for each figure in all, each month and each part of the split. */
export function figuresTable(page: FiguresPage, language: Language): WordTable {
  const { figures, statement, indicators, labels } = sentencesIn(language);
  const { organisation, period, total, monthly, by, split } = page;
  const { key, definitions, exported } = statement;
  const rowOf = (figure: Figure, group: string, part: string): readonly WordCell[] => {
    const { code, actor, numerator, denominator, value, target, pending } = figure;
    const known = ACTORS.find((one) => one === actor);
    return [
      code,
      indicators.figures[code].name,
      known ? labels.actor[known] : actor,
      group,
      part,
      numerator,
      denominator,
      value,
      target && targetWords(target, language),
      pending === 0 ? null : pending,
      indicators.figures[code].definition,
    ];
  };
  const rows = shownFigures(organisation).flatMap((code) => {
    const ofCode = (all: readonly Figure[]) => all.filter((figure) => figure.code === code);
    return [
      // Figures that are always split by municipality say which.
      ...ofCode(total).map((figure) => {
        const place = figure.split?.municipality;
        return rowOf(
          figure,
          exported.total,
          place === undefined ? '' : splitName('municipality', place, language),
        );
      }),
      ...ofCode(monthly).map((figure) => {
        const month = figure.split?.month;
        return rowOf(figure, exported.month, month === undefined ? '' : dateWords(month, language));
      }),
      ...ofCode(split).map((figure) => {
        const part = figure.split?.[by];
        return rowOf(figure, exported.splits[by], part === undefined ? '' : splitName(by, part, language));
      }),
    ];
  });
  const titles = {
    code: key.columns.code,
    name: key.columns.name,
    actor: statement.referrals.columns.actor,
    group: exported.group,
    part: exported.part,
    numerator: key.columns.numerator,
    denominator: key.columns.denominator,
    value: key.columns.value,
    target: key.columns.target,
    pending: key.columns.pending,
    definition: definitions.columns.definition,
  };
  return {
    code: 'figures',
    title: figures.title(organisationName(organisation)),
    note: periodWords(period, language),
    columns: columnsOf(titles, {
      numerator: 'number',
      denominator: 'number',
      value: 'share',
      pending: 'number',
    }),
    rows,
  };
}

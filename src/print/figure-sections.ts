import { dateWords } from '../../dialogs/dates.ts';
import { targetWords } from '../../dialogs/figure-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { columnsOf, type WordCell } from '../../dialogs/word-table.ts';
import { type FigureCode, isFromAnswers } from '../core/indicators/figure-table.ts';
import type { Figure } from '../core/indicators/figures.ts';
import type { SideFigures } from '../core/indicators/stated.ts';
import { findMunicipality } from '../core/municipalities.ts';
import { organisationName } from '../core/organisation.ts';
import { ACTORS, type Language, REGISTERED_SEGMENTS } from '../core/vocabulary.ts';
import type { Section } from './section.ts';

/** The sections of the agreed figures. A number is taken from the figure as it was counted. */

/** Whom a section is about: `Erhvervshus Midtjylland (Viborg)` where only one municipality's figures are given. */
function sideName({ organisation, municipality }: SideFigures): string {
  const place = municipality === null ? '' : ` (${findMunicipality(municipality)?.name ?? municipality})`;
  return `${organisationName(organisation)}${place}`;
}

const BY_ROWS: readonly FigureCode[] = ['I-01', 'I-02', 'I-22-all', 'I-22-individual'];

/** The name of a figure, with the segment where it is that of one. */
function nameOf({ code, split }: Figure, language: Language): string {
  const { indicators, labels } = sentencesIn(language);
  const { name } = indicators.figures[code];
  const segment = REGISTERED_SEGMENTS.find((one) => one === split?.segment);
  return segment ? `${name} (${labels.registeredSegment[segment]})` : name;
}

/** Figures with one row for the whole side. */
function keyRows({ whole, municipality }: SideFigures, language: Language) {
  const { indicators } = sentencesIn(language);
  return whole
    .filter(
      ({ split, actor, code }) =>
        actor === null &&
        (municipality === null ? split?.municipality === undefined : !BY_ROWS.includes(code)),
    )
    .map((figure) => ({
      figure,
      row: [
        figure.code,
        nameOf(figure, language),
        figure.numerator,
        figure.denominator,
        figure.value ?? (isFromAnswers(figure.code) ? indicators.noAnswers : null),
        figure.target && targetWords(figure.target, language),
        figure.pending === 0 ? null : figure.pending,
      ] satisfies WordCell[],
    }));
}

export function keySection(side: SideFigures, language: Language): Section {
  const { statement } = sentencesIn(language);
  const { key } = statement;
  const rows = keyRows(side, language);
  const drawn = rows.filter(
    ({ figure: { value, target } }) => value !== null && target !== null && target.value <= 1,
  );
  return {
    table: {
      code: 'key',
      title: key.title(sideName(side)),
      note: key.note,
      columns: columnsOf(key.columns, {
        numerator: 'number',
        denominator: 'number',
        value: 'share',
        pending: 'number',
      }),
      rows: rows.map(({ row }) => row),
    },
    chart:
      drawn.length > 0
        ? {
            title: key.chart,
            percent: true,
            names: drawn.map(({ row }) => `${row[0]} ${row[1]}`),
            series: [
              { name: key.share, values: drawn.map(({ figure }) => figure.value) },
              { name: key.target, values: drawn.map(({ figure }) => figure.target?.value ?? null) },
            ],
          }
        : null,
  };
}

export function monthSection(side: SideFigures, language: Language): Section | null {
  const { months: words } = sentencesIn(language).statement;
  const of = (month: string, code: FigureCode) =>
    side.months.find((figure) => figure.code === code && figure.split?.month === month);
  const months = [...new Set(side.months.flatMap(({ split }) => split?.month ?? []))].sort();
  if (months.length === 0) return null;
  const rows = months.map((month) => [
    dateWords(month, language),
    of(month, 'I-12')?.denominator ?? 0,
    of(month, 'I-11-reported')?.numerator ?? 0,
    of(month, 'I-11-reported')?.denominator ?? 0,
    of(month, 'I-71-handovers')?.numerator ?? null,
  ]);
  const numbers = { begun: 'number', inTime: 'number', promises: 'number', handovers: 'number' } as const;
  return {
    table: {
      code: 'months',
      title: `${words.title}, ${sideName(side)}`,
      note: words.note,
      columns: columnsOf(words.columns, numbers),
      rows,
    },
    chart: {
      title: words.chart,
      percent: false,
      names: rows.map(([name]) => String(name)),
      series: [{ name: words.columns.begun, values: rows.map(([, begun]) => Number(begun)) }],
    },
  };
}

export function placeSection(side: SideFigures, language: Language): Section | null {
  const { places: words } = sentencesIn(language).statement;
  const codes = [...new Set(side.whole.flatMap(({ split }) => split?.municipality ?? []))].sort();
  if (codes.length === 0 || side.municipality !== null) return null;
  const of = (municipality: string, code: FigureCode) =>
    side.whole.find((figure) => figure.code === code && figure.split?.municipality === municipality);
  const rows = codes.map((code): WordCell[] => [
    findMunicipality(code)?.name ?? code,
    of(code, 'I-71-users')?.numerator ?? null,
    of(code, 'I-22-all')?.numerator ?? null,
    of(code, 'I-22-all')?.value ?? null,
    of(code, 'I-22-individual')?.numerator ?? null,
    of(code, 'I-22-individual')?.value ?? null,
    of(code, 'I-01')?.numerator ?? null,
    of(code, 'I-02')?.numerator ?? null,
  ]);
  const column = rows.some((row) => row[1] !== null) ? 1 : 6;
  return {
    table: {
      code: 'places',
      title: `${words.title}, ${sideName(side)}`,
      note: words.note,
      columns: columnsOf(words.columns, {
        users: 'number',
        services: 'number',
        deviation: 'share',
        individual: 'number',
        individualDeviation: 'share',
        entrepreneurs: 'number',
        growth: 'number',
      }),
      rows,
    },
    chart:
      rows.length > 1
        ? {
            title: column === 1 ? words.chart : words.columns.entrepreneurs,
            percent: false,
            names: rows.map(([name]) => String(name)),
            series: [
              {
                name: words.columns.users,
                values: rows.map((row) => (row[column] === null ? null : Number(row[column]))),
              },
            ],
          }
        : null,
  };
}

export function referralSection(side: SideFigures, language: Language): Section {
  const { statement, labels } = sentencesIn(language);
  const { referrals: words } = statement;
  const nameOf = (actor: string | null) => {
    const known = ACTORS.find((code) => code === actor);
    return known ? labels.actor[known] : (actor ?? '');
  };
  const rows = side.whole
    .filter(({ code, numerator }) => code === 'I-53' && numerator > 0)
    .sort((a, b) => b.numerator - a.numerator)
    .map(({ actor, numerator }): WordCell[] => [nameOf(actor), numerator]);
  return {
    table: {
      code: 'referrals',
      title: `${words.title}, ${sideName(side)}`,
      note: words.note,
      columns: columnsOf(words.columns, { referrals: 'number' }),
      rows,
    },
    chart: null,
  };
}

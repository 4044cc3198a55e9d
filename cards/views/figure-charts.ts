import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Chart, Series } from '../../dialogs/word-chart.ts';
import type { PeriodFigures } from '../../src/core/indicators/answers.ts';
import type { FigureCode } from '../../src/core/indicators/figure-table.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/** A chart of the agreed figures, with the figures that it draws. */
export interface FigureChart {
  readonly chart: Chart;
  readonly codes: readonly FigureCode[];
}

/** What the charts of some periods share. */
interface Drawn {
  /** The oldest first. */
  readonly periods: readonly PeriodFigures[];
  readonly language: Language;
}

/** Counts of the Erhvervshus that are one number each. */
const COUNTS: readonly FigureCode[] = [
  'I-36',
  'I-37',
  'I-38-individual',
  'I-38-collective',
  'I-42',
  'I-71-handovers',
];

/** Deviations either way, a difference of shares, and two numbers against each other: no shares of something. */
const NO_SHARES: readonly FigureCode[] = [
  'I-22-all',
  'I-22-individual',
  'I-24',
  'I-38-individual',
  'I-38-collective',
];

const rowsOf = ({ figures }: PeriodFigures, code: FigureCode) =>
  figures.filter((figure) => figure.code === code);

/** The bar's name: the code as in the table, and a word. */
function barName(code: FigureCode, language: Language): string {
  const { charts } = sentencesIn(language).figures;
  return `${code.replace(/-[a-z].*$/, '')} ${charts.bars[code]}`;
}

function seriesOf<Name>(
  { periods, language }: Drawn,
  names: readonly Name[],
  numberOf: (period: PeriodFigures, name: Name) => number | null,
): readonly Series[] {
  return periods.flatMap((one) => {
    const values = names.map((name) => numberOf(one, name));
    const isCounted = values.some((value) => value !== null);
    return isCounted ? [{ name: periodWords(one.period, language), values }] : [];
  });
}

/** The share of a figure that has one row; null where it cannot be counted. */
function shareOf(period: PeriodFigures, code: FigureCode): number | null {
  const [first, ...more] = rowsOf(period, code);
  return first && more.length === 0 && first.denominator !== null ? first.value : null;
}

/** The shares beside the targets that they are measured against. */
function sharesChart(drawn: Drawn, asked: readonly FigureCode[]): FigureChart {
  const { periods, language } = drawn;
  const { figures, indicators } = sentencesIn(language);
  const codes = asked.filter(
    (code) => !NO_SHARES.includes(code) && periods.some((one) => shareOf(one, code) !== null),
  );
  const targets = codes.map((code) => {
    const target = periods.flatMap((one) => rowsOf(one, code)[0]?.target ?? [])[0];
    return target && target.value <= 1 ? target.value : null;
  });
  const isAgreed = targets.some((target) => target !== null);
  return {
    codes,
    chart: {
      title: figures.charts.shares,
      percent: true,
      axis: indicators.indicator,
      names: codes.map((code) => barName(code, language)),
      series: [
        ...seriesOf(drawn, codes, shareOf),
        ...(isAgreed ? [{ name: figures.charts.target, values: targets, target: true }] : []),
      ],
    },
  };
}

function countsChart(drawn: Drawn, asked: readonly FigureCode[]): FigureChart {
  const { figures, indicators } = sentencesIn(drawn.language);
  const codes = asked.filter((code) => COUNTS.includes(code));
  return {
    codes,
    chart: {
      title: figures.charts.counts,
      percent: false,
      axis: indicators.indicator,
      names: codes.map((code) => barName(code, drawn.language)),
      series: seriesOf(drawn, codes, (one, code) => rowsOf(one, code)[0]?.numerator ?? 0),
    },
  };
}

/** The rows of one figure that are not 0 in every period. */
function rowsChart(
  drawn: Drawn,
  code: FigureCode,
  nameOf: (figure: Figure) => string,
  words: Pick<Chart, 'title' | 'axis' | 'whole'>,
): FigureChart {
  const { periods } = drawn;
  const some = periods.flatMap((one) => rowsOf(one, code).filter(({ numerator }) => numerator > 0));
  const names = [...new Set(some.map(nameOf))];
  const counts = (one: PeriodFigures, name: string) =>
    rowsOf(one, code).find((row) => nameOf(row) === name)?.numerator ?? 0;
  // A period without any is left out: a ring of the other one says more than bars beside nothing.
  const used = periods.filter((one) => names.some((name) => counts(one, name) > 0));
  const [only] = used;
  const title = used.length === 1 && only ? periodWords(only.period, drawn.language) : null;
  return {
    codes: [code],
    chart: {
      ...words,
      title: title === null ? words.title : `${words.title}, ${title}`,
      percent: false,
      names,
      series: seriesOf({ ...drawn, periods: used }, names, counts),
    },
  };
}

/**
 * The agreed figures as charts: shares with their targets, the counts of a house, referrals by actor, users by municipality.
 * `rowName` names a row of a figure that has several.
 */
export function figureCharts(
  periods: readonly PeriodFigures[],
  codes: readonly FigureCode[],
  language: Language,
  rowName: (figure: Figure, language: Language) => string,
): readonly FigureChart[] {
  const { charts } = sentencesIn(language).figures;
  const drawn: Drawn = {
    periods: periods.toSorted((a, b) => a.period.from.localeCompare(b.period.from)),
    language,
  };
  const nameOf = (figure: Figure) => rowName(figure, language);
  return [
    sharesChart(drawn, codes),
    countsChart(drawn, codes),
    rowsChart(drawn, 'I-53', nameOf, { title: charts.referrals, axis: charts.actor, whole: true }),
    rowsChart(drawn, 'I-71-users', nameOf, { title: charts.users, axis: charts.municipality }),
  ];
}

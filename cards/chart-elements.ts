import { sentencesIn } from '../dialogs/sentences.ts';
import type { Chart } from '../dialogs/word-chart.ts';
import type { CardElement } from './card-element.ts';
import type { Drawing } from './drawing.ts';
import { labelText } from './plain.ts';
import type { Block, Pictured } from './view.ts';

/**
 * Charts as Teams draws them beside version 1.5 of Adaptive Cards. Each falls back to its part of the table, and where
 * charts are drawn a button opens the table: a chart says neither what a share is made of nor its target.
 */

/** Numbers as the table writes them: shares as percentages with one decimal. */
const numberOf = (value: number, percent: boolean) => Number((percent ? value * 100 : value).toFixed(1));

interface Point {
  readonly x: string;
  readonly y: number;
}

/** The points of each series; a name without a number has none. */
function pointsOf({ names, series, percent }: Chart): readonly (readonly Point[])[] {
  return series.map(({ values }) =>
    values.flatMap((value, at) =>
      value === null ? [] : [{ x: labelText(names[at] ?? ''), y: numberOf(value, percent) }],
    ),
  );
}

/** The element that draws a chart: parts of a whole as a ring, one series as bars with their names, several side by side. */
function drawnAs(chart: Chart, drawing: Drawing): CardElement {
  const { title, percent, whole, axis, series } = chart;
  const { charts } = sentencesIn(drawing.language).card;
  const [points = [], ...others] = pointsOf(chart);
  const shown = labelText(title);
  const titled = { title: shown, showTitle: true, colorSet: 'categorical' };
  if (whole && others.length === 0) {
    const parts = points.filter(({ y }) => y > 0);
    const sum = parts.reduce((total, { y }) => total + y, 0);
    return {
      type: 'Chart.Donut',
      ...titled,
      value: String(numberOf(sum, false)),
      data: parts.map(({ x, y }) => ({ legend: `${x}: ${y}`, value: y })),
    };
  }
  const unit = percent ? charts.percent : charts.number;
  // Without an axis the name stands whole above its bar, and the number at the end.
  if (others.length === 0)
    return {
      type: 'Chart.HorizontalBar',
      ...titled,
      title: percent ? `${shown} (${unit.toLowerCase()})` : shown,
      displayMode: 'AbsoluteNoAxis',
      data: points,
    };
  return {
    type: 'Chart.VerticalBar.Grouped',
    ...titled,
    ...(axis !== undefined && { xAxisTitle: labelText(axis) }),
    yAxisTitle: unit,
    showBarValues: true,
    data: [points, ...others].map((values, at) => ({
      legend: labelText(series[at]?.name ?? ''),
      ...(series[at]?.target && { color: 'neutral' }),
      values,
    })),
  };
}

/** Numbers as charts, what is not drawn below them, and the table of what is drawn behind a button. */
export function picturedElements({ pictures, rest }: Pictured, drawing: Drawing): CardElement[] {
  const elements = (blocks: readonly Block[]) => blocks.flatMap((block) => drawing.draw(block));
  const charts = pictures.map(
    ({ chart, table }): CardElement => ({
      ...drawnAs(chart, drawing),
      spacing: 'Medium',
      fallback: { type: 'Container', items: elements(table) },
    }),
  );
  if (charts.length === 0) return elements(rest);
  drawing.sections += 1;
  const id = `numbers${drawing.sections}`;
  const title = sentencesIn(drawing.language).card.charts.table;
  return [
    ...charts,
    // Clients without charts show the table in place of them, and need no button for it.
    {
      type: 'CompoundButton',
      title,
      icon: { name: 'Table' },
      spacing: 'Small',
      selectAction: { type: 'Action.ToggleVisibility', title, targetElements: [id] },
      fallback: 'drop',
    },
    {
      type: 'Container',
      id,
      isVisible: false,
      spacing: 'Small',
      items: pictures.flatMap(({ table }) => elements(table)),
    },
    ...elements(rest),
  ];
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { byteLength } from '../../cards/fitted.ts';
import { toText } from '../../cards/text.ts';
import type { Block, Pictured, View } from '../../cards/view.ts';
import { viewOf } from '../../cards/view-of.ts';
import { toBlockKit } from '../../src/channels/slack/block-kit.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { PeriodFigures } from '../../src/core/indicators/answers.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import { FIGURES_SAMPLES } from './figures-samples.ts';

/** The figures as charts that Teams draws: the numbers of the table, and the table itself where no chart is drawn. */

const element = z.looseObject({ type: z.string() });
const point = z.object({ x: z.string(), y: z.number() });
const series = z.array(
  z.object({ legend: z.string(), color: z.string().optional(), values: z.array(point) }),
);
const ring = z.array(z.object({ legend: z.string(), value: z.number() }));

type Element = z.infer<typeof element>;

const body = (view: View): readonly Element[] => z.array(element).parse(toAdaptiveCard(view).body);
const chartsOn = (view: View) => body(view).filter(({ type }) => type.startsWith('Chart.'));

/** Every text of elements, one after another. */
function texts(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  const read = z.record(z.string(), z.unknown()).safeParse(node);
  if (!read.success) return [];
  return Object.entries(read.data).flatMap(([key, value]) =>
    typeof value === 'string' ? (['text', 'title', 'value'].includes(key) ? [value] : []) : texts(value),
  );
}

/** The numbers that a chart draws, by what they are of, targets left out. */
function numbersOf({ type, data }: Element): readonly { readonly of: string; readonly value: number }[] {
  if (type === 'Chart.Donut') return ring.parse(data).map(({ legend, value }) => ({ of: legend, value }));
  if (type === 'Chart.HorizontalBar')
    return z
      .array(point)
      .parse(data)
      .map(({ x, y }) => ({ of: x, value: y }));
  return series
    .parse(data)
    .filter(({ color }) => color === undefined)
    .flatMap(({ values }) => values.map(({ x, y }) => ({ of: x, value: y })));
}

const words = (value: number, language: Language) =>
  String(value).replace('.', language === 'da' ? ',' : '.');

/** The blocks within a view's charts and beside them. */
const pictured = ({ blocks }: View) => blocks.filter((block): block is Pictured => block.kind === 'pictured');
const asTable = (view: View): View => ({
  ...view,
  blocks: view.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'pictured' ? block.table : [block],
  ),
});

const views = Object.entries(FIGURES_SAMPLES).flatMap(([name, answer]) =>
  LANGUAGES.map((language) => [name, language, viewOf(answer, language)] as const),
);

describe('the card of figures', () => {
  it.each(views)(
    'draws "%s" in %s with the numbers of the table that each chart falls back to',
    (_name, language, view) => {
      const charts = chartsOn(view);
      expect(charts.length).toBeGreaterThan(0);
      for (const chart of charts) {
        const table = texts(chart.fallback).join('\n');
        const numbers = numbersOf(chart);
        expect(numbers.length).toBeGreaterThan(1);
        for (const { of, value } of numbers) {
          const [code = ''] = of.split(/ |: \d/);
          expect(table, `${of} ${value}`).toContain(
            /^I-\d/.test(code) ? code : (of.split(/ → |: \d/)[0] ?? ''),
          );
          expect(table, `${of} ${value}`).toMatch(
            new RegExp(`(?<![\\d,.])${words(value, language)}(?:[,.]0)?(?!\\d)`),
          );
        }
      }
    },
  );

  it.each(views)(
    'says "%s" in %s with a title, a unit and names, never by colour alone',
    (_name, _language, view) => {
      for (const { title, showTitle, type, data, yAxisTitle, showBarValues, displayMode } of chartsOn(view)) {
        expect(title).toMatch(/\p{L}{3}/u);
        expect(showTitle).toBe(true);
        if (type === 'Chart.VerticalBar.Grouped') {
          expect(yAxisTitle).toMatch(/^(?:Procent|Antal|Per cent|Number)$/);
          expect(showBarValues).toBe(true);
          const legends = series.parse(data).map(({ legend }) => legend);
          expect(new Set(legends).size).toBe(legends.length);
          for (const { values } of series.parse(data))
            expect(new Set(values.map(({ x }) => x)).size).toBe(values.length);
        }
        if (type === 'Chart.HorizontalBar') expect(displayMode).toBe('AbsoluteNoAxis');
        if (type === 'Chart.Donut')
          for (const { legend, value } of ring.parse(data)) expect(legend).toMatch(new RegExp(`: ${value}$`));
      }
    },
  );

  it.each(views)(
    'has the table of "%s" in %s behind a button, and all of it in clients without charts',
    (_name, _language, view) => {
      const elements = body(view);
      const buttons = elements.filter(({ type }) => type === 'CompoundButton');
      expect(buttons).toHaveLength(pictured(view).length);
      for (const { selectAction, fallback } of buttons) {
        const [id] = z.object({ targetElements: z.array(z.string()) }).parse(selectAction).targetElements;
        expect(elements.find((one) => one.id === id)).toMatchObject({ type: 'Container', isVisible: false });
        expect(fallback).toBe('drop');
      }
      // Without charts each line of the table stands there once.
      const older = elements
        .filter(({ type, id }) => type !== 'CompoundButton' && !String(id).startsWith('numbers'))
        .flatMap(({ fallback, ...one }) => texts(fallback ?? one))
        .toSorted();
      const headings = new Set(older.filter((one, at) => one === older[at - 1]));
      const table = texts(toAdaptiveCard(asTable(view)).body).toSorted();
      const once = (lines: readonly string[]) => lines.filter((one) => !headings.has(one));
      expect(once(older)).toEqual(once(table));
      for (const heading of headings) expect(table).toContain(heading);
    },
  );

  it.each(views)('is the table of "%s" in %s in Slack and as text', (_name, _language, view) => {
    expect(toBlockKit(view)).toEqual(toBlockKit(asTable(view)));
    expect(toText(view)).toBe(toText(asTable(view)));
  });
});

const AS_OF = '2026-11-27T09:00:00.000Z';
const period = { from: '2026-11-01', to: '2026-11-30' };
const question = { period, asOf: AS_OF, by: [], municipalities: new Map() };
const answered = (
  organisation: 'les-791' | 'ehm-midtjylland',
  periods: readonly PeriodFigures[],
): Answer => ({
  kind: 'figures',
  organisation,
  asOf: AS_OF,
  periods,
});

describe('a chart', () => {
  it.each(['les-791', 'ehm-midtjylland'] as const)(
    'of nothing is not drawn: %s without a case',
    (organisation) => {
      const empty = { period, figures: figures([], { ...question, organisation }), outreach: null };
      const view = viewOf(answered(organisation, [empty]), 'da');
      expect(chartsOn(view)).toEqual([]);
      expect(body(view)).toEqual(body(asTable(view)));
    },
  );

  it('of one bar is not drawn, and one with a grey zone only says it in words', () => {
    const sample = FIGURES_SAMPLES['grey zones'];
    if (sample?.kind !== 'figures') throw new Error('there is no sample of grey zones');
    const [first] = sample.periods;
    const [zone] = first?.own?.greyZones ?? [];
    if (!first?.own || !zone) throw new Error('the sample has no grey zone');
    const one = { ...sample, periods: [{ ...first, own: { ...first.own, greyZones: [zone] } }] };
    expect(chartsOn(viewOf(one, 'da'))).toEqual([]);
  });

  it('has the targets as bars of their own, with words', () => {
    const office = FIGURES_SAMPLES['figures of an office'];
    if (!office) throw new Error('there is no sample of an office');
    const [shares] = chartsOn(viewOf(office, 'da'));
    const target = series.parse(shares?.data).find(({ color }) => color === 'neutral');
    expect(target?.legend).toBe('Mål eller pejlemærke');
    expect(target?.values).toContainEqual({ x: 'I-10 henvist', y: 80 });
  });

  it('of a period without numbers leaves its bars out', () => {
    const office = FIGURES_SAMPLES['figures of an office'];
    if (!office) throw new Error('there is no sample of an office');
    const [shares] = chartsOn(viewOf(office, 'en'));
    expect(series.parse(shares?.data).map(({ legend }) => legend)).toEqual([
      'November 2026',
      'Target or guideline',
    ]);
  });

  it('goes before the message is too long for Teams, and the table stays', () => {
    const house = FIGURES_SAMPLES['figures of a house'];
    if (house?.kind !== 'figures') throw new Error('there is no sample of a house');
    const long = { ...house, periods: [...house.periods, ...house.periods] };
    const view = viewOf(long, 'da');
    const card = toAdaptiveCard(view);
    expect(byteLength(JSON.stringify(card))).toBeLessThanOrEqual(23_500);
    expect(chartsOn(view)).toEqual([]);
    expect(texts(card.body).join('\n')).toContain('I-71 Overleveringer fra lokal erhvervsservice');
  });
});

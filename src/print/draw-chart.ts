import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { shareWords } from '../../dialogs/figure-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Chart } from '../../dialogs/word-chart.ts';
import type { Language } from '../core/vocabulary.ts';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const WIDTH = 680;
const BAR = 18;
const MARGIN = 60;
const NAMES = 240;
/** Dark and light, told apart in black and white too. */
const COLOURS = ['#0b4f6c', '#c9a227'];

/** Numbered marks for a script in a browser, and what a pointer does: with them no two pages would be the same. */
const FOR_A_BROWSER = / (?:class="zr[^"]*"|ecmeta_\w+="[^"]*")|<style[^>]*>.*?<\/style>/gs;

/** A chart as SVG, drawn without a browser: horizontal bars, each with its number. */
export function drawChart({ percent, names, series }: Chart, language: Language): string {
  const height = names.length * (BAR * series.length + 10) + MARGIN;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const { decimalSign } = sentencesIn(language).indicators;
  const words = (value: number) =>
    percent ? shareWords(value, language) : String(Math.round(value * 10) / 10).replace('.', decimalSign);
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: 'Arial, Helvetica, sans-serif', fontSize: 12, color: '#1a1a1a' },
    grid: { left: NAMES, right: 70, top: series.length > 1 ? 34 : 8, bottom: 8 },
    ...(series.length > 1 && { legend: { top: 0, left: NAMES, selectedMode: false } }),
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisTick: { show: false },
      axisLabel: { width: NAMES - 20, overflow: 'break', interval: 0, color: '#1a1a1a' },
    },
    series: series.map(({ name, values }) => ({
      type: 'bar' as const,
      name,
      silent: true,
      barWidth: BAR - 4,
      data: values.map((value) => value ?? '-'),
      label: {
        show: true,
        position: 'right' as const,
        color: '#1a1a1a',
        formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? words(value) : ''),
      },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg.replace(FOR_A_BROWSER, '');
}

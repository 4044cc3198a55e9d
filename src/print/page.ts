import { sentencesIn } from '../../dialogs/sentences.ts';
import { cellWords, type WordTable } from '../../dialogs/word-table.ts';
import type { Language } from '../core/vocabulary.ts';
import { drawChart } from './draw-chart.ts';
import type { Section, StatementDocument } from './section.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? letter);

const STYLE = `
@page { size: A4; margin: 16mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.45 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; max-width: 182mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm; }
h2 { font-size: 14pt; margin: 9mm 0 2mm; break-after: avoid; }
p { margin: 0 0 3mm; }
nav ol { margin: 0 0 4mm; padding-left: 8mm; }
a { color: #0b4f6c; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm; border-bottom: 0.3mm solid #767676; }
thead th { border-bottom-width: 0.6mm; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.chart { margin: 0 0 4mm; break-inside: avoid; }
.chart svg { width: 100%; height: auto; display: block; }
@media print { body { padding: 0; max-width: none; } .wide { overflow: visible; } a { color: inherit; text-decoration: none; } }
`;

function tableHtml({ title, columns, rows }: WordTable, language: Language): string {
  const classOf = (place: number) => {
    const kind = columns[place]?.kind ?? 'text';
    return kind === 'text' || kind === 'day' ? '' : ' class="number"';
  };
  const head = columns.map(
    (column, place) => `<th scope="col"${classOf(place)}>${escaped(column.title)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, place) => {
      const words = escaped(cellWords(cell, columns[place]?.kind ?? 'text', language));
      return place === 0 ? `<th scope="row">${words}</th>` : `<td${classOf(place)}>${words}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(title)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

function sectionHtml({ table, chart }: Section, place: number, language: Language): string {
  const { statement } = sentencesIn(language);
  const drawn =
    chart &&
    `<div class="chart" role="img" aria-label="${escaped(statement.chartOf(chart.title))}">${drawChart(chart, language)}</div>`;
  return [
    '<section>',
    `<h2 id="s${place}">${escaped(table.title)}</h2>`,
    table.note && `<p>${escaped(table.note)}</p>`,
    drawn,
    table.rows.length > 0 ? tableHtml(table, language) : `<p>${escaped(statement.nothing)}</p>`,
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The document as one page of HTML that prints on A4: no script, nothing from elsewhere. */
export function pageOf({ language, title, about, sections }: StatementDocument): string {
  const { statement } = sentencesIn(language);
  const contents = sections.map(
    ({ table }, place) => `<li><a href="#s${place}">${escaped(table.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
<nav aria-label="${escaped(statement.contents)}"><ol>
${contents.join('\n')}
</ol></nav>
${sections.map((section, place) => sectionHtml(section, place, language)).join('\n')}
</main>
</body>
</html>
`;
}

import { visibleText } from './plain.ts';

/** Text with the signs escaped that mean something in HTML, for content and quoted attributes. */
export function html(text: string): string {
  return visibleText(text)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A section under its heading. */
export function section(title: string, content: string): string {
  return content === '' ? '' : `<section>\n<h2>${html(title)}</h2>\n${content}\n</section>`;
}

/** A table with a heading for each row: what is known of one thing. Values that are missing are left out. */
export function factTable(
  caption: string,
  rows: readonly (readonly [label: string, value: string | null | undefined])[],
): string {
  const known = rows.flatMap(([label, value]) =>
    value ? [`<tr><th scope="row">${html(label)}</th><td>${html(value)}</td></tr>`] : [],
  );
  return known.length === 0
    ? ''
    : `<table>\n<caption>${html(caption)}</caption>\n<tbody>\n${known.join('\n')}\n</tbody>\n</table>`;
}

/** A table with a heading for each column. Empty without rows. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null | undefined)[])[],
): string {
  if (rows.length === 0) return '';
  const head = columns.map((column) => `<th scope="col">${html(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell ?? '')}</td>`).join('')}</tr>`);
  return `<table>\n<caption>${html(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** For paper of A4 and for the screen; nothing is loaded from elsewhere, so that the file keeps as it is. */
const STYLE = `@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 178mm; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 16pt; } h2 { font-size: 12.5pt; margin: 1.4em 0 0.4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #767676; padding: 0.25em 0.5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { background: #f1f1f1; } tbody th { width: 32%; } tr { break-inside: avoid; } thead { display: table-header-group; }
@media print { body { margin: 0; padding: 0; max-width: none; } }`;

/** A whole document, which loads nothing and runs nothing. */
export function htmlDocument(language: string, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${html(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

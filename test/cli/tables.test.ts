import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/cli/command.ts';
import { textTable, writeTable } from '../../src/cli/tables.ts';
import type { Table, TableFormat } from '../../src/print/table.ts';
import { anyText, seen } from '../cards/typed-words.ts';

const tableOf = (cells: readonly string[]): Table => ({
  columns: ['name', 'change'],
  rows: cells.map((cell) => [cell, -1]),
});

/** The bytes that a table is written to a file as. */
async function written(table: Table, format: TableFormat): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  const world: Partial<World> = {
    async write(_, content) {
      bytes = new Uint8Array(content);
    },
  };
  await writeTable(table, format, { values: { out: 'x' }, positionals: [] }, world as World);
  return bytes;
}

const csv = async (cells: readonly string[]) =>
  Buffer.from(await written(tableOf(cells), 'csv')).toString('utf8');

describe('a table as CSV', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ["A;=cmd|'/c calc'!A1", `"A;'=cmd|'/c calc'!A1"`],
    ['A; \t=1+1', `"A;' \t'=1+1"`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['to\n-linjer', `"to\n'-linjer"`],
    ['tlf. -5 grader; ok', `"tlf. -5 grader; ok"`],
    ['Hansen & Søn', 'Hansen & Søn'],
  ])('holds no formula, wherever a spreadsheet splits it: %s', async (cell, expected) => {
    expect(await csv([cell])).toBe(`\ufeffname,change\n${expected},-1\n`);
  });

  it('holds none, whatever was typed', () =>
    fc.assert(
      fc.asyncProperty(anyText, async (typed) => {
        const [, ...lines] = (await csv([typed])).split(/[\r\n]+/);
        const parts = lines
          .join('\n')
          .split(/[;\t\n]/)
          .map((part) => part.replace(/^["\s]+/, ''));
        // The last part ends in the number of the second column.
        for (const part of parts.slice(0, -1)) expect(part).not.toMatch(/^[=+@-]/);
      }),
      { numRuns: 500 },
    ));
});

describe('a table as a workbook', () => {
  it('holds texts, and nothing that XML cannot hold', async () => {
    const cells = ['=1+1', '@SUM(A1)', 'a\u0000b\u001b[2J', '\ud800', '<b>&'];
    const parts = unzipSync(await written(tableOf(cells), 'xlsx'));
    const xml = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(xml).not.toMatch(/<f>|<f /);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in the file
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).toContain('=1+1');
    expect(xml).toContain('&lt;b&gt;&amp;');
  });
});

describe('a table on a terminal', () => {
  it('has one line a row, and moves no cursor', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant('\u001b[2J\u001b[1;1Hgotcha\r\nrow')), (typed) => {
        const lines = textTable(tableOf([typed])).split('\n');
        expect(lines).toHaveLength(2);
        expect(lines[1]).not.toMatch(/\p{Cc}/u);
        expect(seen(lines[1] ?? '')).toBe(seen(`${typed} -1`));
      }),
    );
  });
});

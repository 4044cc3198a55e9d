import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatOf, openTeamsWorld } from '../flows/teams-world.ts';
import { mayLeaveOut, opened, whyLeftOut } from '../support/libreoffice.ts';
import { runWith } from './cli-world.ts';

const title = mayLeaveOut ? `a workbook in LibreOffice (${whyLeftOut})` : 'a workbook in LibreOffice';

/** A cell as LibreOffice read it: its type and value, and the text that it shows. */
interface Cell {
  readonly type: string;
  readonly value: string | undefined;
  readonly text: string;
}

/** The rows of the first sheet. */
function rowsOf(document: string): readonly (readonly Cell[])[] {
  return [...document.matchAll(/<table:table-row.*?<\/table:table-row>/gs)].map(([row]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, attributes = '', content = '']): Cell[] => {
        const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
        const cell: Cell = {
          type: of('office:value-type') ?? 'empty',
          value: of('office:date-value') ?? of('office:value') ?? of('office:boolean-value'),
          text: content.replace(/<[^>]*>/g, '').trim(),
        };
        const times = Number(of('table:number-columns-repeated') ?? 1);
        return Array.from({ length: Math.min(times, 200) }, () => cell);
      },
    ),
  );
}

describe.skipIf(mayLeaveOut)(title, () => {
  it('has Danish letters, real dates and numbers, and executes nothing', async () => {
    const data = mkdtempSync(join(tmpdir(), 'indgang-workbook-'));
    const world = await openTeamsWorld({}, { data });
    const chat = chatOf('anna-holm');
    const [form] = await world.say('anna-holm', chat, 'ny');
    const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
      cvr: '25313763',
      contactName: 'Søren Ærø Åberg',
      areas: 'networks-courses',
      description: '=HYPERLINK("https://example.com";"Æblegrød på Ø")',
    });
    await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
    await world.close();
    const { written } = await runWith([
      'cases',
      'export',
      '--format',
      'xlsx',
      '--out',
      'sager.xlsx',
      '--data',
      data,
    ]);
    rmSync(data, { recursive: true, force: true });
    const document = await opened(written.get('sager.xlsx') ?? new Uint8Array());
    const [head = [], row = []] = rowsOf(document);
    const cell = (column: string) => row[head.findIndex(({ text }) => text === column)];
    expect(cell('contactName')).toMatchObject({ type: 'string', text: 'Søren Ærø Åberg' });
    expect(cell('description')).toMatchObject({
      type: 'string',
      text: expect.stringContaining('Æblegrød på Ø'),
    });
    // Ten in the morning in Denmark.
    expect(cell('createdAt')).toMatchObject({ type: 'date', value: '2026-11-20T10:00:00' });
    expect(cell('founded')).toMatchObject({ type: 'date', value: '2024-05-01' });
    expect(cell('hours')).toMatchObject({ type: 'float', value: '0' });
    expect(cell('cvr')).toMatchObject({ type: 'string', text: '25313763' });
    // LibreOffice writes what is true or false as a function.
    const formulas = [...document.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula);
    expect([...new Set(formulas)].sort()).toEqual(
      ['of:=FALSE()', 'of:=TRUE()'].filter((one) => formulas.includes(one)),
    );
    expect(document).not.toMatch(/<text:a |<script/);
  }, 120_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillYear } from '../support/generated-year.ts';
import { runWith } from './cli-world.ts';

/** The own figures in the sheet of `indgang indicators`: the numbers of its JSON, a row each. */

const ROWS = z.array(
  z.object({ indicator: z.string(), name: z.string(), numerator: z.string(), value: z.string() }),
);
const REPORT = z.object({
  own: z.object({
    late: z.array(z.object({ promises: z.number() })),
    returns: z.array(z.object({ answered: z.number(), returned: z.number(), rate: z.number().nullable() })),
    waiting: z.array(z.object({ untilAnswer: z.number().nullable() })),
  }),
});
const ASKED = ['indicators', '--from', '2026-01-01', '--to', '2026-12-31', '--as-of', '2027-01-15T12:00:00Z'];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-own-'));
  await fillYear(folder, 2026, 60);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runWith([...ASKED, '--data', folder, ...argv], {});

describe('the sheet of the figures', () => {
  it('holds each number of the own figures, as the JSON has it', async () => {
    const { own } = REPORT.parse(JSON.parse((await run('--format', 'json')).out.join('\n')));
    const csv = (await run('--format', 'csv')).out.join('\n');
    const rows = ROWS.parse(parse(csv, { columns: true }));
    const of = (code: string) => rows.filter(({ indicator }) => indicator === code);
    const numbers = (code: string, column: 'numerator' | 'value') =>
      of(code).flatMap((row) => (row[column] === '' ? [] : [Number(row[column])]));
    expect(own.returns.length).toBeGreaterThan(0);
    expect(numbers('own-late', 'numerator')).toEqual(own.late.map(({ promises }) => promises));
    expect(numbers('own-returns', 'numerator')).toEqual(
      own.returns.flatMap(({ answered, returned }) => [answered, returned]),
    );
    expect(numbers('own-returns', 'value')).toEqual(own.returns.flatMap(({ rate }) => rate ?? []));
    expect(new Set(of('own-returns').map(({ name }) => name)).size).toBe(of('own-returns').length);
  });
});

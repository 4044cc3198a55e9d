import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Area } from '../../src/core/vocabulary.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { fillYear } from '../support/generated-year.ts';
import { runWith } from './cli-world.ts';

/** `indgang demand`: what companies asked for, and that nobody can be told from it. */

let folder: string;
const PERIOD = ['--from', '2026-01-01', '--to', '2026-12-31', '--as-of', '2027-01-15T12:00:00Z'];
const run = (...argv: string[]) => runWith(['demand', ...PERIOD, '--data', folder, ...argv]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-demand-'));
  await fillYear(folder, 2026, 400);
  const database = await openDatabase({ path: join(folder, 'indgang.db') });
  let ids = 0;
  const add = (text: string, areas: readonly Area[], at: string, draftId: string | null) =>
    createUnitOfWork(database, () => `id${++ids}`).run(({ examples }) =>
      examples.add({ text, areas, at, draftId }),
    );
  for (const number of [1, 2, 3, 4, 5])
    await add(
      `Vil have krydderurter, ring til Mette Hansen 40411234, ${number}`,
      ['other'],
      '2026-05-01T10:00:00Z',
      `d${number}`,
    );
  for (const number of [1, 2, 3, 4])
    await add('skimmelsvamp', ['premises-sites'], '2026-05-01T10:00:00Z', `e${number}`);
  // One enquiry that was corrected again and again is one.
  for (const _ of [1, 2, 3, 4, 5, 6]) await add('vinterbader', ['other'], '2026-05-01T10:00:00Z', 'f1');
  for (const number of [1, 2, 3, 4, 5]) await add('forrige', ['other'], '2025-05-01T10:00:00Z', `g${number}`);
  await database.destroy();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = z.array(
  z.object({
    kind: z.enum(['word', 'need']),
    word: z.string().nullable(),
    month: z.string().nullable(),
    municipality: z.string().nullable(),
    need: z.string(),
    count: z.number().nullable(),
    few: z.boolean(),
  }),
);

describe('indgang demand', () => {
  it('gives words first, then the needs outside the list, by month and municipality', async () => {
    const { out, status } = await run('--format', 'json');
    expect(status).toBe(0);
    const found = rows.parse(JSON.parse(out.join('\n')));
    const words = found.filter(({ kind }) => kind === 'word');
    expect(found.slice(0, words.length)).toEqual(words);
    expect(words.map(({ word, need, count }) => [word, need, count])).toEqual([['krydderurter', 'other', 5]]);
    const needs = found.slice(words.length);
    const lastOpen = needs.findLastIndex(({ need }) => need === 'other' || need === 'unclear');
    expect(needs.slice(0, lastOpen + 1).every(({ need }) => need === 'other' || need === 'unclear')).toBe(
      true,
    );
    expect(
      needs.every(({ month, municipality }) => month?.startsWith('2026-') && municipality !== null),
    ).toBe(true);
  });

  it('names no company and no person in any format', async () => {
    for (const format of ['text', 'csv', 'json']) {
      const { out, errors } = await run('--format', format);
      expect(errors).toEqual([]);
      expect(out.join('\n')).not.toMatch(/Mette|Hansen|4041|Firma|skimmelsvamp|vinterbader|forrige/i);
    }
  });

  it('speaks the language asked for', async () => {
    expect((await run()).out.join('\n')).toMatch(/Virksomheder efter måned[\s\S]*under 5/);
    expect((await run('--language', 'en')).out.join('\n')).toMatch(/Companies by month[\s\S]*under 5/);
  });
});

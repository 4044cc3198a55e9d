import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../src/clock-and-ids.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { runWith } from './cli-world.ts';

/** `indgang classify learn`: from corrections in the store to lines of the corpus that a person has read. */

let folder: string;
/** A corpus small enough to be learnt quickly, each area's first lines. */
let corpus: string;
/** What it proposes, as JSON lines. */
let found: readonly Record<string, unknown>[];

const CORRECTIONS: readonly (readonly [string, readonly Area[]])[] = [
  [
    'Hansen VVS cvr 25313763 viborg vil have svejst døgnet rundt uden folk, ring til Mette 40411234',
    ['automation'],
  ],
  ['skaffe kroner til et salgskontor i udlandet', ['financing', 'internationalisation']],
  ['skaffe kroner til et salgskontor i udlandet!', ['internationalisation']],
  ['svejserobot', ['automation']],
  ['cvr 25313763, 40411234', ['other']],
  ['ejer 010270-1234 mette@hansenvvs.dk\nsøger lærling | nu', ['skilled-labour']],
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-learn-'));
  corpus = join(folder, 'corpus');
  cpSync(new URL('../../src/language/corpus/', import.meta.url), corpus, { recursive: true });
  for (const file of readdirSync(corpus)) {
    const path = join(corpus, file);
    writeFileSync(path, `${readFileSync(path, 'utf8').split('\n').slice(0, 12).join('\n')}\n`);
  }
  const database = await openDatabase({ path: join(folder, 'indgang.db') });
  const unitOfWork = createUnitOfWork(database, randomIds.id);
  await unitOfWork.run(async ({ examples }) => {
    for (const [text, areas] of CORRECTIONS)
      await examples.add({
        text,
        areas,
        at: '2026-11-20T09:00:00Z',
        draftId: null,
      });
  });
  await database.destroy();
  found = linesOf((await learn('--json')).out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(corpus, file), 'utf8');
const learn = (...argv: string[]) =>
  runWith(
    ['classify', 'learn', '--data', folder, '--corpus', corpus, ...argv],
    Object.fromEntries(readdirSync(corpus).map((file) => [join(corpus, file), read(file)])),
  );
const linesOf = (out: readonly string[]) =>
  out.flatMap((text) => text.split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>);
const decoded = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('indgang classify learn', () => {
  it('proposes the words of each correction without who they are about, by the file of their need', () => {
    const proposed = found.filter(({ kind }) => kind === 'proposal');
    expect(proposed).toEqual([
      expect.objectContaining({
        number: 1,
        file: 'internationalisation.txt',
        areas: ['internationalisation'],
      }),
      expect.objectContaining({ number: 2, file: 'automation.txt', areas: ['automation'] }),
      expect.objectContaining({ number: 3, file: 'skilled-labour.txt', areas: ['skilled-labour'] }),
    ]);
    const texts = proposed.map(({ text }) => String(text)).join('\n');
    expect(texts).toContain('svejst døgnet rundt uden folk');
    expect(texts).not.toMatch(/Hansen|Mette|viborg|\d{4}|@|\||█/i);
  });

  it('leaves out what is there already, what was corrected again and what masks to nothing, and says so', () => {
    const reasons = found.filter(({ kind }) => kind === 'left-out').map(({ reason }) => reason);
    expect(reasons).toEqual([
      'the same words were corrected again later',
      'already in the corpus, as automation',
      'nothing is left of it once it is masked',
    ]);
  });

  it('says how accuracy changes on the corpus and on the corrections, before and after', () => {
    const changes = found.filter(({ kind }) => kind === 'accuracy');
    expect(changes.map(({ of, texts }) => [of, texts])).toEqual([
      ['corpus', expect.any(Number)],
      ['corrections', 3],
      ['together', expect.any(Number)],
    ]);
    for (const change of changes) {
      for (const when of ['before', 'after']) {
        expect(change[when]).toEqual({ microF1: expect.any(Number), macroF1: expect.any(Number) });
      }
    }
  });

  it('writes nothing unless told to', async () => {
    const { out, written } = await learn();
    expect(written.size).toBe(0);
    expect(out.join('\n')).toContain('Nothing is written');
    expect(out.join('\n')).toMatch(/corpus +\d+ +\d\.\d{3} → \d\.\d{3} \([+-]\d\.\d{3}\)/);
  });

  it('adds what was chosen to the end of its file, and what stood there stays', async () => {
    const { out, written } = await learn('--write', '--only', '2');
    expect([...written.keys()]).toEqual([join(corpus, 'automation.txt')]);
    const content = decoded(written.get(join(corpus, 'automation.txt')));
    const before = read('automation.txt');
    expect(content.startsWith(before)).toBe(true);
    expect(content.slice(before.length)).toMatch(/^[^\n]*svejst døgnet rundt[^\n]*\n$/);
    expect(out.join('\n')).toContain('Written: 1 line.');
  });

  it('finds in the corpus what it has written, and proposes it no more', async () => {
    const { written } = await learn('--write');
    const before = new Map(readdirSync(corpus).map((file) => [join(corpus, file), read(file)]));
    for (const [path, bytes] of written) writeFileSync(path, bytes);
    const { out } = await learn();
    for (const [path, content] of before) writeFileSync(path, content);
    expect(out.join('\n')).toContain('6 corrections kept, 0 proposed, 6 left out');
  });

  it.each([
    ['a proposal that there is not', ['--only', '9'], /--only: "9": there is no such proposal; there are 3/],
    ['a corpus that there is not', ['--corpus', '/nowhere'], /--corpus: .*\/nowhere/],
    ['a store that there is not', ['--data', '/nowhere'], /\/nowhere\/indgang\.db: there is no case store/],
    ['an argument', ['alt'], /alt: one argument too many/],
  ])('refuses %s with one line and status 2', async (_, argv, said) => {
    const { status, errors, written } = await learn(...argv);
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(said);
    expect(written.size).toBe(0);
  });
});

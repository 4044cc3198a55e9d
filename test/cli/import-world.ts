import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadStores, Stores } from '../../src/app/ports/unit-of-work.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { type CliRun, runWith } from './cli-world.ts';

type Cells = Readonly<Record<string, string>>;
type Content = string | Uint8Array;

/** What is wrong with a file: its place, and words of what is told of it in Danish and in English. */
export type Damage = readonly [what: string, content: Content, place: string, da: string, en: string];

/** Files of one import, and a store of its own for each test. */
export interface ImportWorld<Row> {
  /** The line of column names. */
  readonly head: string;
  /** A good row, with what a test wants to be different. */
  row(more?: Cells): string;
  /** The head and the rows. */
  file(...rows: readonly string[]): string;
  /** A good file that lacks a column. */
  without(column: string): string;
  run(content: Content, ...argv: string[]): Promise<CliRun>;
  /** Runs another command on the store. */
  other(...argv: string[]): Promise<CliRun>;
  stored(): Promise<readonly Row[]>;
}

/** The world of `indgang <command> import` for the tests of a file. `filled`: what the store holds before. */
export function importWorld<Row>(
  command: string,
  columns: readonly string[],
  good: Cells,
  rowsIn: (stores: ReadStores) => Promise<readonly Row[]>,
  filled: (stores: Stores) => Promise<void> = async () => {},
): ImportWorld<Row> {
  let folder: string;
  const open = () => openDatabase({ path: join(folder, 'indgang.db') });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'indgang-import-'));
    const database = await open();
    await createUnitOfWork(database, () => 'x').run(filled);
    await database.destroy();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const head = columns.join(';');
  const row = (more: Cells = {}) => columns.map((column) => ({ ...good, ...more })[column] ?? '').join(';');
  return {
    head,
    row,
    file: (...rows) => [head, ...rows, ''].join('\n'),
    without(column) {
      const cut = (line: string) =>
        line
          .split(';')
          .filter((_, place) => place !== columns.indexOf(column))
          .join(';');
      return [cut(head), cut(row())].join('\n');
    },
    run: (content, ...argv) =>
      runWith([command, 'import', 'f.csv', ...argv, '--data', folder], { 'f.csv': content }),
    other: (...argv) => runWith([...argv, '--data', folder]),
    async stored() {
      const database = await open();
      const rows = await createUnitOfWork(database, () => 'x').read(rowsIn);
      await database.destroy();
      return rows;
    },
  };
}

/** Each damage is told with its place in both languages, and nothing is imported. */
export function refusesDamage<Row>(
  command: string,
  damages: readonly Damage[],
  { run, stored }: ImportWorld<Row>,
): void {
  it.each(damages)('is refused for %s, and nothing is imported', async (_, content, place, da, en) => {
    const inDanish = await run(content);
    expect(inDanish.status).toBe(2);
    expect(inDanish.errors[0]).toContain(`indgang ${command} import: ${place}`);
    expect(inDanish.errors[0]).toContain(da);
    expect(inDanish.errors.at(-1)).toMatch(/Intet er importeret\.$/);
    const inEnglish = await run(content, '--language', 'en');
    expect(inEnglish.errors[0]).toContain(place.replace('kolonne', 'column'));
    expect(inEnglish.errors[0]).toContain(en);
    expect(inEnglish.errors.join()).not.toContain('170263');
    expect(await stored()).toEqual([]);
  });
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const joined = (...parts: readonly Uint8Array[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** What is wrong with any file, whatever is imported. */
export function anyDamage({ head, row, file }: ImportWorld<unknown>): readonly Damage[] {
  return [
    ['an empty file', '', 'f.csv:1: ', 'filen er tom', 'the file is empty'],
    ['a byte-order mark alone', '\ufeff', 'f.csv:1: ', 'filen er tom', 'the file is empty'],
    ['column names alone', head, 'f.csv:1: ', 'ingen rækker', 'no rows'],
    ['a file over the limit', new Uint8Array(5_000_001).fill(59), 'f.csv:1: ', 'for stor', 'too large'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'f.csv:1: ', 'regneark', 'a workbook'],
    ['binary content', `${head}\nab\u0000c`, 'f.csv:2: kolonne 3: ', 'ikke ren tekst', 'not plain text'],
    ['letters encoded twice', file(row({ name: 'GrÃ¸n' })), 'f.csv:2: kolonne ', 'ødelagt', 'damaged'],
    ['lost letters', file(row({ name: 'Gr\ufffdn' })), 'f.csv:2: kolonne ', 'ødelagt', 'damaged'],
    ['another separator', file(row()).replaceAll(';', '*'), 'f.csv:1: ', 'ikke adskilt', 'not separated'],
    ['a line break', file(row({ source: '"a\nb"' })), 'f.csv:2: source: ', 'linjeskift', 'line break'],
    ['a formula', file(row({ source: '=HYPERLINK(1)' })), 'f.csv:2: source: ', 'formel', 'formula'],
    ['hidden letters', file(row({ name: 'Nord\u200bisk' })), 'f.csv:2: name: ', 'usynlige', 'invisible'],
    ['no id', file(row({ id: '' })), 'f.csv:2: id: ', 'skal udfyldes', 'must be filled in'],
    ['a bad id', file(row({ id: 'SMV Grøn' })), 'f.csv:2: id: ', 'kan ikke være et id', 'cannot be an id'],
    ['an area twice', file(row({ areas: 'eksport, export' })), 'f.csv:2: areas: ', 'to gange', 'twice'],
    [
      'an unknown area',
      file(row({ areas: 'eksport, hestesko' })),
      'f.csv:2: areas: ',
      '"hestesko" er ikke',
      '"hestesko" is no',
    ],
    [
      'an unknown municipality',
      file(row({ places: 'Vibborg' })),
      'f.csv:2: places: ',
      'hverken en kommune',
      'neither a municipality',
    ],
  ];
}

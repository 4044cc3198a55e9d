import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * `src/README.md` says which files a change touches. It is held true here: in a copy of the repository a verb, a need area,
 * a rule and a municipal setting are added beside a sibling, in the files that the page names and no others.
 */

const ROOT = resolve(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'src/README.md'), 'utf8');

interface Row {
  readonly change: string;
  /** Files that are written first. */
  readonly written: readonly string[];
  /** Files in which the compiler then asks for an entry. */
  readonly asked: readonly string[];
}

const filesIn = (cell = '') => [...cell.matchAll(/`([^`]+\/[^`]*)`/g)].map(([, path = '']) => path);
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| change'))
  .map((line) => {
    const [, change = '', written, asked] = line.split('|').map((cell) => cell.trim());
    return { change, written: filesIn(written), asked: filesIn(asked) };
  });

function rowOf(change: string): Row {
  const row = rows.find((one) => one.change === change);
  if (!row) throw new Error(`the page has no row "${change}"`);
  return row;
}

/** What is added beside which sibling, and the names that differ. */
const ADDED = {
  'a verb on a case': { 'case.wait': 'case.thank', 'wait.ts': 'thank.ts', waiting: 'thanked', wait: 'thank' },
  'a need area': { 'premises-sites': 'harbours' },
  'a rule': { 'large-company': 'by-the-sea', A19: 'A99' },
  'a municipal setting': { showTimeFrames: 'showPhone' },
} as const;
type Change = keyof typeof ADDED;
const CHANGES = Object.keys(ADDED) as readonly Change[];

function renamed(text: string, change: Change): string {
  return Object.entries(ADDED[change]).reduce(
    (now, [from, to]) =>
      now.replaceAll(new RegExp(`(?<![\\w-])${from.replace('.', '\\.')}(?![\\w-])`, 'g'), to),
    text,
  );
}

/**
 * A source file in which the sibling's entries stand a second time under the new name: keys with what belongs to them,
 * labels of a switch, imports, codes of a list, and the rule that has its id. `most`: no more entries than so many.
 */
function withSibling(source: string, change: Change, most = Number.POSITIVE_INFINITY): string {
  const lines = source.split('\n');
  const out: string[] = [];
  const names = Object.keys(ADDED[change]).map((name) => name.replace('.', '\\.'));
  const own = `(?:${names.join('|')})`;
  const begins = new RegExp(
    `^\\s*(?:(?:readonly )?'?${own}'?:|case '${own}':|import \\{ ${own} \\}|'${own}',$)`,
  );
  let count = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    // A rule is an object whose first line is its id.
    const isRule = line === `${indent}{` && new RegExp(`id: '${own}'`).test(lines[i + 1] ?? '');
    if (count === most || (!isRule && !begins.test(line))) {
      const listed = new RegExp(`'${own}'(?=,? ?[^:]*\\] as const)`);
      out.push(
        listed.test(line) ? line.replace(listed, (code) => `${renamed(code, change)}, ${code}`) : line,
      );
      continue;
    }
    let end = i;
    if (/[{([]$/.test(line)) while (!new RegExp(`^${indent}[})\\]]`).test(lines[end] ?? '')) end++;
    const entry = lines.slice(i, end + 1);
    out.push(...entry.map((one) => renamed(one, change)), ...entry);
    i = end;
    count++;
  }
  return out.join('\n');
}

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'where-do-i-'));
  for (const name of ['src', 'dialogs', 'cards', 'test', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The files that do not compile, as `tsc` names them, with what it says. */
function compile(): ReadonlyMap<string, string> {
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['--pretty', 'false'], { cwd: copy, encoding: 'utf8' });
    return new Map();
  } catch (error) {
    const output = String(Object(error).stdout);
    const found = new Map<string, string>();
    for (const [line, path = ''] of output.matchAll(/^(\S+)\(\d+,\d+\): error.*$/gm)) {
      found.set(path, `${found.get(path) ?? ''}${line}\n`);
    }
    if (found.size === 0) throw new Error(`tsc says: ${output.slice(0, 500)}`);
    return found;
  }
}

/**
 * Adds what the page says to add in these files; a file with a name in angle brackets is a new one. Of a file in which the
 * compiler asks for more, only the first entry is made at the beginning.
 */
function add(change: Change, column: 'written' | 'asked'): void {
  const { written, asked } = rowOf(change);
  const files = column === 'written' ? written : asked;
  for (const file of files) {
    const [sibling = ''] = Object.keys(ADDED[change]);
    const name = sibling.replace(/^.*\./, '');
    const from = join(copy, file.replace(/<[^>]+>/, name));
    const isBoth = written.includes(file) && asked.includes(file);
    const source = readFileSync(isBoth ? join(ROOT, file) : from, 'utf8');
    const most = isBoth && column === 'written' ? 1 : undefined;
    const to = file.includes('<') ? join(copy, renamed(file.replace(/<[^>]+>/, name), change)) : from;
    const after = file.includes('<') ? renamed(source, change) : withSibling(source, change, most);
    if (to === from) expect([file, after === source]).toEqual([file, false]);
    writeFileSync(to, after);
  }
}

describe('the page', () => {
  it('names fifteen changes, and only files and folders that there are', () => {
    expect(rows.map(({ change }) => change)).toHaveLength(15);
    const named = [...page.matchAll(/`((?:src|dialogs|cards|test|manifest)\/[^`\s]*)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(30);
    const missing = named.filter(
      (path) => !existsSync(join(ROOT, path.includes('<') ? dirname(`${path.split('<')[0]}x`) : path)),
    );
    expect(missing).toEqual([]);
  });

  it('has every folder of src in its picture', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    const picture = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const missing = folders.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(picture));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe('what the page says to write', () => {
  it('is asked for by the compiler entry by entry where only the beginning is made', () => {
    for (const change of CHANGES) add(change, 'written');
    const wrong = compile();
    const asked = CHANGES.flatMap((change) => rowOf(change).asked);
    expect([...wrong.keys()].sort()).toEqual([...new Set(asked)].sort());
    for (const change of CHANGES) {
      const news = Object.values(ADDED[change]);
      for (const file of rowOf(change).asked) {
        expect([file, change, news.some((name) => wrong.get(file)?.includes(name))]).toEqual([
          file,
          change,
          true,
        ]);
      }
    }
  });

  it('compiles once every entry is there, and not with one left out', () => {
    const before = new Map<string, string>();
    for (const change of CHANGES) {
      for (const file of rowOf(change).asked)
        before.set(`${change} ${file}`, readFileSync(join(copy, file), 'utf8'));
      add(change, 'asked');
    }
    expect([...compile()]).toEqual([]);
    const left = 'dialogs/da/events.ts';
    expect(rowOf('a verb on a case').asked).toContain(left);
    writeFileSync(join(copy, left), before.get(`a verb on a case ${left}`) ?? '');
    expect([...compile().keys()]).toEqual([left]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { copyRepository, filesUnder, REACHED, testsOf } from './copy-repository.ts';
import { instrument, keyOf, type Mutant, namesOf, type Range, shuffled } from './list-mutants.ts';
import { isDead, type Judged, report } from './report.ts';
import { createRunner, type Runner } from './runner.ts';
import { whichCompile } from './which-compile.ts';

/**
 * `npm run mutate -- --seed 1 --count 400 src/core src/app`: makes a sample of small changes to the sources that the compiler
 * lets pass, each alone, and says which of them no test of the mirrored folder notices.
 * `--again` takes those that no test noticed last time. After 30 minutes, or as many as `--minutes` says, the report is on
 * those that there was time for.
 */

const ROOT = resolve(import.meta.dirname, '../..');
/** A loop that goes round so many times more often than without the mutant never ends. */
const MORE_HITS = 100;
/** A test file that takes so many times longer than without a mutant, and half a minute more, never ends. */
const MORE_TIME = 5;
const MINUTE = 60_000;
/** About every fourth mutant does not compile. */
const COMPILED_AT_ONCE = 1.4;

/** Names of the mutants that no test noticed last time. */
const SURVIVORS = join(tmpdir(), 'indgang-mutants-not-noticed.json');
const NAMES = z.array(z.string());

const COUNTS = z.record(z.string(), z.number());

/** What a test file does without a mutant. */
interface Baseline {
  readonly file: string;
  readonly milliseconds: number;
  /** How often each mutant's place is reached, by its id. */
  readonly reached: Readonly<Record<string, number>>;
}

/** Does the work of a list side by side, one for each runner. */
async function shareOut<Work>(
  runners: readonly Runner[],
  work: readonly Work[],
  act: (runner: Runner, one: Work) => Promise<void>,
): Promise<void> {
  const left = work.values();
  await Promise.all(
    runners.map(async (runner) => {
      for (const one of left) await act(runner, one);
    }),
  );
}

/** The first mutants of the order that compile, as many as asked for or as there are. */
function sample(copy: string, inOrder: readonly Mutant[], count: number): Mutant[] {
  const taken: Mutant[] = [];
  for (let next = 0; taken.length < count && next < inOrder.length; ) {
    const some = inOrder.slice(next, next + Math.ceil((count - taken.length) * COMPILED_AT_ONCE));
    taken.push(...whichCompile(copy, some));
    next += some.length;
  }
  return taken.slice(0, count);
}

async function measure(runner: Runner, copy: string, file: string): Promise<Baseline> {
  const reachedFile = join(copy, REACHED, file.replaceAll('/', '-'));
  const reply = await runner.run({ file, id: null, hitLimit: 0, reachedFile }, 10 * MINUTE);
  if (!reply?.passed)
    throw new Error(`${file} fails without a mutant: ${reply?.errors ?? 'it does not end'}`);
  return {
    file,
    milliseconds: reply.milliseconds,
    reached: COUNTS.parse(JSON.parse(readFileSync(reachedFile, 'utf8'))),
  };
}

/** How many mutants of a source file each test file has noticed so far. */
const noticed = new Map<string, number>();
const pair = (source: string, test: string) => `${source} ${test}`;

/** Runs the tests that reach the mutant until one notices it: those of its source's name first, then those that noticed most. */
async function judge(
  runner: Runner,
  mutant: Mutant,
  baselines: readonly Baseline[],
): Promise<Judged['fate']> {
  const named = `/${basename(mutant.file, '.ts')}.test.ts`;
  const promise = ({ file }: Baseline) =>
    (noticed.get(pair(mutant.file, file)) ?? 0) + (file.endsWith(named) ? 1 : 0);
  const reaching = baselines
    .filter(({ reached }) => reached[mutant.id] !== undefined)
    .toSorted((a, b) => promise(b) - promise(a) || a.milliseconds - b.milliseconds);
  for (const { file, milliseconds, reached } of reaching) {
    const hitLimit = (reached[mutant.id] ?? 0) * MORE_HITS;
    const reply = await runner.run(
      { file, id: mutant.id, hitLimit, reachedFile: '' },
      milliseconds * MORE_TIME + MINUTE / 2,
    );
    if (reply?.passed) continue;
    noticed.set(pair(mutant.file, file), (noticed.get(pair(mutant.file, file)) ?? 0) + 1);
    return reply ? 'killed' : 'endless';
  }
  return reaching.length > 0 ? 'survived' : 'unreached';
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '400' },
    workers: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '30' },
    again: { type: 'boolean', default: false },
  },
});
const paths = positionals.length > 0 ? positionals : ['src/core', 'src/app'];
const say = (line: string) => process.stderr.write(`${line}\n`);

const end = performance.now() + Number(values.minutes) * MINUTE;
const { copy, remove } = copyRepository(ROOT);
const runners = Array.from({ length: Number(values.workers) }, () => createRunner(copy));
try {
  const files = paths.flatMap((path) => filesUnder(copy, path, '.ts'));
  const all = await instrument(copy, files);
  const names = namesOf(all.mutants);
  const nameOf = (mutant: Mutant) => names.get(keyOf(mutant)) ?? '';
  const before = values.again ? new Set(NAMES.parse(JSON.parse(readFileSync(SURVIVORS, 'utf8')))) : undefined;
  const chosen = before
    ? all.mutants.filter((mutant) => before.has(nameOf(mutant)))
    : sample(copy, shuffled(all.mutants, names, values.seed), Number(values.count));
  say(`${chosen.length} of ${all.mutants.length} mutants in ${files.length} files`);

  const ranges = new Map<string, Range[]>();
  for (const { file, range } of chosen) ranges.set(file, [...(ranges.get(file) ?? []), range]);
  const switched = await instrument(copy, [...ranges.keys()], ranges);
  const switches = new Map(switched.mutants.map((mutant) => [keyOf(mutant), mutant]));
  // In the order of the sample, so that the part that there was time for is a sample as well.
  const mutants = chosen.flatMap((mutant) => switches.get(keyOf(mutant)) ?? []);
  for (const [file, source] of switched.sources) writeFileSync(join(copy, file), source);

  const tests = new Map(mutants.map(({ file }) => [file, testsOf(copy, file)]));
  const baselines: Baseline[] = [];
  await shareOut(runners, [...new Set([...tests.values()].flat())], async (runner, file) => {
    baselines.push(await measure(runner, copy, file));
  });
  say(`${baselines.length} test files pass without a mutant`);

  const judged: Judged[] = [];
  await shareOut(runners, mutants, async (runner, mutant) => {
    if (performance.now() > end) return;
    const own = baselines.filter(({ file }) => tests.get(mutant.file)?.includes(file));
    judged.push({ mutant, fate: await judge(runner, mutant, own) });
    if (judged.length % 25 === 0) say(`${judged.length} of ${mutants.length}`);
  });
  const survived = judged.filter((one) => !isDead(one)).map(({ mutant }) => nameOf(mutant));
  writeFileSync(SURVIVORS, JSON.stringify(survived));
  process.stdout.write(report(judged, mutants.length - judged.length));
} finally {
  for (const runner of runners) runner.close();
  remove();
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run test:ahead`: the tests as they will run in a year. What depends on today's date fails here before that day
 * comes. Chromium does not start under faketime, so the suites with a browser run without it, with their services a
 * year ahead.
 */

const FAKETIME = ['--exclude-monotonic', '-f', '+365d'];
/** Whole weeks: a Tuesday stays a Tuesday. */
const BROWSER_DAYS_AHEAD = 364;
/** Start a browser and a service, or read the clock beside it. */
const BROWSER_SUITES = ['test/e2e/', 'test/tab/', 'test/cli/journal.test.ts', 'test/cli/statement.test.ts'];
/** Starts a browser and no service: no clock is read. */
const BROWSER_ONLY = 'test/cards/render.test.ts';

const node = process.execPath;
const root = join(import.meta.dirname, '..');
const vitest = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  'test/vitest.config.ts',
  // What depends on the date does so whatever database is below it.
  '--project',
  'all',
];

/** Ends this process where the command fails. */
function run(command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(command, [...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...more },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const tried = spawnSync('faketime', [...FAKETIME, node, '-p', 'Date.now()'], { encoding: 'utf8' });
if (tried.error) {
  process.stderr.write(
    'test:ahead needs faketime, which is not installed (Debian: apt-get install faketime)\n',
  );
  process.exit(1);
}
const daysAhead = Math.round((Number(tried.stdout) - Date.now()) / 86_400_000);
if (daysAhead !== 365) {
  process.stderr.write(`test:ahead: faketime does not move the clock of Node.js here\n${tried.stderr}`);
  process.exit(1);
}

const leftOut = [...BROWSER_SUITES.map((suite) => suite.replace(/\/$/, '/**')), BROWSER_ONLY].flatMap(
  (suite) => ['--exclude', suite],
);
run('faketime', [...FAKETIME, node, ...vitest, ...leftOut]);
run(node, [...vitest, ...BROWSER_SUITES], { TEST_DAYS_AHEAD: String(BROWSER_DAYS_AHEAD) });

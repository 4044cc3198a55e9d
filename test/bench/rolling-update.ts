import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from '../flows/judge-replicas.ts';
import { tryReplicas } from '../flows/replicas.ts';

/**
 * `npm run bench:update -- [COMMIT] [CASES]`: two processes of an earlier commit (the one before, if none is named) are killed
 * and replaced by this version one after the other while people log cases; then by the earlier one again, as where an update
 * failed; then by this one. All over one PostgreSQL. Anything that was lost, double or without an owner ends with 1.
 */

const ROOT = join(import.meta.dirname, '../..');
const [commit = 'HEAD~1', cases = '400'] = process.argv.slice(2);
const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });

const folder = mkdtempSync(join(tmpdir(), 'indgang-update-'));
const before = join(folder, 'before');
git('worktree', 'add', '--detach', before, commit);
try {
  const lockIn = (root: string) => readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (lockIn(before) === lockIn(ROOT)) symlinkSync(join(ROOT, 'node_modules'), join(before, 'node_modules'));
  else execFileSync('npm', ['ci'], { cwd: before, stdio: 'ignore' });
  const order = [before, before, ROOT, ROOT, before, before, ROOT, ROOT];
  const outcome = await tryReplicas(
    {
      replicas: 2,
      cases: Number(cases),
      kills: 6,
      restarts: 0,
      versionOf: (started) => order[started] ?? ROOT,
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  const verdict = judge(outcome);
  const { kept, kills, repeats, seconds } = outcome;
  process.stdout.write(
    `${kept.length} cases in ${seconds.toFixed(0)} s; ${kills} processes replaced, ${repeats} requests sent again\n` +
      `${JSON.stringify(verdict)}\n`,
  );
  const wrong = Object.values(verdict).some(
    (found) => (typeof found === 'number' ? found : found.length) > 0,
  );
  if (wrong) process.exitCode = 1;
} finally {
  git('worktree', 'remove', '--force', before);
  rmSync(folder, { recursive: true, force: true });
}

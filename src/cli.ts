import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { runCli } from './cli/run.ts';
import { systemClock } from './clock-and-ids.ts';

// What is written holds people's data: logs, exports and backups are their owner's only, those of child processes too.
process.umask(0o077);

/** The `indgang` command: hands the real world to `cli/run.ts`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough (`indgang … | head`): nothing is wrong.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  read: (file) => (file === '-' ? buffer(process.stdin) : readFile(file)),
  write: (file, bytes) => writeFile(file, bytes),
  now: systemClock.now,
});

import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { runCli } from './cli/run.ts';
import { systemClock } from './clock-and-ids.ts';

// Logs, exports and backups hold personal data: files are readable by their owner only, including those of child
// processes.
process.umask(0o077);

/** The `indgang` command: passes the real world to `cli/run.ts`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader stopped (`indgang … | head`), which is no error.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  read: (file) => (file === '-' ? buffer(process.stdin) : readFile(file)),
  write: (file, bytes) => writeFile(file, bytes),
  now: systemClock.now,
  account: () => userInfo().username,
});
// A request of a library that nobody waits for any more must not keep the process.
process.stdout.write('', () => process.exit());

#!/usr/bin/env node
// The command line runs on the Node that comes with the product; the machine's own may be too old to run TypeScript.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = new URL('./cli.ts', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import(cli.href);
} else {
  const home = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const ran = spawnSync(node, [fileURLToPath(cli), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (ran.error) process.stderr.write(`indgang: cannot start ${node}: ${ran.error.message}\n`);
  if (ran.signal) process.kill(process.pid, ran.signal);
  process.exitCode = ran.status ?? 1;
}

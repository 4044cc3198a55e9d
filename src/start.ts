import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { demoBindings } from './demo/demo-bindings.ts';
import { exitWith, runService, stopOnSignal } from './run-service.ts';

/** `npm start`: the service with embedded defaults, and the Microsoft 365 Agents Playground as the local client. */

const PLAYGROUND_PORT = 56_150;

/** The Playground is a development dependency: an installation for production has only `npm run serve`. */
function playgroundScript(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
      'cli.js',
    );
  } catch {
    throw new ConfigError(
      'The Playground is not installed; run npm ci, or npm run serve for the service alone',
    );
  }
}

/** A port that nobody uses: the usual one, or any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wanted === 0 ? reject(new Error('No port is free')) : resolve(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}

function startPlayground(script: string, servicePort: number, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      script,
      'start',
      '-c',
      'msteams',
      '--dt',
      '-p',
      String(port),
      '-e',
      `http://127.0.0.1:${servicePort}/api/messages`,
    ],
    {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, BROWSER: 'none' },
    },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      if (said.includes(String(port))) resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) =>
      reject(new Error(`The Playground ended with ${code}:\n${said.slice(-2_000)}`)),
    );
  });
}

try {
  const config = readConfig();
  const script = playgroundScript();
  const playgroundPort = await freePort(PLAYGROUND_PORT);
  const service = await runService(config);
  await service.bind(demoBindings(`http://localhost:${playgroundPort}/_connector`, service.deps.clock.now()));
  const playground = await startPlayground(script, service.port, playgroundPort);
  playground.once('exit', () => void service.close().then(() => process.exit(0)));
  stopOnSignal(async () => {
    playground.removeAllListeners('exit');
    playground.kill();
    await service.close();
  });
  process.stdout.write(`\nIndgang runs. Open http://localhost:${playgroundPort}\n\n`);
} catch (error) {
  exitWith(error);
}

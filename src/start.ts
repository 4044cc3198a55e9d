import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from './config/config-error.ts';
import { type Config, environmentWith, readConfig } from './config.ts';
import { demoBindings } from './demo/demo-bindings.ts';
import { exitWith, runService, stopOnSignal } from './run-service.ts';

/**
 * `npm start`: the service with embedded defaults, and the Microsoft 365 Agents Playground as the local client.
 * `npm start -- dan-ravn` sets another of the Playground's people in front of the screen.
 */

// Logs, exports and backups hold personal data: files are readable by their owner only, including those of child
// processes.
process.umask(0o077);

/** The path of the Playground, a development dependency. An installation for production only has `npm run serve`. */
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

/**
 * The Playground's configuration for whoever is to sit in front of the screen: the file as it stands, or a copy of it in
 * the data folder. Throws `ConfigError` for somebody whom it does not know.
 */
async function configurationFor(config: Config, somebody: string | undefined): Promise<string> {
  const standard = config.playground ?? join(import.meta.dirname, '..', '.m365agentsplayground.yml');
  if (somebody === undefined) return standard;
  const { asPerson, peopleIn } = await import('./demo/playground-config.ts');
  const text = readFileSync(standard, 'utf8');
  const theirs = asPerson(text, somebody);
  if (theirs === undefined)
    throw new ConfigError(
      `Nobody is called ${somebody}; npm start -- takes one of ${peopleIn(text).join(', ')}`,
    );
  const path = join(config.data, 'playground.yml');
  mkdirSync(config.data, { recursive: true });
  writeFileSync(path, theirs);
  return path;
}

/** A free port: the wanted one, or any. */
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

/** Starts the Playground; resolves when it answers. Rejects with its output where it ends instead. */
async function startPlayground(
  script: string,
  config: Config,
  configuration: string,
  servicePort: number,
  port: number,
): Promise<ChildProcess> {
  const root = join(import.meta.dirname, '..');
  const child = spawn(
    process.execPath,
    [
      script,
      'start',
      '-c',
      'msteams',
      '--dt',
      '-p',
      `${port}`,
      '-e',
      `http://127.0.0.1:${servicePort}/api/messages`,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentWith({
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configuration,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(config.data, 'playground.log'),
      }),
    },
  );
  let output = '';
  let ended = false;
  const listen = (data: Buffer) => {
    output = `${output}${data.toString()}`.slice(-2_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => {
    ended = true;
  });
  for (let tries = 0; tries < 120 && !ended; tries++) {
    try {
      if ((await fetch(`http://localhost:${port}/`)).ok) return child;
    } catch {
      // It is not listening yet.
    }
    await sleep(250);
  }
  child.kill();
  throw new Error(`The Playground did not start:\n${output}`);
}

try {
  const config = readConfig();
  const script = playgroundScript();
  const configuration = await configurationFor(config, process.argv[2]);
  const playgroundPort = await freePort(config.playgroundPort);
  const service = await runService(config);
  await service.bind(demoBindings(`http://localhost:${playgroundPort}/_connector`, service.deps.clock.now()));
  const playground = await startPlayground(script, config, configuration, service.port, playgroundPort);
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

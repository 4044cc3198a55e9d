import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environmentAt } from '../support/clock.ts';

/** The service as a process of its own, as `npm run serve` starts it. */
export interface ServiceProcess {
  readonly base: string;
  /** Port of its own for the figures, where `METRICS_PORT` is set. */
  readonly figures: string | undefined;
  readonly pid: number;
  /** Everything that it has written to standard error. */
  readonly log: () => string;
  /** Ends it at once, in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const LISTENS = /listens on (http:\S+)(?:, figures on (http:\S+))?\n/;
/** The heap that `npm run serve` gives it. */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=120'];

/**
 * Starts it with settings, which name its stores, and a clock that shows `instant` and then runs; resolves once it listens.
 * `root`: of the version to start, where it is another than this one.
 * Rejects with the output of the process where it ends instead.
 */
export async function startService(
  settings: Readonly<Record<string, string>>,
  instant: string,
  root = ROOT,
): Promise<ServiceProcess> {
  const child: ChildProcess = spawn(process.execPath, [...HEAP, join(root, 'src/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      MICROSOFT_APP_ID: '',
      ...settings,
      ...environmentAt(instant),
    },
  });
  const gone = once(child, 'exit');
  let log = '';
  let said = '';
  const { base, figures } = await new Promise<Pick<ServiceProcess, 'base' | 'figures'>>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data.toString();
      const [, address, figures] = LISTENS.exec(said) ?? [];
      if (address) resolve({ base: address, figures });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', (data: Buffer) => {
      log += data.toString();
      listen(data);
    });
    child.once('exit', () => reject(new Error(`The service ended:\n${said}`)));
  });
  return {
    base,
    figures,
    pid: child.pid ?? 0,
    log: () => log,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

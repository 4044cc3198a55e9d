import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environmentAt } from '../support/clock.ts';

/** The service as a process of its own, as `npm run serve` starts it. */
export interface ServiceProcess {
  readonly base: string;
  /** Ends it at once, in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const LISTENS = /listens on (http:\S+)/;

/**
 * Starts it over a folder, with a clock that shows `instant` and then runs; resolves once it listens. Rejects with the
 * output of the process where it ends instead.
 */
export async function startService(folder: string, instant: string): Promise<ServiceProcess> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', INDGANG_DATA: folder, MICROSOFT_APP_ID: '', ...environmentAt(instant) },
  });
  const gone = once(child, 'exit');
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      const [, address] = LISTENS.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`The service ended:\n${said}`)));
  });
  return {
    base,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A server in a process of its own. */
export interface Child {
  readonly base: string;
  /** Milliseconds from the start of the process until it said that it listens and `/readyz` answered. */
  readonly readyMs: number;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts Node with flags and a script; resolves once it is ready. */
export async function startChild(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const gone = once(child, 'exit');
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const [, address] = /listens on (http:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
  });
  const ready = await fetch(`${base}/readyz`);
  if (!ready.ok) throw new Error(`${args.join(' ')} is not ready: ${ready.status}`);
  return {
    base,
    readyMs: performance.now() - begun,
    memory() {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1_024;
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}

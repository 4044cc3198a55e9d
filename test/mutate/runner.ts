import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Order, type Reply, readReply } from './run-tests.ts';

/** A process with a vitest that stays; it is replaced where a test run does not end. */
export interface Runner {
  /** Undefined: not ended within the limit. */
  run(order: Order, limitMilliseconds: number): Promise<Reply | undefined>;
  close(): void;
}

export function createRunner(copy: string): Runner {
  let child: ChildProcess | undefined;
  const started = async () => {
    if (child) return child;
    child = fork(join(import.meta.dirname, 'run-tests.ts'), [copy], {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  };
  return {
    async run(order, limitMilliseconds) {
      const process = await started();
      const limit = AbortSignal.timeout(Math.ceil(limitMilliseconds));
      try {
        const answer = once(process, 'message', { signal: limit });
        process.send(order);
        const [message] = await answer;
        return readReply(message);
      } catch (error) {
        process.kill('SIGKILL');
        child = undefined;
        if (limit.aborted) return undefined;
        throw error;
      }
    },
    close: () => child?.kill(),
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Processes that compute without end, so that everything else on the machine gets less time, at other moments. */
export interface CpuBurners {
  stop(): Promise<void>;
}

/** Starts `count` processes; resolves when each of them burns. */
export async function startCpuBurners(count: number): Promise<CpuBurners> {
  const burners: ChildProcess[] = [];
  for (let started = 0; started < count; started++) {
    const script = "process.stdout.write('.', () => { for (;;); })";
    burners.push(spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] }));
  }
  await Promise.all(burners.map(({ stdout }) => stdout && once(stdout, 'data')));
  return {
    async stop() {
      const gone = burners.map((burner) => once(burner, 'exit'));
      for (const burner of burners) burner.kill('SIGKILL');
      await Promise.all(gone);
    },
  };
}

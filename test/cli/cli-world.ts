import { runCli } from '../../src/cli/run.ts';

export interface CliRun {
  readonly status: number;
  readonly out: readonly string[];
  readonly errors: readonly string[];
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** Runs a command line over files in memory; `-` is the standard input. */
export async function runWith(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  now = '2026-11-20T09:00:00Z',
): Promise<CliRun> {
  const out: string[] = [];
  const errors: string[] = [];
  const written = new Map<string, Uint8Array>();
  const status = await runCli(argv, {
    out: (text) => out.push(text),
    error: (line) => errors.push(line),
    async read(file) {
      const text = files[file];
      if (text === undefined)
        throw Object.assign(new Error(`ENOENT: no such file, open '${file}'`), { code: 'ENOENT' });
      return typeof text === 'string' ? new TextEncoder().encode(text) : text;
    },
    write: async (file, bytes) => void written.set(file, bytes),
    now: () => now,
    account: () => 'drift',
  });
  return { status, out, errors, written };
}

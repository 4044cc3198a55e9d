import { type PostgresServer, startPostgres } from '../support/postgres.ts';

/** The databases that a benchmark compares, each keeping what it acknowledges through a power cut. */
export interface BenchStores {
  readonly postgres: PostgresServer | null;
  stop(): void;
}

/** Starts PostgreSQL where the machine has it, and says so where it has not. */
export async function openBenchStores(): Promise<BenchStores> {
  const postgres = await startPostgres({ durable: true });
  if (postgres === null)
    process.stderr.write(
      'PostgreSQL was not found (Debian: apt install postgresql): SQLite alone is measured\n',
    );
  return { postgres, stop: () => postgres?.stop() };
}

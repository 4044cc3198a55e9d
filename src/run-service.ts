import { type Composed, compose, type Overrides } from './compose.ts';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config.ts';
import { isSetWrongly, StoreError } from './db/store-error.ts';
import { SettingsError } from './load-settings.ts';

/** A running service. */
export interface Running extends Composed {
  readonly port: number;
  /** The port of `/readyz` and `/metrics` where they have their own. */
  readonly metricsPort: number | null;
}

/** The problem with a port in one line. Undefined where the error is another one. */
function problemOf(error: unknown, name: string): string | undefined {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return `${name} is taken by another program; set ${name} to a port that is free`;
    case 'EACCES':
      return `${name} needs rights that this program does not have; set ${name} to 1024 or more`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'HOST must be an address of this machine';
    default:
      return undefined;
  }
}

/** Composes the service, migrates the store, listens, and starts the worker. */
export async function runService(config: Config, overrides: Overrides = {}): Promise<Running> {
  const composed = await compose(config, overrides);
  let name = 'PORT';
  try {
    const port = await composed.server.listen(config.port, config.host);
    name = 'METRICS_PORT';
    const metricsPort =
      config.metricsPort === null
        ? null
        : await composed.server.listenForFigures(config.metricsPort, config.host);
    composed.worker.start();
    return { ...composed, port, metricsPort };
  } catch (error) {
    await composed.close();
    const problem = problemOf(error, name);
    throw problem === undefined ? error : new ConfigError(problem);
  }
}

/** Calls `stop` on the first signal and then ends the process. A second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/**
 * Ends the process with a message. A wrong setting or an unusable data folder takes one line (status 2), and so does a
 * store that cannot be used (status 1; 2 where it is set wrongly). Any other error is a fault, with a stack trace
 * (status 1).
 */
export function exitWith(error: unknown): never {
  if (error instanceof ConfigError || error instanceof SettingsError) {
    const where = error instanceof SettingsError ? 'INDGANG_MUNICIPALITIES: ' : '';
    process.stderr.write(`indgang: ${where}${error.message}\n`);
    process.exit(2);
  }
  if (error instanceof StoreError) {
    process.stderr.write(`indgang: ${error.message}\n`);
    process.exit(isSetWrongly(error) ? 2 : 1);
  }
  process.stderr.write(
    `indgang: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

import { type Composed, compose, type Overrides } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { SettingsError } from './load-settings.ts';

/** A service that listens and works. */
export interface Running extends Composed {
  readonly port: number;
}

/** Composes the service, brings the store up to date, listens and starts the worker. */
export async function runService(config: Config, overrides: Overrides = {}): Promise<Running> {
  const composed = await compose(config, overrides);
  try {
    const port = await composed.server.listen(config.port, config.host);
    composed.worker.start();
    return { ...composed, port };
  } catch (error) {
    await composed.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ConfigError(`PORT ${config.port} is taken by another program; set PORT to one that is free`);
    }
    throw error;
  }
}

/** Ends the process after `stop`, on the first signal; a second one ends it at once. */
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

/** A setting that is wrong is said in one line (exit status 2); anything else is a fault (1). */
export function exitWith(error: unknown): never {
  if (error instanceof ConfigError || error instanceof SettingsError) {
    process.stderr.write(`indgang: ${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(
    `indgang: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

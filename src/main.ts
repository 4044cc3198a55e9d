import { readConfig } from './config.ts';
import { exitWith, runService, stopOnSignal } from './run-service.ts';

/** `npm run serve`: the service alone. */
try {
  const config = readConfig();
  const service = await runService(config);
  stopOnSignal(() => service.close());
  process.stdout.write(`Indgang listens on http://${config.host}:${service.port}\n`);
} catch (error) {
  exitWith(error);
}

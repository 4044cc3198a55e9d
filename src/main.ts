import { readConfig } from './config.ts';
import { exitWith, runService, stopOnSignal } from './run-service.ts';

// Logs, exports and backups hold personal data: files are readable by their owner only, including those of child
// processes.
process.umask(0o077);

/** `npm run serve`: the service alone. */
try {
  const config = readConfig();
  const service = await runService(config);
  stopOnSignal(() => service.close());
  const figures =
    service.metricsPort === null ? '' : `, figures on http://${config.host}:${service.metricsPort}`;
  process.stdout.write(`Indgang listens on http://${config.host}:${service.port}${figures}\n`);
} catch (error) {
  exitWith(error);
}

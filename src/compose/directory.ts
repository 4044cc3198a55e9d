import { readFileSync } from 'node:fs';
import { parseDirectory } from '../app/directory.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config.ts';
import type { Person } from '../core/person.ts';
import { DEMO_PEOPLE } from '../demo/demo-directory.ts';
import type { Log } from './log.ts';

/**
 * The people of the directory file. Without a file the demo's people stand in, for local use only: a service that is
 * reachable through Teams or Slack then knows nobody. Throws `ConfigError` on a file that cannot be read or parsed.
 */
export function directoryOf(config: Config, log: Log): readonly Person[] {
  if (config.directory === null) {
    if (config.teams === null && config.slack === null) return DEMO_PEOPLE;
    log('directory.not-set', { setting: 'INDGANG_DIRECTORY' });
    return [];
  }
  let content: string;
  try {
    content = readFileSync(config.directory, 'utf8');
  } catch {
    throw new ConfigError('INDGANG_DIRECTORY must name a file that can be read');
  }
  const parsed = parseDirectory(content);
  if (!parsed.ok) throw new ConfigError(`INDGANG_DIRECTORY: ${parsed.refusal.params?.problem}`);
  return parsed.value;
}

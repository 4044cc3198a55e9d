import type { Dependencies } from '../app/dependencies.ts';
import type { Inbound, Reply } from '../app/inbound.ts';
import type { TabChannel } from '../channels/tab/tab-channel.ts';
import type { TabDoor } from '../channels/tab/tab-door.ts';
import { type TabFile, tabFiles } from '../channels/tab/tab-files.ts';
import type { Config } from '../config.ts';
import type { Person } from '../core/person.ts';
import { isLocalOnly } from './channels.ts';
import type { Log } from './log.ts';

/** The tab as it is served: its requests and its files. */
export interface Tab {
  readonly channel: TabChannel;
  readonly files: readonly TabFile[];
}

interface TabParts {
  readonly deps: Dependencies;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  /** People of the directory: without sign-in, a browser on this machine acts for one of them. */
  readonly people: readonly Person[];
  readonly log: Log;
  /** Where the tab was built; left out: where `npm run build:tab` puts it. */
  readonly folder?: string | undefined;
}

/** The tab where Teams is served, or the service is for this machine alone; null for Slack alone. */
export async function tabOf(
  config: Config,
  { deps, receive, people, log, folder }: TabParts,
): Promise<Tab | null> {
  const door = await doorOf(config, deps, people, log);
  if (door === null) return null;
  const { createTabChannel } = await import('../channels/tab/tab-channel.ts');
  const files = tabFiles(folder, door.kind === 'teams');
  if (files.length === 0 && door.kind === 'teams') log('tab.not-built', { command: 'npm run build:tab' });
  return { channel: createTabChannel({ ...deps, receive, door, log }), files };
}

async function doorOf(
  config: Config,
  { clock }: Dependencies,
  people: readonly Person[],
  log: Log,
): Promise<TabDoor | null> {
  if (isLocalOnly(config)) return { kind: 'local', people };
  if (config.teams === null) return null;
  const { createSigningKeys } = await import('../channels/teams/signing-keys.ts');
  const { appId, tenant, tenants, loginUrl } = config.teams;
  const metadataUrl = `${loginUrl.replace(/\/+$/, '')}/${tenant}/v2.0/.well-known/openid-configuration`;
  const keys = createSigningKeys({ metadataUrl, now: clock.now, log });
  return { kind: 'teams', token: { appId, tenants, loginUrl, keys, now: clock.now } };
}

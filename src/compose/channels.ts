import { join } from 'node:path';
import type { Dependencies } from '../app/dependencies.ts';
import type { Inbound, Reply } from '../app/inbound.ts';
import type { Leave } from '../app/leave-conversations.ts';
import type { MessagePace } from '../app/message-pace.ts';
import type { Move } from '../app/move-conversations.ts';
import { createOwnChat } from '../app/own-chat.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Ids } from '../app/ports/ids.ts';
import { createNoteDecision } from '../app/rate-decision.ts';
import { createSuggestCompanies } from '../app/suggest-companies.ts';
import type { SlackChannel } from '../channels/slack/slack-channel.ts';
import { isTabBuilt } from '../channels/tab/tab-files.ts';
import type { TeamsChannel } from '../channels/teams/teams-channel.ts';
import { type Config, isLoopbackHost } from '../config.ts';
import { createInstallStore } from '../db/install-store.ts';
import type { Database } from '../db/open-database.ts';
import type { Log } from './log.ts';

interface ChannelDeps extends Pick<Dependencies, 'register' | 'maskCpr' | 'unitOfWork'> {
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  readonly move: Move;
  readonly database: Database;
  readonly pace: MessagePace;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Where the tab was built. */
  readonly tab?: string | undefined;
}

/** The channels of the settings; null where one is not served. */
export interface Channels {
  readonly teams: TeamsChannel | null;
  readonly slack: SlackChannel | null;
}

/**
 * Whether the service is for this machine alone. Without sign-in anyone who reaches the Teams route can claim to be
 * anyone, so the route must not stand where a proxy lets Slack in.
 */
export function isLocalOnly(config: Config): boolean {
  return config.teams === null && config.slack === null && isLoopbackHost(config.host);
}

/** Makes the channels of the settings. What only one of them needs is loaded with it: Bot Framework alone takes 50 MB. */
export async function createChannels(config: Config, deps: ChannelDeps): Promise<Channels> {
  const servesTeams = config.teams !== null || isLocalOnly(config);
  return {
    teams: servesTeams ? await teamsChannel(config, deps) : null,
    slack: config.slack ? await slackChannel(config, config.slack, deps) : null,
  };
}

async function teamsChannel(config: Config, deps: ChannelDeps): Promise<TeamsChannel> {
  const { createTeamsChannel } = await import('../channels/teams/teams-channel.ts');
  const { receive, leave, move, clock, ids, log } = deps;
  return createTeamsChannel({
    // A link to a tab that is not served would lead nowhere.
    tabApps: isTabBuilt(deps.tab) ? (config.teams?.tabApps ?? {}) : {},
    signIn: config.teams,
    targeted: config.teamsTargeted,
    noteDecision: createNoteDecision(deps),
    ownChat: createOwnChat(deps),
    receive,
    leave,
    move,
    clock,
    newId: () => ids.id(),
    log,
  });
}

async function slackChannel(
  { data, database: address }: Config,
  config: NonNullable<Config['slack']>,
  { database, ...deps }: ChannelDeps,
): Promise<SlackChannel> {
  const { createSlackChannel } = await import('../channels/slack/slack-channel.ts');
  const { createFileInstalls, createStoredInstalls } = await import('../channels/slack/installs.ts');
  const { receive, leave, pace, clock, ids, log } = deps;
  if (config.workspaces.length === 0) log('slack.workspaces-not-set', { setting: 'SLACK_WORKSPACES' });
  return createSlackChannel({
    config,
    receive,
    leave,
    companies: createSuggestCompanies(deps),
    // Replicas of the service could not share a file beside the store.
    installs: address
      ? createStoredInstalls(createInstallStore(database))
      : createFileInstalls(join(data, 'slack-installs.json')),
    pace,
    clock,
    ids,
    log,
  });
}

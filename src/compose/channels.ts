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
import { createFileInstalls, createStoredInstalls } from '../channels/slack/installs.ts';
import { createSlackChannel, type SlackChannel } from '../channels/slack/slack-channel.ts';
import { createTeamsChannel, type TeamsChannel } from '../channels/teams/teams-channel.ts';
import type { Config } from '../config.ts';
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
}

/** The channels of the settings. Teams is always there, without sign-in for local use; Slack where it is set. */
export interface Channels {
  readonly teams: TeamsChannel;
  readonly slack: SlackChannel | null;
}

/** Makes the channels of the settings. */
export function createChannels(config: Config, deps: ChannelDeps): Channels {
  const { receive, leave, move, database, pace, clock, ids, log } = deps;
  const teams = createTeamsChannel({
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
  if (config.slack === null) return { teams, slack: null };
  if (config.slack.workspaces.length === 0) log('slack.workspaces-not-set', { setting: 'SLACK_WORKSPACES' });
  const slack = createSlackChannel({
    config: config.slack,
    receive,
    leave,
    companies: createSuggestCompanies(deps),
    // Replicas of the service could not share a file beside the store.
    installs: config.database
      ? createStoredInstalls(createInstallStore(database))
      : createFileInstalls(join(config.data, 'slack-installs.json')),
    pace,
    clock,
    ids,
    log,
  });
  return { teams, slack };
}

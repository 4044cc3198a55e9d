import { createTeamsChannel } from '../../../src/channels/teams/teams-channel.ts';
import { itConnectsToTeams } from './conformance.ts';

itConnectsToTeams('Bot Framework', createTeamsChannel);

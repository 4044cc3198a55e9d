import { LATE, LIMITS, within } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Roster, RosterAnswer } from '../../app/ports/roster.ts';
import { placeOf, type SlackPlace } from './addresses.ts';
import type { People } from './people.ts';
import type { Workspaces } from './workspaces.ts';

/** How long a list of members is reused for people on it. Anyone missing is looked for in a fresh list. */
const KEPT_MS = 60_000;

/**
 * Members per page of Slack's answer, and the most pages. A bound channel is an office's, so longer lists are not read.
 */
const PAGE = 1_000;
const MOST_PAGES = 10;

interface Members {
  readonly at: number;
  readonly open: boolean;
  readonly users: ReadonlySet<string>;
}

/**
 * The rosters of Slack's channels. Members of a private channel were invited by its members. Anyone of the workspace
 * can join a public channel (`open`), so membership there proves nothing.
 */
export function createSlackRoster(workspaces: Workspaces, people: People, clock: Clock): Roster {
  const kept = new Map<string, Members>();

  async function membersOf({ team, channel }: SlackPlace): Promise<Members> {
    const client = await workspaces.client(team);
    if (!client) throw new Error(`Workspace ${team} has not installed the app`);
    const at = clock.monotonic();
    const { channel: info } = await client.conversations.info({ channel });
    const users = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await client.conversations.members({
        channel,
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      // Without the list the roster is unknown, and nobody may count as gone.
      if (!answer.members) throw new Error('Slack answered without members');
      for (const user of answer.members) users.add(user);
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    const closed = info?.is_private === true || info?.is_mpim === true;
    const found = { at, open: !closed, users };
    kept.set(`${team}/${channel}`, found);
    return found;
  }

  async function ask(place: SlackPlace, user: string): Promise<RosterAnswer> {
    const known = kept.get(`${place.team}/${place.channel}`);
    const now = clock.monotonic();
    const fresh = known !== undefined && now < known.at + KEPT_MS && known.users.has(user);
    const { users, open } = fresh ? known : await membersOf(place);
    if (!users.has(user)) return { standing: 'gone' };
    return { standing: await people.standingOf(place.team, user), open };
  }

  return {
    channel: 'slack',
    async standingOf(conversation, identity) {
      const place = placeOf(conversation);
      const [, , user] = identity.split(':');
      if (!place || !user) return { standing: 'unknown' };
      try {
        const answer = await within(clock, LIMITS.roster, () => ask(place, user));
        return answer === LATE ? { standing: 'unknown' } : answer;
      } catch {
        return { standing: 'unknown' };
      }
    },
  };
}

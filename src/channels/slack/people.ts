import type { WebClient } from '@slack/web-api';
import { LATE, LIMITS, within } from '../../app/deadline.ts';
import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { RosterStanding } from '../../app/ports/roster.ts';
import { slackCode } from './delivery-outcome.ts';
import type { Workspaces } from './workspaces.ts';

/** Identifies the person behind the ids of a signed request. */
export interface People {
  /**
   * The person with this id in this workspace. Slack tells guests, bots, former members and people of other workspaces
   * (shared channels) apart. Where Slack cannot be asked, the person's id serves as their name, and the directory and
   * the roster decide. Throws where the workspace has not installed the app.
   */
  verify(team: string, user: string): Promise<VerifiedPerson>;
  /** The language tag of the person's client, as far as it is known without asking Slack. */
  localeOf(team: string, user: string): string | null;
  /** The person's present standing in the workspace. */
  standingOf(team: string, user: string): Promise<RosterStanding>;
  forget(team: string): void;
}

/** How long a person's profile is cached. Longer, and former colleagues keep access; shorter meets Slack's rate limit. */
const KEPT_MS = 10 * 60 * 1000;
const MOST_PEOPLE = 5_000;

type User = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/** Workspaces of one Enterprise Grid organisation in which the person is the same user. */
const workspacesOf = (user: User): readonly string[] => user.enterprise_user?.teams ?? [];

function standingIn(team: string, user: User): 'member' | 'guest' | 'gone' {
  if (user.deleted) return 'gone';
  const outside = user.team_id !== undefined && user.team_id !== team && !workspacesOf(user).includes(team);
  const guest = user.is_stranger || user.is_restricted || user.is_ultra_restricted || user.is_bot;
  return outside || guest ? 'guest' : 'member';
}

/** Makes the identification of people. Answers are cached for a short time. */
export function createPeople(workspaces: Workspaces, clock: Clock): People {
  const known = new Map<string, { readonly person: VerifiedPerson; readonly from: number }>();

  async function ask(team: string, user: string): Promise<User | 'gone' | 'unknown'> {
    const client = await workspaces.client(team);
    if (!client) throw new Error(`Workspace ${team} has not installed the app`);
    try {
      const answer = await within(clock, LIMITS.roster, () =>
        client.users.info({ user, include_locale: true }),
      );
      return answer === LATE ? 'unknown' : (answer.user ?? 'unknown');
    } catch (error) {
      return slackCode(error) === 'user_not_found' ? 'gone' : 'unknown';
    }
  }

  return {
    async verify(team, user) {
      const key = `${team}/${user}`;
      const now = clock.monotonic();
      const kept = known.get(key);
      if (kept && now < kept.from + KEPT_MS) return kept.person;
      const identity = `slack:${team}:${user}`;
      const found = await ask(team, user);
      if (typeof found === 'string') return { identity, name: user, guest: found === 'gone', locale: null };
      const aliases = workspacesOf(found).flatMap((workspace) =>
        workspace === team ? [] : [`slack:${workspace}:${user}`],
      );
      const person: VerifiedPerson = {
        identity,
        name: found.profile?.real_name || found.real_name || found.name || user,
        guest: standingIn(team, found) !== 'member',
        ...(aliases.length > 0 && { aliases }),
        locale: found.locale ?? null,
      };
      if (known.size >= MOST_PEOPLE) known.clear();
      known.set(key, { person, from: now });
      return person;
    },
    localeOf: (team, user) => known.get(`${team}/${user}`)?.person.locale ?? null,
    async standingOf(team, user) {
      const found = await ask(team, user);
      return typeof found === 'string' ? found : standingIn(team, found);
    },
    forget(team) {
      for (const key of known.keys()) if (key.startsWith(`${team}/`)) known.delete(key);
    },
  };
}

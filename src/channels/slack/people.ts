import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Clock } from '../../app/ports.ts';
import type { Workspaces } from './workspaces.ts';

/** Who somebody is whose ids came in a signed request. */
export interface People {
  /**
   * The person with this id in this workspace. Guests, bots and people from other workspaces (shared channels) are
   * told apart by asking Slack; where it cannot be asked, this throws, because nobody is let in unverified.
   */
  verify(team: string, user: string): Promise<VerifiedPerson>;
  forget(team: string): void;
}

const KEPT_MS = 10 * 60 * 1000;
const MOST_PEOPLE = 5_000;

export function createPeople(workspaces: Workspaces, clock: Clock): People {
  const known = new Map<string, { readonly person: VerifiedPerson; readonly until: number }>();

  async function ask(team: string, user: string): Promise<VerifiedPerson> {
    const client = await workspaces.client(team);
    if (!client) throw new Error(`Workspace ${team} has not installed the app`);
    const { user: found } = await client.users.info({ user, include_locale: true });
    if (!found) throw new Error(`Slack does not know user ${user} of ${team}`);
    const teams = [found.team_id, ...(found.enterprise_user?.teams ?? [])];
    const stranger = found.is_stranger === true || (found.team_id !== undefined && !teams.includes(team));
    const outside = found.is_restricted || found.is_ultra_restricted || found.is_bot || found.deleted;
    return {
      identity: `slack:${team}:${user}`,
      name: found.profile?.real_name || found.real_name || found.name || user,
      guest: stranger || outside === true,
      locale: found.locale ?? null,
    };
  }

  return {
    async verify(team, user) {
      const key = `${team}/${user}`;
      const now = Date.parse(clock.now());
      const kept = known.get(key);
      if (kept && kept.until > now) return kept.person;
      const person = await ask(team, user);
      if (known.size >= MOST_PEOPLE) known.clear();
      known.set(key, { person, until: now + KEPT_MS });
      return person;
    },
    forget(team) {
      for (const key of known.keys()) if (key.startsWith(`${team}/`)) known.delete(key);
    },
  };
}

/** What Teams says of somebody in a conversation's roster. */
export interface RosterMember {
  readonly userRole?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** How somebody stands to the tenant: `unknown` where Teams could not be asked. */
export type Standing = 'member' | 'guest' | 'unknown';

const MOST = 5_000;

/**
 * Who is a guest. The activity does not tell: a guest of a team writes under the team's own tenant, with an object id in
 * it. So Teams is asked, once for each person and conversation; where it cannot be asked, it is asked again next time.
 */
export function createRoster(
  /** Tenants that are served, in lower case. */
  tenants: readonly string[],
): (conversation: string, user: string, ask: () => Promise<RosterMember>) => Promise<Standing> {
  const known = new Map<string, Standing>();
  return async (conversation, user, ask) => {
    const key = `${conversation}\n${user}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    try {
      const { userRole, tenantId } = await ask();
      const outside = tenantId !== undefined && !tenants.includes(tenantId.toLowerCase());
      const standing = outside || userRole === 'guest' || userRole === 'anonymous' ? 'guest' : 'member';
      if (known.size >= MOST) known.clear();
      known.set(key, standing);
      return standing;
    } catch {
      return 'unknown';
    }
  };
}

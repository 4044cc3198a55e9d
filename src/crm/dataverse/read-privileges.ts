import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import type { Caller, DataverseClient } from './web-request.ts';

/** How far a privilege reaches: the user's own rows, the business unit's, those of the units below it, all rows. */
const DEPTHS = ['Basic', 'Local', 'Deep', 'Global'] as const;
export type PrivilegeDepth = (typeof DEPTHS)[number];

const whoAmI = z.object({ UserId: z.string() });
const privileges = z.object({
  RolePrivileges: z.array(z.object({ PrivilegeName: z.string().nullish(), Depth: z.enum(DEPTHS) })),
});

/** The privileges of the application user and their depths, by name in small letters. Throws `CrmError`. */
export async function readPrivileges(
  client: DataverseClient,
  by: Caller,
): Promise<ReadonlyMap<string, PrivilegeDepth>> {
  const me = whoAmI.safeParse((await client.send({ method: 'GET', path: 'WhoAmI' }, by)).body).data;
  if (!me) throw new CrmError('rejected', 'The address answered no user', { detail: 'no-user-id' });
  const path = `systemusers(${me.UserId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges`;
  const answer = privileges.safeParse((await client.send({ method: 'GET', path }, by)).body).data;
  const held = new Map<string, PrivilegeDepth>();
  for (const { PrivilegeName: name, Depth: depth } of answer?.RolePrivileges ?? []) {
    const key = name?.toLowerCase();
    if (key === undefined) continue;
    // Several roles may hold one privilege; the widest counts.
    const known = held.get(key) ?? depth;
    held.set(key, DEPTHS.indexOf(depth) > DEPTHS.indexOf(known) ? depth : known);
  }
  return held;
}

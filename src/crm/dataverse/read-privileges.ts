import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import type { DataverseClient } from './web-request.ts';

const whoAmI = z.object({ UserId: z.string() });
const privileges = z.object({ RolePrivileges: z.array(z.object({ PrivilegeName: z.string() })) });

/** The privileges of the application user, in small letters. Throws `CrmError`. */
export async function readPrivileges(client: DataverseClient): Promise<ReadonlySet<string>> {
  const me = whoAmI.safeParse((await client.send({ method: 'GET', path: 'WhoAmI' }, {})).body).data;
  if (!me) throw new CrmError('unavailable', 'Dataverse answered something that is no user');
  const path = `systemusers(${me.UserId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges`;
  const answer = privileges.safeParse((await client.send({ method: 'GET', path }, {})).body).data;
  return new Set((answer?.RolePrivileges ?? []).map(({ PrivilegeName }) => PrivilegeName.toLowerCase()));
}

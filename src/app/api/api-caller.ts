import { type ApiScope, type ApiToken, isGood, personOfToken } from '../../core/api-token.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Actor, Person } from '../../core/person.ts';

/** What keeps a token from a request, before anything of the request is read. */
export type TokenRefusal = 'token-missing' | 'token-refused' | 'token-scope';

/** Whether a token, whose secret has been compared, may do this now. */
export function refusalOf(
  token: ApiToken | undefined,
  scope: ApiScope,
  now: string,
): Exclude<TokenRefusal, 'token-missing'> | null {
  if (!token || !isGood(token, now)) return 'token-refused';
  return token.scopes.includes(scope) ? null : 'token-scope';
}

/** Another system of an organisation, whoever it is: what it may see is what its organisation may. */
export function systemOf(organisation: OrganisationId): Actor {
  return { person: '', name: '', organisation, roles: ['phone'] };
}

/**
 * The token as whoever acts for one of its organisations. Another system logs and hands over as phone-line staff do, so that
 * a case has no person until a colleague takes it.
 */
export function callerOf(
  token: ApiToken,
  organisation: OrganisationId,
): { readonly person: Person; readonly actor: Actor } {
  const person = personOfToken(token);
  const { name } = token;
  return {
    person: { id: person, name, identities: [], memberships: [{ organisation, roles: ['phone'] }] },
    actor: { ...systemOf(organisation), person, name },
  };
}

import type { OrganisationId } from './organisation.ts';

/** What a token of the API may be good for. */
export const API_SCOPES = ['enquiries:write', 'cases:read'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A token by which another system uses the API for some organisations. Its secret is known to that system alone. */
export interface ApiToken {
  readonly id: string;
  /** What stands on cases as the name of whoever registered them: `Webformular Viborg`. */
  readonly name: string;
  /** SHA-256 of the secret, in hexadecimal. The secret has 256 random bits, so that no guess meets it. */
  readonly hash: string;
  readonly scopes: readonly ApiScope[];
  readonly organisations: readonly OrganisationId[];
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Whether a token is good at this instant. */
export function isGood({ expiresAt, revokedAt }: ApiToken, now: string): boolean {
  return revokedAt === null && now < expiresAt;
}

/** The id under which a token acts on cases. No person has such an id. */
export function personOfToken({ id }: Pick<ApiToken, 'id'>): string {
  return `api:${id}`;
}

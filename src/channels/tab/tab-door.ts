import type { VerifiedPerson } from '../../app/inbound.ts';
import type { Visitor } from '../../app/read-as.ts';
import { organisationName } from '../../core/organisation.ts';
import type { Person } from '../../core/person.ts';
import { type TabTokenDeps, type TokenRefusal, verifyTabToken } from './verify-token.ts';

/** Who may come in. Without sign-in, a browser on this machine chooses one of the people it acts for. */
export type TabDoor =
  | { readonly kind: 'teams'; readonly token: TabTokenDeps }
  | { readonly kind: 'local'; readonly people: readonly Person[] };

/** A request before its body is read. */
export interface TabHead {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly query: URLSearchParams;
}

/** A header's value, or its first. */
export function oneHeader(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** Somebody whom a browser may choose to act for, with their offices' names. */
export function personToChoose({ id, name, memberships }: Person) {
  return { id, name, offices: memberships.map(({ organisation }) => organisationName(organisation)) };
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The person whom a request comes from, or why it is refused. */
export async function personBehind(
  { headers }: TabHead,
  door: TabDoor,
): Promise<VerifiedPerson | TokenRefusal> {
  const locale = oneHeader(headers['accept-language']) ?? null;
  if (door.kind === 'teams') {
    const verified = await verifyTabToken(oneHeader(headers.authorization), door.token);
    return typeof verified === 'string' ? verified : { ...verified, locale };
  }
  // A page of another site could call this machine by a name of its own; the browser then sends that name.
  if (!LOOPBACK.test(oneHeader(headers.host) ?? '')) return 'tenant';
  // No form and no link sends this header, so no page of another site acts for anybody.
  const chosen = door.people.find(({ id }) => id === oneHeader(headers['x-indgang-person']));
  const [identity] = chosen?.identities ?? [];
  if (!chosen || identity === undefined) return 'token-missing';
  return { identity, name: chosen.name, guest: false, locale };
}

/**
 * Somebody in the tab, which is a place that nobody can write to: answers stay in it, and cards still go to the person's
 * own chat.
 */
export function visitorOf(person: VerifiedPerson): Visitor {
  return {
    channel: 'teams',
    person,
    conversation: { channel: 'teams', id: `tab:${person.identity}`, kind: 'group', reference: '{}' },
  };
}

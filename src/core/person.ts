import type { OrganisationId } from './organisation.ts';
import type { Language, Role } from './vocabulary.ts';

/** A person of the directory. `identities` are channel identities: `teams:<tenant>:<object id>`, `slack:<team>:<user>`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly language?: Language | undefined;
  readonly identities: readonly string[];
  readonly memberships: readonly Membership[];
}

/** What vouches for a membership: the directory, or being a member of a bound channel (`channel:<channel>:<conversation>`). */
export type MembershipSource = 'directory' | `channel:${string}:${string}`;

/** A person in an organisation, by the directory or by a channel. */
export interface Membership {
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
  /** Left out: the directory. */
  readonly source?: MembershipSource | undefined;
  /** Instant. */
  readonly since?: string | undefined;
  /** Of a membership by channel: the instant until which it counts while the channel's roster cannot be asked. */
  readonly confirmedUntil?: string | undefined;
  /** The coordinator who let the person in, where anybody can join the channel. */
  readonly admittedBy?: string | undefined;
}

/** Somebody acting: who, and on behalf of which organisation. Taken from the verified activity, never from a payload. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
}

/** How a case remembers who did something. The name is kept so that a card needs no look-up. */
export interface ActorRef {
  readonly person: string;
  readonly name: string;
  readonly organisation: OrganisationId;
}

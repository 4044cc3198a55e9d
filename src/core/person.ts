import type { OrganisationId } from './organisation.ts';
import type { Language, Role } from './vocabulary.ts';

/** What consultants who advise entrepreneurs are trained in (Principper-2019 l.452). */
export const TRAININGS = ['lean-startup', 'bmc'] as const;
export type Training = (typeof TRAININGS)[number];

/** A person of the directory. `identities` are channel identities: `teams:<tenant>:<object id>`, `slack:<team>:<user>`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly language?: Language | undefined;
  readonly identities: readonly string[];
  readonly memberships: readonly Membership[];
  /** CVR numbers of companies that the person owns or sits on the board of, by the directory. */
  readonly companies?: readonly string[] | undefined;
  /** What the person is trained in, by the directory. Absent: it says nothing. */
  readonly training?: readonly Training[] | undefined;
}

/** The source of a membership: the directory, or membership of a bound channel (`channel:<channel>:<conversation>`). */
export type MembershipSource = 'directory' | `channel:${string}:${string}`;

/** A person's membership of an organisation. */
export interface Membership {
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
  /** Absent: the directory. */
  readonly source?: MembershipSource | undefined;
  /** ISO instant. */
  readonly since?: string | undefined;
  /** For a membership by channel: the instant until which it counts while the channel's roster cannot be asked. */
  readonly confirmedUntil?: string | undefined;
  /** The coordinator who admitted the person to a channel that anyone can join. */
  readonly admittedBy?: string | undefined;
}

/** The acting person and the organisation they act for. Taken from the verified activity, never from a payload. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
}

/** A person whom a setting names. The name is included, so that cards need no look-up. */
export interface NamedPerson {
  readonly person: string;
  readonly name: string;
}

/** The reference to a person that a case stores. It includes the name, so that cards need no look-up. */
export interface ActorRef {
  readonly person: string;
  readonly name: string;
  readonly organisation: OrganisationId;
}

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

export interface Membership {
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
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

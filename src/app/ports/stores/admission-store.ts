import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation } from '../conversation.ts';

/** A request to be let in. */
export interface Admission {
  readonly identity: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  /** The bound channel in which the person asked. */
  readonly conversation: Conversation;
  readonly askedAt: string;
}

/** Requests to the coordinators of a bound channel that anybody can join. */
export interface AdmissionReader {
  ofOrganisation(organisation: OrganisationId): Promise<readonly Admission[]>;
}

export interface AdmissionStore extends AdmissionReader {
  /** Adds a request. False where the person has already asked. */
  add(admission: Admission): Promise<boolean>;
  remove(identity: string, organisation: OrganisationId): Promise<void>;
  forgetBefore(instant: string): Promise<number>;
}

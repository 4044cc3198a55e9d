import type { OrganisationId } from '../../../core/organisation.ts';
import type { Conversation } from '../conversation.ts';

/** Somebody who asks to be let in. */
export interface Admission {
  readonly identity: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  /** The bound channel in which they asked. */
  readonly conversation: Conversation;
  readonly askedAt: string;
}

/** People who ask the coordinators of a bound channel to be let in, because anybody can join the channel. */
export interface AdmissionReader {
  ofOrganisation(organisation: OrganisationId): Promise<readonly Admission[]>;
}

export interface AdmissionStore extends AdmissionReader {
  /** False where the person has asked already. */
  add(admission: Admission): Promise<boolean>;
  remove(identity: string, organisation: OrganisationId): Promise<void>;
  forgetBefore(instant: string): Promise<number>;
}

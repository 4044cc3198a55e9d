import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { FollowUpResult } from './word-lists.ts';

/**
 * The follow-up of a closed case: proposed to the office that the case came from, which accepts or declines it, or agreed by the
 * closing office for itself. One that is neither declined nor done is open.
 */
export interface FollowUp {
  readonly organisation: OrganisationId;
  /** The person who follows up. Absent on cases of earlier versions, and where nobody was named. */
  readonly person?: ActorRef | undefined;
  /** The Danish date of the follow-up. */
  readonly dueOn: string;
  readonly state: 'proposed' | 'accepted' | 'declined' | 'done';
  /** Set where the state is `done`. */
  readonly result?: FollowUpResult | undefined;
  readonly doneAt?: string | undefined;
}

import type { OrganisationId } from '../organisation.ts';
import type { Area } from '../vocabulary.ts';

/**
 * Something that the decision asks of another office, beside the case: basic needs for the LES now, or a specialised need for the
 * Erhvervshus once the LES has clarified it. It is no handover, and moves no ownership.
 */
export interface Task {
  readonly organisation: OrganisationId;
  readonly when: 'now' | 'after-clarification';
  /** The needs, each once. Empty where the decision names none. */
  readonly areas: readonly Area[];
  /** ISO instant. */
  readonly dueAt: string;
  readonly state: 'open' | 'started' | 'not-relevant';
}

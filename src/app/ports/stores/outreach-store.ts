import type { OrganisationId } from '../../../core/organisation.ts';
import type { OutreachContact } from '../../../core/outreach/outreach.ts';

/** Outreach contacts, newest first where nothing else is said. */
export interface OutreachReader {
  get(id: string): Promise<OutreachContact | undefined>;
  /** Every contact with a company. */
  ofCompany(cvr: string): Promise<readonly OutreachContact[]>;
  /** Contacts of an organisation, its own and those it was told of: those planned first. */
  ofOrganisation(organisation: OrganisationId, limit: number): Promise<readonly OutreachContact[]>;
  /** Ids of planned contacts whose window has ended at `now`. */
  withStepDue(now: string, limit: number): Promise<readonly string[]>;
  /** Ids of contacts that hold a company still and began before the instant: a page in order of id. */
  beganBefore(instant: string, after: string, limit: number): Promise<readonly string[]>;
  /** A page of all contacts, in order of id. */
  page(after: string, limit: number): Promise<readonly OutreachContact[]>;
}

export interface OutreachStore extends OutreachReader {
  /** Resolves with false where the organisation has a planned contact with the company already. */
  insert(contact: OutreachContact): Promise<boolean>;
  /** Resolves with false where the stored revision is another than `expected`. */
  update(contact: OutreachContact, expected: number): Promise<boolean>;
}

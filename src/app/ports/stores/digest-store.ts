import type { OrganisationId } from '../../../core/organisation.ts';

/** Which month's digest each organisation was sent last, and whether it wants it. */
export interface DigestReader {
  /** The organisations whose digest of a month (`2026-10`) or a later one is claimed, or that have switched it off. */
  settledFor(month: string): Promise<ReadonlySet<OrganisationId>>;
  /** Whether an organisation has switched its digest off. */
  isOff(organisation: OrganisationId): Promise<boolean>;
}

export interface DigestStore extends DigestReader {
  /**
   * Claims the digest of a month for an organisation. False where this month or a later one was claimed before, or the
   * digest is switched off. Whoever claims it adds the outbox row in the same transaction, so that it goes out once.
   */
  claim(organisation: OrganisationId, month: string): Promise<boolean>;
  saveOff(organisation: OrganisationId, off: boolean): Promise<void>;
}

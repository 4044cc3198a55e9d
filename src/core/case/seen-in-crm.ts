/** Contact details of which the CRM is the master. */
export const CONTACT_FIELDS = ['contactName', 'contactPhone', 'contactEmail'] as const;
export type CrmContactField = (typeof CONTACT_FIELDS)[number];

/** How a case stands in the CRM. */
export interface CrmStanding {
  /** The revision that its rows hold whole; null while they are being changed, or where nobody can tell. */
  readonly revision: number | null;
  readonly closed: boolean;
  /** The owner as it stands there; null where no column tells it. */
  readonly owner: string | null;
  /** Contact details that differ from those that we sent last. */
  readonly contact: {
    readonly [Field in CrmContactField]?: { readonly sent: string | null; readonly now: string | null };
  };
}

/** What people changed of a case in the CRM. */
export type ChangeInCrm = 'closed' | 'owner' | 'contact' | 'deleted';

/** What was seen of a case in the CRM and told, so that it is told once, and not answered without end. */
export interface SeenInCrm {
  /** Another owner than ours. */
  readonly owner?: string;
  readonly deleted?: true;
  /** When it was last seen closed, and another's: ours was brought back there then (ISO instants). */
  readonly closedAt?: string;
  readonly movedAt?: string;
}

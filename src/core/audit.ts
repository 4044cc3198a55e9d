import type { Relation } from './case/relation.ts';
import type { OrganisationId } from './organisation.ts';

/**
 * What the audit notes besides the events of a case's history: reads by somebody outside its two parties, what was done
 * by command line, and who changed settings or agreed to a change.
 */
const AUDIT_ACTIONS = [
  'read',
  'found',
  'cases-list',
  'cases-show',
  'cases-export',
  'survey-export',
  'crm-dry-run',
  'crm-migrate',
  'gdpr-export',
  'gdpr-erase',
  'setting-change',
  'setting-settle',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the audit: ids and codes only, so that erasing a person or a company never changes one. */
export interface AuditEntry {
  /** ISO instant. */
  readonly at: string;
  /** The person's id; on the command line `cli:` and the account that ran it. */
  readonly person: string;
  /** The organisation for which the person acted; null on the command line. */
  readonly organisation: OrganisationId | null;
  readonly action: AuditAction;
  /** Null where the line is about several cases, or none. */
  readonly caseId: string | null;
  /** The reader's relation to the case; null on the command line. */
  readonly relation: Relation | null;
  /** How many cases it was about. */
  readonly cases: number;
}

/**
 * Months after which a line of the audit is deleted, where the configuration names no other. Two years: a yearly review
 * finds the whole year before it whenever it is held, and a complaint about a look-up can still be examined; kept
 * longer, the audit would itself be a record of colleagues' habits.
 */
export const AUDIT_MONTHS = 24;

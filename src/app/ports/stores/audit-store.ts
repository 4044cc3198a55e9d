import type { AuditEntry } from '../../../core/audit.ts';

/** Which lines of the audit: instants from `from`, and before `to`. */
interface AuditQuery {
  readonly caseId?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The audit. Lines are only added, and deleted when their retention ends. */
export interface AuditReader {
  /** Lines in order of writing, after the line numbered `after`; at most `limit`. */
  page(
    query: AuditQuery,
    after: number,
    limit: number,
  ): Promise<readonly (AuditEntry & { readonly number: number })[]>;
}

export interface AuditStore extends AuditReader {
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Deletes the lines before the instant. Returns how many. */
  forgetBefore(instant: string): Promise<number>;
}

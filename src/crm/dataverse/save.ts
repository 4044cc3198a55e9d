import type { CrmRecord } from '../../app/ports/crm.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './rows.ts';
import type { DataverseClient } from './web-request.ts';

/** What a save works with. */
export interface SaveDeps {
  readonly client: DataverseClient;
  readonly mapping: Mapping;
  /** Keys of accounts that are known to be there. */
  readonly accounts: Set<string>;
}

/** A case's rows as they are, and as they are to be. */
export interface Save {
  readonly wanted: CrmRecord;
  /** The record that the rows were last made from; null where they were never whole. */
  readonly stored: CrmRecord | null;
  readonly row: Row | null;
  /** Every column is sent again, so that nothing stays that somebody else put there. */
  readonly erases: boolean;
}

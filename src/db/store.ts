import type { Kysely, RawBuilder, Transaction } from 'kysely';

/** The databases that a store can be in. */
type DatabaseKind = 'sqlite' | 'postgres';

/**
 * What can be wrong with a store. `away`: the database does not answer; `file`: another file stands at its path than the
 * one that is open; `disk-full`: there is no room to write; `write`: no row can be written; `busy`: somebody keeps the
 * lock; `integrity`: a table cannot be read, or something was damaged that was read or written since the start; `schema`:
 * its changes are not those of this version.
 */
export const STORE_CHECKS = ['away', 'file', 'disk-full', 'write', 'busy', 'integrity', 'schema'] as const;
export type StoreCheck = (typeof STORE_CHECKS)[number];

/** SQL that the two databases write differently. Everything else is written once, in what both understand. */
export interface DialectSql {
  /** A column of text, compared byte by byte: ids, lanes and instants are ordered alike everywhere. */
  readonly text: string;
  /** A primary key that counts up. */
  readonly countingKey: string;
  /** After the columns of a table that is only ever read by its primary key. */
  readonly keyedTable: string;
  /** An expression for what stands before the first slash of a column. */
  readonly beforeSlash: (column: string) => string;
  /** After a generated column's expression. */
  readonly generated: string;
  /** Statements after which rows of a table are never changed or deleted. */
  readonly appendOnly: (table: string) => readonly string[];
  /**
   * Statements after which rows of a table are never changed, and deleted only where they are older (`at`) than a row
   * (`up_to`) of the table of limits.
   */
  readonly deletedUpTo: (table: string, limits: string) => readonly string[];
  /** Statements after which other processes hear at once of new rows, where the database can tell them. */
  readonly announced: (table: string) => readonly string[];
  /** After a query of rows to claim: rows that another transaction is claiming are left out. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Statements that a new store begins with. */
  readonly prelude: readonly string[];
  /** A member of a column's JSON, as text. */
  readonly member: (column: string, name: string) => string;
  /** A column's JSON with a text member more. */
  readonly withMember: (column: string, name: string, value: string) => string;
  /** A random text, another for each row. */
  readonly randomKey: string;
  /**
   * Statements after which the column `names` of `cases` holds the names and the telephone number of its document, folded
   * for searching, whichever version writes. A column of its own, so that an index alone can be searched.
   */
  readonly namesOfCases: readonly string[];
  /** Statements after which `case_links` holds the links of every case's document, whichever version writes (`case-links.ts`). */
  readonly linksOfCases: readonly string[];
  /**
   * Statements after which the columns `follow_up_for` and `follow_up_on` of `cases` hold the organisation and the date of a
   * closed case's open follow-up, whichever version writes.
   */
  readonly followUpsOfCases: readonly string[];
  /** Statements after which `task_for` and `task_due` of `cases` hold the office and the due time of the task on its list. */
  readonly tasksOfCases: readonly string[];
  /** Statements after which `case_municipality` and `case_areas` (a JSON list) of `cases` hold what its document says of them. */
  readonly boardOfCases: readonly string[];
  /** Whether a column holds JSON. */
  readonly isJson: (column: string) => string;
  /** A query for the `name`s of the store's tables. */
  readonly tableNames: string;
}

/**
 * A store in one of the databases: the case store, or that of the embedded CRM. Statements that run on it outside
 * `write` and `read` are transactions of their own.
 */
export interface Store<Tables> extends Kysely<Tables> {
  readonly kind: DatabaseKind;
  /** What messages call it: the file, or the server and database. It holds no password. */
  readonly name: string;
  readonly sql: DialectSql;
  /** For queries that only read: they neither take the write lock nor wait for whoever has it. */
  readonly reader: Kysely<Tables>;
  /** One writing transaction. None other writes meanwhile, in this process or another. Throws `StoreError`. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** One reading transaction: it sees the store as it was when it first read, and a write in it fails. Throws `StoreError`. */
  read<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** What is wrong with it that no query shows. Never rejects, and takes a few milliseconds. */
  troubles(): Promise<readonly StoreCheck[]>;
  /** The check that an error of its database means has failed. */
  checkOf(error: unknown): StoreCheck;
  /** An error of its database as a `StoreError` that names the store; any other error as it is. */
  errorOf(error: unknown): unknown;
}

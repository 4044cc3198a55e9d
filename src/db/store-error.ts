/**
 * Why a store cannot be used: `busy`: another process keeps its lock; `away`: the database does not answer; `newer`: a
 * later version has changed its schema; `corrupt`: damaged, or no store at all; `folder`, `address`: there can be no data
 * folder at that place, or no database at that address; `moved`: its cases are in another store, or not all in this one
 * yet; `unusable`: anything else.
 */
export type StoreErrorCode =
  | 'busy'
  | 'away'
  | 'newer'
  | 'corrupt'
  | 'folder'
  | 'address'
  | 'moved'
  | 'unusable';

/** Whether a setting or an argument is what must be changed, and not the store. */
export function isSetWrongly({ code }: StoreError): boolean {
  return code === 'newer' || code === 'folder' || code === 'address' || code === 'moved';
}

/** A store that cannot be used, said in one line that names it. Nothing was changed in it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html) that are told apart here. */
export const SQLITE = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** The primary result code of an error that SQLite threw; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return sqliteCode(error.cause);
}

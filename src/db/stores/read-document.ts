/** A row of a table that keeps documents. */
interface Documented {
  readonly document: string;
}

/** Parses a document of the store. Only this code writes documents, so that the shape is known. */
export function parseDocument<T>(document: string): T {
  return JSON.parse(document) as T;
}

/** The document of a row, where there is one. */
export function read<T>(row: Documented | undefined): T | undefined {
  return row && parseDocument<T>(row.document);
}

/** The documents of rows. */
export function readAll<T>(rows: readonly Documented[]): readonly T[] {
  return rows.map(({ document }) => parseDocument<T>(document));
}

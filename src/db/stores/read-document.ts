/** Parses a document of the store. Only this code writes documents, so that the shape is known. */
export function read<T>(document: string): T {
  return JSON.parse(document) as T;
}

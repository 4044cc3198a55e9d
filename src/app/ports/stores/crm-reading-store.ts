/** How far the changes of the CRM have been read. */
export interface CrmReading {
  /** The token of the last changes. */
  readonly token: string;
  /** Every case is looked at in order of id: the last one that was; null where none is left. */
  readonly scanned: string | null;
}

export interface CrmReadingReader {
  /** Undefined before the first reading. */
  last(): Promise<CrmReading | undefined>;
}

export interface CrmReadingStore extends CrmReadingReader {
  save(reading: CrmReading): Promise<void>;
}

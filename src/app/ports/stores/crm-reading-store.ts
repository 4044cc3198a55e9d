/** How far the changes of the CRM have been read. */
export interface CrmReading {
  /** The token of the last changes. */
  readonly token: string;
  /** Every case is looked at in order of id: the last one that was; null where none is left. */
  readonly scanned: string | null;
}

/** A case that is looked at again in the CRM, whether or not it changes there. */
export interface CrmLook {
  readonly caseId: string;
  /** When (ISO). */
  readonly at: string;
  /** How often reading it has failed; 0 where it has not. */
  readonly failures: number;
}

export interface CrmReadingReader {
  /** Cases to be looked at again by `now`, the longest due first. */
  due(now: string, limit: number): Promise<readonly CrmLook[]>;
  /** Whether a case is noted to be looked at again. */
  isNoted(caseId: string): Promise<boolean>;
  /** How often reading a case has failed since it was last read; 0 where it has not. */
  failuresOf(caseId: string): Promise<number>;
  /** How many cases could not be read when they were last looked at. */
  unread(): Promise<number>;
  /** Undefined before the first reading. */
  last(): Promise<CrmReading | undefined>;
}

export interface CrmReadingStore extends CrmReadingReader {
  save(reading: CrmReading): Promise<void>;
  /** Notes a case to be looked at again, in place of an earlier note. */
  lookAgain(look: CrmLook): Promise<void>;
  /** Forgets the note of a case. */
  looked(caseId: string): Promise<void>;
}

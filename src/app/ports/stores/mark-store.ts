/** A person's recent acts of a kind, which limit how often they may do it (`app/pace.ts`). Instants are ISO. */
export interface MarkReader {
  /** The person's acts since the instant whose `what` begins with `kind`, newest first: at most twenty. */
  since(person: string, kind: string, instant: string): Promise<readonly string[]>;
  countSince(person: string, what: string, instant: string): Promise<number>;
}

export interface MarkStore extends MarkReader {
  add(person: string, what: string, at: string): Promise<void>;
  forgetBefore(instant: string): Promise<number>;
}

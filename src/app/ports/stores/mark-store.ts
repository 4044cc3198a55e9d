/** A person's recent acts of a kind, which limit how often they may do it (`app/pace.ts`). Instants are ISO. */
export interface MarkReader {
  countSince(person: string, what: string, instant: string): Promise<number>;
}

export interface MarkStore extends MarkReader {
  add(person: string, what: string, at: string): Promise<void>;
  forgetBefore(instant: string): Promise<number>;
}

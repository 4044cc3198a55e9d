/** Parameters in words: a sentence is told what organisations, fields and instants are called, never their codes. */
export type InWords<Params> = {
  readonly [Name in keyof Params]: NonNullable<Params[Name]> extends number ? Params[Name] : string;
};

/** One sentence: its text, or a function of what it names. */
export type Sentence<Params> = string | ((said: InWords<Params>) => string);

/** A sentence with what it names. */
export function said<Params>(sentence: Sentence<Params>, words: InWords<Params>): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}

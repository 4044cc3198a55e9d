/** Inputs from a card or a typed line: text by input id, parsed by a schema before use. */
export type RawInput = Readonly<Record<string, string>>;

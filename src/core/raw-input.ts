/** Inputs as they arrive from a card or a typed line: text by input id. Parsed by a schema before they are used. */
export type RawInput = Readonly<Record<string, string>>;

/**
 * The limit on a text typed at once, in UTF-16 units as input fields count: a line, a description, a question, a note.
 * A longer text is refused, never cut.
 */
export const MAX_TEXT = 4_000;

/**
 * The one limit on what a person may write at once, in characters (UTF-16 units, as input fields count): a line, a
 * description, a question, a note. What is longer is refused in words and never cut.
 */
export const MAX_TEXT = 4_000;

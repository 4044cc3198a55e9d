/**
 * Makes text that people wrote safe for where it is shown. It reads as typed: no part becomes a link, a mention, markup
 * or a date that the client computes.
 */

/** Control characters, and marks that change the direction of the text around them. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text for every surface. Line breaks stay; invisible characters that change what is seen become spaces. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, (sign) => (sign === '\n' ? '\n' : ' '));
}

/**
 * Text as runs, which a client joins without reading Markdown. Clients replace `{{DATE(…)}}` and `{{TIME(…)}}` within a
 * run, so no run holds two braces side by side.
 */
export function runsOf(text: string): readonly string[] {
  return visibleText(text).split(/(?<=\{)(?=\{)/);
}

/**
 * One line for a client that reads Markdown, escaped so that it shows as typed. Signs without effect stay unescaped,
 * because some clients show the backslashes.
 */
export function inlineMarkdown(text: string): string {
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  const count = (sign: string) => line.split(sign).length - 1;
  return (
    line
      // Doubles existing escapes before new ones are added.
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\](?=[([:])/g, '\\]')
      .replace(/<(?=[\p{L}/!?])/gu, '\\<')
      .replace(/\{(?=\{)/g, '{\\')
      .replace(/~/g, count('~') > 1 ? '\\~' : '~')
      .replace(/`/g, count('`') > 1 ? '\\`' : '`')
      .replace(/\*/g, count('*') > 1 ? '\\*' : '*')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, count('_') > 1 ? '\\_' : '_')
      // Escapes signs that begin a heading, a quote, a list or a rule at the start of a line.
      .replace(/^(?=#{1,6}(?: |$)|>|[-+*](?: |$)|[-_=*](?: ?[-_=*])*$)/, '\\')
      .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\')
  );
}

/** The label of a badge or chart. It reads no Markdown, but two braces side by side could be computed. */
export function labelText(words: string): string {
  return visibleText(words).replace(/\{(?=\{)/g, '{ ');
}

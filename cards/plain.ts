/**
 * What people wrote, made safe for where it is drawn. It reads as typed: nothing of it becomes a link, a mention, markup
 * or a date that the client works out.
 */

/** Control characters, and the marks that turn the direction of everything around them. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text for every surface: line breaks stay, what cannot be seen but changes what is seen becomes a space. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, (one) => (one === '\n' ? '\n' : ' '));
}

/**
 * Text as runs that a client joins without reading Markdown in them. Clients replace `{{DATE(…)}}` and `{{TIME(…)}}`
 * within one run, so none holds two braces side by side.
 */
export function runsOf(text: string): readonly string[] {
  return visibleText(text).split(/(?<=\{)(?=\{)/);
}

/**
 * One line for a client that reads Markdown in it, which gives the text back as typed. A sign that does nothing where it
 * stands is left alone: some clients show the backslashes.
 */
export function inlineMarkdown(text: string): string {
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  const count = (sign: string) => line.split(sign).length - 1;
  return (
    line
      // Doubles what could be read as an escape before any is added.
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\](?=[([:])/g, '\\]')
      .replace(/<(?=[\p{L}/!?])/gu, '\\<')
      .replace(/\{(?=\{)/g, '{\\')
      .replace(/~/g, count('~') > 1 ? '\\~' : '~')
      .replace(/`/g, count('`') > 1 ? '\\`' : '`')
      .replace(/\*/g, count('*') > 1 ? '\\*' : '*')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, count('_') > 1 ? '\\_' : '_')
      // What opens a heading, a quote, a list or a rule at the beginning of a line.
      .replace(/^(?=#{1,6}(?: |$)|>|[-+*](?: |$)|[-_=*](?: ?[-_=*])*$)/, '\\')
      .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\')
  );
}

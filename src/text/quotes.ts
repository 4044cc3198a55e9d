import { ATTRIBUTION } from './mail-words.ts';

const MARK = /^\s{0,3}>/;
/** `> 50 ansatte` means "more than fifty" where no line beside it is quoted. */
const MORE_THAN = /^\s{0,3}>\s?\d/;

/**
 * Separates a person's own lines from quoted ones. Lines that begin with `>` are quoted, with the attribution above
 * them; after `>>>` everything is.
 */
export function splitQuotes(text: string): { readonly own: string; readonly quoted: readonly string[] } {
  if (!text.includes('>') || !/^\s{0,3}>/m.test(text)) return { own: text, quoted: [] };
  const lines = text.split('\n');
  const isMarked = (at: number) => MARK.test(lines[at] ?? '');
  const own: string[] = [];
  const quoted: string[] = [];
  let isRest = false;
  lines.forEach((line, at) => {
    isRest ||= /^\s{0,3}>>>/.test(line);
    const isLone = MORE_THAN.test(line) && !isMarked(at - 1) && !isMarked(at + 1);
    if (isRest || (isMarked(at) && !isLone)) {
      // An empty line inside a quote, and its attribution, belong to the quote.
      while (own.length > 0 && ATTRIBUTION.test(own.at(-1) ?? '')) quoted.push(own.pop() ?? '');
      quoted.push(line.replace(/^(?:\s{0,3}>)+ ?/, ''));
    } else if (line.trim() === '' && isMarked(at + 1) && ATTRIBUTION.test(own.at(-1) ?? '')) {
      quoted.push(own.pop() ?? '');
    } else own.push(line);
  });
  const words = quoted.join('\n').trim();
  return { own: own.join('\n').trim(), quoted: words === '' ? [] : [words] };
}

/** Who wrote what follows: `Den 3. nov. 2026 kl. 10.12 skrev Jens Hansen <j@x.dk>:`, `On Mon … Jens Hansen wrote:`. */
export const ATTRIBUTION =
  /^(?:>\s*)?(?:(?:den|on|d\.|le|am)\s.{4,200}\b(?:skrev|wrote)\b.{0,120}:|.{2,120}\b(?:skrev følgende|skrev|wrote)\s*:)\s*$/iu;

const MARK = /^\s{0,3}>/;
/** `> 50 ansatte` is "more than fifty" where no other line beside it is quoted. */
const MORE_THAN = /^\s{0,3}>\s?\d/;

/**
 * Tells a person's own lines from those they quote: lines that begin with `>`, with the line above that says who wrote
 * them; after `>>>` all that follows.
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
      // An empty line in the middle of a quote, and who is quoted, are part of it.
      while (own.length > 0 && ATTRIBUTION.test(own.at(-1) ?? '')) quoted.push(own.pop() ?? '');
      quoted.push(line.replace(/^(?:\s{0,3}>)+ ?/, ''));
    } else if (line.trim() === '' && isMarked(at + 1) && ATTRIBUTION.test(own.at(-1) ?? '')) {
      quoted.push(own.pop() ?? '');
    } else own.push(line);
  });
  const words = quoted.join('\n').trim();
  return { own: own.join('\n').trim(), quoted: words === '' ? [] : [words] };
}

import { nameWords } from '../core/company-name.ts';

/** The misspellings allowed in a word of this length. Short words allow none, because they are too alike. */
function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function wordScore(asked: string, word: string): number {
  if (asked === word) return 1;
  if (asked.length >= 2 && word.startsWith(asked)) return 0.8;
  if (Math.abs(asked.length - word.length) > 2) return 0;
  return distance(asked, word) <= slipsAllowed(asked) ? 0.6 : 0;
}

/** How well a name matches what was asked, from 0 (not at all) to 1. Every word asked for must match. */
export function nameScore(asked: string, name: string): number {
  const wanted = nameWords(asked);
  const words = nameWords(name);
  if (wanted.length === 0 || words.length === 0) return 0;
  if (wanted.join('') === words.join('')) return 1;
  const found = wanted.map((word) => Math.max(...words.map((other) => wordScore(word, other))));
  if (found.includes(0)) return 0;
  const mean = found.reduce((sum, score) => sum + score, 0) / found.length;
  return mean * (0.7 + (0.25 * Math.min(wanted.length, words.length)) / words.length);
}

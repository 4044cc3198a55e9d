import { readFileSync } from 'node:fs';

/** One line of the table: what somebody writes, and what must stand there afterwards. */
export interface CprForm {
  readonly kind: 'mask' | 'keep';
  /** As it stands in the table, for titles. */
  readonly written: string;
  readonly text: string;
  readonly masked: string;
  /** The numbers of which nothing may be left, as written. */
  readonly numbers: readonly string[];
}

const ESCAPE = /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|(.))/g;

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, long?: string, short?: string, one?: string) => {
    const code = long ?? short;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return one === 'n' ? '\n' : one === 'r' ? '\r' : one === 't' ? '\t' : (one ?? '');
  });
}

/** The table of forms (`cpr-forms.tsv`). */
export function readCprForms(): readonly CprForm[] {
  const lines = readFileSync(new URL('./cpr-forms.tsv', import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [kind, written = ''] = line.split('\t');
    if (kind !== 'mask' && kind !== 'keep') return [];
    const marked = unescaped(written);
    const numbers = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, number = '']) => number);
    if (numbers.length > 0 !== (kind === 'mask')) throw new Error(`${line}: marks and kind differ`);
    return [
      {
        kind,
        written,
        text: marked.replace(/[⟦⟧]/g, ''),
        masked: marked.replace(/⟦[^⟧]*⟧/g, '██████-████'),
        numbers,
      },
    ];
  });
}

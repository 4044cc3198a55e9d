import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instrument, type Mutant, mutated, namesOf, shuffled } from './list-mutants.ts';

const SOURCE = `export function sign(kind: 'plus' | 'minus'): number {
  switch (kind) {
    case 'plus':
      return 1 + 0;
    case 'minus':
      if (kind !== 'minus') throw new Error('no minus');
      return -1;
    default: {
      const never: never = kind;
      return never;
    }
  }
}
`;

let folder: string;
let mutants: readonly Mutant[];
let switched: string;
const listed = async (source: string) => {
  writeFileSync(join(folder, 'sign.ts'), source);
  return instrument(folder, ['sign.ts']);
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'list-mutants-'));
  const found = await listed(SOURCE);
  mutants = found.mutants;
  switched = found.sources.get('sign.ts') ?? '';
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the mutants of a file', () => {
  it('are small changes, each of which can be put in its place', () => {
    const plus = mutants.find(({ original, kind }) => original === '1 + 0' && kind === 'ArithmeticOperator');
    expect(plus).toMatchObject({
      file: 'sign.ts',
      replacement: '1 - 0',
      range: { start: { line: 3, column: 13 } },
    });
    expect(plus && mutated(SOURCE, plus)).toBe(SOURCE.replace('1 + 0', '1 - 0'));
    const condition = mutants.find(({ replacement }) => replacement === "kind === 'minus'");
    expect(condition && mutated(SOURCE, condition)).toBe(
      SOURCE.replace("kind !== 'minus'", "kind === 'minus'"),
    );
  });

  it('leave out the branch that is never taken, and the message of a bug', () => {
    expect(mutants.length).toBeGreaterThan(4);
    expect(mutants.filter(({ range }) => range.start.line >= 7 && range.start.line <= 10)).toEqual([]);
    expect(mutants.filter(({ original }) => original === "'no minus'")).toEqual([]);
  });

  it('are switched by their ids in one source', () => {
    for (const { id } of mutants) expect(switched).toContain(`stryMutAct_9fa48("${id}")`);
  });
});

describe('a sample', () => {
  const texts = (some: readonly Mutant[]) =>
    some.map(({ original, replacement }) => `${original} → ${replacement}`);

  it('is the same for the same seed, also where code was added above, and another for another', async () => {
    const first = texts(shuffled(mutants, namesOf(mutants), '1'));
    const later = (await listed(`// A line more.\n${SOURCE}`)).mutants;
    expect(texts(shuffled(later, namesOf(later), '1'))).toEqual(first);
    expect(texts(shuffled(mutants, namesOf(mutants), '2'))).not.toEqual(first);
    expect(texts(shuffled(mutants, namesOf(mutants), '2')).sort()).toEqual([...first].sort());
    expect(new Set(namesOf(mutants).values()).size).toBe(mutants.length);
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, mutated } from './list-mutants.ts';

/** Mutants leave variables without a reader, which is no fault of the kind that is looked for. */
const FLAGS = ['--pretty', 'false', '--noUnusedLocals', 'false', '--noUnusedParameters', 'false'];

/**
 * The mutants that the compiler lets pass; the others need no test. Each stands in the copy of the repository for a moment as
 * a file beside its original, so that one run of `tsc` judges them all.
 */
export function whichCompile(copy: string, mutants: readonly Mutant[]): Mutant[] {
  const files = mutants.map((mutant, i) => ({
    mutant,
    path: mutant.file.replace(/\.ts$/, `.mutant-${i}.ts`),
  }));
  for (const { mutant, path } of files) {
    writeFileSync(join(copy, path), mutated(readFileSync(join(copy, mutant.file), 'utf8'), mutant));
  }
  const tsc = spawnSync(join(copy, 'node_modules/.bin/tsc'), FLAGS, { cwd: copy, encoding: 'utf8' });
  for (const { path } of files) rmSync(join(copy, path));
  const wrong = new Set([...tsc.stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, path]) => path));
  const others = [...wrong].filter((path) => !files.some((file) => file.path === path));
  if (tsc.error || others.length > 0) throw new Error(`tsc fails without a mutant: ${tsc.error ?? others}`);
  return files.filter(({ path }) => !wrong.has(path)).map(({ mutant }) => mutant);
}

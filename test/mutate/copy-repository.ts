import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const COPIED = ['src', 'dialogs', 'cards', 'test', 'manifest', 'package.json', 'tsconfig.json', 'README.md'];

/** Folder of the copy in which test files write what they reach. */
export const REACHED = 'reached';

/** A copy of the repository in a temporary folder, which may be changed; it uses the packages of the original. */
export function copyRepository(root: string): { readonly copy: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), 'mutate-'));
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, REACHED));
  return { copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** The files under a path that end so, relative to the root. */
export function filesUnder(root: string, path: string, ending: string): string[] {
  if (path.endsWith(ending)) return existsSync(join(root, path)) ? [path] : [];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(path, name))
    .sort();
}

/**
 * The test files that judge a source file: those in the mirrored folder and below it; where there are none, those of the
 * folder above.
 */
export function testsOf(root: string, source: string): string[] {
  for (let folder = dirname(source); folder !== 'src' && folder !== '.'; folder = dirname(folder)) {
    const mirrored = folder.replace(/^src\//, 'test/');
    const tests = existsSync(join(root, mirrored)) ? filesUnder(root, mirrored, '.test.ts') : [];
    if (tests.length > 0) return tests;
  }
  return [];
}

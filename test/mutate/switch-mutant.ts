import { writeFileSync } from 'node:fs';
import { afterAll, inject } from 'vitest';

/**
 * Runs in vitest before each test file: switches the mutant on, before the sources are imported, and counts which mutants the
 * file reaches. A mutant that is reached beyond the limit throws: it has made a loop without end.
 */

declare module 'vitest' {
  interface ProvidedContext {
    mutant: { readonly id: string | null; readonly hitLimit: number; readonly reachedFile: string };
  }
}

/** Where Stryker's instrumented sources look. */
interface Switches {
  activeMutant?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, never> };
}

const { id, hitLimit, reachedFile } = inject('mutant');
const switches: Switches = {
  ...(id === null ? {} : { activeMutant: id, hitCount: 0, hitLimit }),
  mutantCoverage: { static: {}, perTest: {} },
};
Object.assign(globalThis, { __stryker__: switches });

if (id === null) {
  afterAll(() => writeFileSync(reachedFile, JSON.stringify(switches.mutantCoverage.static)));
}

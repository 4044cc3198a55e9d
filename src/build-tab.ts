import { join } from 'node:path';

/**
 * Builds the tab: `npm run build:tab`, and by itself after `npm ci`. An installation for production only has no Vite; what
 * was built before it was pruned stays.
 */
const ROOT = join(import.meta.dirname, 'tab');

/** Builds the tab into a folder. Rejects with `ERR_MODULE_NOT_FOUND` where Vite is not installed. */
export async function buildTab(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    base: '/tab/',
    configFile: false,
    logLevel: 'warn',
    // No polyfill, and nothing inlined: the page's policy lets neither in.
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false, target: 'es2022' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
}

if (import.meta.main) {
  try {
    await buildTab(join(import.meta.dirname, '../dist/tab'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
  }
}

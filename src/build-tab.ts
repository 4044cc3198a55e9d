import { readFile, rm, writeFile } from 'node:fs/promises';
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
    // No polyfill, and no script inlined: the page's policy lets neither in.
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false, target: 'es2022' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await bringStyleAlong(outDir);
}

/**
 * Puts the style into the page: as a file of its own it is asked for before anything is painted. The page's policy lets it
 * in by its hash (`src/channels/tab/tab-files.ts`).
 */
async function bringStyleAlong(outDir: string): Promise<void> {
  const page = join(outDir, 'index.html');
  const html = await readFile(page, 'utf8');
  const [link, name] = /<link rel="stylesheet"[^>]*href="\/tab\/(assets\/[^"]+)">/.exec(html) ?? [];
  if (link === undefined || name === undefined) throw new Error('the page has no style');
  const file = join(outDir, name);
  const style = await readFile(file, 'utf8');
  await writeFile(
    page,
    html.replace(link, () => `<style>${style.trim()}</style>`),
  );
  await rm(file);
}

if (import.meta.main) {
  try {
    await buildTab(join(import.meta.dirname, '../dist/tab'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
  }
}

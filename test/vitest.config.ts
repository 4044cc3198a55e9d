import { defineConfig } from 'vitest/config';
import { TimeByFile } from './support/time-by-file.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/support/postgres-setup.ts'],
    include: ['test/**/*.test.ts'],
    // Vitest leaves one core idle; on two that is half of them.
    maxWorkers: 2,
    // Only against a test that never ends: a busy machine may be many times slower than an idle one.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    reporters: ['default', new TimeByFile()],
  },
});

import { defineConfig } from 'vitest/config';
import { mayHavePostgres } from './support/postgres.ts';
import { TimeByFile } from './support/time-by-file.ts';

const root = new URL('..', import.meta.url).pathname;

/** Only against a test that never ends: a busy machine may be many times slower than an idle one. */
export const timeouts = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
};

/**
 * Tests of the product over its stores. They run on SQLite with everything else, and a second time on PostgreSQL. Those of
 * `test/db` and the embedded CRM go through both in one run.
 */
const ON_BOTH = [
  'test/loop/**/*.test.ts',
  'test/flows/{accept-race,call-back,killed,main-flow,outages,twice,two-processes}.test.ts',
  'test/webhooks/webhooks.test.ts',
  'test/channels/slack/{end-to-end,membership,parity}.test.ts',
];

export default defineConfig({
  test: {
    root,
    globalSetup: ['test/support/postgres-setup.ts'],
    // Vitest leaves one core idle; on two that is half of them.
    maxWorkers: 2,
    reporters: ['default', new TimeByFile()],
    projects: [
      {
        test: {
          name: 'all',
          root,
          include: ['test/**/*.test.ts'],
          provide: { store: 'sqlite' },
          ...timeouts,
        },
      },
      ...(mayHavePostgres()
        ? [
            {
              test: {
                name: 'postgres',
                root,
                include: ON_BOTH,
                // Two simulated days of a hundred thousand questions each: minutes on an idle machine. Name it to run it.
                exclude: process.env.TEST_TEN_HOURS ? [] : ['test/loop/ten-hours.test.ts'],
                provide: { store: 'postgres' as const },
                ...timeouts,
              },
            },
          ]
        : []),
    ],
  },
});

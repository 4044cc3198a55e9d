import { defineConfig } from 'vitest/config';
import whole, { timeouts } from './vitest.config.ts';

/**
 * `npm run test:quick`: what is tested without a service, a process, a browser, a trained model or a search through every
 * state, for the hours in which one changes rules, verbs, words and cards. The whole suite is `npm test`.
 */
const { projects: _, ...shared } = whole.test ?? {};

export default defineConfig({
  ...whole,
  test: {
    ...shared,
    ...timeouts,
    // Modules are loaded once a worker: half of the time would go to loading them again for each file.
    isolate: false,
    // Without a server there is no PostgreSQL for the suites of `test/db` and `test/crm`.
    globalSetup: [],
    include: [
      'test/architecture.test.ts',
      'test/config.test.ts',
      'test/{app,calendar,cards,core,crm,db,dialogs,registry,text,worker}/**/*.test.ts',
      'test/channels/slack/{block-kit,people,messenger}.test.ts',
      'test/language/{cpr,cpr-forms,entities,log-line}.test.ts',
    ],
    exclude: [
      // Talks to a whole service.
      'test/app/guided.test.ts',
      // Opens pages in Chromium.
      'test/cards/render.test.ts',
      // Go through every state or situation; `npx indgang rules check` does as much.
      'test/core/**/{proof,addition-proof,model}.test.ts',
      'test/cards/button-places.test.ts',
      // Start processes that open one store together.
      'test/db/{locks,migrations}.test.ts',
      // Need a PostgreSQL.
      'test/db/postgres*.test.ts',
    ],
  },
});

import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { z } from 'zod';

/** A process that runs one test file after another in the copy of the repository, each with one mutant or none. */

const ORDER = z.object({
  file: z.string(),
  id: z.string().nullable(),
  hitLimit: z.number(),
  reachedFile: z.string(),
});
/** What the parent asks for: the test file, and which mutant is on in it. */
export type Order = z.infer<typeof ORDER>;

const REPLY = z.object({ passed: z.boolean(), milliseconds: z.number(), errors: z.array(z.string()) });
export type Reply = z.infer<typeof REPLY>;

export function readReply(message: unknown): Reply {
  return REPLY.parse(message);
}

async function serve(root: string): Promise<void> {
  const vitest = await createVitest({
    root,
    config: false,
    watch: false,
    // Threads end with this process, which the parent kills where a mutant never ends.
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
    include: ['test/**/*.test.ts'],
    setupFiles: [join(root, 'test/mutate/switch-mutant.ts')],
    reporters: [{}],
    testTimeout: 0,
    hookTimeout: 0,
  });
  await vitest.standalone();
  process.on('message', async (message) => {
    const { file, id, hitLimit, reachedFile } = ORDER.parse(message);
    vitest.provide('mutant', { id, hitLimit, reachedFile });
    const began = performance.now();
    const specification = vitest.getRootProject().createSpecification(join(root, file));
    const run = await vitest.runTestSpecifications([specification]);
    // Vitest also names the files of earlier runs.
    const module = run.testModules.find(({ moduleId }) => moduleId === specification.moduleId);
    const suites = module ? [module, ...module.children.allSuites()] : [];
    const errors = [
      ...suites.flatMap((suite) => suite.errors().map((error) => error.message)),
      ...[...(module?.children.allTests('failed') ?? [])].map((test) => test.fullName),
      ...run.unhandledErrors.map(String),
    ];
    const reply: Reply = {
      passed: module?.ok() === true && run.unhandledErrors.length === 0,
      milliseconds: performance.now() - began,
      errors,
    };
    process.send?.(reply);
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}

const [root] = process.argv.slice(2);
if (process.send && root) await serve(root);

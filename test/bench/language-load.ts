/** A process of its own: what loading the language model takes. Prints one line of JSON. */
const before = process.memoryUsage();
const began = performance.now();
const { createLanguageModel } = await import('../../src/language/create-language-model.ts');
const model = createLanguageModel();
const milliseconds = performance.now() - began;
model.understand('vil sælge til Tyskland', '2026-11-02');
globalThis.gc?.();
const after = process.memoryUsage();
process.stdout.write(
  JSON.stringify({
    milliseconds,
    heap: (after.heapUsed + after.external - before.heapUsed - before.external) / 2 ** 20,
    resident: (after.rss - before.rss) / 2 ** 20,
  }),
);

export {};

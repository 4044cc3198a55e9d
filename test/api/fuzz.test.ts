import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ApiWorld, EXPORT, openApiWorld } from './api-world.ts';

/** A thousand enquiries of any kind: none is a fault of ours, and what is refused leaves nothing behind. */

let world: ApiWorld;
beforeEach(async () => {
  world = await openApiWorld();
});
afterEach(() => world.close());

const RUNS = 1_000;
const FIELDS = [
  ...Object.keys(EXPORT),
  'pNumber',
  'companyName',
  'municipality',
  'contactEmail',
  'stage',
  'maturity',
  'founded',
  'segment',
  'depth',
  'crisis',
  'clarified',
  'basisScope',
  'entry',
  'channel',
  'trigger',
  'referredBy',
  'tools',
  'organisation',
  'contactedAt',
  'newNeed',
  '__proto__',
  'constructor',
  'question',
  'control:financing',
];
/** Fields that take any words. */
const FREE = ['companyName', 'contactName', 'description'];
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '170263-4127',
    '791',
    'Viborg',
    '25313763',
    'consent',
    'les-791',
    'true',
    '2011-04',
    '-1',
    '9'.repeat(400),
  ),
);
const value = fc.oneof(
  word,
  fc.array(word, { maxLength: 4 }),
  fc.boolean(),
  fc.constant(null),
  fc.double(),
  fc.dictionary(word, word, { maxKeys: 2 }),
);
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(Object.fromEntries(FIELDS.map((field) => [field, value])), { requiredKeys: [] }),
  },
  {
    weight: 4,
    arbitrary: fc
      .record(Object.fromEntries(FREE.map((field) => [field, word])), { requiredKeys: [] })
      .map((free) => ({ ...EXPORT, cvr: null, municipality: '791', ...free })),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const sent = fc.oneof(
  { weight: 9, arbitrary: body.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

it('is answered with 201 or a problem, never with a fault', async () => {
  const token = await world.token();
  const counts = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(sent, async (text) => {
      world.clock.pass(120_000);
      const { status, body: answer } = await world.enquire(token, text);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      expect([201, 400, 409, 422]).toContain(status);
      if (status !== 201)
        expect(answer).toMatchObject({ status, type: expect.stringMatching(/^urn:indgang:problem:/) });
      expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:\d|SqliteError/);
    }),
    { numRuns: RUNS, seed: 16 },
  );
  const { cases, drafts } = await world.service.unitOfWork.read(async (stores) => ({
    cases: await stores.cases.page('', RUNS),
    drafts: await stores.drafts.page('', RUNS),
  }));
  expect(counts.get(201)).toBeGreaterThan(100);
  expect(drafts.every(({ state }) => state === 'confirmed')).toBe(true);
  expect(drafts).toHaveLength(counts.get(201) ?? 0);
  expect(JSON.stringify(cases)).not.toContain('170263-4127');
}, 300_000);

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOn } from './card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Whatever arrives: never a fault (5xx), never a crash, always an answer that names what was wrong. */

let world: TeamsWorld;
beforeAll(async () => {
  world = await openTeamsWorld();
});
afterAll(() => world.close());

const anna = chatOf('anna-holm');

/** JSON of any shape, with the values that break things more often than others. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    0,
    -1,
    true,
    'x'.repeat(70_000),
    { toString: 1 },
    '\u0000',
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Activity {
  readonly [key: string]: unknown;
}

/** The paths of an object, three deep. */
function pathsOf(value: unknown, depth = 3): readonly (readonly string[])[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner, depth - 1).map((rest) => [key, ...rest]),
  ]);
}

/** The object with something else at a path; `undefined` leaves the key out. */
function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return value;
  const inner = withAt(Reflect.get(value, key), rest, put);
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? inner : one));
  return { ...value, [key]: inner };
}

const message = (text: string) =>
  activityOf(world.recorder.serviceUrl, 'anna-holm', anna, { type: 'message', text, textFormat: 'plain' });

function execute(verb: unknown, data: unknown): object {
  return activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
}

async function answerTo(verb: unknown, data: unknown): Promise<string> {
  const { status, body } = await world.post(execute(verb, data));
  expect(status).toBe(200);
  return wordsOn(body);
}

async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe('activities', () => {
  it('with anything anywhere are taken or refused by name, and the service goes on', async () => {
    const templates = [
      () => message('ny'),
      () => execute('intake.submit', { verb: 'intake.submit', municipality: '791' }),
      () =>
        activityOf(world.recorder.serviceUrl, 'anna-holm', channelOf('les-791'), {
          type: 'conversationUpdate',
          membersAdded: [{ id: '28:indgang' }],
        }),
      () =>
        activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
          type: 'invoke',
          name: 'composeExtension/fetchTask',
          value: { commandId: 'log', messagePayload: { body: { content: '<p>hej</p>' } } },
        }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...templates),
        fc.nat(),
        fc.option(anything, { nil: undefined }),
        async (template, place, put) => {
          const activity: Activity = { ...template() };
          const paths = pathsOf(activity);
          const path = paths[place % paths.length] ?? [];
          // Where it goes to is not ours to survive: the connector of the test is the only one there is.
          fc.pre(path[0] !== 'serviceUrl');
          const { status, body } = await world.post(withAt(activity, path, put) as object);
          expect(status, path.join('.')).toBeLessThan(status === 501 ? 502 : 500);
          if (status === 400) expect(JSON.stringify(body)).toMatch(/[a-zA-Z]{3}/);
        },
      ),
      { numRuns: 400 },
    );
    const [help] = await world.say('anna-holm', anna, 'hjælp');
    expect(wordsOn(help?.card)).toContain('log');
  });

  it('are refused with the place that is wrong', async () => {
    const whole = { ...message('ny') };
    for (const [broken, named] of [
      [withAt(whole, ['conversation'], 7), 'conversation'],
      [withAt(whole, ['type'], undefined), 'type'],
      [withAt(whole, ['from', 'id'], { a: 1 }), 'from.id'],
      [withAt(whole, ['text'], ['ny']), 'text'],
    ] as const) {
      const { status, body } = await world.post(broken as object);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain(named);
    }
  });

  it.each([
    ['nothing', '', 400],
    ['broken JSON', '{"type":"message"', 400],
    ['a list', '[1,2,3]', 400],
    ['a number', '42', 400],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
    ['two megabytes', JSON.stringify({ type: 'message', text: 'x'.repeat(2_000_000) }), 413],
  ])('that are %s are refused', async (_, body, expected) => {
    const { status, text } = await send(body);
    expect(status).toBe(expected);
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/\bat \S+:\d+:\d+/);
  });

  it('of another content type or not as large as they say are refused', async () => {
    expect((await send('type=message', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    );
    expect((await send(Uint8Array.from([0xff, 0xfe, 0x00, 0x7b]))).status).toBe(400);
  });
});

describe('cards', () => {
  it('with a key, a verb or a value that is none of ours are refused by its name', async () => {
    expect(await answerTo('intake.submit', { verb: 'intake.submit', postnummer: '8800' })).toContain(
      'postnummer',
    );
    expect(await answerTo('handover.grab', { verb: 'handover.grab', caseId: 'AAAA-BBBB' })).toContain(
      'handover.grab',
    );
    expect(await answerTo('intake.submit', { municipality: { code: '791' } })).toContain('municipality');
    expect(await answerTo('handover.accept', { revision: 1 })).toContain('caseId');
    expect(await answerTo('handover.accept', { caseId: 'AAAA-BBBB', revision: 'mange' })).toContain(
      'revision',
    );
    expect(await answerTo('handover.accept', { caseId: 'AAAA-BBBB', owner: 'ehm-midtjylland' })).toContain(
      'owner',
    );
  });

  it('with a code that does not exist are refused by field and code, and keep the rest', async () => {
    const words = await answerTo('intake.submit', {
      municipality: '999',
      areas: 'internationalisation,raketter',
      contactName: 'Mette Hansen',
    });
    expect(words).toContain('999');
    expect(words).toContain('raketter');
    expect(words).toContain('Mette Hansen');
  });

  it('with a case that does not exist say so', async () => {
    expect(await answerTo('handover.accept', { caseId: 'AAAA-BBBB', revision: 1 })).toContain('AAAA-BBBB');
  });

  it('with anything as data are answered with a card', async () => {
    const verbs = [
      'intake.submit',
      'intake.confirm',
      'handover.accept',
      'handover.return',
      'case.close',
      'open.cases',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...verbs), fc.string(), anything),
        fc.oneof(
          anything,
          fc.dictionary(
            fc.constantFrom(
              'cvr',
              'caseId',
              'revision',
              'areas',
              'depth',
              'founded',
              'reason',
              'verb',
              'x@y',
              '@',
            ),
            anything,
          ),
        ),
        async (verb, data) => {
          const { status, body } = await world.post(execute(verb, data));
          expect(status).toBe(200);
          const words = wordsOn(body);
          expect(words.length).toBeGreaterThan(10);
          expect(words).not.toMatch(/fault|undefined|\[object|TypeError/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('typed text', () => {
  it('of any kind is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ maxLength: 200 }).map((rest) => `sag ${rest}`),
          fc.string({ maxLength: 200 }).map((rest) => `returner ${rest}`),
          fc.string({ maxLength: 200 }).map((rest) => `ret ${rest}`),
          fc.string({ maxLength: 200 }).map((rest) => `forbind ${rest}`),
          fc.constant('<script>alert(1)</script>'),
          fc.constant('\u202Eyn'),
          fc.constant('x'.repeat(100_000)),
        ),
        async (text) => {
          const answers = await world.say('anna-holm', anna, text);
          expect(answers.length).toBeGreaterThan(0);
          for (const { text: words, card } of answers) {
            expect(`${words}${wordsOn(card)}`).not.toMatch(/\(fault\)|undefined|\[object/);
            expect(JSON.stringify(card ?? '').length).toBeLessThan(25_000);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('what was logged meanwhile', () => {
  it('says nothing of faults and holds nothing that was written', () => {
    expect(world.logged.filter((line) => /failed/.test(line))).toEqual([]);
    expect(world.logged.join('\n')).not.toContain('Mette Hansen');
  });
});

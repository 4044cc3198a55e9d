import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeApi } from '../../src/api/openapi.ts';
import { problemOfStatus } from '../../src/api/problem.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import { createMessagePace } from '../../src/app/message-pace.ts';
import { createSampleRegister } from '../../src/registry/sample-register.ts';
import { type ApiWorld, EXPORT, openApiWorld } from './api-world.ts';
import { awayWhen } from './register-away.ts';

/** The API's description: valid, whole, and what a running service answers. */

/** As it is served: without what JSON leaves out. */
const written = JSON.stringify(describeApi());
const description = z.record(z.string(), z.unknown()).parse(JSON.parse(written));
const responseSchema = z.object({
  content: z.record(z.string(), z.object({ schema: z.looseObject({}) })),
});
const { paths, components } = z
  .object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          operationId: z.string(),
          security: z.array(z.record(z.string(), z.array(z.string()))),
          requestBody: z.object({ content: responseSchema.shape.content }).optional(),
          responses: z.record(z.string(), responseSchema.extend({ description: z.string() })),
        }),
      ),
    ),
    components: z.looseObject({}),
  })
  .parse(description);

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const operationOf = (id: string) => {
  const found = operations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`The description has no ${id}`);
  return found;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
/** What is wrong with a value by a schema of the description; empty where nothing is. */
function faultsOf(schema: object, value: unknown): readonly string[] {
  const check = ajv.compile({ ...schema, components });
  check(value);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every answer that the description names: `getCase 200`, or `getCase 404 unknown-case`. */
const described = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses).flatMap(([status, { description: codes }]) =>
    Number(status) < 400
      ? [`${operationId} ${status}`]
      : [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => `${operationId} ${status} ${code}`),
  ),
);

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}
type Answered = Pick<Awaited<ReturnType<ApiWorld['ask']>>, 'status' | 'headers' | 'body'>;
const plain = ({ status, headers, body }: Answered): Answer => ({
  status,
  type: headers.get('content-type') ?? '',
  body,
});

let world: ApiWorld;
/** The store fails; a case that is known to run is not found. No request can bring either about. */
let isBroken: boolean;
let isGone: boolean;
let isRegisterAway: boolean;
beforeEach(async () => {
  isRegisterAway = false;
  isGone = false;
  isBroken = false;
  world = await openApiWorld(
    {},
    {
      watch: (unitOfWork) => ({
        ...unitOfWork,
        read: (work) => {
          if (isBroken) throw new Error('the words of a library');
          return unitOfWork.read(work);
        },
        run: (work) =>
          unitOfWork.run((stores) =>
            work(isGone ? { ...stores, cases: { ...stores.cases, get: async () => undefined } } : stores),
          ),
      }),
      register: awayWhen(createSampleRegister(), () => isRegisterAway),
    },
  );
});
afterEach(() => world.close());

const enquire = async (body: unknown, headers: Record<string, string> = {}, more: object = {}) =>
  plain(await world.enquire(await world.token(more), body, headers));
const ask = async (id: string, token: string | null) => plain(await world.ask(`/api/cases/${id}`, token));
const reading = (more: object = {}) => world.token({ scopes: ['cases:read'], ...more });
const opened = async () => String((await world.enquire(await world.token(), EXPORT)).body.caseId);
const revoked = { revokedAt: '2026-11-19T09:00:00.000Z' };

/** What a route words for a status of the server's own, which `test/http/server.test.ts` brings about. */
const worded = async (status: number): Promise<Answer> => {
  const { deps } = world.service;
  const [route] = apiRoutes({ deps, pace: createMessagePace(world.clock), log: () => undefined });
  const answer = route?.refuse?.(status, {}) ?? problemOfStatus(0, {});
  return {
    status: answer.status,
    type: answer.headers['content-type'] ?? '',
    body: JSON.parse(`${answer.body}`),
  };
};

/** The last of more requests than a token has in a minute. */
async function tooMany(once: () => Promise<Answer>): Promise<Answer> {
  const answers = await Promise.all(Array.from({ length: 121 }, once));
  return answers.find(({ status }) => status === 429) ?? (await once());
}

/** How each answer is brought about. */
const WAYS: Readonly<Record<string, () => Promise<Answer>>> = {
  'postEnquiry 201': () => enquire(EXPORT),
  'postEnquiry 400 key-needed': () => enquire(EXPORT, { 'idempotency-key': '' }),
  'postEnquiry 400 not-json': () => enquire('{'),
  'postEnquiry 400 not-read': () => worded(400),
  'postEnquiry 401 token-missing': async () => plain(await world.enquire(null, EXPORT)),
  'postEnquiry 401 token-refused': () => enquire(EXPORT, {}, revoked),
  'postEnquiry 403 token-scope': () => enquire(EXPORT, {}, { scopes: ['cases:read'] }),
  'postEnquiry 403 token-organisation': () => enquire({ ...EXPORT, organisation: 'ehm-fyn' }),
  'postEnquiry 408 too-slow': () => worded(408),
  'postEnquiry 409 case-refused': async () => {
    await opened();
    isGone = true;
    return enquire(EXPORT);
  },
  'postEnquiry 413 too-large': () => enquire({ description: 'x'.repeat(70_000) }),
  'postEnquiry 415 wrong-type': () => enquire('x', { 'content-type': 'text/plain' }),
  'postEnquiry 422 organisation-needed': () => enquire(EXPORT, {}, { organisations: ['les-791', 'les-657'] }),
  'postEnquiry 422 key-reused': async () => {
    const [token, key] = [await world.token(), { 'idempotency-key': 'one' }];
    await world.enquire(token, EXPORT, key);
    return plain(await world.enquire(token, { ...EXPORT, cvr: '10150817' }, key));
  },
  'postEnquiry 422 fields-refused': () => enquire({ ...EXPORT, cvr: '12345678', colour: 'red', crisis: 'x' }),
  'postEnquiry 429 too-many-requests': async () => {
    const token = await world.token();
    return tooMany(async () => plain(await world.enquire(token, '{')));
  },
  'postEnquiry 500 fault': async () => {
    const token = await world.token();
    isBroken = true;
    return plain(await world.enquire(token, EXPORT));
  },
  'postEnquiry 503 register-away': () => {
    isRegisterAway = true;
    return enquire({ ...EXPORT, municipality: null });
  },
  'postEnquiry 503 busy': () => worded(503),
  'getCase 200': async () => ask(await opened(), await reading()),
  'getCase 401 token-missing': () => ask('ZZZZ-ZZZZ', null),
  'getCase 401 token-refused': async () => ask('ZZZZ-ZZZZ', await reading(revoked)),
  'getCase 403 token-scope': async () => ask('ZZZZ-ZZZZ', await world.token()),
  'getCase 404 unknown-case': async () => ask('ZZZZ-ZZZZ', await reading()),
  'getCase 429 too-many-requests': async () => {
    const token = await reading();
    return tooMany(() => ask('ZZZZ-ZZZZ', token));
  },
  'getCase 500 fault': async () => {
    const token = await reading();
    isBroken = true;
    return ask('ZZZZ-ZZZZ', token);
  },
  'getDescription 200': async () => plain(await world.ask('/api/openapi.json')),
};

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, by the specification’s own schema', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(description))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('is served to anybody as it is', async () => {
    const { status, body, headers } = await world.ask('/api/openapi.json');
    expect([status, body]).toEqual([200, description]);
    expect(headers.get('content-type')).toBe('application/json');
  });

  it('names every route of the API, and no other', () => {
    const { deps } = world.service;
    const routes = apiRoutes({ deps, pace: createMessagePace(world.clock), log: () => undefined });
    const ways = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(ways.toSorted());
  });

  it('holds no reference that leads nowhere, and no hint of how it is made', () => {
    const names = [...written.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    const { schemas } = z.object({ schemas: z.record(z.string(), z.unknown()) }).parse(components);
    for (const name of names) expect(Object.keys(schemas)).toContain(name);
    expect(written).not.toMatch(/__shared|zod/);
  });

  it('says what a token must be good for', () => {
    expect(operationOf('postEnquiry').security).toEqual([{ token: ['enquiries:write'] }]);
    expect(operationOf('getCase').security).toEqual([{ token: ['cases:read'] }]);
    expect(operationOf('getDescription').security).toEqual([]);
  });
});

describe('a running service', () => {
  it('is asked for every answer that is described', () => {
    expect(Object.keys(WAYS).toSorted()).toEqual(described.toSorted());
  });

  it.each(Object.keys(WAYS))('answers as described: %s', async (way) => {
    const [id = '', status = '', code] = way.split(' ');
    const answer = await WAYS[way]?.();
    expect(answer).toMatchObject({ status: Number(status), ...(code && { body: { code } }) });
    const said = Object.entries(operationOf(id).responses[status]?.content ?? {});
    expect(said.map(([type]) => type)).toEqual([answer?.type]);
    for (const [, { schema }] of said) expect(faultsOf(schema, answer?.body)).toEqual([]);
  });

  it('answers as described where a case has every kind of entry', async () => {
    const id = await opened();
    await world.enquire(await world.token(), { ...EXPORT, tools: ['vaeksthjulet'], description: 'igen' });
    const chat = { id: 'a:anna-holm', kind: 'personal' } as const;
    await world.say('anna-holm', chat, `ydelse ${id} sparring; timer: 2`);
    await world.say('anna-holm', chat, `henvist ${id} Erhvervsstyrelsen`);
    const { body } = await ask(id, await reading());
    expect(body).toMatchObject({ enquiries: [{}, {}], selfHelp: [{}], servicesGiven: [{}] });
    const { schema } = operationOf('getCase').responses['200']?.content['application/json'] ?? {};
    expect(faultsOf(schema ?? { not: {} }, body)).toEqual([]);
  });
});

describe('what is described of an enquiry', () => {
  const schema = operationOf('postEnquiry').requestBody?.content['application/json']?.schema ?? { not: {} };

  it('takes what the service takes', () => {
    expect(faultsOf(schema, EXPORT)).toEqual([]);
    expect(faultsOf(schema, { ...EXPORT, cvr: null, organisation: 'les-791', newNeed: true })).toEqual([]);
  });

  it('refuses what the service refuses by its shape', async () => {
    for (const wrong of [
      { ...EXPORT, colour: 'red' },
      { ...EXPORT, crisis: 'yes' },
      { organisation: 'les-1' },
    ]) {
      expect(faultsOf(schema, wrong)).not.toEqual([]);
      expect((await enquire(wrong)).status).toBe(422);
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSampleRegister } from '../../src/registry/sample-register.ts';
import { type ApiWorld, EXPORT, openApiWorld } from './api-world.ts';
import { awayWhen } from './register-away.ts';

/** Enquiries from other systems while the company register does not answer. */

let world: ApiWorld;
let token: string;
let isAway: boolean;
beforeEach(async () => {
  isAway = true;
  world = await openApiWorld({}, { register: awayWhen(createSampleRegister(), () => isAway) });
  token = await world.token();
});
afterEach(() => world.close());

const kept = () =>
  world.service.unitOfWork.read(async ({ cases, drafts }) => [
    (await cases.page('', 10)).length,
    (await drafts.page('', 10)).length,
  ]);
const key = { 'idempotency-key': 'once' };

describe('an enquiry without a municipality while the register is away', () => {
  it.each([
    ['by number', EXPORT],
    ['by name', { ...EXPORT, areas: null, cvr: null, companyName: 'Hansen VVS ApS' }],
    [
      'by a number in its words',
      { ...EXPORT, areas: null, cvr: null, description: 'CVR 25313763 vil eksportere' },
    ],
  ])(
    'is to be sent again (%s), and is taken under the same key when the register is back',
    async (_, body) => {
      const first = await world.enquire(token, body, key);
      expect([first.status, first.body.code]).toEqual([503, 'register-away']);
      expect(first.headers.get('content-type')).toContain('application/problem+json');
      expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await kept()).toEqual([0, 0]);
      isAway = false;
      const second = await world.enquire(token, body, key);
      expect([second.status, second.body.owner]).toEqual([201, 'les-791']);
      expect((await kept())[0]).toBe(1);
    },
  );

  it('is refused for good where its own values are wrong, or no register could tell', async () => {
    const wrong = await world.enquire(token, { ...EXPORT, contactPhone: 'ring' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'fields-refused']);
    const nobody = await world.enquire(token, { description: 'Vil sælge til Tyskland' });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'fields-refused']);
  });

  it('is taken where it sends the municipality along', async () => {
    expect((await world.enquire(token, { ...EXPORT, municipality: '791' })).status).toBe(201);
  });
});

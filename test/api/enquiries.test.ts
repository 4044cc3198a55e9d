import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOn } from '../flows/card-hands.ts';
import { channelOf, chatOf } from '../flows/teams-world.ts';
import { type ApiWorld, EXPORT, openApiWorld } from './api-world.ts';

/** Enquiries from other systems: a web form, a telephone system, the digital platform. */

let world: ApiWorld;
let token: string;
beforeEach(async () => {
  world = await openApiWorld();
  token = await world.token();
});
afterEach(() => world.close());

const stored = () => world.service.unitOfWork.read((stores) => stores.cases.page('', 100));
const drafts = () => world.service.unitOfWork.read((stores) => stores.drafts.page('', 100));
const caseOf = async (id: unknown) => {
  const found = (await stored()).find((one) => one.id === id);
  if (!found) throw new Error(`no case ${String(id)}`);
  return found;
};

describe('an enquiry', () => {
  it('becomes a case that is triaged and offered as one from chat', async () => {
    const { status, body, headers } = await world.enquire(token, EXPORT);
    expect([status, body]).toMatchObject([
      201,
      {
        outcome: 'created',
        owner: 'les-791',
        offeredTo: 'ehm-midtjylland',
        priority: 'normal',
        cprRemoved: 0,
      },
    ]);
    expect(headers.get('location')).toBe(`/api/cases/${String(body.caseId)}`);
    const kase = await caseOf(body.caseId);
    expect(kase).toMatchObject({
      assignee: null,
      createdBy: { name: 'Webformular Viborg', organisation: 'les-791' },
      values: { companyName: 'Hansen VVS ApS', municipality: '791', entry: 'digital' },
      basis: { kind: 'consent' },
      promise: { contactedAt: '2026-11-20T09:00:00.000Z', dueAt: body.dueAt },
    });
    await world.deliver();
    expect(wordsOn(world.standing(channelOf('ehm-midtjylland'))[0]?.card)).toContain('Hansen VVS ApS');
    expect(world.logged.filter((line) => /failed|parked|fault/.test(line))).toEqual([]);
  });

  it('can be worked on in chat by the colleague who takes it', async () => {
    const { body } = await world.enquire(token, {
      ...EXPORT,
      areas: ['business-plan'],
      cvr: null,
      municipality: 'Viborg',
      stage: 'entrepreneur',
    });
    expect(body.owner).toBe('les-791');
    await world.deliver();
    const said = await world.say('anna-holm', chatOf('anna-holm'), `tag ${String(body.caseId)}`);
    expect(said.length).toBeGreaterThan(0);
    await world.say('anna-holm', chatOf('anna-holm'), `kontaktet ${String(body.caseId)}`);
    expect((await caseOf(body.caseId)).promise.answeredAt).not.toBeNull();
  });

  it('reads the needs in the description where none is chosen', async () => {
    const { areas: _, ...rest } = EXPORT;
    const { body } = await world.enquire(token, { ...rest, description: 'Vil eksportere til Tyskland' });
    expect((await caseOf(body.caseId)).values.areas).toContain('internationalisation');
  });

  it('keeps the moment of contact that a telephone system tells', async () => {
    const { body } = await world.enquire(token, {
      ...EXPORT,
      entry: 'phone',
      contactedAt: '2026-11-20T09:30:00+01:00',
    });
    expect(await caseOf(body.caseId)).toMatchObject({
      values: { entry: 'phone' },
      promise: { contactedAt: '2026-11-20T08:30:00.000Z' },
    });
  });

  it('joins the company’s running case', async () => {
    const first = await world.enquire(token, EXPORT);
    const again = await world.enquire(token, { ...EXPORT, description: 'Spørger igen' });
    expect(again.body).toMatchObject({ outcome: 'added', caseId: first.body.caseId });
    expect(await stored()).toHaveLength(1);
  });

  it('tells another office no more of a running case than chat does: not that it is a crisis', async () => {
    const crisis = { ...EXPORT, areas: ['crisis'] };
    const own = await world.enquire(token, crisis);
    expect(own.body).toMatchObject({ priority: 'urgent' });
    const elsewhere = await world.token({ organisations: ['les-657'] });
    const other = await world.enquire(elsewhere, { ...EXPORT, municipality: '657' });
    expect(other.body).toMatchObject({
      outcome: 'added',
      caseId: own.body.caseId,
      rule: null,
      priority: 'normal',
    });
  });

  it('loses every CPR number before it is kept', async () => {
    const { body } = await world.enquire(token, {
      ...EXPORT,
      description: 'Mit cpr-nummer er 170263-4127, ring',
      contactName: 'Ole 170263',
      contactEmail: null,
    });
    expect(body.cprRemoved).toBe(1);
    expect(JSON.stringify(await caseOf(body.caseId))).not.toContain('4127');
    expect(world.logged.join('\n')).not.toContain('4127');
  });
});

describe('the key', () => {
  const key = { 'idempotency-key': '"a-key"' };

  it('makes a repeated request the same case, with the same answer', async () => {
    const first = await world.enquire(token, EXPORT, key);
    const again = await world.enquire(token, EXPORT, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await stored()).toHaveLength(1);
    expect((await stored())[0]?.contacts).toEqual([]);
  });

  it('makes one case of requests that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => world.enquire(token, EXPORT, key)));
    expect(new Set(all.map(({ status, body }) => `${status} ${String(body.caseId)}`)).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  it('belongs to one enquiry, and to one token', async () => {
    await world.enquire(token, EXPORT, key);
    const other = await world.enquire(token, { ...EXPORT, cvr: '10150817' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    expect(await stored()).toHaveLength(1);
    const elsewhere = await world.token({ organisations: ['les-657'] });
    expect((await world.enquire(elsewhere, { ...EXPORT, municipality: '657', cvr: null }, key)).status).toBe(
      201,
    );
  });

  it('is free again where nothing was kept', async () => {
    expect((await world.enquire(token, { ...EXPORT, consent: null }, key)).body.code).toBe('fields-refused');
    expect((await world.enquire(token, EXPORT, key)).status).toBe(201);
  });

  it('is needed', async () => {
    for (const bad of ['', 'x'.repeat(201), 'æ'.repeat(3).replace(/./g, '\xe6'), 'two words']) {
      const { status, body } = await world.enquire(token, EXPORT, { 'idempotency-key': bad });
      expect([status, body.code]).toEqual([400, 'key-needed']);
    }
    expect(await stored()).toEqual([]);
  });

  it('stands nowhere in the store as it was sent, nor does the secret', async () => {
    const id = (await world.service.unitOfWork.read((stores) => stores.api.tokens()))[0];
    await world.enquire(token, EXPORT, { 'idempotency-key': 'cpr-170263-4127' });
    expect(id?.hash).not.toContain(token.split('_').slice(2).join('_'));
    const kept = await world.service.unitOfWork.read((stores) =>
      stores.api.answerTo(id?.id ?? '', 'cpr-170263-4127'),
    );
    expect(kept).toBeUndefined();
  });
});

describe('is refused, and nothing is kept,', () => {
  const codes = (answer: Readonly<Record<string, unknown>>) =>
    (answer.errors as { field: string; code: string }[]).map(({ field, code }) => `${field}: ${code}`);

  it.each([
    ['a basis that nobody has asked for', { ...EXPORT, consent: null }, ['consent: basis-needed']],
    [
      'no municipality',
      { description: 'Vil eksportere', consent: 'consent' },
      ['municipality: municipality-needed'],
    ],
    [
      'a wrong CVR number and a wrong mail',
      { ...EXPORT, cvr: '12345678', contactEmail: 'x' },
      ['cvr: not-a-cvr', 'contactEmail: not-an-email'],
    ],
    ['a field that is none', { ...EXPORT, colour: 'red' }, ['colour: unknown-field']],
    [
      'a value of another type',
      { ...EXPORT, crisis: 'yes', areas: 'x' },
      ['areas: wrong-type', 'crisis: wrong-type'],
    ],
    ['an unknown need', { ...EXPORT, areas: ['dancing'] }, ['areas: unknown-area']],
    ['too long a text', { ...EXPORT, description: 'x'.repeat(5_000) }, ['description: text-too-long']],
    [
      'a contact that is ahead',
      { ...EXPORT, contactedAt: '2026-11-21T09:00:00Z' },
      ['contactedAt: instant-ahead'],
    ],
    [
      'a contact long ago',
      { ...EXPORT, contactedAt: '2026-10-01T09:00:00Z' },
      ['contactedAt: instant-too-old'],
    ],
    ['a contact without a moment', { ...EXPORT, contactedAt: 'i går' }, ['contactedAt: not-an-instant']],
  ])('for %s', async (_, body, expected) => {
    const answer = await world.enquire(token, body);
    expect([answer.status, answer.body.code, codes(answer.body).toSorted()]).toEqual([
      422,
      'fields-refused',
      expected.toSorted(),
    ]);
    expect([await stored(), await drafts()]).toEqual([[], []]);
  });

  it('for what is no JSON object', async () => {
    for (const text of ['', '{', '[]', 'null', '"x"', '1']) {
      const { status, body } = await world.enquire(token, text);
      expect([400, 422]).toContain(status);
      expect(body.type).toMatch(/^urn:indgang:problem:/);
    }
  });

  it('in the language of whoever asks, as RFC 9457 says', async () => {
    const bad = { ...EXPORT, cvr: '12345678' };
    const danish = await world.enquire(token, bad);
    const english = await world.enquire(token, bad, { 'accept-language': 'de, en-GB;q=0.8, da;q=0.5' });
    expect(danish.headers.get('content-type')).toBe('application/problem+json');
    expect(danish.headers.get('content-language')).toBe('da');
    expect(danish.body).toMatchObject({ status: 422, title: 'Felter, der skal rettes' });
    expect(english.body).toMatchObject({ status: 422, title: 'Fields to correct' });
    expect(JSON.stringify(danish.body.errors)).toMatch(/CVR-nummer/);
  });
});

describe('a token', () => {
  it.each([
    ['none', async () => null, 401, 'token-missing'],
    ['one that is no token', async () => 'abc', 401, 'token-refused'],
    ['one with another secret', async () => `${(await world.token()).slice(0, -1)}x`, 401, 'token-refused'],
    [
      'one that has expired',
      () => world.token({ expiresAt: '2026-11-20T09:00:00.000Z' }),
      401,
      'token-refused',
    ],
    [
      'one that was revoked',
      () => world.token({ revokedAt: '2026-11-19T09:00:00.000Z' }),
      401,
      'token-refused',
    ],
    ['one of another scope', () => world.token({ scopes: ['cases:read'] }), 403, 'token-scope'],
  ])('is refused: %s', async (_, make, status, code) => {
    const answer = await world.enquire(await make(), EXPORT);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="indgang"/);
    expect(await stored()).toEqual([]);
    expect(world.logged.join('\n')).not.toContain('sssss');
  });

  it('is for its organisations alone', async () => {
    const foreign = await world.enquire(token, { ...EXPORT, organisation: 'ehm-midtjylland' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'token-organisation']);
    const several = await world.token({ organisations: ['les-791', 'les-657'] });
    expect((await world.enquire(several, EXPORT)).body.code).toBe('organisation-needed');
    const named = await world.enquire(several, { ...EXPORT, organisation: 'les-657' });
    expect((await caseOf(named.body.caseId)).createdBy.organisation).toBe('les-657');
  });

  it('that sends too much is told when to try again', async () => {
    const many = await Promise.all(Array.from({ length: 121 }, () => world.enquire(token, '{')));
    const refused = many.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    const wait = Number(refused[0]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    world.clock.pass(wait * 1_000);
    expect((await world.enquire(token, EXPORT)).status).toBe(201);
  });

  it('is refused before the body is read, and a body over the limit is too', async () => {
    const big = await world.enquire(token, { description: 'x'.repeat(70_000) });
    expect([big.status, big.body.code]).toEqual([413, 'too-large']);
    const text = await world.enquire(token, 'x', { 'content-type': 'text/plain' });
    expect([text.status, text.body.code]).toEqual([415, 'wrong-type']);
  });
});

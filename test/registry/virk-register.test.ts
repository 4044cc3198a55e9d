import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_COMPANIES } from '../../src/registry/sample-companies.ts';
import { fromVirk } from '../../src/registry/virk/virk-company.ts';
import { createVirkRegister } from '../../src/registry/virk/virk-register.ts';
import { keepsTheRegisterContract } from './contract.ts';
import { searchResult, startVirkServer, type VirkServer } from './virk-server.ts';

const CVR = '25313763';
const access = { user: 'indgang', password: 'æøå:hemmeligt', chance: () => 0 };

keepsTheRegisterContract('Virk', async () => {
  const server = await startVirkServer(SAMPLE_COMPANIES);
  return { register: createVirkRegister({ ...access, baseUrl: `${server.url}/` }), close: server.close };
});

describe('Virk on a bad day', () => {
  let server: VirkServer;
  beforeAll(async () => {
    server = await startVirkServer(SAMPLE_COMPANIES);
  });
  afterAll(() => server.close());
  afterEach(() => server.misbehave(null));

  const register = (budgetMs = 1000) => createVirkRegister({ ...access, baseUrl: server.url, budgetMs });
  const status = (code: number) => (response: ServerResponse) =>
    void response.writeHead(code).end('{"error":"x"}');
  const body = (text: string) => (response: ServerResponse) => void response.writeHead(200).end(text);

  it('signs in with basic authentication and asks for no more than it reads', async () => {
    await register().findByCvr(CVR);
    const last = server.requests.at(-1);
    expect(last?.authorization).toBe(`Basic ${Buffer.from('indgang:æøå:hemmeligt').toString('base64')}`);
    expect(last?.body).toMatchObject({ size: 1, query: { term: { 'Vrvirksomhed.cvrNummer': 25313763 } } });
  });

  it('does not ask about a number that cannot be a CVR number', async () => {
    const before = server.requests.length;
    await register().findByCvr('25313764');
    expect(server.requests.length).toBe(before);
  });

  it('tries once more after a server error, and takes the second answer', async () => {
    const before = server.requests.length;
    server.misbehave((response, nth) =>
      nth === 1
        ? status(503)(response)
        : body(JSON.stringify(searchResult(SAMPLE_COMPANIES.slice(0, 1))))(response),
    );
    expect(await register().findByCvr(CVR)).toMatchObject({
      state: 'found',
      value: { name: 'Hansen VVS ApS' },
    });
    expect(server.requests.length - before).toBe(2);
  });

  it('gives up after the second server error', async () => {
    const before = server.requests.length;
    server.misbehave(status(500));
    expect(await register().findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'down' });
    expect(server.requests.length - before).toBe(2);
  });

  it('does not try again when the sign-in is refused', async () => {
    const before = server.requests.length;
    server.misbehave(status(401));
    expect(await register().findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'refused' });
    expect(server.requests.length - before).toBe(1);
  });

  it('stops waiting when the time is up, before the answer begins', async () => {
    server.misbehave(() => {});
    expect(await register(60).findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'timeout' });
  });

  it('stops waiting when the answer begins but does not end', async () => {
    server.misbehave((response) => void response.writeHead(200).write('{"hits":'));
    expect(await register(60).searchByName('Hansen', 3)).toEqual({ state: 'unavailable', code: 'timeout' });
  });

  it('starts no second try when the first has used the time', async () => {
    server.misbehave((response) => void setTimeout(() => status(500)(response), 40));
    const slow = createVirkRegister({ ...access, chance: () => 0.99, baseUrl: server.url, budgetMs: 80 });
    const before = server.requests.length;
    expect(await slow.findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'timeout' });
    expect(server.requests.length - before).toBe(1);
  });

  it.each([
    ['no JSON', '<html>Gateway</html>'],
    ['cut short', JSON.stringify(searchResult(SAMPLE_COMPANIES.slice(0, 1))).slice(0, 200)],
    ['another shape', '{"hits":[]}'],
    ['a company in another shape', '{"hits":{"hits":[{"_source":{"Vrvirksomhed":{"cvrNummer":"x"}}}]}}'],
    ['nothing', ''],
  ])('takes an answer that is %s as no answer', async (_, text) => {
    server.misbehave(body(text));
    expect(await register().findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'down' });
  });

  it('shows the readable companies when one of them is not', async () => {
    const broken = '{"_source":{"Vrvirksomhed":{}}},';
    const text = JSON.stringify(searchResult(SAMPLE_COMPANIES.slice(0, 1)));
    server.misbehave(body(text.replace('"hits":[', `"hits":[${broken}`)));
    expect(await register().searchByName('Hansen', 3)).toMatchObject({
      state: 'found',
      value: [{ cvr: CVR }],
    });
  });

  it('does not take a search that Virk cut short as proof that there is no such company', async () => {
    server.misbehave(body('{"timed_out":true,"hits":{"total":0,"hits":[]}}'));
    expect(await register().findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'timeout' });
  });

  it('finds a company whose places of work could not be looked up', async () => {
    const house = SAMPLE_COMPANIES.find(({ pNumbers }) => pNumbers.length > 2);
    if (!house) throw new Error('no company with several places of work');
    server.misbehave((response, nth) =>
      nth === 1 ? body(JSON.stringify(searchResult([house])))(response) : status(500)(response),
    );
    const answer = await register().findByCvr(house.cvr);
    expect(answer).toMatchObject({ state: 'found', value: { name: house.name } });
    expect(answer.state === 'found' && answer.value.pNumbers.map(({ pNumber }) => pNumber)).toEqual(
      house.pNumbers.map(({ pNumber }) => pNumber),
    );
  });

  it('survives a connection that is torn down, and a server that is not there', async () => {
    server.misbehave((response) => void response.socket?.destroy());
    expect(await register().findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'down' });
    const nobody = createVirkRegister({ ...access, baseUrl: 'http://127.0.0.1:9' });
    expect(await nobody.findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'down' });
  });
});

describe('a company as Virk describes it', () => {
  it('may lack almost everything', () => {
    expect(fromVirk({ cvrNummer: 10000009 })).toEqual({
      cvr: '10000009',
      name: '',
      municipality: null,
      founded: null,
      form: null,
      employees: null,
      advertisingProtected: null,
      ceased: false,
      pNumbers: [],
    });
  });

  it('counts an interval of employees as its lower end, and takes the newest count', () => {
    const company = fromVirk({
      cvrNummer: 10000009,
      virksomhedMetadata: {
        nyesteAarsbeskaeftigelse: { aar: 2024, intervalKodeAntalAnsatte: 'ANTAL_1000_999999' },
        nyesteKvartalsbeskaeftigelse: { aar: 2025, kvartal: 2, intervalKodeAntalAnsatte: 'ANTAL_20_49' },
        nyesteMaanedsbeskaeftigelse: { aar: 2025, maaned: 5, antalAnsatte: 17 },
      },
    });
    expect(company.employees).toBe(20);
  });

  it('has no municipality of ours when it lies abroad or on Christiansø', () => {
    const company = fromVirk({
      cvrNummer: 10000009,
      beliggenhedsadresse: [{ kommune: { kommuneKode: 411 } }],
    });
    expect(company.municipality).toBeNull();
  });
});

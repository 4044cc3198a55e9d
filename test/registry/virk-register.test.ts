import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_COMPANIES } from '../../src/registry/sample-companies.ts';
import { fromVirk, unitFromVirk, type VirkCompany } from '../../src/registry/virk/virk-company.ts';
import { createVirkRegister } from '../../src/registry/virk/virk-register.ts';
import { keepsTheRegisterContract } from './contract.ts';
import { searchResult, startVirkServer, type VirkServer } from './virk-server.ts';

const CVR = '25313763';
const TODAY = '2026-11-20';
const access = { user: 'indgang', password: 'æøå:hemmeligt', chance: () => 0 };

keepsTheRegisterContract('Virk', async () => {
  const server = await startVirkServer(SAMPLE_COMPANIES);
  return {
    register: createVirkRegister({ ...access, baseUrl: `${server.url}/` }, () => TODAY),
    close: server.close,
  };
});

describe('Virk on a bad day', () => {
  let server: VirkServer;
  beforeAll(async () => {
    server = await startVirkServer(SAMPLE_COMPANIES);
  });
  afterAll(() => server.close());
  afterEach(() => server.misbehave(null));

  const register = (budgetMs = 1000) =>
    createVirkRegister({ ...access, baseUrl: server.url, budgetMs }, () => TODAY);
  const answer = (code: number, text: string) => (response: ServerResponse) => {
    response.statusCode = code;
    response.end(text);
  };
  const status = (code: number) => answer(code, '{"error":"x"}');
  const body = (text: string) => answer(200, text);

  it('signs in with basic authentication and asks for no more than it reads', async () => {
    await register().findByCvr(CVR);
    const last = server.requests.at(-2);
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
    // The third asks for the places of work.
    expect(server.requests.length - before).toBe(3);
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
    const slow = createVirkRegister(
      { ...access, chance: () => 0.99, baseUrl: server.url, budgetMs: 80 },
      () => TODAY,
    );
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
    const nobody = createVirkRegister({ ...access, baseUrl: 'http://127.0.0.1:9' }, () => TODAY);
    expect(await nobody.findByCvr(CVR)).toEqual({ state: 'unavailable', code: 'down' });
  });
});

describe('a company as Virk describes it', () => {
  it('may lack almost everything', () => {
    expect(fromVirk({ cvrNummer: 10000009 }, TODAY)).toEqual({
      cvr: '10000009',
      name: '',
      municipality: null,
      founded: null,
      form: null,
      employees: null,
      advertisingProtected: null,
      standing: 'active',
      pNumbers: [],
    });
  });

  it('counts an interval of employees as its lower end, and takes the newest count', () => {
    const company = fromVirk(
      {
        cvrNummer: 10000009,
        virksomhedMetadata: {
          nyesteAarsbeskaeftigelse: { aar: 2024, intervalKodeAntalAnsatte: 'ANTAL_1000_999999' },
          nyesteKvartalsbeskaeftigelse: { aar: 2025, kvartal: 2, intervalKodeAntalAnsatte: 'ANTAL_20_49' },
          nyesteMaanedsbeskaeftigelse: { aar: 2025, maaned: 5, antalAnsatte: 17 },
        },
      },
      TODAY,
    );
    expect(company.employees).toBe(20);
  });

  it('has no municipality of ours when it lies abroad or on Christiansø', () => {
    const company = fromVirk(
      {
        cvrNummer: 10000009,
        beliggenhedsadresse: [{ kommune: { kommuneKode: 411 } }],
      },
      TODAY,
    );
    expect(company.municipality).toBeNull();
  });
});

describe('a company as of today', () => {
  const from = (gyldigFra: string | null, gyldigTil: string | null = null) => ({
    periode: { gyldigFra, gyldigTil },
  });
  const read = (company: Partial<VirkCompany>) => fromVirk({ cvrNummer: 10000009, ...company }, TODAY);
  const place = (kommuneKode: number, when: object) => ({ kommune: { kommuneKode }, ...when });

  it.each([
    [
      'moves next year',
      [place(791, from('2020-01-01', '2026-12-31')), place(751, from('2027-01-01'))],
      '791',
    ],
    [
      'moves next year, the new address first',
      [place(751, from('2027-01-01')), place(791, from('2020-01-01'))],
      '791',
    ],
    ['moves today', [place(751, from('2020-01-01', '2026-11-19')), place(791, from('2026-11-20'))], '791'],
    [
      'leaves after today',
      [place(791, from('2020-01-01', '2026-11-20')), place(751, from('2026-11-21'))],
      '791',
    ],
    ['left yesterday', [place(751, from('2020-01-01', '2026-11-19')), place(791, from('2026-11-20'))], '791'],
    [
      'has an older address without an end',
      [place(751, from('2010-01-01')), place(791, from('2020-01-01', '2030-01-01'))],
      '791',
    ],
    [
      'has no address today, but had one',
      [place(751, from('2010-01-01', '2015-01-01')), place(791, from('2015-01-02', '2026-01-01'))],
      '791',
    ],
    ['has only an address to come', [place(791, from('2027-01-01')), place(751, from('2028-01-01'))], '791'],
    ['has an address without a period', [place(791, {})], '791'],
    [
      'has dates with a time of day',
      [
        place(751, from('2027-01-01T00:00:00.000+01:00')),
        place(791, from('2020-01-01T00:00:00.000+01:00', '2026-11-20T00:00:00.000+01:00')),
      ],
      '791',
    ],
  ])('%s', (_, beliggenhedsadresse, municipality) => {
    expect(read({ beliggenhedsadresse }).municipality).toBe(municipality);
  });

  it('bears the name, has the form and the places of work of today', () => {
    const company = read({
      navne: [
        { navn: 'Nyt Navn ApS', ...from('2027-01-01') },
        { navn: 'Navnet ApS', ...from('2020-01-01', '2026-12-31') },
      ],
      virksomhedsform: [
        { kortBeskrivelse: 'A/S', ...from('2026-12-01') },
        { kortBeskrivelse: 'APS', ...from('2020-01-01', '2026-11-30') },
      ],
      penheder: [
        { pNummer: 1000000001, ...from('2020-01-01', '2026-11-20') },
        { pNummer: 1000000002, ...from('2026-11-21') },
        { pNummer: 1000000003, ...from('2020-01-01', '2026-11-19') },
        { pNummer: 1000000004, ...from('2026-11-20') },
      ],
    });
    expect(company).toMatchObject({ name: 'Navnet ApS', form: 'ApS' });
    expect(company.pNumbers.map(({ pNumber }) => pNumber)).toEqual(['1000000001', '1000000004']);
  });

  const alive = [from('2010-01-01')];
  const status = (text: string, when = from('2026-01-01')) => ({ status: text, ...when });
  it.each<[string, Partial<VirkCompany>, string]>([
    ['lives', { livsforloeb: alive, virksomhedsstatus: [status('NORMAL')] }, 'active'],
    ['lives, and ends next year', { livsforloeb: [from('2010-01-01', '2027-01-01')] }, 'active'],
    ['ends today', { livsforloeb: [from('2010-01-01', '2026-11-20')] }, 'active'],
    ['ended yesterday', { livsforloeb: [from('2010-01-01', '2026-11-19')] }, 'ceased'],
    [
      'ended, and begins again next year',
      { livsforloeb: [from('2010-01-01', '2020-01-01'), from('2027-01-01')] },
      'ceased',
    ],
    [
      'ended, and has begun again',
      { livsforloeb: [from('2010-01-01', '2020-01-01'), from('2021-01-01')] },
      'active',
    ],
    ['has not begun', { livsforloeb: [from('2027-01-01')] }, 'not-begun'],
    ['is in bankruptcy', { livsforloeb: alive, virksomhedsstatus: [status('UNDERKONKURS')] }, 'bankruptcy'],
    [
      'goes bankrupt tomorrow',
      { livsforloeb: alive, virksomhedsstatus: [status('UNDERKONKURS', from('2026-11-21'))] },
      'active',
    ],
    [
      'was in bankruptcy until yesterday',
      {
        livsforloeb: alive,
        virksomhedsstatus: [
          status('UNDERKONKURS', from('2025-01-01', '2026-11-19')),
          status('NORMAL', from('2026-11-20')),
        ],
      },
      'active',
    ],
    [
      'is in reconstruction',
      { livsforloeb: alive, virksomhedsstatus: [status('UNDERREKONSTRUKTION')] },
      'reconstruction',
    ],
    [
      'is being dissolved by the court',
      { livsforloeb: alive, virksomhedsstatus: [status('UNDERTVANGSOPLØSNING')] },
      'compulsory-dissolution',
    ],
    [
      'is being wound up',
      { livsforloeb: alive, virksomhedsstatus: [status('UNDER FRIVILLIG LIKVIDATION')] },
      'liquidation',
    ],
    [
      'was dissolved by the court',
      { livsforloeb: alive, virksomhedsstatus: [status('TVANGSOPLØST')] },
      'ceased',
    ],
    ['was dissolved after bankruptcy', { virksomhedsstatus: [status('OPLØSTEFTERKONKURS')] }, 'ceased'],
    [
      'has a credit note of reconstruction',
      {
        livsforloeb: alive,
        status: [{ kreditoplysningtekst: 'Under rekonstruktion', ...from('2026-01-01') }],
      },
      'reconstruction',
    ],
    [
      'is under reconstruction and bankrupt',
      { livsforloeb: alive, virksomhedsstatus: [status('UNDERREKONSTRUKTION'), status('UNDERKONKURS')] },
      'bankruptcy',
    ],
    ['has only the summary', { virksomhedMetadata: { sammensatStatus: 'UNDERKONKURS' } }, 'bankruptcy'],
    [
      'has a summary of ceased, and lives on',
      { livsforloeb: alive, virksomhedMetadata: { sammensatStatus: 'Ophørt' } },
      'active',
    ],
    [
      'has a word that nobody knows',
      { livsforloeb: alive, virksomhedsstatus: [status('NOGETNYT')] },
      'active',
    ],
  ])('that %s', (_, company, standing) => {
    expect(read(company).standing).toBe(standing);
  });

  it('has no founding date while it lies ahead', () => {
    expect(read({ virksomhedMetadata: { stiftelsesDato: '2027-01-01' } }).founded).toBeNull();
    expect(read({ livsforloeb: [from('2027-01-01')] }).founded).toBeNull();
    expect(read({ virksomhedMetadata: { stiftelsesDato: TODAY } }).founded).toBe(TODAY);
  });

  it('takes no count of employees from a month to come', () => {
    const nyesteMaanedsbeskaeftigelse = { aar: 2026, maaned: 12, antalAnsatte: 90 };
    const nyesteAarsbeskaeftigelse = { aar: 2025, antalAnsatte: 12 };
    expect(
      read({ virksomhedMetadata: { nyesteMaanedsbeskaeftigelse, nyesteAarsbeskaeftigelse } }).employees,
    ).toBe(12);
  });
});

describe('a place of work as of today', () => {
  const from = (gyldigFra: string, gyldigTil: string | null = null) => ({
    periode: { gyldigFra, gyldigTil },
  });
  it('is where it is today, and gone where its life has ended or not begun', () => {
    const unit = {
      pNummer: 1000000001,
      navne: [{ navn: 'Lageret', ...from('2020-01-01') }],
      beliggenhedsadresse: [
        { kommune: { kommuneKode: 740 }, ...from('2020-01-01', '2026-12-31') },
        { kommune: { kommuneKode: 751 }, ...from('2027-01-01') },
      ],
    };
    expect(unitFromVirk(unit, TODAY)).toEqual({
      pNumber: '1000000001',
      name: 'Lageret',
      municipality: '740',
    });
    expect(unitFromVirk({ ...unit, livsforloeb: [from('2020-01-01', '2026-11-19')] }, TODAY)).toBeUndefined();
    expect(unitFromVirk({ ...unit, livsforloeb: [from('2027-01-01')] }, TODAY)).toBeUndefined();
  });

  it('has what the summary says where Virk sends no more', () => {
    const unit = {
      pNummer: 1000000001,
      produktionsEnhedMetadata: {
        nyesteNavn: { navn: 'Lageret' },
        nyesteBeliggenhedsadresse: { kommune: { kommuneKode: 740 } },
      },
    };
    expect(unitFromVirk(unit, TODAY)).toMatchObject({ name: 'Lageret', municipality: '740' });
  });
});

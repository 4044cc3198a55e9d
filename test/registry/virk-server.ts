import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { RegisteredCompany } from '../../src/app/ports/company-register.ts';
import type { CompanyStanding } from '../../src/core/company-standing.ts';
import { nameScore } from '../../src/registry/name-match.ts';

/**
 * A server that answers as Virk's Elasticsearch does: documents in its documented shape, with older names, addresses
 * and forms whose period has ended. `misbehave` answers instead where a test wants it to.
 */
export interface VirkServer {
  readonly url: string;
  /** Requests seen so far, newest last. */
  readonly requests: readonly { readonly authorization: string | undefined; readonly body: unknown }[];
  misbehave(answer: ((response: ServerResponse, nth: number) => void) | null): void;
  close(): Promise<void>;
}

const NAME = 'Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn';
const query = z.object({
  size: z.number(),
  _source: z.array(z.string()).min(1),
  query: z.union([
    z.object({ term: z.object({ 'Vrvirksomhed.cvrNummer': z.number() }) }),
    z.object({
      bool: z.object({ must: z.object({ match: z.object({ [NAME]: z.object({ query: z.string() }) }) }) }),
    }),
  ]),
});

const unitQuery = z.object({
  query: z.object({
    term: z.object({ 'VrproduktionsEnhed.produktionsEnhedMetadata.nyesteCvrNummerRelation': z.number() }),
  }),
});

function unitResult(company: RegisteredCompany | undefined): object {
  const hits = (company?.pNumbers ?? []).map((unit) => ({
    _source: {
      VrproduktionsEnhed: {
        pNummer: Number(unit.pNumber),
        navne: [
          { navn: unit.name, periode: { gyldigFra: '2020-01-01', gyldigTil: BEFORE_CHANGE } },
          { navn: 'Et kommende navn', periode: CHANGED },
        ],
        beliggenhedsadresse: [
          {
            kommune: { kommuneKode: Number(unit.municipality) },
            periode: { gyldigFra: '2020-01-01', gyldigTil: BEFORE_CHANGE },
          },
          { kommune: { kommuneKode: 461 }, periode: CHANGED },
        ],
        livsforloeb: [{ periode: { gyldigFra: '2020-01-01', gyldigTil: null } }],
        // The newest is not today's.
        produktionsEnhedMetadata: {
          nyesteNavn: { navn: 'Et kommende navn', periode: CHANGED },
          nyesteBeliggenhedsadresse: { kommune: { kommuneKode: 461 }, periode: CHANGED },
        },
      },
    },
  }));
  return { took: 1, timed_out: false, hits: { total: hits.length, hits } };
}

/** A change that the register knows of already: everything has another value from then on. */
const BEFORE_CHANGE = '2030-12-31';
const CHANGED = { gyldigFra: '2031-01-01', gyldigTil: null };

export async function startVirkServer(companies: readonly RegisteredCompany[]): Promise<VirkServer> {
  const requests: { authorization: string | undefined; body: unknown }[] = [];
  let instead: ((response: ServerResponse, nth: number) => void) | null = null;
  let misbehaved = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    requests.push({ authorization: request.headers.authorization, body });
    if (instead) return instead(response, ++misbehaved);
    if (request.method === 'POST' && request.url === '/cvr-permanent/produktionsenhed/_search') {
      const [relation] = Object.values(unitQuery.parse(body).query.term);
      return reply(response, 200, unitResult(companies.find((company) => Number(company.cvr) === relation)));
    }
    if (request.method !== 'POST' || request.url !== '/cvr-permanent/virksomhed/_search') {
      return reply(response, 404, { error: 'IndexMissingException', status: 404 });
    }
    const asked = query.parse(body);
    const found =
      'term' in asked.query
        ? companies.filter(byNumber(asked.query.term['Vrvirksomhed.cvrNummer']))
        : byName(companies, asked.query.bool.must.match[NAME]?.query ?? '');
    reply(response, 200, searchResult(found.slice(0, asked.size)));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    misbehave(answer) {
      instead = answer;
      misbehaved = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function byNumber(cvr: number): (company: RegisteredCompany) => boolean {
  return (company) => Number(company.cvr) === cvr;
}

function byName(companies: readonly RegisteredCompany[], asked: string): readonly RegisteredCompany[] {
  return companies
    .map((company) => ({ company, score: nameScore(asked, company.name) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ company }) => company);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  // Not chained: Restify, once loaded, replaces `writeHead` by one that returns nothing.
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(body));
}

export function searchResult(companies: readonly RegisteredCompany[]): object {
  return {
    took: 2,
    timed_out: false,
    _shards: { total: 6, successful: 6, skipped: 0, failed: 0 },
    hits: {
      total: companies.length,
      max_score: 12.4,
      hits: companies.map((company) => ({
        _index: 'cvr-v-20220630',
        _type: '_doc',
        _id: company.cvr,
        _score: 12.4,
        _source: { Vrvirksomhed: virkDocument(company) },
      })),
    },
  };
}

const SHORT_FORMS: Record<string, string> = { ApS: 'APS', Enkeltmandsvirksomhed: 'ENK' };

const STATUSES: Readonly<Record<CompanyStanding, string>> = {
  active: 'NORMAL',
  'not-begun': 'FREMTID',
  bankruptcy: 'UNDERKONKURS',
  'compulsory-dissolution': 'UNDERTVANGSOPLØSNING',
  reconstruction: 'UNDERREKONSTRUKTION',
  liquidation: 'UNDERFRIVILLIGLIKVIDATION',
  ceased: 'OPLØSTEFTERERKLÆRING',
};

function virkDocument(company: RegisteredCompany): object {
  const began = company.founded ?? '2000-01-01';
  const ended = company.standing === 'ceased' ? '2025-12-31' : null;
  // A day belongs to one period: the one before ends the day before.
  const dayBefore = new Date(Date.parse(began) - 86_400_000).toISOString().slice(0, 10);
  const before = { gyldigFra: '1900-01-01', gyldigTil: dayBefore };
  const since = { gyldigFra: began, gyldigTil: ended ?? BEFORE_CHANGE };
  const coming = ended === null ? [CHANGED] : [];
  const sidstOpdateret = '2025-11-09T15:06:12.000+01:00';
  const address = (kommuneKode: number, periode: object) => ({
    landekode: 'DK',
    kommune: {
      kommuneKode,
      kommuneNavn: 'X',
      periode: { gyldigFra: '2007-01-01', gyldigTil: null },
      sidstOpdateret,
    },
    vejnavn: 'Nørregade',
    husnummerFra: 1,
    postnummer: 8800,
    periode,
    sidstOpdateret,
  });
  return {
    cvrNummer: Number(company.cvr),
    regNummer: [],
    brancheAnsvarskode: null,
    reklamebeskyttet: company.advertisingProtected,
    navne: [
      { navn: 'Et tidligere navn ApS', periode: before, sidstOpdateret },
      { navn: company.name.replace(' ', '   '), periode: since, sidstOpdateret },
      ...coming.map((periode) => ({ navn: 'Et kommende navn A/S', periode, sidstOpdateret })),
    ],
    binavne: [],
    beliggenhedsadresse: [
      address(461, before),
      address(Number(company.municipality), since),
      ...coming.map((periode) => address(101, periode)),
    ],
    livsforloeb: [{ periode: { gyldigFra: began, gyldigTil: ended }, sidstOpdateret }],
    virksomhedsstatus: [
      { status: 'NORMAL', periode: { gyldigFra: began, gyldigTil: '2026-10-31' }, sidstOpdateret },
      {
        status: STATUSES[company.standing],
        periode: { gyldigFra: '2026-11-01', gyldigTil: null },
        sidstOpdateret,
      },
    ],
    status: [],
    virksomhedsform: [
      {
        virksomhedsformkode: 80,
        kortBeskrivelse: 'IVS',
        langBeskrivelse: 'Iværksætterselskab',
        periode: before,
      },
      {
        virksomhedsformkode: 80,
        kortBeskrivelse: SHORT_FORMS[company.form ?? ''] ?? company.form,
        langBeskrivelse: 'x',
        periode: since,
      },
      ...coming.map((periode) => ({
        virksomhedsformkode: 60,
        kortBeskrivelse: 'K/S',
        langBeskrivelse: 'Kommanditselskab',
        periode,
      })),
    ],
    penheder: [
      { pNummer: 1000000001, periode: before, sidstOpdateret },
      ...company.pNumbers.map((unit) => ({ pNummer: Number(unit.pNumber), periode: since, sidstOpdateret })),
      ...coming.map((periode) => ({ pNummer: 1000000008, periode, sidstOpdateret })),
    ],
    virksomhedMetadata: {
      stiftelsesDato: company.form === 'Enkeltmandsvirksomhed' ? null : began,
      sammensatStatus: company.standing === 'ceased' ? 'Ophørt' : 'Aktiv',
      nyesteAarsbeskaeftigelse: { aar: 2020, antalAnsatte: 777, intervalKodeAntalAnsatte: 'ANTAL_500_999' },
      nyesteKvartalsbeskaeftigelse: null,
      nyesteErstMaanedsbeskaeftigelse:
        company.employees === null ? null : { aar: 2026, maaned: 8, antalAnsatte: company.employees },
      ...(company.employees === null && { nyesteAarsbeskaeftigelse: null }),
    },
  };
}

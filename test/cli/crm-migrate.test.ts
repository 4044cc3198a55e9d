import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiWorld, EXPORT, openApiWorld } from '../api/api-world.ts';
import { type DataverseServer, startDataverse } from '../crm/dataverse/dataverse-server.ts';
import { startTokenIssuer, type TokenIssuer } from '../crm/dataverse/token-issuer.ts';
import { chatOf } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';

/** Records of the embedded CRM, moved to an organisation: all of them, once, and no more than may be there. */

let folder: string;
let server: DataverseServer;
let issuer: TokenIssuer;
let world: ApiWorld;
let ids: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-migrate-'));
  [server, issuer] = await Promise.all([startDataverse(), startTokenIssuer()]);
  world = await openApiWorld({ data: folder });
  ids = [];
  for (const more of [{}, { consent: 'declined' }, {}, {}]) {
    const body = {
      ...EXPORT,
      cvr: null,
      municipality: '791',
      companyName: `Firma ${ids.length} ApS`,
      ...more,
    };
    ids.push(String((await world.enquire(await world.token(), body)).body.caseId));
  }
  await world.deliver();
  const settings = {
    DATAVERSE_URL: server.url,
    DATAVERSE_TENANT_ID: 'tenant-1',
    DATAVERSE_CLIENT_ID: 'client-1',
    DATAVERSE_CLIENT_SECRET: 'hunter2',
    DATAVERSE_LOGIN_URL: issuer.url,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
  await Promise.all([server.close(), issuer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const migrate = (...more: string[]) => runWith(['crm', 'migrate', '--data', folder, ...more]);
const counts = async (...more: string[]) =>
  JSON.parse((await migrate('--json', ...more)).out.at(-1) ?? '') as Record<string, number>;
const incidents = () => server.asked.filter((line) => /^(PATCH|POST|DELETE) /.test(line)).length;

describe('indgang crm migrate', () => {
  it('sends nothing in a dry run, and says what it would', async () => {
    expect(await counts('--dry-run')).toMatchObject({ total: 4, 'to-move': 4, moved: 0 });
    expect(incidents()).toBe(0);
  });

  it('moves every record once, with no more than the basis allows', async () => {
    const first = await migrate();
    expect(first).toMatchObject({ status: 0, errors: [] });
    expect(first.out.at(-1)).toMatch(/^4 records in the embedded CRM: 4 moved and compared, 0 there before/);
    const sent = JSON.stringify(server.requests.map(({ body }) => body));
    expect(sent).toContain('Firma 0 ApS');
    const declined = server.requests.filter(({ path, body }) =>
      JSON.stringify([path, body]).includes(ids[1] ?? '-'),
    );
    expect(declined.length).toBeGreaterThan(0);
    expect(JSON.stringify(declined.map(({ body }) => body))).not.toMatch(/Mette|40411234|Tyskland/);
    const before = incidents();
    expect(await counts()).toMatchObject({ total: 4, there: 4, moved: 0 });
    expect(incidents()).toBe(before);
  });

  it('is asked for by the check as long as a case is in the embedded CRM alone', async () => {
    const check = (...more: string[]) => runWith(['crm', 'check', '--data', folder, ...more]);
    expect(await check()).toMatchObject({
      status: 0,
      out: [expect.stringMatching(/^Bør rettes: 4 sager ligger stadig kun i det indbyggede CRM\./)],
    });
    server.next({ status: 403, body: { error: { code: '0x80040220', message: 'no' } } }, ({ path }) =>
      path.includes(ids.toSorted()[3] ?? '-'),
    );
    await migrate();
    expect((await check('--language', 'en')).out).toEqual([
      expect.stringMatching(/: One case is still in the embedded CRM alone\..*indgang crm migrate/),
    ]);
    await migrate();
    expect(await check()).toMatchObject({ status: 0, out: ['Alt er, som tilknytningen kræver.'] });
  });

  it('goes on where it was stopped', async () => {
    server.next({ status: 403, body: { error: { code: '0x80040220', message: 'no' } } }, ({ path }) =>
      path.includes(ids.toSorted()[2] ?? '-'),
    );
    const stopped = await migrate();
    expect(stopped.status).toBe(1);
    expect(stopped.errors[0]).toMatch(/indgang crm check says what to mend/);
    expect(await counts()).toMatchObject({ total: 4, there: 2, moved: 2 });
  });

  it('tries again what was not answered', async () => {
    server.next('cut-after', ({ method }) => method === 'PATCH');
    expect(await counts()).toMatchObject({ total: 4, moved: 4 });
  }, 60_000);

  it('does not make again what people have deleted there', async () => {
    await migrate();
    const [row] = server.rows.all('incidents');
    server.rows.remove('incidents', row?.id ?? '');
    const again = await migrate();
    expect(again.status).toBe(1);
    expect(again.out[0]).toMatch(/refused \(deleted-there\)/);
  });

  it('moves an erased case as the counts that are left of it', async () => {
    await world.say('anna-holm', chatOf('anna-holm'), 'hjælp');
    const { eraseOne } = await import('../../src/app/erase-cases.ts');
    await world.service.unitOfWork.run(async (stores) => {
      const kase = await stores.cases.get(ids[0] ?? '');
      if (kase) await eraseOne(world.service.deps, stores, kase, world.clock.now(), 'request');
    });
    expect(await counts()).toMatchObject({ total: 4, moved: 4 });
    expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain('Firma 0 ApS');
  });

  it('needs an organisation', async () => {
    for (const name of ['URL', 'TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'LOGIN_URL'])
      vi.stubEnv(`DATAVERSE_${name}`, '');
    expect((await migrate()).errors[0]).toMatch(/DATAVERSE_URL must name the organisation/);
  });
});

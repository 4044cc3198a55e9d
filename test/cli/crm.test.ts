import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MAPPING } from '../../src/crm/dataverse/default-mapping.ts';
import { type DataverseServer, startDataverse } from '../crm/dataverse/dataverse-server.ts';
import { entraError, startTokenIssuer, type TokenIssuer } from '../crm/dataverse/token-issuer.ts';
import { openTeamsWorld } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';
import { logOneCase } from './one-case.ts';

let folder: string;
let server: DataverseServer;
let issuer: TokenIssuer;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-crm-'));
  [server, issuer] = await Promise.all([startDataverse(), startTokenIssuer()]);
  const world = await openTeamsWorld({}, { data: folder });
  caseId = await logOneCase(world);
  await world.close();
});
afterAll(async () => {
  await Promise.all([server.close(), issuer.close()]);
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

function connected(more: Readonly<Record<string, string>> = {}): void {
  const settings = {
    DATAVERSE_URL: server.url,
    DATAVERSE_TENANT_ID: 'tenant-1',
    DATAVERSE_CLIENT_ID: 'client-1',
    DATAVERSE_CLIENT_SECRET: 'hunter2',
    DATAVERSE_LOGIN_URL: issuer.url,
    ...more,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

describe('indgang crm check', () => {
  it('says that all is well, in the language that is asked for', async () => {
    connected();
    expect(await runWith(['crm', 'check'])).toMatchObject({
      status: 0,
      out: ['Alt er, som tilknytningen kræver.'],
    });
    expect((await runWith(['crm', 'check', '--language', 'en'])).out).toEqual([
      'Everything is as the mapping needs it.',
    ]);
    expect(await runWith(['crm', 'check', '--json'])).toMatchObject({ status: 0, out: [] });
  });

  it('says what to mend, with status 1; advice alone is no fault', async () => {
    connected();
    const { incident } = server.tables;
    Object.assign(incident ?? {}, { tracked: false });
    const advice = await runWith(['crm', 'check']);
    expect(advice.status).toBe(0);
    expect(advice.out).toMatchObject([expect.stringMatching(/^Bør rettes: incident sporer ikke/)]);
    Object.assign(incident?.keys ?? {}, { igd_caseid: 'Pending' });
    const { status, out } = await runWith(['crm', 'check', '--json']);
    expect(status).toBe(1);
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { code: 'key-pending', table: 'incident', column: 'igd_caseid', kind: 'mend' },
      { code: 'no-change-tracking', table: 'incident', kind: 'advice' },
    ]);
    Object.assign(incident ?? {}, { tracked: true });
    Object.assign(incident?.keys ?? {}, { igd_caseid: 'Active' });
  });

  it('says that the sign-in was refused, and shows no setting', async () => {
    connected();
    issuer.answers = entraError('invalid_client', 'AADSTS7000215', 401);
    const { status, out, errors } = await runWith(['crm', 'check']);
    issuer.answers = 'token';
    expect([status, errors]).toEqual([1, []]);
    expect(out).toMatchObject([
      expect.stringMatching(/^Skal rettes: Login blev afvist.*DATAVERSE_CLIENT_ID/),
    ]);
    expect(out.join()).not.toMatch(/hunter2|AADSTS/);
  });

  it.each([
    [{}, ['crm', 'check'], /DATAVERSE_URL must name the organisation/],
    [{ DATAVERSE_URL: 'organisation' }, ['crm', 'check'], /DATAVERSE_URL must be/],
    [
      { DATAVERSE_URL: 'https://o.example', DATAVERSE_CLIENT_SECRET: 'hunter2' },
      ['crm', 'check'],
      /DATAVERSE_TENANT_ID/,
    ],
    [{ DATAVERSE_MAPPING: '/nowhere' }, ['crm', 'setup', '--print'], /DATAVERSE_URL must be set/],
    [
      { DATAVERSE_URL: 'https://o.example', DATAVERSE_MAPPING: '/nowhere' },
      ['crm', 'setup', '--print'],
      /DATAVERSE_MAPPING must name a file/,
    ],
    [{}, ['crm', 'setup'], /--print/],
    [{}, ['crm', 'check', '--language', 'sv'], /--language sv/],
  ])('refuses what is set wrongly by name: %j %j', async (settings, argv, said) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const { status, errors, out } = await runWith(argv);
    expect([status, errors.length, out]).toEqual([2, 1, []]);
    expect(errors[0]).toMatch(said);
    expect(errors[0]).not.toMatch(/hunter2/);
  });
});

describe('indgang crm check --dry-run', () => {
  const dryRun = (id: string) => runWith(['crm', 'check', '--dry-run', id, '--data', folder]);

  it('prints the requests of a case, sends none of them, and is in the audit', async () => {
    server.requests.length = 0;
    const { status, out } = await dryRun(caseId.toLowerCase());
    expect(status).toBe(0);
    const requests = out.map((line) => JSON.parse(line) as { method: string; path: string; body: object });
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "PATCH accounts(accountnumber='25313763')",
      `PATCH contacts(igd_caseid='${caseId}')`,
      `PATCH incidents(igd_caseid='${caseId}')`,
      `PATCH phonecalls(igd_key='${caseId}.enquiries.1')`,
      `PATCH phonecalls(igd_key='${caseId}.enquiries.1')`,
      `PATCH incidents(igd_caseid='${caseId}')`,
    ]);
    expect(requests[1]?.body).toMatchObject({ lastname: 'Hanne Hansen' });
    expect(requests[2]?.body).toMatchObject({
      'customerid_account@odata.bind': "/accounts(accountnumber='25313763')",
    });
    const noted = requests.at(-1)?.body as Record<string, unknown> | undefined;
    expect(JSON.parse(String(noted?.igd_record))).toMatchObject({ caseId, cvr: '25313763' });
    expect(server.requests).toEqual([]);
    const audit = await runWith(['audit', '--data', folder, '--json']);
    expect(audit.out.join('\n')).toMatch(/crm-dry-run/);
  });

  it('knows no other case', async () => {
    const { status, errors } = await dryRun('AAAA-2222');
    expect(status).toBe(2);
    expect(errors[0]).toMatch(/AAAA-2222: there is no such case/);
  });
});

describe('indgang crm setup --print', () => {
  it('lists every column and key that the check asks for', async () => {
    const { status, out } = await runWith(['crm', 'setup', '--print', '--json']);
    expect(status).toBe(0);
    const rows = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toContainEqual({
      table: 'incident',
      column: 'igd_caseid',
      kind: 'text',
      length: 20,
      options: null,
      key: 'alternate key',
    });
    expect(rows.filter(({ key }) => key !== null).map(({ table }) => table)).toEqual([
      'account',
      'contact',
      'incident',
      'phonecall',
      'appointment',
      'task',
    ]);
    expect((await runWith(['crm', 'setup', '--print'])).out.join('\n')).toMatch(
      /incident +igd_record +text +1000000/,
    );
  });

  it('is of the mapping that is set', async () => {
    const file = join(folder, 'mapping.json');
    const account = { ...DEFAULT_MAPPING.account, key: 'new_cvr' };
    writeFileSync(file, JSON.stringify({ ...DEFAULT_MAPPING, account }));
    connected({ DATAVERSE_MAPPING: file });
    const { out } = await runWith(['crm', 'setup', '--print', '--json']);
    expect(out.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ table: 'account', column: 'new_cvr', key: 'alternate key' }),
    );
  });
});

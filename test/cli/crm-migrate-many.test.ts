import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { type DataverseServer, startDataverse } from '../crm/dataverse/dataverse-server.ts';
import { startTokenIssuer } from '../crm/dataverse/token-issuer.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { LOCALHOST_CERTIFICATE } from '../support/certificate.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';

/**
 * Some hundreds of cases of the embedded CRM, moved to an organisation by a process that is killed twice on the way and begun
 * again: nothing is lost, nothing stands there twice, and nothing is sent that a basis forbids.
 */

const ROOT = join(import.meta.dirname, '../..');
/** `CASES=2000` tries as many as an Erhvervshus has in some years. */
const CASES = Number(process.env.CASES ?? 200);
/** Words of the people in the cases, by the basis that their case has. */
const SECRETS = { consent: 'Hanne Åbensen', declined: 'Nina Nejsen', none: 'Ukendt Ukendtsen' } as const;
type Basis = keyof typeof SECRETS;
const BASES: readonly Basis[] = ['consent', 'declined', 'consent', 'none'];

const basisOf = (place: number): Basis => BASES[place % BASES.length] ?? 'consent';
const cvrOf = (place: number) => String(20_000_000 + (place % Math.ceil(CASES / 5)));

/** A case as somebody logs it, from which the others are made. */
async function pattern(world: TeamsWorld): Promise<Case> {
  const chat = chatOf('finn-dahl');
  const [form] = await world.say('finn-dahl', chat, 'ny');
  const decision = await world.click('finn-dahl', chat, form?.card, 'intake.submit', {
    municipality: '791',
    stage: 'established',
    areas: 'networks-courses',
    companyName: 'Mønster ApS',
    contactName: 'x',
  });
  await world.click('finn-dahl', chat, decision, 'intake.confirm', { consent: 'consent' });
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 1));
  if (!kase) throw new Error('there is no case');
  return kase;
}

/** Cases of each basis, delivered to the embedded CRM by the service, which then stops. */
async function fill(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const world = await openTeamsWorld({}, { data: settings.INDGANG_DATA ?? '', settings });
  const { unitOfWork } = world.service;
  const kase = await pattern(world);
  const now = world.clock.now();
  const ids: string[] = [kase.id];
  for (let from = 1; from < CASES; from += 100)
    await unitOfWork.run(async (stores) => {
      for (let place = from; place < Math.min(CASES, from + 100); place++) {
        const id = `M${String(place).padStart(7, '0')}`;
        const basis = basisOf(place);
        const kind = basis === 'none' ? null : basis;
        const values = {
          ...kase.values,
          companyName: `Firma ${cvrOf(place)}`,
          cvr: cvrOf(place),
          contactName: SECRETS[basis],
          description: `Ord fra ${SECRETS[basis]}`,
        };
        const own = { ...kase, id, draftId: `draft ${id}`, values, companyKey: `key ${cvrOf(place)}` };
        const held = kase.basis && kind ? { ...kase.basis, kind } : null;
        await stores.cases.insert({ ...own, basis: held }, null);
        await stores.outbox.add(id, [{ kind: 'crm.save' }], now);
        ids.push(id);
      }
    });
  // The service keeps to the pace of a CRM.
  const behind = async () => (await unitOfWork.read((stores) => stores.cases.inCrm())).behind;
  for (let turn = 0; turn < 100 && (await behind()) > 0; turn++) {
    world.clock.pass(10_000);
    await world.deliver();
  }
  await world.close();
  return ids;
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
}

/** Runs the command as a process of its own. `until`: kills it as soon as that holds. */
async function migrate(
  settings: Readonly<Record<string, string>>,
  until: () => boolean = () => false,
): Promise<Ended> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(ROOT, 'src/cli.ts'), 'crm', 'migrate', '--json'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    },
  );
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      out += data.toString();
    });
  const gone = once(child, 'exit');
  const watch = setInterval(() => until() && child.kill('SIGKILL'), 2);
  const [status] = (await gone) as [number | null];
  clearInterval(watch);
  return { status, out };
}

const incidents = ({ rows }: DataverseServer) => rows.all('incidents');

const STORES = [
  ['SQLite', async () => null],
  ...(inject('postgres') === null ? [] : [['PostgreSQL', newPostgresDatabase] as const]),
] as const;

describe.each(STORES)('%s', (_, newDatabase) => {
  it('every record is moved once, though the process is killed twice, and no more is sent than its basis allows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'indgang-migrate-'));
    const [server, issuer, database] = await Promise.all([
      startDataverse(),
      startTokenIssuer(),
      newDatabase(),
    ]);
    const store = { INDGANG_DATA: folder, ...(database && { DATABASE_URL: database.url }) };
    const settings = {
      ...store,
      DATAVERSE_URL: server.url,
      DATAVERSE_TENANT_ID: 'tenant-1',
      DATAVERSE_CLIENT_ID: 'client-1',
      DATAVERSE_CLIENT_SECRET: 'hunter2',
      DATAVERSE_LOGIN_URL: issuer.url,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    };
    writeFileSync(settings.NODE_EXTRA_CA_CERTS, LOCALHOST_CERTIFICATE);
    try {
      const ids = await fill(store);
      expect(ids).toHaveLength(CASES);
      for (const part of [0.3, 0.6]) {
        const killed = await migrate(settings, () => incidents(server).length >= CASES * part);
        expect([killed.status, killed.out]).toEqual([null, '']);
        expect(incidents(server).length).toBeLessThan(CASES);
      }
      const before = incidents(server).length;
      const done = await migrate(settings);
      const counts = JSON.parse(done.out.trim().split('\n').at(-1) ?? '') as Record<string, number>;
      expect(done.status).toBe(0);
      expect(counts).toMatchObject({ total: CASES, refused: 0, unlike: 0, 'without-case': 0, 'to-move': 0 });
      expect((counts.moved ?? 0) + (counts.there ?? 0)).toBe(CASES);
      // What was there was not moved again, but for the one at which it was killed.
      expect(counts.there).toBeGreaterThanOrEqual(before - 1);

      const found = incidents(server).map(({ values }) => String(values.igd_caseid));
      expect(found.toSorted()).toEqual(ids.toSorted());
      const companies = server.rows.all('accounts').map(({ values }) => values.accountnumber);
      expect(new Set(companies).size).toBe(companies.length);
      const rows = JSON.stringify(Object.values(server.tables).map(({ set }) => server.rows.all(set)));
      const sent = JSON.stringify(server.requests.map(({ body }) => body));
      for (const text of [rows, sent]) {
        expect(text).toContain(SECRETS.consent);
        expect(text).not.toContain(SECRETS.declined);
        expect(text).not.toContain(SECRETS.none);
      }

      const asked = server.asked.length;
      const again = await migrate(settings);
      expect(JSON.parse(again.out.trim())).toMatchObject({ total: CASES, there: CASES, moved: 0 });
      const changes = server.asked.slice(asked).filter((line) => /^(PATCH|POST|DELETE) /.test(line));
      expect(changes).toEqual([]);
    } finally {
      await Promise.all([server.close(), issuer.close()]);
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import type { Case } from '../../src/core/case/case.ts';
import { createDataverseClient } from '../../src/crm/dataverse/dataverse-client.ts';
import { createDataverseCrm } from '../../src/crm/dataverse/dataverse-crm.ts';
import { DEFAULT_MAPPING } from '../../src/crm/dataverse/default-mapping.ts';
import {
  type DataverseServer,
  refusal,
  startDataverse,
  type WebRequest,
} from '../crm/dataverse/dataverse-server.ts';
import { act, type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';

/** A Dataverse organisation that is away for two days while two thousand cases are logged and worked on. */

const CASES = 2_000;
const SECRET = 'Rita Møller';

let server: DataverseServer;
let world: LoopWorld;
beforeEach(async () => {
  server = await startDataverse();
  const client = createDataverseClient({ url: server.url, token: async () => 'token-1' });
  world = await openLoopWorld({
    forgetful: true,
    crm: () => createDataverseCrm({ client, mapping: DEFAULT_MAPPING }),
  });
});
afterEach(async () => {
  await world.close();
  await server.close();
});

/** Copies of cases, as many turns would have left them: case and outbox in one transaction. */
async function logMany(patterns: readonly Case[], count: number): Promise<void> {
  const now = world.clock.now();
  for (let from = 0; from < count; from += 100) {
    await world.unitOfWork.run(async (stores) => {
      for (let place = from; place < Math.min(count, from + 100); place++) {
        const pattern = patterns[place % patterns.length];
        if (!pattern) throw new Error('no pattern');
        const id = `M${String(place).padStart(7, '0')}`;
        // Every tenth company comes back.
        const cvr = String(20_000_000 + (place % (CASES / 10)));
        const values = { ...pattern.values, companyName: `Firma ${cvr}`, cvr };
        for (const post of await stores.posts.of(pattern.id))
          await stores.posts.save({ ...post, id: `${post.id} ${id}`, about: id });
        await stores.cases.insert({ ...pattern, id, draftId: `draft ${id}`, values }, null);
        await stores.outbox.add(id, [{ kind: 'crm.save' }], now);
      }
    });
  }
}

/** Changes some cases, as their owners do meanwhile. */
async function change(cases: readonly Case[]): Promise<void> {
  const now = world.clock.now();
  await world.unitOfWork.run(async (stores) => {
    for (const { id } of cases) {
      const kase = await stores.cases.get(id);
      if (!kase) throw new Error(`no ${id}`);
      const changed = { ...kase, revision: kase.revision + 1, segment: 'growth' as const };
      expect(await stores.cases.update(changed, kase.revision, null)).toBe(true);
      await stores.outbox.add(id, [{ kind: 'crm.save' }], now);
    }
  });
}

async function pass(hours: number): Promise<void> {
  world.clock.pass(hours);
  await world.worker.drain();
}

const revisionIn = ({ method, path, body }: WebRequest): readonly [string, number] | null => {
  const id = /^incidents\(igd_caseid='(\w+)'\)$/.exec(path)?.[1];
  const revision = (body as { igd_revision?: number } | undefined)?.igd_revision;
  return method === 'PATCH' && id !== undefined && revision !== undefined ? [id, revision] : null;
};

describe('a CRM that is away for 48 hours', () => {
  it('has all 2,000 cases when it is back: none lost, none twice, each in order, and nothing that the basis forbids', async () => {
    server.isAway = true;
    const shared = await logCase(world, 'anna-holm', { cvr: '25313763' });
    const declined = await logCase(world, 'anna-holm', {
      companyName: 'Møller El',
      contactPhone: '86112233',
      consent: 'declined',
      contactName: SECRET,
    });
    await world.worker.drain();
    await logMany([shared, shared, shared, declined], CASES - 2);
    await world.worker.drain();
    await pass(1);
    const all = await world.cases();
    await change(all.filter((_, place) => place % 7 === 0));
    await act(world, 'carla-winther', shared.id, 'handover.ask', { text: 'Hvornår?' });
    await pass(24);
    await change(all.filter((_, place) => place % 14 === 0));
    await pass(23);
    expect(server.rows.all('incidents')).toEqual([]);

    // Back, and not yet well: answers are lost, and it asks for time.
    server.isAway = false;
    let seen = 0;
    for (let time = 0; time < 40; time++)
      server.next(
        time % 2 === 0 ? 'cut-after' : 'cut-half',
        ({ path }) => path.startsWith('incidents') && ++seen % 25 === 0,
      );
    server.next(
      { ...refusal(429, '0x80072322', 'Too many'), headers: { 'Retry-After': '7' } },
      () => seen > 500,
    );
    await pass(0.1);
    await change(all.filter((_, place) => place % 5 === 0));
    // A line takes few callers at once, and sends the others away for a moment.
    const lacking = async () => (await world.unitOfWork.read((stores) => stores.cases.inCrm())).behind;
    for (let time = 0; time < 400 && (await lacking()) > 0; time++) await pass(1 / 3_600);
    for (let time = 0; time < 100 && (await lacking()) > 0; time++) await pass(0.1);

    const cases = await world.cases();
    expect(cases).toHaveLength(CASES);
    const rows = server.rows.all('incidents');
    expect(rows).toHaveLength(CASES);
    const records = new Map(
      rows.map(({ values }) => [values.igd_caseid, JSON.parse(String(values.igd_record))]),
    );
    for (const kase of cases)
      expect(records.get(kase.id)).toEqual(JSON.parse(JSON.stringify(crmRecordOf(kase))));
    for (const [set, key] of [
      ['accounts', 'accountnumber'],
      ['contacts', 'igd_caseid'],
      ['phonecalls', 'igd_key'],
    ] as const) {
      const keys = server.rows.all(set).map(({ values }) => values[key]);
      expect([set, new Set(keys).size]).toEqual([set, keys.length]);
    }
    const last = new Map<string, number>();
    for (const request of server.requests) {
      const [id, revision] = revisionIn(request) ?? [];
      if (id === undefined || revision === undefined) continue;
      expect(revision).toBeGreaterThanOrEqual(last.get(id) ?? 0);
      last.set(id, revision);
    }
    expect(last.size).toBe(CASES);
    expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain(SECRET);
    expect(await world.unitOfWork.read((stores) => stores.cases.inCrm())).toEqual({
      current: CASES,
      behind: 0,
    });
    expect((await world.queue.figures(world.clock.now())).parked).toBe(0);
  }, 600_000);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logOneCase } from '../cli/one-case.ts';
import { type Connected, connect } from '../crm/dataverse/connected.ts';
import { openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What people change in the shared CRM comes into the case, through the whole service. */

let dataverse: Connected;
let world: TeamsWorld;
let id: string;
beforeEach(async () => {
  dataverse = await connect();
  world = await openTeamsWorld({ crm: dataverse.crm });
  id = await logOneCase(world);
  await world.deliver();
  // The first reading has only taken its token, and looked at every case.
  await minute();
});
afterEach(async () => {
  await world.close();
  await dataverse.server.close();
});

const minute = async () => {
  world.clock.pass(60_000);
  await world.deliver();
};
const rowOf = (set: string) => dataverse.server.rows.all(set).find(({ values }) => values.igd_caseid === id);
const change = (set: string, values: Record<string, unknown>) => {
  const row = rowOf(set);
  if (row) dataverse.server.rows.update(set, row, values);
};
const kase = () => world.service.unitOfWork.read((stores) => stores.cases.get(id));
const events = async () =>
  (await world.service.unitOfWork.read((stores) => stores.history.of(id))).map(({ event }) => event);
const read = async () => (await events()).filter((event) => event === 'changed-in-crm').length;
const sent = (words: RegExp) =>
  world.recorder.requests().filter(({ body }) => words.test(JSON.stringify(body)));

describe('a case that people change in the CRM', () => {
  it('is closed there and goes on here: its promise runs, whoever has it is told, and it is opened again there', async () => {
    const before = await kase();
    change('incidents', { statecode: 2, statuscode: 6 });
    await minute();
    const after = await kase();
    expect(after).toMatchObject({ status: before?.status, promise: before?.promise, owner: before?.owner });
    expect(await read()).toBe(1);
    expect(sent(/lukket i CRM/)).not.toEqual([]);
    expect(rowOf('incidents')?.values).toMatchObject({ statecode: 0, igd_revision: after?.revision });
    await minute();
    await minute();
    expect(await read()).toBe(1);
  });

  it('that a rule of the CRM closes again and again is opened once a day there, and said once', async () => {
    const close = async () => {
      change('incidents', { statecode: 2, statuscode: 6 });
      await minute();
    };
    await close();
    for (let again = 0; again < 5; again++) await close();
    expect(await read()).toBe(1);
    expect(rowOf('incidents')?.values).toMatchObject({ statecode: 2 });
    expect(sent(/lukket i CRM/)).toHaveLength(1);
    // A day later it is opened there again, and the next closing is the one that is answered.
    world.clock.pass(24 * 3_600_000);
    await world.deliver();
    expect(rowOf('incidents')?.values).toMatchObject({ statecode: 0 });
    await close();
    expect(rowOf('incidents')?.values).toMatchObject({ statecode: 0 });
    expect(await read()).toBe(2);
    expect(sent(/lukket i CRM/)).toHaveLength(1);
  });

  it('has a new telephone number there, which is taken with the old one kept, and the next save leaves it', async () => {
    change('contacts', { telephone1: '86 11 22 33' });
    await minute();
    expect((await kase())?.values.contactPhone).toBe('86112233');
    expect((await kase())?.corrections).toMatchObject([{ field: 'contactPhone', before: '40411234' }]);
    await minute();
    expect(rowOf('contacts')?.values.telephone1).toBe('86112233');
    expect(await read()).toBe(1);
  });

  it('takes no CPR number from there, and nothing that its own saves changed', async () => {
    const revision = (await kase())?.revision;
    change('contacts', { lastname: 'Hanne 170263-4127' });
    await minute();
    await minute();
    expect((await kase())?.revision).toBe(revision);
    expect(JSON.stringify(await kase())).not.toContain('170263');
  });

  it('is deleted there: never made again, and told once', async () => {
    const row = rowOf('incidents');
    if (row) dataverse.server.rows.remove('incidents', row.id);
    await minute();
    await minute();
    expect(await read()).toBe(1);
    expect(sent(/slettet i CRM/)).not.toEqual([]);
    expect(rowOf('incidents')).toBeUndefined();
  });

  it('is found by reading everything where the token has expired, once', async () => {
    change('contacts', { telephone1: '86112233' });
    dataverse.server.oldestToken = dataverse.server.rows.version + 1;
    await minute();
    dataverse.server.oldestToken = 0;
    await minute();
    expect((await kase())?.values.contactPhone).toBe('86112233');
    expect(await read()).toBe(1);
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    expect(cases).toHaveLength(1);
  });

  it('is read again where the CRM went away in between', async () => {
    change('contacts', { telephone1: '86112233' });
    dataverse.server.next(
      'cut-before',
      ({ path, method }) => method === 'GET' && path.startsWith('contacts('),
    );
    await minute();
    expect(await read()).toBe(0);
    await minute();
    expect(await read()).toBe(1);
  });

  it('is the same for several who read at once', async () => {
    change('contacts', { telephone1: '86112233' });
    world.clock.pass(60_000);
    await Promise.all([world.deliver(), world.deliver()]);
    expect(await read()).toBe(1);
  });
});

describe('a company that is served there without us', () => {
  it('has a running case of whoever serves it, as the enquiries and outreach of a company look for', async () => {
    dataverse.server.rows.create(
      'accounts',
      { name: 'Nordlys Bageri ApS', accountnumber: '99100036' },
      null,
      'carla',
    );
    dataverse.server.rows.create(
      'incidents',
      {
        title: 'Vækstforløb',
        ticketnumber: 'CAS-01017',
        createdon: '2026-11-02T08:00:00Z',
        igd_owner: 'ehm-midtjylland',
        'customerid_account@odata.bind': "/accounts(accountnumber='99100036')",
      },
      null,
      'carla',
    );
    expect(await dataverse.crm.servedCases('99100036')).toEqual([
      {
        caseId: 'CAS-01017',
        status: 'open',
        owner: 'ehm-midtjylland',
        assignee: null,
        createdAt: '2026-11-02T08:00:00Z',
      },
    ]);
  });
});

import { DynamicsWebApi } from 'dynamics-web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataverseServer, startDataverse } from './dataverse-server.ts';

/** A client that others wrote for the real service, against the organisation on this machine. */
describe('dynamics-web-api and the organisation of the tests', () => {
  let server: DataverseServer;
  let api: DynamicsWebApi;
  beforeEach(async () => {
    server = await startDataverse();
    api = new DynamicsWebApi({
      serverUrl: server.url,
      dataApi: { version: '9.2' },
      onTokenRefresh: async () => 'token-1',
    });
  });
  afterEach(() => server.close());

  it('makes, reads, changes and deletes a row', async () => {
    const made = await api.create<Record<string, unknown>>({
      collection: 'accounts',
      data: { name: 'Hansen VVS ApS', accountnumber: '25313763' },
      returnRepresentation: true,
    });
    expect(made).toMatchObject({ name: 'Hansen VVS ApS', accountnumber: '25313763' });
    const key = "accountnumber='25313763'";
    await api.update({ collection: 'accounts', key, data: { name: 'Hansen VVS A/S' } });
    const read = await api.retrieve<Record<string, unknown>>({
      collection: 'accounts',
      key,
      select: ['name'],
    });
    expect(read.name).toBe('Hansen VVS A/S');
    await api.deleteRecord({ collection: 'accounts', key });
    await expect(api.retrieve({ collection: 'accounts', key })).rejects.toMatchObject({ status: 404 });
  });

  it('upserts by alternate key, is refused a second create, and an update of a row that is gone', async () => {
    const key = "accountnumber='25313763'";
    const data = { name: 'Hansen' };
    await api.upsert({ collection: 'accounts', key, data, ifnonematch: '*' });
    expect(server.rows.all('accounts')).toHaveLength(1);
    const again = { collection: 'accounts', key, data, ifnonematch: '*' };
    // It takes 412 for an answer where the caller asked for it.
    await api.upsert(again);
    expect(server.rows.all('accounts')).toHaveLength(1);
    const elsewhere = { collection: 'accounts', key: "accountnumber='99100036'", data };
    await expect(api.update(elsewhere)).rejects.toMatchObject({ status: 404 });
  });

  it('reads lists page by page, with a filter', async () => {
    server.pageSize = 2;
    for (const number of ['1', '2', '3', '4', '5'])
      await api.create({ collection: 'accounts', data: { name: 'A', accountnumber: number } });
    const { value } = await api.retrieveAll<Record<string, unknown>>({
      collection: 'accounts',
      select: ['accountnumber'],
    });
    expect(value.map(({ accountnumber }) => accountnumber)).toEqual(['1', '2', '3', '4', '5']);
    const filtered = await api.retrieveMultiple<Record<string, unknown>>({
      collection: 'accounts',
      filter: "accountnumber eq '3'",
    });
    expect(filtered.value).toHaveLength(1);
  });

  it('tracks changes', async () => {
    const first = await api.retrieveMultiple<Record<string, unknown>>({
      collection: 'incidents',
      select: ['igd_caseid'],
      trackChanges: true,
    });
    expect(first.oDataDeltaLink).toContain('$deltatoken');
  });

  it('sends a batch that the organisation reads', async () => {
    api.startBatch();
    void api.create({ collection: 'accounts', data: { name: 'A', accountnumber: '1' } });
    void api.create({ collection: 'accounts', data: { name: 'B', accountnumber: '2' } });
    await api.executeBatch();
    expect(server.rows.all('accounts')).toHaveLength(2);
  });

  it('closes a case by the action', async () => {
    await api.create({ collection: 'accounts', data: { name: 'A', accountnumber: '1' } });
    await api.create({
      collection: 'incidents',
      data: {
        title: 'T',
        igd_caseid: 'K3F9-QTX2',
        'customerid_account@odata.bind': "/accounts(accountnumber='1')",
      },
    });
    await api.callAction({
      actionName: 'CloseIncident',
      action: {
        IncidentResolution: {
          '@odata.type': 'Microsoft.Dynamics.CRM.incidentresolution',
          subject: 'T',
          'incidentid@odata.bind': "/incidents(igd_caseid='K3F9-QTX2')",
        },
        Status: 5,
      },
    });
    expect(server.rows.all('incidents')[0]?.values.statecode).toBe(1);
  });

  it('says status and code of what is refused', async () => {
    const nobody = api.create({ collection: 'incidents', data: { title: 'T' } });
    await expect(nobody).rejects.toMatchObject({ status: 400, code: '0x80044410' });
  });
});

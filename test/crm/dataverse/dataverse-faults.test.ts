import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MAPPING } from '../../../src/crm/dataverse/default-mapping.ts';
import { parseMapping } from '../../../src/crm/dataverse/mapping.ts';
import { allChanges } from '../all-changes.ts';
import { crmRecord } from '../crm-records.ts';
import { type Connected, connect, connectTo } from './connected.ts';
import { type DataverseServer, refusal, type WebRequest } from './dataverse-server.ts';
import { enquiry, full, ID, SETS, service } from './full-record.ts';

const isPatchOf = (set: string) => (request: WebRequest) =>
  request.method === 'PATCH' && request.path.startsWith(set);

describe('a case in Dataverse', () => {
  let it_: Connected;
  beforeEach(async () => {
    it_ = await connect();
  });
  afterEach(() => it_.server.close());
  const counts = () => SETS.map((set) => it_.server.rows.all(set).length);
  const incident = () => it_.server.rows.all('incidents')[0];
  const everything = () => JSON.stringify(SETS.map((set) => it_.values(set)));

  it('is an incident with its account, its contact and its activities, each once', async () => {
    await it_.crm.save(full());
    expect(counts()).toEqual([1, 1, 1, 1, 1, 2]);
    expect(it_.values('accounts')[0]).toMatchObject({ accountnumber: '25313763', name: 'Hansen VVS ApS' });
    expect(it_.values('contacts')[0]).toMatchObject({
      lastname: 'Hanne Ærø',
      telephone1: '40411234',
      igd_caseid: ID,
    });
    expect(incident()?.values).toMatchObject({
      title: `Henvendelse ${ID}`,
      caseorigincode: 1,
      igd_owner: 'les-791',
      igd_dueat: '2026-11-24T08:55:00Z',
      igd_basis: 'consent',
      statecode: 0,
    });
    expect(it_.values('appointments')[0]).toMatchObject({
      subject: 'Ydelse: Finansieringstjek (ehm-midtjylland)',
      scheduledstart: '2026-11-21T11:00:00Z',
      statecode: 1,
    });
    const [account] = it_.server.rows.all('accounts');
    expect(incident()?.links.customerid_account).toBe(account?.id);
  });

  it('is sent as what has changed: nothing for the same revision, one column for one value', async () => {
    await it_.crm.save(full());
    it_.server.requests.length = 0;
    await it_.crm.save(full());
    expect(it_.server.requests.map(({ method }) => method)).toEqual(['GET']);
    it_.server.requests.length = 0;
    await it_.crm.save(full({ revision: 2, segment: 'growth' }));
    const sent = it_.server.requests.filter(({ method }) => method !== 'GET');
    expect(sent).toHaveLength(1);
    expect(Object.keys(sent[0]?.body as object).sort()).toEqual([
      'igd_record',
      'igd_revision',
      'igd_segment',
    ]);
    expect(sent[0]?.headers['if-match']).toMatch(/^W\//);
  });

  it('leaves what people changed in the CRM as they left it', async () => {
    await it_.crm.save(full());
    const [account] = it_.server.rows.all('accounts');
    const [contact] = it_.server.rows.all('contacts');
    if (account) it_.server.rows.update('accounts', account, { name: 'Hansens VVS-forretning' });
    if (contact) it_.server.rows.update('contacts', contact, { telephone1: '86 11 22 33' });
    await it_.crm.save(full({ revision: 2, companyName: 'Hansen VVS A/S', segment: 'growth' }));
    expect(it_.values('accounts')[0]).toMatchObject({ name: 'Hansens VVS-forretning' });
    expect(it_.values('contacts')[0]).toMatchObject({ telephone1: '86 11 22 33' });
  });

  it('moves to another account with a corrected CVR number, and no key is rewritten', async () => {
    await it_.crm.save(full());
    await it_.crm.save(full({ revision: 2, cvr: '99100036', companyName: 'Hansen El ApS' }));
    const accounts = it_.server.rows.all('accounts');
    expect(accounts.map(({ values }) => values.accountnumber)).toEqual(['25313763', '99100036']);
    expect(incident()?.links.customerid_account).toBe(accounts[1]?.id);
    expect(it_.server.rows.all('contacts')[0]?.links.parentcustomerid_account).toBe(accounts[1]?.id);
  });

  it('has a pre-starter as its person, who is linked to the company later and stays a person', async () => {
    await it_.crm.save(full({ cvr: null, companyName: null, pNumber: null, stage: 'pre-starter' }));
    const [person] = it_.server.rows.all('contacts');
    expect(incident()?.links).toMatchObject({ customerid_contact: person?.id });
    expect(it_.server.rows.all('accounts')).toEqual([]);
    await it_.crm.save(full({ revision: 2 }));
    const [account] = it_.server.rows.all('accounts');
    expect(it_.server.rows.all('contacts').map(({ id }) => id)).toEqual([person?.id]);
    expect(incident()?.links).toMatchObject({ customerid_account: account?.id });
    expect(incident()?.links.customerid_contact).toBeUndefined();
  });

  it('has the placeholder of its municipality where neither company nor person may be named', async () => {
    const nobody = {
      cvr: null,
      companyName: null,
      contactName: null,
      contactPhone: null,
      contactEmail: null,
    };
    await it_.crm.save(full(nobody));
    expect(it_.values('accounts')).toMatchObject([{ accountnumber: 'INDGANG-791' }]);
    expect(it_.server.rows.all('contacts')).toEqual([]);
  });

  it('keeps nothing of a person once the basis is withdrawn, and deletes nobody', async () => {
    await it_.crm.save(full());
    const bare = {
      cvr: null,
      companyName: null,
      pNumber: null,
      contactName: null,
      contactPhone: null,
      contactEmail: null,
    };
    const silent = {
      ...bare,
      description: null,
      actionPlan: null,
      overrideReason: null,
      assignee: null,
      consent: null,
      referralsGiven: [],
    };
    await it_.crm.save(full({ revision: 2, ...silent, servicesGiven: [{ ...service, person: null }] }));
    expect(it_.values('contacts')[0]).toMatchObject({
      lastname: 'Slettet',
      telephone1: null,
      emailaddress1: null,
    });
    const [account] = it_.server.rows
      .all('accounts')
      .filter(({ id }) => id === incident()?.links.customerid_account);
    expect(account?.values.accountnumber).toBe('INDGANG-791');
    const left = JSON.stringify(SETS.filter((set) => set !== 'accounts').map((set) => it_.values(set)));
    expect(left).not.toMatch(/Hanne|40411234|example|Tyskland|25313763|Hannover|anna|Carla/);
    expect(it_.server.asked.filter((asked) => asked.startsWith('DELETE'))).toEqual([
      `DELETE tasks(igd_key='${ID}.referralsGiven.1')`,
    ]);
  });

  it('is erased after it was closed, and stays closed', async () => {
    await it_.crm.save(full());
    await it_.crm.save(full({ revision: 2, status: 'closed', closedAt: '2026-11-25T09:00:00.000Z' }));
    expect(incident()?.values).toMatchObject({ statecode: 1, statuscode: 5 });
    await it_.crm.erase(ID);
    expect(incident()?.values).toMatchObject({
      statecode: 1,
      statuscode: 5,
      igd_erased: true,
      description: null,
    });
    const left = JSON.stringify(SETS.filter((set) => set !== 'accounts').map((set) => it_.values(set)));
    expect(left).not.toMatch(/Hanne|40411234|example|Tyskland|25313763|Hannover|Anna|Carla/);
  });

  it.each([false, true])(
    'is closed, changed and opened again by the documented actions (a resolved case takes changes: %s)',
    async (takes) => {
      it_.server.rows.resolvedTakesChanges = takes;
      await it_.crm.save(full({ status: 'closed' }));
      expect(it_.server.asked).toContain('POST CloseIncident');
      await it_.crm.save(full({ revision: 2, status: 'closed', segment: 'growth' }));
      expect(incident()?.values).toMatchObject({ statecode: 1, igd_segment: 'growth' });
      await it_.crm.save(full({ revision: 3, status: 'open' }));
      expect(incident()?.values).toMatchObject({ statecode: 0, statuscode: 1 });
      await it_.crm.save(full({ revision: 4, status: 'withdrawn' }));
      expect(incident()?.values).toMatchObject({ statecode: 2, statuscode: 6 });
      await it_.crm.save(full({ revision: 5, status: 'closed' }));
      expect(incident()?.values).toMatchObject({ statecode: 1, statuscode: 5 });
    },
  );

  it('is rejected, with the code, while an open activity of somebody else keeps it from closing; then it is closed', async () => {
    await it_.crm.save(full());
    const theirs = it_.server.rows.create(
      'tasks',
      { subject: 'Ring', 'regardingobjectid_incident_task@odata.bind': `/incidents(igd_caseid='${ID}')` },
      null,
      'carla',
    );
    const closed = full({ revision: 2, status: 'closed' });
    await expect(it_.crm.save(closed)).rejects.toMatchObject({ code: 'rejected', detail: '0x8004440a' });
    it_.server.rows.update('tasks', theirs, { statecode: 1, statuscode: 5 });
    await it_.crm.save(closed);
    expect(incident()?.values.statecode).toBe(1);
  });

  it('is not made again where somebody deleted it, and nothing of it comes back', async () => {
    await it_.crm.save(full());
    const [row] = it_.server.rows.all('incidents');
    if (row) it_.server.rows.remove('incidents', row.id);
    const again = it_.crm.save(full({ revision: 2 }), { known: true });
    await expect(again).rejects.toMatchObject({ code: 'rejected', detail: 'deleted-there' });
    expect(it_.server.rows.all('incidents')).toEqual([]);
  });

  it('keeps a text of 2,001 characters whole in its record, and cut with a mark in the column', async () => {
    const description = `${'æøå😀'.repeat(400)}x`;
    expect(description.length).toBe(2_001);
    await it_.crm.save(full({ description }));
    const cut = String(incident()?.values.description);
    expect(cut.length).toBeLessThanOrEqual(2_000);
    expect(cut).toMatch(/ …$/);
    expect(cut.isWellFormed()).toBe(true);
    expect((await it_.crm.findByCase(ID))?.description).toBe(description);
  });

  it('comes on behalf of the colleague, and of the application user where they may not', async () => {
    it_.server.actors.add('anna-object-id');
    await it_.crm.save(full(), { author: 'anna-object-id' });
    expect(incident()?.createdBy).toBe('anna-object-id');
    await it_.crm.save(full({ caseId: 'NEWC-3333' }), { author: 'stranger' });
    const made = it_.server.rows.all('incidents').find(({ values }) => values.igd_caseid === 'NEWC-3333');
    expect(made?.createdBy).toBe('application');
    expect(it_.server.rows.all('appointments')).toHaveLength(2);
  });

  it('is found page by page, with a token that runs out between two', async () => {
    it_.server.pageSize = 2;
    for (const place of ['A', 'B', 'C', 'D', 'E'])
      await it_.crm.save(crmRecord({ caseId: `CASE-${place}222` }));
    it_.server.next({ status: 401, body: '' }, ({ query }) => query.has('$skiptoken'));
    it_.server.tokens.add('token-2');
    expect(await it_.crm.findByCvr('25313763')).toHaveLength(5);
    expect(it_.signIns.renewed).toBe(1);
  });

  it('tells changes and deletions, and that a token has expired: then all is read without doubles', async () => {
    const first = await allChanges(it_.crm, null);
    if (first === 'expired') throw new Error('no token');
    const { crmId } = await it_.crm.save(full());
    const second = await allChanges(it_.crm, first.token);
    if (second === 'expired') throw new Error('no token');
    expect(second.changes).toEqual([{ crmId, caseId: ID, deleted: false }]);
    it_.server.rows.remove('incidents', crmId);
    expect(await allChanges(it_.crm, second.token)).toMatchObject({
      changes: [{ crmId, caseId: null, deleted: true }],
    });
    it_.server.oldestToken = it_.server.rows.version + 1;
    expect(await it_.crm.changesSince?.(second.token)).toEqual({ state: 'expired' });
  });

  it('tells changes a page at a time, each page with a token from which another process goes on', async () => {
    it_.server.pageSize = 2;
    for (let at = 0; at < 5; at++) await it_.crm.save(full({ caseId: `PAGE-000${at}` }));
    const first = await allChanges(it_.crm, null);
    if (first === 'expired') throw new Error('no token');
    expect([first.changes, first.pages]).toEqual([[], 6]);
    for (let at = 0; at < 5; at++)
      await it_.crm.save(full({ caseId: `PAGE-000${at}`, revision: 9, status: 'closed' }));
    const other = await connectTo(it_.server);
    const second = await allChanges(other, first.token);
    if (second === 'expired') throw new Error('no token');
    expect(second.changes.map(({ caseId }) => caseId).toSorted()).toEqual(
      [0, 1, 2, 3, 4].map((at) => `PAGE-000${at}`),
    );
    expect(second.pages).toBeGreaterThan(2);
    expect(await allChanges(it_.crm, second.token)).toMatchObject({ changes: [] });
  });

  it('says that everything must be read where the next page of an earlier day is gone', async () => {
    it_.server.pageSize = 1;
    for (let at = 0; at < 3; at++) await it_.crm.save(full({ caseId: `PAGE-000${at}` }));
    const first = await it_.crm.changesSince?.(null);
    if (first?.state !== 'read' || !first.more) throw new Error('one page only');
    it_.server.next({
      status: 400,
      body: { error: { code: '0x80048d0d', message: 'Invalid paging cookie' } },
    });
    expect(await it_.crm.changesSince?.(first.token)).toEqual({ state: 'expired' });
  });

  it('reads the tokens of earlier versions, and takes a token of another kind for an expired one', async () => {
    const first = await allChanges(it_.crm, null);
    if (first === 'expired') throw new Error('no token');
    const { incidents, contacts } = JSON.parse(first.token);
    expect(await allChanges(it_.crm, JSON.stringify({ incidents, contacts }))).toMatchObject({ changes: [] });
    expect(await it_.crm.changesSince?.('{"incidents":7}')).toEqual({ state: 'expired' });
  });

  it('sends nothing that the mapping leaves out', async () => {
    const close = it_.server.close();
    it_ = await connect(
      parseMapping({ ...DEFAULT_MAPPING, leaveOut: ['contactPhone', 'description', 'texts'] }),
    );
    await close;
    await it_.crm.save(
      full({ texts: [{ about: 'note', at: enquiry.at, by: 'anna', text: 'Nabo til møllen' }] }),
    );
    expect(everything()).not.toMatch(/40411234|Tyskland|møllen/);
    expect(everything()).toMatch(/Hanne/);
  });
});

describe('what goes wrong on the way to Dataverse', () => {
  let it_: Connected;
  beforeEach(async () => {
    it_ = await connect();
  });
  afterEach(() => it_.server.close());
  const counts = () => SETS.map((set) => it_.server.rows.all(set).length);
  const whole = [1, 1, 1, 1, 1, 2];

  it('cut off at any request, before it or with its answer lost or half of it, leaves each row once when tried again', async () => {
    let most = 0;
    it_.server.next('cut-before', () => {
      most += 1;
      return false;
    });
    await it_.crm.save(full());
    expect(most).toBeGreaterThan(5);
    for (const mishap of ['cut-before', 'cut-after', 'cut-half'] as const) {
      for (let place = 0; place < most; place++) {
        const one = await connect();
        let count = 0;
        one.server.next(mishap, () => count++ === place);
        const failed = await one.crm.save(full()).then(
          () => false,
          (error: unknown) => {
            expect(error).toMatchObject({ name: 'CrmError', code: 'unavailable' });
            return true;
          },
        );
        if (failed) await one.crm.save(full());
        expect([mishap, place, SETS.map((set) => one.server.rows.all(set).length)]).toEqual([
          mishap,
          place,
          whole,
        ]);
        expect(await one.crm.findByCase(ID)).toEqual(full());
        await one.server.close();
      }
    }
  });

  it('closing is finished where its answer was lost, and where it was never reached', async () => {
    for (const mishap of ['cut-before', 'cut-after'] as const) {
      const one = await connect();
      one.server.next(mishap, ({ path }) => path === 'CloseIncident');
      await expect(one.crm.save(full({ status: 'closed' }))).rejects.toMatchObject({ code: 'unavailable' });
      await one.crm.save(full({ status: 'closed' }));
      expect(one.values('incidents')[0]).toMatchObject({ statecode: 1 });
      await one.server.close();
    }
  });

  it('429 says when to come back', async () => {
    it_.server.next({ ...refusal(429, '0x80072322', 'Too many'), headers: { 'Retry-After': '7' } });
    await expect(it_.crm.save(full())).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 7 });
  });

  it('429 inside a batch too, and the rows come once', async () => {
    const busy = { ...refusal(429, '0x80072322', 'Too many'), headers: { 'Retry-After': '9' } };
    it_.server.next(busy, isPatchOf('appointments'));
    await expect(it_.crm.save(full())).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 9 });
    await it_.crm.save(full());
    expect(counts()).toEqual(whole);
  });

  it.each([
    ['a gateway page', { status: 503, body: '<html>Service Unavailable</html>' }, 'unavailable', 'http-503'],
    [
      '500 with a duplicate',
      refusal(500, '0x80040333', 'A record was not created'),
      'rejected',
      '0x80040333',
    ],
    ['500 without a reason', refusal(500, '', ''), 'unavailable', 'http-500'],
    ['413', refusal(413, '', ''), 'rejected', 'http-413'],
  ])('%s', async (_, answer, code, detail) => {
    it_.server.next(answer, isPatchOf('incidents'));
    await expect(it_.crm.save(full())).rejects.toMatchObject({ name: 'CrmError', code, detail });
  });

  it('a token that has ended is renewed once; refused again, nobody is let in', async () => {
    it_.server.tokens.clear();
    it_.server.tokens.add('token-2');
    await it_.crm.save(full());
    expect(it_.signIns.renewed).toBe(1);
    it_.server.tokens.clear();
    await expect(it_.crm.save(full({ revision: 2 }))).rejects.toMatchObject({
      code: 'denied',
      detail: 'sign-in',
    });
  });

  const broken: Record<string, readonly [(server: DataverseServer) => void, string]> = {
    'a privilege is missing': [
      (server) => {
        server.lacks = '0x80040220';
      },
      '0x80040220',
    ],
    'the key is not built yet': [
      ({ tables }) => Object.assign(tables.incident?.keys ?? {}, { igd_caseid: 'Pending' }),
      'key-missing',
    ],
    'a column is missing': [({ tables }) => delete tables.incident?.columns.igd_record, 'column-missing'],
    'a table is missing': [({ tables }) => delete tables.phonecall, 'table-missing'],
  };
  it.each(Object.entries(broken))('%s: denied, and no fault of the case', async (_, [breaks, detail]) => {
    breaks(it_.server);
    await expect(it_.crm.save(full())).rejects.toMatchObject({ code: 'denied', detail });
  });

  it('an option that the organisation has not is a fault of the record, and says nothing of it', async () => {
    const column = it_.server.tables.incident?.columns.casetypecode;
    if (column) Object.assign(column, { options: [1, 2] });
    const error = await it_.crm.save(full()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'rejected', detail: 'http-400' });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Hanne|25313763|casetype/);
  });

  it('somebody else changes the case at the same time: it is read again', async () => {
    await it_.crm.save(full());
    let isFirst = true;
    it_.server.next(refusal(412, '', "The version of the existing record doesn't match"), (request) => {
      const meets = isFirst && isPatchOf('incidents')(request);
      if (meets) isFirst = false;
      return meets;
    });
    await it_.crm.save(full({ revision: 2, segment: 'growth' }));
    expect(it_.values('incidents')[0]).toMatchObject({ igd_segment: 'growth', igd_revision: 2 });
  });

  it('changed by somebody else without end: a conflict, to be tried later', async () => {
    await it_.crm.save(full());
    for (let time = 0; time < 3; time++) it_.server.next(refusal(412, '', ''), isPatchOf('incidents'));
    await expect(it_.crm.save(full({ revision: 2 }))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('an account deleted under a known company is made again', async () => {
    await it_.crm.save(full());
    const [account] = it_.server.rows.all('accounts');
    if (account) it_.server.rows.remove('accounts', account.id);
    await it_.crm.save(full({ caseId: 'NEWC-3333' }));
    expect(it_.server.rows.all('accounts')).toHaveLength(1);
  });

  it('two revisions of one case at once: the newer stands, and no request met the other', async () => {
    await Promise.all([2, 1, 3].map((revision) => it_.crm.save(full({ revision }))));
    expect((await it_.crm.findByCase(ID))?.revision).toBe(3);
    expect(counts()).toEqual(whole);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import { CRM_FINDINGS, type CrmFinding, type CrmFindingCode } from '../../../src/core/crm-finding.ts';
import { checkOrganisation } from '../../../src/crm/dataverse/check-organisation.ts';
import { createDataverseClient } from '../../../src/crm/dataverse/dataverse-client.ts';
import { DEFAULT_MAPPING } from '../../../src/crm/dataverse/default-mapping.ts';
import { type Mapping, parseMapping } from '../../../src/crm/dataverse/mapping.ts';
import { createTokenSource } from '../../../src/crm/dataverse/sign-in.ts';
import { crmRecord } from '../crm-records.ts';
import { type Connected, connect } from './connected.ts';
import { type DataverseServer, refusal } from './dataverse-server.ts';
import type { Column } from './organisation.ts';

const never = new AbortController().signal;
const SETTING = /DATAVERSE_URL|tilknytningen|mapping/;

/** A column of a table, to be broken. */
function column({ tables }: DataverseServer, table: string, name: string): Column {
  const found = tables[table]?.columns[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
}
function tableOf({ tables }: DataverseServer, name: string) {
  const found = tables[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

type Breaks = (server: DataverseServer) => void;
/** What breaks an organisation, what is found, and what both languages must name. */
const BROKEN: Readonly<Record<string, readonly [Breaks, CrmFindingCode, readonly string[]]>> = {
  'no customer service is installed': [({ tables }) => delete tables.incident, 'table-missing', ['incident']],
  'a table has another address': [
    (server) => Object.assign(tableOf(server, 'task'), { set: 'igd_tasks' }),
    'set-differs',
    ['task', 'igd_tasks', '"set"'],
  ],
  'a table has another primary key': [
    (server) => Object.assign(tableOf(server, 'phonecall'), { id: 'phonecallid' }),
    'id-differs',
    ['phonecall', 'phonecallid', '"id"'],
  ],
  'a column was never made': [
    ({ tables }) => delete tables.incident?.columns.igd_stage,
    'column-missing',
    ['igd_stage', 'incident'],
  ],
  'the column of a key was never made': [
    (server) => {
      delete tableOf(server, 'contact').columns.igd_caseid;
      delete tableOf(server, 'contact').keys.igd_caseid;
    },
    'column-missing',
    ['igd_caseid', 'contact', '20'],
  ],
  'a column is of another type': [
    (server) => Object.assign(column(server, 'incident', 'igd_revision'), { type: 'string', max: 100 }),
    'column-kind',
    ['igd_revision', 'incident'],
  ],
  'a date has no time': [
    (server) => Object.assign(column(server, 'incident', 'igd_dueat'), { dateOnly: true }),
    'column-kind',
    ['igd_dueat', 'incident'],
  ],
  'a text is too short for what is sent': [
    (server) => Object.assign(column(server, 'incident', 'igd_areas'), { max: 100 }),
    'column-short',
    ['igd_areas', '100', '1000'],
  ],
  'the whole record does not fit': [
    (server) => Object.assign(column(server, 'incident', 'igd_record'), { max: 2_000 }),
    'column-short',
    ['igd_record', '2000'],
  ],
  'a column is calculated': [
    (server) => Object.assign(column(server, 'incident', 'igd_segment'), { readOnly: true }),
    'column-read-only',
    ['igd_segment', 'incident'],
  ],
  'a column is under column security': [
    (server) => Object.assign(column(server, 'contact', 'telephone1'), { secured: true }),
    'column-secured',
    ['telephone1', 'contact'],
  ],
  'an option was deleted': [
    (server) => Object.assign(column(server, 'incident', 'casetypecode'), { options: [1, 2] }),
    'option-missing',
    ['3', 'casetypecode'],
  ],
  'an option of a shared choice was deleted': [
    (server) => Object.assign(column(server, 'incident', 'prioritycode'), { options: [2, 3], shared: true }),
    'option-missing',
    ['1', 'prioritycode'],
  ],
  'a status reason was deleted': [
    (server) => Object.assign(tableOf(server, 'incident'), { states: { 0: [1, 2, 4], 1: [5], 2: [6] } }),
    'state-missing',
    ['3', 'incident'],
  ],
  'a lookup has another name': [
    (server) => {
      const { lookups } = tableOf(server, 'appointment');
      delete lookups.regardingobjectid_incident_appointment;
      lookups.regardingobjectid_incident = 'incidents';
    },
    'lookup-missing',
    ['regardingobjectid_incident_appointment'],
  ],
  'a key was never made': [
    (server) => delete tableOf(server, 'account').keys.accountnumber,
    'key-missing',
    ['accountnumber', 'account'],
  ],
  'a key is being built': [
    (server) => Object.assign(tableOf(server, 'incident').keys, { igd_caseid: 'Pending' }),
    'key-pending',
    ['igd_caseid', 'incident'],
  ],
  'a key could not be built': [
    (server) => Object.assign(tableOf(server, 'account').keys, { accountnumber: 'Failed' }),
    'key-failed',
    ['accountnumber', 'account'],
  ],
  'a privilege is missing': [
    ({ privileges }) => privileges.delete('prvAppendToContact'),
    'privilege-missing',
    ['prvAppendToContact'],
  ],
  'a privilege on activities is missing, once for all of them': [
    ({ privileges }) => privileges.delete('prvDeleteActivity'),
    'privilege-missing',
    ['prvDeleteActivity'],
  ],
  'a privilege reaches own rows only': [
    ({ privileges }) => privileges.set('prvWriteIncident', 'Basic'),
    'privilege-own-rows',
    ['prvWriteIncident'],
  ],
  'nobody may be acted for': [
    ({ privileges }) => privileges.delete('prvActOnBehalfOfAnotherUser'),
    'no-authors',
    ['prvActOnBehalfOfAnotherUser'],
  ],
  'cases have no row versions': [
    (server) => Object.assign(tableOf(server, 'incident'), { optimistic: false }),
    'no-row-versions',
    ['incident', 'IsOptimisticConcurrencyEnabled'],
  ],
  'cases are not tracked': [
    (server) => Object.assign(tableOf(server, 'incident'), { tracked: false }),
    'no-change-tracking',
    ['incident'],
  ],
  'changes of other units are not seen': [
    ({ privileges }) => privileges.set('prvReadIncident', 'Deep'),
    'changes-not-all',
    ['prvReadIncident', 'Deep'],
  ],
  'the app is no user': [
    (server) => {
      server.lacks = '0x80072560';
    },
    'no-user',
    ['DATAVERSE_CLIENT_ID'],
  ],
  'metadata may not be read': [
    ({ privileges }) => privileges.delete('prvReadEntity'),
    'metadata-denied',
    ['prvReadEntity'],
  ],
  'the organisation is overloaded': [
    ({ next }) => next({ ...refusal(429, '0x80072322', 'Too many'), headers: { 'Retry-After': '7' } }),
    'busy',
    ['7'],
  ],
  'the organisation is down': [
    ({ next }) => next({ status: 503, body: '<html>' }),
    'no-answer',
    ['http-503'],
  ],
  'the sign-in is of another tenant': [
    ({ tokens }) => tokens.clear(),
    'token-refused',
    ['DATAVERSE_TENANT_ID', 'DATAVERSE_URL'],
  ],
  'the address is a web site': [
    ({ next }) => next({ status: 404, headers: { 'Content-Type': 'text/html' }, body: '<html>' }),
    'not-dataverse',
    ['DATAVERSE_URL'],
  ],
  'the address is a web site that answers everything': [
    ({ next }) => next({ status: 200, headers: { 'Content-Type': 'text/html' }, body: '{"a":1}' }),
    'not-dataverse',
    ['DATAVERSE_URL'],
  ],
  'the address leads elsewhere': [
    ({ next }) => next({ status: 302, headers: { Location: 'https://login.example/' }, body: '' }),
    'not-dataverse',
    ['DATAVERSE_URL'],
  ],
};

describe('an organisation compared with the mapping', () => {
  let it_: Connected;
  beforeEach(async () => {
    it_ = await connect();
  });
  afterEach(() => it_.server.close());
  const check = (mapping: Mapping = DEFAULT_MAPPING, signal = never) =>
    checkOrganisation(it_.client, mapping, signal);
  const said = (found: CrmFinding) =>
    (['da', 'en'] as const).map((language) => sentencesIn(language).crmCheck.findings[found.code](found));

  it('needs nothing where everything is there', async () => {
    expect(await check()).toEqual([]);
  });

  it('is asked, and never changed', async () => {
    await check();
    expect(new Set(it_.server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it.each(Object.entries(BROKEN))('%s: that is said, and only that', async (_, [breaks, code, named]) => {
    breaks(it_.server);
    const findings = await check();
    expect(findings.map((found) => found.code)).toEqual([code]);
    for (const sentence of findings.flatMap(said)) {
      for (const name of named) expect(sentence).toContain(name);
      expect(sentence).not.toMatch(/undefined|null| {2}/);
    }
  });

  it('has every fault at once: each is said', async () => {
    const { server } = it_;
    delete server.tables.incident?.columns.igd_stage;
    Object.assign(column(server, 'incident', 'igd_areas'), { max: 10 });
    delete tableOf(server, 'account').keys.accountnumber;
    server.privileges.delete('prvReadContact');
    expect((await check()).map(({ code }) => code)).toEqual([
      'key-missing',
      'privilege-missing',
      'column-missing',
      'column-short',
    ]);
  });

  it('is compared with the mapping in use, not with the default', async () => {
    const { igd_stage: _, ...columns } = DEFAULT_MAPPING.incident.columns;
    const other = parseMapping({
      ...DEFAULT_MAPPING,
      incident: { ...DEFAULT_MAPPING.incident, columns: { ...columns, new_phase: 'stage' } },
    });
    expect(await check(other)).toMatchObject([{ code: 'column-missing', column: 'new_phase' }]);
  });

  it('lets cases in with no more privileges than the check asks for', async () => {
    const activities = ['Create', 'Read', 'Write', 'Append', 'AppendTo', 'Delete'].map(
      (kind) => `prv${kind}Activity`,
    );
    const rows = ['Account', 'Contact', 'Incident'].flatMap((name) =>
      ['Create', 'Read', 'Write', 'Append', 'AppendTo'].map((kind) => `prv${kind}${name}`),
    );
    it_.server.privileges.clear();
    for (const name of ['prvReadEntity', 'prvActOnBehalfOfAnotherUser', ...activities, ...rows])
      it_.server.privileges.set(name, 'Global');
    expect(await check()).toEqual([]);
    const enquiry = {
      at: '2026-11-20T08:55:00.000Z',
      entry: 'phone',
      channel: 'phone',
      trigger: 'acknowledged-need',
    } as const;
    const rest = {
      referredBy: null,
      receivedBy: 'les-791',
      needs: [],
      dueAt: null,
      answeredAt: null,
      answeredBy: null,
      how: null,
    } as const;
    await it_.crm.save(crmRecord({ enquiries: [{ ...enquiry, ...rest }] }));
    await it_.crm.save(crmRecord({ revision: 2, status: 'closed' }));
    expect(it_.values('incidents')[0]).toMatchObject({ statecode: 1 });
  });

  it('has a sign-in that is silent: the budget ends the check', async () => {
    const hanging = createDataverseClient({
      url: it_.server.url,
      token: createTokenSource(it_.server.url, {} as never, async () => ({
        getToken: () => new Promise<null>(() => undefined),
      })),
    });
    const stop = new AbortController();
    const checking = checkOrganisation(hanging, DEFAULT_MAPPING, stop.signal);
    stop.abort();
    expect(await checking).toMatchObject([{ code: 'sign-in-away' }]);
  });

  it('does not answer in time: the budget ends the check', async () => {
    const stop = new AbortController();
    it_.server.next('silent', () => {
      stop.abort();
      return true;
    });
    expect(await check(DEFAULT_MAPPING, stop.signal)).toMatchObject([{ code: 'no-answer' }]);
  });

  it('is nowhere: the address is named', async () => {
    const nowhere = createDataverseClient({ url: 'https://ingen.invalid', token: async () => 'token-1' });
    const [found, ...more] = await checkOrganisation(nowhere, DEFAULT_MAPPING, never);
    expect(more).toEqual([]);
    // Without any name server the error is another.
    expect(['address-unknown', 'no-answer']).toContain(found?.code);
    if (found) for (const sentence of said(found)) expect(sentence).toMatch(SETTING);
  });

  it('has nobody behind its port', async () => {
    await it_.server.close();
    expect(await check()).toMatchObject([{ code: 'no-answer', is: 'ECONNREFUSED' }]);
    it_ = await connect();
  });

  it('is broken in every way that can be found', () => {
    const tried = Object.values(BROKEN).map(([, code]) => code);
    // Found before the organisation is asked anything, or in the store.
    const others: readonly CrmFindingCode[] = [
      'address-unknown',
      'sign-in-away',
      'sign-in-refused',
      'not-migrated',
    ];
    expect(CRM_FINDINGS.filter((code) => !tried.includes(code) && !others.includes(code))).toEqual([]);
  });
});

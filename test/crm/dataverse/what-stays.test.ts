import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataverseClient } from '../../../src/crm/dataverse/dataverse-client.ts';
import { type Connected, connect } from './connected.ts';
import { refusal, type WebRequest } from './dataverse-server.ts';
import { enquiry, full, ID, SETS, service } from './full-record.ts';
import { MISSING_KEY } from './stored-rows.ts';

/** What is left in Dataverse after changes, erasures, and attempts that broke off. */

const nobody = { contactName: null, contactPhone: null, contactEmail: null };
const noCompany = { cvr: null, companyName: null, pNumber: null };
const PLACEHOLDER = 'INDGANG-791';

let it_: Connected;
beforeEach(async () => {
  it_ = await connect();
});
afterEach(() => it_.server.close());
const rows = (set: string) => it_.server.rows.all(set);
const accountOf = (id: string | undefined) =>
  rows('accounts').find((account) => account.id === id)?.values.accountnumber ?? null;
const followUp = () => rows('tasks').find(({ values }) => String(values.igd_key).includes('followUp'));
const beside = () => JSON.stringify(SETS.filter((set) => set !== 'accounts').map((set) => it_.values(set)));
const removeBy = (set: string, column: string, value: string) => {
  const found = rows(set).find(({ values }) => values[column] === value);
  if (found) it_.server.rows.remove(set, found.id);
};
const isPatchOf = (set: string) => (request: WebRequest) =>
  request.method === 'PATCH' && request.path.startsWith(set);

describe('a row that is not there', () => {
  it('is said to be so as a key that nobody has: nothing is there, and nothing is in the way', async () => {
    const asked = it_.client.send({ method: 'GET', path: `incidents(igd_caseid='${ID}')` }, {});
    await expect(asked).rejects.toMatchObject({ status: 404, fault: MISSING_KEY });
    expect(await it_.crm.findByCase(ID)).toBeNull();
    await it_.crm.erase(ID);
    await it_.crm.save(full());
    expect(rows('incidents')).toHaveLength(1);
  });

  it('deleted by somebody, is neither changed nor made again nor deleted, and the case is saved', async () => {
    await it_.crm.save(full({ servicesGiven: [service, service] }));
    removeBy('appointments', 'igd_key', `${ID}.servicesGiven.1`);
    removeBy('appointments', 'igd_key', `${ID}.servicesGiven.2`);
    removeBy('contacts', 'igd_caseid', ID);
    await it_.crm.save(
      full({
        revision: 2,
        servicesGiven: [{ ...service, service: 'Kompetencetjek' }],
        contactPhone: '86112233',
      }),
    );
    expect(rows('appointments')).toEqual([]);
    expect(rows('contacts')).toEqual([]);
    expect(rows('incidents')[0]?.values.igd_revision).toBe(2);
  });

  it('deleted by somebody, is not in the way of a change that names another row', async () => {
    await it_.crm.save(full());
    removeBy('contacts', 'igd_caseid', ID);
    removeBy('tasks', 'igd_key', `${ID}.followUp.1`);
    await it_.crm.save(full({ revision: 2, cvr: '99100036', companyName: 'Hansen El ApS' }));
    expect(rows('contacts')).toEqual([]);
    expect(followUp()).toBeUndefined();
    expect(accountOf(rows('incidents')[0]?.links.customerid_account)).toBe('99100036');
  });

  it('named by a lookup, is in the way until it is made', async () => {
    await it_.crm.save(full());
    removeBy('accounts', 'accountnumber', '25313763');
    await expect(
      it_.client.send({ method: 'GET', path: `incidents(igd_caseid='${ID}')` }, {}),
    ).rejects.toMatchObject({ code: 'conflict' });
    await it_.crm.save(full({ caseId: 'NEWC-3333' }));
    expect(rows('accounts')).toHaveLength(1);
  });
});

describe('the links of a case', () => {
  const person = () => rows('contacts').find(({ values }) => values.igd_caseid === ID);

  it('lead from its contact to no company once the company may not be named', async () => {
    await it_.crm.save(full());
    expect(accountOf(person()?.links.parentcustomerid_account)).toBe('25313763');
    await it_.crm.save(full({ revision: 2, ...noCompany }));
    expect(person()?.values.lastname).toBe('Hanne Ærø');
    expect(person()?.links).toEqual({});
  });

  it.each([
    ['is withdrawn', () => it_.crm.save(full({ revision: 2, ...nobody }))],
    ['is erased', () => it_.crm.erase(ID)],
  ])('lead from its contact to no company once the contact %s', async (_, change) => {
    await it_.crm.save(full());
    await change();
    expect(person()?.values).toMatchObject({ lastname: 'Slettet', telephone1: null });
    expect(person()?.links).toEqual({});
  });

  it.each([
    ['a corrected CVR number', () => it_.crm.save(full({ revision: 2, cvr: '99100036' })), '99100036'],
    ['its erasure', () => it_.crm.erase(ID), PLACEHOLDER],
  ])('lead from its follow-up to the customer after %s', async (_, change, account) => {
    await it_.crm.save(full());
    expect(accountOf(followUp()?.links.regardingobjectid_account_task)).toBe('25313763');
    await change();
    expect(accountOf(followUp()?.links.regardingobjectid_account_task)).toBe(account);
    expect(Object.keys(followUp()?.links ?? {})).toHaveLength(1);
  });

  it('lead from its follow-up to the person where there is no company', async () => {
    await it_.crm.save(full());
    await it_.crm.save(full({ revision: 2, ...noCompany }));
    expect(followUp()?.links).toEqual({ regardingobjectid_contact_task: person()?.id });
  });
});

describe('an attempt that broke off, and another revision after it', () => {
  const breaksAt = async (fits: (request: WebRequest) => boolean, save: () => Promise<unknown>) => {
    it_.server.next(refusal(503, '', 'away'), fits);
    await expect(save()).rejects.toMatchObject({ code: 'unavailable' });
  };

  it('leaves no person behind whom the next revision does not name', async () => {
    await it_.crm.save(full({ ...nobody, actionPlan: null, servicesGiven: [] }));
    await breaksAt(isPatchOf('appointments'), () => it_.crm.save(full({ revision: 2 })));
    expect(rows('contacts')[0]?.values.lastname).toBe('Hanne Ærø');
    await it_.crm.save(full({ revision: 3, ...nobody, actionPlan: null, servicesGiven: [] }));
    expect(beside()).not.toMatch(/Hanne|40411234|example/);
    expect(rows('contacts')[0]?.links).toEqual({});
  });

  it('leaves no row behind that the next revision does not have', async () => {
    await it_.crm.save(full());
    const more = { ...service, service: 'Kompetencetjek' };
    const isLast = (request: WebRequest) =>
      isPatchOf('incidents')(request) && Object.hasOwn(request.body as object, 'igd_record');
    await breaksAt(isLast, () =>
      it_.crm.save(full({ revision: 2, servicesGiven: [{ ...service, tools: ['BMC'] }, more, more] })),
    );
    expect(rows('appointments')).toHaveLength(3);
    await it_.crm.save(full({ revision: 3, segment: 'growth' }));
    expect(rows('appointments').map(({ values }) => values.description)).toEqual(['Væksthjulet']);
    expect(await it_.crm.findByCase(ID)).toEqual(full({ revision: 3, segment: 'growth' }));
  });

  it('leaves no row of a first attempt either', async () => {
    const isLast = (request: WebRequest) =>
      isPatchOf('incidents')(request) && Object.hasOwn(request.body as object, 'igd_record');
    await breaksAt(isLast, () => it_.crm.save(full({ enquiries: [enquiry, enquiry] })));
    await it_.crm.save(full({ revision: 2, enquiries: [enquiry] }));
    expect(rows('phonecalls')).toHaveLength(1);
  });

  it('is undone where the same revision comes again that stood before', async () => {
    await it_.crm.save(full());
    await breaksAt(isPatchOf('tasks'), () =>
      it_.crm.save(full({ revision: 2, contactName: 'Bo Friis', followUpOn: '2027-03-01' })),
    );
    await it_.crm.save(full());
    expect(beside()).not.toMatch(/Bo Friis/);
    expect(rows('incidents')[0]?.values.igd_revision).toBe(1);
  });

  it('on a resolved case, that takes no change, is finished as any other', async () => {
    await it_.crm.save(full({ status: 'closed' }));
    const later = full({ revision: 2, status: 'closed', servicesGiven: [service, service] });
    await breaksAt(isPatchOf('appointments'), () => it_.crm.save(later));
    await it_.crm.save(later);
    expect(rows('appointments')).toHaveLength(2);
    expect(rows('incidents')[0]?.values).toMatchObject({ statecode: 1, igd_revision: 2 });
  });
});

describe('a record that nobody can read', () => {
  const damage = (record: string | null) => {
    const [row] = rows('incidents');
    if (row) row.values.igd_record = record;
  };

  it.each(['{"caseId":', null])('is erased with all that stands beside it (%s)', async (record) => {
    await it_.crm.save(full({ actionPlan: 'Ring til Hanne' }));
    damage(record);
    await it_.crm.erase(ID);
    expect(beside()).not.toMatch(/Hanne|40411234|example|Tyskland|25313763|Hannover|anna|Carla/i);
    const [row] = rows('incidents');
    expect(row?.values).toMatchObject({ igd_erased: true, igd_status: 'open', igd_owner: 'les-791' });
    expect(accountOf(row?.links.customerid_account)).toBe(PLACEHOLDER);
    expect(row?.links.primarycontactid).toBeUndefined();
    expect(rows('contacts')[0]?.links).toEqual({});
    await it_.crm.save(full({ revision: 2 }));
    expect(beside()).not.toMatch(/Hanne|40411234|25313763/);
  });

  it('is erased on a resolved case too, which stays resolved', async () => {
    await it_.crm.save(full({ status: 'closed' }));
    damage('by hand');
    await it_.crm.erase(ID);
    expect(beside()).not.toMatch(/Hanne|25313763/);
    expect(rows('incidents')[0]?.values).toMatchObject({ statecode: 1, statuscode: 5 });
  });

  it('is written again by the next save', async () => {
    await it_.crm.save(full());
    damage('by hand');
    await it_.crm.save(full({ revision: 2 }));
    expect(await it_.crm.findByCase(ID)).toEqual(full({ revision: 2 }));
    expect(SETS.map((set) => rows(set).length)).toEqual([1, 1, 1, 1, 1, 2]);
  });

  it('hides no other case of the company from who asks whether it is served', async () => {
    await it_.crm.save(full());
    damage('by hand');
    await it_.crm.save(full({ caseId: 'NEWC-3333' }));
    expect((await it_.crm.servedCases('25313763')).map(({ caseId }) => caseId)).toEqual(['NEWC-3333']);
  });

  it('of a case that was begun and broke off, is erased', async () => {
    it_.server.next(refusal(503, '', 'away'), isPatchOf('appointments'));
    await expect(it_.crm.save(full())).rejects.toMatchObject({ code: 'unavailable' });
    expect(beside()).toMatch(/Hanne/);
    await it_.crm.erase(ID);
    expect(beside()).not.toMatch(/Hanne|40411234|example|Tyskland|Hannover|anna/i);
  });
});

describe('a colleague on whose behalf a request goes', () => {
  const author = 'anna-object-id';

  it('is tried again where the refusal had another cause', async () => {
    it_.server.lacks = '0x80040220';
    await expect(it_.crm.save(full(), { author })).rejects.toMatchObject({ code: 'denied' });
    it_.server.lacks = null;
    it_.server.actors.add(author);
    await it_.crm.save(full(), { author });
    expect(rows('incidents')[0]?.createdBy).toBe(author);
  });

  it('is not asked about again where the request went through without them', async () => {
    await it_.crm.save(full(), { author });
    const asked = it_.server.requests.length;
    await it_.crm.save(full({ caseId: 'NEWC-3333' }), { author });
    const later = it_.server.requests.slice(asked);
    expect(later.filter(({ headers }) => headers.callerobjectid !== undefined)).toEqual([]);
  });
});

describe('an organisation that is silent', () => {
  it('is given up, whoever asks', async () => {
    const client = createDataverseClient({ url: it_.server.url, token: async () => 'token-1', ceiling: 20 });
    it_.server.next('silent');
    const asked = client.send({ method: 'GET', path: 'WhoAmI' }, {});
    await expect(asked).rejects.toMatchObject({ name: 'CrmError', code: 'unavailable' });
  });
});

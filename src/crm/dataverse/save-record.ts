import { CrmError, type CrmRecord } from '../../app/ports/crm.ts';
import { DataverseError, FAULT } from './dataverse-error.ts';
import { bringToState } from './incident-state.ts';
import type { Mapping } from './mapping.ts';
import {
  type Customer,
  changedValues,
  customerOf,
  hasContact,
  type ListRow,
  listRowsOf,
  type Values,
  valuesOf,
} from './row-values.ts';
import {
  addressOf,
  changeOf,
  changeRow,
  changeRows,
  createRow,
  findRow,
  type Row,
  referenceTo,
} from './rows.ts';
import type { Caller, DataverseClient, Request } from './web-request.ts';

export interface SaveDeps {
  readonly client: DataverseClient;
  readonly mapping: Mapping;
  /** Keys of accounts that are known to be there. */
  readonly accounts: Set<string>;
}

/** A case's rows as they are, and as they are to be. */
export interface Save {
  readonly wanted: CrmRecord;
  /** The record that the rows were last made from; null where they were never whole. */
  readonly stored: CrmRecord | null;
  readonly row: Row | null;
  /** Every column is sent again, so that nothing stays that somebody else put there. */
  readonly erases: boolean;
}

/** The columns of an incident that the service reads back. */
export function incidentColumns({ incident }: Mapping): readonly string[] {
  return [incident.revision, incident.record, incident.erased, 'statecode', 'statuscode'];
}

/** Accounts remembered, so that a company of many cases is not asked for each time. */
const MOST_ACCOUNTS = 5_000;

/**
 * Brings the rows of a case to its record, and resolves with the incident's id. The record and its revision are noted
 * after everything beside the incident, so that an attempt that broke off is begun again; each step may be repeated.
 */
export async function saveRecord(save: Save, deps: SaveDeps, by: Caller): Promise<string> {
  const customer = customerOf(save.wanted, deps.mapping);
  try {
    return await saveRows(save, customer, deps, by);
  } catch (error) {
    // An account that was deleted meanwhile is made again by the next attempt.
    if (error instanceof DataverseError && error.fault === FAULT.missingReference)
      deps.accounts.delete(customer.key);
    throw error;
  }
}

async function saveRows(save: Save, customer: Customer, deps: SaveDeps, by: Caller): Promise<string> {
  const { wanted, stored, erases } = save;
  const { client, mapping } = deps;
  if (customer.kind === 'account') await ensureAccount(customer, wanted, deps, by);
  await saveContact(save, customer, deps, by);
  const row = save.row ?? (await createIncident(wanted, customer, deps, by));
  const current = (await saveLists(save, customer, deps, by)) ? await readAgain(row, save, deps, by) : row;
  const isNoted = stored !== null && stored.revision === wanted.revision && !erases;
  const open = isNoted ? current : await noteRecord(save, current, customer, deps, by);
  await bringToState(open, wanted, stored, { client, mapping }, by);
  return row.id;
}

/** Makes the account where there is none. An existing one is the CRM's: nothing of it is changed. */
async function ensureAccount(
  { key, name }: Extract<Customer, { kind: 'account' }>,
  wanted: CrmRecord,
  { client, mapping, accounts }: SaveDeps,
  by: Caller,
): Promise<void> {
  if (accounts.has(key)) return;
  const values = valuesOf({ ...wanted, companyName: name ?? `CVR ${key}` }, mapping.account.columns);
  await createRow(client, mapping.account, key, values, by);
  if (accounts.size >= MOST_ACCOUNTS) accounts.clear();
  accounts.add(key);
}

/** The contact of a case is a row of its own: no other system's person is ever changed. */
async function saveContact(
  { wanted, stored, erases }: Save,
  customer: Customer,
  { client, mapping }: SaveDeps,
  by: Caller,
): Promise<void> {
  const { contact } = mapping;
  const had = stored !== null && hasContact(stored, mapping);
  const values = valuesOf(wanted, contact.columns);
  if (!hasContact(wanted, mapping)) {
    // Without a stored record an attempt may have made the contact, and broken off.
    if (stored !== null && !had && !erases) return;
    // Emptied, not deleted: deleting a person deletes their cases and everybody's activities with them.
    await changeRow(client, changeOf(contact, wanted.caseId, { ...values, ...contact.erased }), by);
    return;
  }
  const company: Values =
    customer.kind === 'account' && isReal(wanted)
      ? { [`${contact.company}@odata.bind`]: referenceTo(mapping.account, customer.key) }
      : {};
  const isRelinked = !had || stored?.cvr !== wanted.cvr;
  const changed = changedValues(had ? valuesOf(stored, contact.columns) : null, values);
  const body = isRelinked ? { ...changed, ...company } : changed;
  if (Object.keys(body).length === 0) return;
  if (!had && (await createRow(client, contact, wanted.caseId, body, by))) return;
  await changeRow(client, changeOf(contact, wanted.caseId, body), by);
}

/** Whether the customer is the company itself, and not the placeholder. */
const isReal = ({ cvr }: CrmRecord) => cvr !== null;

function customerColumns(customer: Customer, { incident, account, contact }: Mapping): Values {
  const [lookup, reference] =
    customer.kind === 'account'
      ? [incident.customer.account, referenceTo(account, customer.key)]
      : [incident.customer.contact, referenceTo(contact, customer.key)];
  return { [`${lookup}@odata.bind`]: reference };
}

/** The lookup to the contact person, where the record names one. */
function contactColumns(record: CrmRecord, mapping: Mapping): Values {
  if (!hasContact(record, mapping)) return {};
  return { [`${mapping.incident.contact}@odata.bind`]: referenceTo(mapping.contact, record.caseId) };
}

/** The incident without its record, which is noted when everything else is there. */
async function createIncident(
  wanted: CrmRecord,
  customer: Customer,
  deps: SaveDeps,
  by: Caller,
): Promise<Row> {
  const { client, mapping } = deps;
  const body = {
    ...valuesOf(wanted, mapping.incident.columns),
    ...customerColumns(customer, mapping),
    ...contactColumns(wanted, mapping),
  };
  const made = await createRow(client, mapping.incident, wanted.caseId, body, by);
  if (made) return made;
  throw new CrmError('conflict', 'Another attempt has made the case');
}

/** Rows beside an incident may have touched it: it is read again, and must hold the revision that it held. */
async function readAgain(
  row: Row,
  { stored, wanted }: Save,
  { client, mapping }: SaveDeps,
  by: Caller,
): Promise<Row> {
  const { incident } = mapping;
  const fresh = await findRow(client, incident, wanted.caseId, incidentColumns(mapping), by);
  const held = fresh?.values[incident.revision] ?? null;
  if (!fresh || held !== (stored?.revision ?? null))
    throw new CrmError('conflict', 'Another attempt has saved the case');
  return row.values[incident.erased] === undefined ? { ...row, etag: fresh.etag } : fresh;
}

/** Makes, changes and removes the rows of lists. Resolves with whether there were any. */
async function saveLists(
  { wanted, stored, erases }: Save,
  customer: Customer,
  { client, mapping }: SaveDeps,
  by: Caller,
): Promise<boolean> {
  const before = stored ? listRowsOf(stored, mapping) : new Map<string, ListRow>();
  const after = listRowsOf(wanted, mapping);
  const requests: Request[] = [];
  for (const [key, { list, values }] of after) {
    const known = before.get(key);
    const changed = changedValues(known && !erases ? known.values : null, values);
    if (known) {
      if (Object.keys(changed).length > 0) requests.push(changeOf(list, key, changed));
      continue;
    }
    const body = { ...values, ...regardingOf(list, wanted.caseId, customer, mapping) };
    requests.push({ method: 'PATCH', path: addressOf(list, key), body });
    if (list.done) requests.push(changeOf(list, key, { ...list.done }));
  }
  for (const [key, { list }] of before)
    if (!after.has(key)) requests.push({ method: 'DELETE', path: addressOf(list, key) });
  await changeRows(client, requests, by);
  return requests.length > 0;
}

function regardingOf(
  { regarding }: ListRow['list'],
  caseId: string,
  customer: Customer,
  { incident, account, contact }: Mapping,
): Values {
  if ('incident' in regarding) return { [`${regarding.incident}@odata.bind`]: referenceTo(incident, caseId) };
  const to = customer.kind === 'account' ? account : contact;
  return { [`${regarding[customer.kind]}@odata.bind`]: referenceTo(to, customer.key) };
}

/** Sends what differs, with the record and its revision. Resolves with the row as it stands then. */
async function noteRecord(
  { wanted, stored, erases }: Save,
  row: Row,
  customer: Customer,
  deps: SaveDeps,
  by: Caller,
): Promise<Row> {
  const { client, mapping } = deps;
  const { incident } = mapping;
  const isMade = row.values[incident.erased] === undefined;
  const before = stored && !erases ? valuesOf(stored, incident.columns) : null;
  const values = valuesOf(wanted, incident.columns);
  const isMoved = !stored || customerOf(stored, mapping).key !== customer.key;
  const isMet = stored === null || !hasContact(stored, mapping);
  const body: Values = {
    ...(isMade ? {} : changedValues(before, values)),
    ...(isMade || !isMoved ? {} : customerColumns(customer, mapping)),
    ...(isMade || !isMet ? {} : contactColumns(wanted, mapping)),
    [incident.revision]: wanted.revision,
    [incident.record]: JSON.stringify(wanted),
    ...(erases && { [incident.erased]: true }),
  };
  const change = changeOf(incident, wanted.caseId, body, row.etag);
  try {
    await client.send(change, by);
    return row;
  } catch (error) {
    if (!(error instanceof DataverseError) || error.fault !== FAULT.resolved) throw error;
  }
  // A resolved case takes no change: it is opened, changed, and closed again by its state.
  const { open } = incident.states;
  const reopened = changeOf(incident, wanted.caseId, { ...(open ?? { statecode: 0, statuscode: 1 }) });
  await client.send(reopened, by);
  await client.send(changeOf(incident, wanted.caseId, body), by);
  return { ...row, values: { ...row.values, ...(reopened.body as object) } };
}

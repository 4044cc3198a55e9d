import { CrmError, type CrmRecord } from '../../app/ports/crm.ts';
import { DataverseError, FAULT } from './dataverse-error.ts';
import { bringToState, FIRST_STATE } from './incident-state.ts';
import type { Mapping } from './mapping.ts';
import { type Customer, changedValues, customerOf, hasContact, type Values, valuesOf } from './row-values.ts';
import { changeOf, changeRows, createRow, findRow, type Row, referenceTo } from './rows.ts';
import type { Save, SaveDeps } from './save.ts';
import { contactChange, listChanges, saveContact, strayRemovals } from './save-beside.ts';
import type { Caller } from './web-request.ts';

/** The columns of an incident that the service reads back. */
export function incidentColumns({ incident }: Mapping): readonly string[] {
  return [incident.revision, incident.record, incident.erased, 'statecode', 'statuscode'];
}

/** Accounts remembered, so that a company of many cases is not asked for each time. */
const MOST_ACCOUNTS = 5_000;

/**
 * Brings the rows of a case to its record, and resolves with the incident's id. Before rows beside an incident are
 * changed, its revision is emptied, and it is noted with the record after them: without it an attempt broke off, what it
 * left is unknown, and the next one sends everything and removes what is too much. Each step may be repeated.
 */
export async function saveRecord(save: Save, deps: SaveDeps, by: Caller): Promise<string> {
  const customer = customerOf(save.wanted, deps.mapping);
  return withAccount(customer, deps, () => saveRows(save, customer, deps, by));
}

/** The work, after which an account that was deleted meanwhile is made again by the next attempt. */
export async function withAccount<T>(
  { key }: Customer,
  { accounts }: Pick<SaveDeps, 'accounts'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataverseError && error.fault === FAULT.missingReference) accounts.delete(key);
    throw error;
  }
}

async function saveRows(save: Save, customer: Customer, deps: SaveDeps, by: Caller): Promise<string> {
  const { wanted, stored, erases } = save;
  const { client, mapping } = deps;
  const isBroken = save.row !== null && save.row.values[mapping.incident.revision] !== stored?.revision;
  const known = isBroken || erases ? null : stored;
  const contact = contactChange(save, known, customer, mapping);
  const lists = listChanges(save, isBroken ? null : known, customer, mapping);
  if (customer.kind === 'account') await ensureAccount(customer, wanted, deps, by);
  const isBeside = isBroken || contact !== null || lists.length > 0;
  const begun = save.row && isBeside ? await noteBegun(save.row, wanted.caseId, deps, by) : save.row;
  if (contact) await saveContact(wanted.caseId, contact, deps, by);
  const row = begun ?? (await createIncident(wanted, customer, deps, by));
  const strays = isBroken ? await strayRemovals(wanted.caseId, wanted, deps, by) : [];
  await changeRows(client, [...lists, ...strays], by);
  const current = isBeside ? await readAgain(row, wanted.caseId, deps, by) : row;
  const isNoted = stored !== null && stored.revision === wanted.revision && !erases && !isBroken;
  const open = isNoted ? current : await noteRecord(save, known, current, customer, deps, by);
  await bringToState(open, wanted, stored, { client, mapping }, by);
  return row.id;
}

/** Makes the account where there is none. An existing one is the CRM's: nothing of it is changed. */
export async function ensureAccount(
  { key, name }: Extract<Customer, { kind: 'account' }>,
  wanted: object,
  { client, mapping, accounts }: SaveDeps,
  by: Caller,
): Promise<void> {
  if (accounts.has(key)) return;
  const values = valuesOf({ ...wanted, companyName: name ?? `CVR ${key}` }, mapping.account.columns);
  await createRow(client, mapping.account, key, values, by);
  if (accounts.size >= MOST_ACCOUNTS) accounts.clear();
  accounts.add(key);
}

/** The lookup to the customer of a case. */
export function customerColumns(customer: Customer, { incident, account, contact }: Mapping): Values {
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

/** Empties the revision of an incident, so that an attempt that breaks off is seen by the next. */
async function noteBegun(row: Row, caseId: string, deps: SaveDeps, by: Caller): Promise<Row> {
  const { revision } = deps.mapping.incident;
  if ((row.values[revision] ?? null) === null) return row;
  return changeIncident(row, caseId, { [revision]: null }, deps, by);
}

/** Rows beside an incident may have touched it: it is read again, and must still be under way. */
async function readAgain(
  row: Row,
  caseId: string,
  { client, mapping }: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<Row> {
  const { incident } = mapping;
  const fresh = await findRow(client, incident, caseId, incidentColumns(mapping), by);
  if (!fresh || (fresh.values[incident.revision] ?? null) !== null)
    throw new CrmError('conflict', 'Another attempt has saved the case');
  return row.values[incident.erased] === undefined ? { ...row, etag: fresh.etag } : fresh;
}

/** Sends what differs, with the record and its revision. Resolves with the row as it stands then. */
async function noteRecord(
  { wanted, erases }: Save,
  known: CrmRecord | null,
  row: Row,
  customer: Customer,
  deps: SaveDeps,
  by: Caller,
): Promise<Row> {
  const { mapping } = deps;
  const { incident } = mapping;
  const isMade = row.values[incident.erased] === undefined;
  const before = known && valuesOf(known, incident.columns);
  const values = valuesOf(wanted, incident.columns);
  const isMoved = !known || customerOf(known, mapping).key !== customer.key;
  const isMet = known === null || !hasContact(known, mapping);
  const body: Values = {
    ...(isMade ? {} : changedValues(before, values)),
    ...(isMade || !isMoved ? {} : customerColumns(customer, mapping)),
    ...(isMade || !isMet ? {} : contactColumns(wanted, mapping)),
    [incident.revision]: wanted.revision,
    [incident.record]: JSON.stringify(wanted),
    ...(erases && { [incident.erased]: true }),
  };
  return changeIncident(row, wanted.caseId, body, deps, by);
}

/** Changes an incident that nobody has changed since it was read. A resolved one is opened for it. */
export async function changeIncident(
  row: Row,
  caseId: string,
  body: Values,
  { client, mapping: { incident } }: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<Row> {
  try {
    await client.send(changeOf(incident, caseId, body, row.etag), by);
    return row;
  } catch (error) {
    if (!(error instanceof DataverseError) || error.fault !== FAULT.resolved) throw error;
  }
  // A resolved case takes no change: it is opened, changed, and closed again by its state.
  const state = incident.states.open ?? FIRST_STATE;
  await client.send(changeOf(incident, caseId, { ...state }), by);
  await client.send(changeOf(incident, caseId, body), by);
  return { ...row, values: { ...row.values, ...state } };
}

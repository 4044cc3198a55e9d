import type { CrmRecord } from '../../app/ports/crm.ts';
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
import { addressOf, changeOf, changeRow, createRow, keysFrom, referenceTo } from './rows.ts';
import type { Save } from './save.ts';
import type { Caller, DataverseClient, Request } from './web-request.ts';

/** What is to happen to the contact of a case. */
export interface ContactChange {
  readonly body: Values;
  /** The lookup to the company; null: to none. Left out where it stays. */
  readonly company?: string | null;
  /** The contact may not be there yet. */
  readonly mayMake: boolean;
}

/** The change of a case's contact; null where nothing changes. `known` is what surely stands in the rows. */
export function contactChange(
  { wanted }: Save,
  known: CrmRecord | null,
  customer: Customer,
  mapping: Mapping,
): ContactChange | null {
  const { contact, account } = mapping;
  const had = known !== null && hasContact(known, mapping);
  const values = valuesOf(wanted, contact.columns);
  if (!hasContact(wanted, mapping)) {
    if (known !== null && !had) return null;
    // Emptied, not deleted: deleting a person deletes their cases and everybody's activities with them.
    return { body: { ...values, ...contact.erased }, company: null, mayMake: false };
  }
  const isRelinked = !had || known.cvr !== wanted.cvr;
  // The placeholder is nobody's company.
  const isReal = customer.kind === 'account' && wanted.cvr !== null;
  const company = isReal ? referenceTo(account, customer.key) : null;
  const body = changedValues(had ? valuesOf(known, contact.columns) : null, values);
  if (Object.keys(body).length === 0 && !isRelinked) return null;
  return { body, ...(isRelinked && { company }), mayMake: !had };
}

/** The contact of a case is a row of its own: no other system's person is ever changed. */
export async function saveContact(
  caseId: string,
  { body, company, mayMake }: ContactChange,
  { client, mapping: { contact } }: { readonly client: DataverseClient; readonly mapping: Mapping },
  by: Caller,
): Promise<void> {
  const link: Values = company === undefined ? {} : { [`${contact.company}@odata.bind`]: company };
  const isMade =
    mayMake &&
    (await createRow(client, contact, caseId, typeof company === 'string' ? { ...body, ...link } : body, by));
  if (!isMade) await changeRow(client, changeOf(contact, caseId, { ...body, ...link }), by);
}

/** What makes, changes and removes the rows of lists. `known` is what surely stands in them. */
export function listChanges(
  { wanted, stored, erases }: Save,
  known: CrmRecord | null,
  customer: Customer,
  mapping: Mapping,
): readonly Request[] {
  const there = stored ? listRowsOf(stored, mapping) : new Map<string, ListRow>();
  const before = known || erases ? there : new Map<string, ListRow>();
  const after = listRowsOf(wanted, mapping);
  const isMoved = !known || customerOf(known, mapping).key !== customer.key;
  const requests: Request[] = [];
  for (const [key, { list, values }] of after) {
    const has = before.get(key);
    const regarding = regardingOf(list, wanted.caseId, customer, mapping);
    const changed = changedValues(has && known ? has.values : null, values);
    if (has) {
      const body = isMoved && 'account' in list.regarding ? { ...changed, ...regarding } : changed;
      if (Object.keys(body).length > 0) requests.push(changeOf(list, key, body));
      continue;
    }
    requests.push({ method: 'PATCH', path: addressOf(list, key), body: { ...values, ...regarding } });
    if (list.done) requests.push(changeOf(list, key, { ...list.done }));
  }
  for (const [key, { list }] of there)
    if (!after.has(key)) requests.push({ method: 'DELETE', path: addressOf(list, key) });
  return requests;
}

/** Removals of the rows of a case that an attempt which broke off has left, and the record does not have. */
export async function strayRemovals(
  caseId: string,
  wanted: CrmRecord | null,
  { client, mapping }: { readonly client: DataverseClient; readonly mapping: Mapping },
  by: Caller,
): Promise<readonly Request[]> {
  const after = wanted ? listRowsOf(wanted, mapping) : new Map<string, ListRow>();
  const tables = new Map(mapping.lists.map((list) => [list.table, list]));
  const removals: Request[] = [];
  for (const list of tables.values()) {
    const keys = await keysFrom(client, list, `${caseId}.`, by);
    const strays = keys.filter((key) => !after.has(key));
    removals.push(...strays.map((key): Request => ({ method: 'DELETE', path: addressOf(list, key) })));
  }
  return removals;
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

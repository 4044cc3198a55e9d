import { emptyValueOf } from '../../app/crm-record-schema.ts';
import type { CrmRecord } from '../../app/ports/crm.ts';
import type { Columns, ListMapping, Mapping, Source } from './mapping.ts';

/** A column's value as the Web API takes it. */
type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

const CUT = ' …';

/** A record without the fields that the mapping leaves out. */
export function withoutLeftOut(record: CrmRecord, { leaveOut }: Mapping): CrmRecord {
  const emptied = leaveOut.map((field) => [field, emptyValueOf(field)]);
  return { ...record, ...Object.fromEntries(emptied) };
}

/** The customer of a case: its company, else its person, else the placeholder of its municipality. */
export type Customer = AccountCustomer | { readonly kind: 'contact'; readonly key: string };
export interface AccountCustomer {
  readonly kind: 'account';
  readonly key: string;
  readonly name: string | null;
}

/** The customer that a record names. Only a CVR number that the basis lets out makes a company of it. */
export function customerOf(record: CrmRecord, mapping: Mapping): Customer {
  if (record.cvr !== null) return { kind: 'account', key: record.cvr, name: record.companyName };
  if (hasContact(record, mapping)) return { kind: 'contact', key: record.caseId };
  return placeholderOf(record.municipality, mapping);
}

/** The account of a municipality's callers without a company and without a name. */
export function placeholderOf(municipality: string, { placeholder }: Mapping): AccountCustomer {
  const fill = (text: string) => text.replaceAll('{municipality}', municipality);
  return { kind: 'account', key: fill(placeholder.key), name: fill(placeholder.name) };
}

/** Whether a record names a person to contact. */
export function hasContact(record: CrmRecord, { contact }: Mapping): boolean {
  return Object.values(valuesOf(record, contact.columns)).some((value) => value !== null);
}

/** The values of columns, from a record or from an item of one of its lists. */
export function valuesOf(from: object, columns: Columns): Values {
  return Object.fromEntries(
    Object.entries(columns).map(([column, source]) => [column, columnValue(from, source)]),
  );
}

/** The columns of `after` whose value differs from `before`; all of them where there was none. */
export function changedValues(before: Values | null, after: Values): Values {
  if (before === null) return after;
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => before[column] !== value));
}

/** A row beside the case. `key` is its alternate key: the case id, a mark of the list, and the place in it. */
export interface ListRow {
  readonly key: string;
  readonly list: ListMapping;
  readonly values: Values;
}

/** The rows that a record makes beside the case, by key. */
export function listRowsOf(record: CrmRecord, mapping: Mapping): ReadonlyMap<string, ListRow> {
  const rows = mapping.lists.flatMap((list) =>
    itemsOf(record, list.from).map((item, place): [string, ListRow] => {
      const key = `${record.caseId}.${list.from}.${place + 1}`;
      return [key, { key, list, values: valuesOf({ caseId: record.caseId, ...item }, list.columns) }];
    }),
  );
  return new Map(rows);
}

function itemsOf(record: CrmRecord, from: string): readonly object[] {
  if (from === 'followUp')
    return record.followUpOn === null
      ? []
      : [{ on: record.followUpOn, by: record.followUpBy ?? record.owner }];
  const items = read(record, from);
  return Array.isArray(items) ? items.filter((item) => typeof item === 'object' && item !== null) : [];
}

function read(from: unknown, path: string): unknown {
  let value = from;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, step);
  }
  return value ?? null;
}

function columnValue(from: object, source: Source): Value {
  if (typeof source === 'string') return plain(read(from, source));
  const { field, text, value, options, other = null, as, max } = source;
  if (value !== undefined) return value;
  if (text !== undefined) {
    let isKnown = false;
    const filled = text.replace(/\{([\w.]+)\}/g, (_, path: string) => {
      const part = plain(read(from, path));
      isKnown ||= part !== null;
      return part === null ? '' : String(part);
    });
    return isKnown ? cut(filled, max) : null;
  }
  const found = plain(read(from, field ?? ''));
  if (options) return found === null ? null : (options[String(found)] ?? other);
  if (as === 'instant') return typeof found === 'string' ? instantOf(found) : null;
  return typeof found === 'string' ? cut(found, max) : found;
}

/** Lists of codes become one text; objects become JSON. */
function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return null;
  return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('; ');
}

/** Dataverse counts UTF-16 units, and keeps whole seconds. A Danish date becomes its noon, which is that day in every zone of Denmark. */
function instantOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T11:00:00Z` : text.replace(/\.\d+Z$/, 'Z');
}

function cut(text: string, max = Number.POSITIVE_INFINITY): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - CUT.length);
  // Half of a pair of units would be no character.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${CUT}`;
}

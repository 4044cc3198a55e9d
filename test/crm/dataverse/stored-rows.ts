import { randomUUID } from 'node:crypto';
import type { Column, Table } from './organisation.ts';

/** No row has the key values: those of an address, and those of a lookup. */
export const MISSING_KEY = '0x80060891';

/** An error answer of the Web API. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface StoredRow {
  readonly id: string;
  values: Record<string, unknown>;
  /** Ids by navigation property. */
  links: Record<string, string>;
  version: number;
  createdBy: string;
}

/** Rows of every set, their versions and their deletions. */
export class StoredRows {
  readonly tables: Record<string, Table>;
  readonly rows = new Map<string, Map<string, StoredRow>>();
  readonly deleted: { readonly set: string; readonly id: string; readonly version: number }[] = [];
  version = 0;
  /** Whether a resolved case takes changes: sources differ about the online service. */
  resolvedTakesChanges = false;

  constructor(tables: Record<string, Table>) {
    this.tables = tables;
    for (const { set } of Object.values(tables)) this.rows.set(set, new Map());
  }

  tableOf(set: string): Table {
    const found = Object.values(this.tables).find((table) => table.set === set);
    if (!found) throw new Refused(404, '0x80060888', `Resource not found for the segment '${set}'.`);
    return found;
  }

  all(set: string): readonly StoredRow[] {
    return [...(this.rows.get(set)?.values() ?? [])];
  }

  /** Finds a row by its address: `accounts(accountnumber='1')` or `accounts(<guid>)`. */
  find(
    set: string,
    key: string,
  ): { readonly row: StoredRow | undefined; readonly by: readonly [string, string] | null } {
    const table = this.tableOf(set);
    const named = /^(\w+)='(.*)'$/s.exec(key);
    if (!named) return { row: this.rows.get(set)?.get(key), by: null };
    const [, column = '', quoted = ''] = named;
    if (table.keys[column] !== 'Active')
      throw new Refused(
        400,
        '',
        `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${set}'.`,
      );
    const value = quoted.replaceAll("''", "'");
    if (/[/<>*%&:\\?+]/.test(value)) throw new Refused(400, '', 'Bad Request - Error in query syntax.');
    return { row: this.all(set).find(({ values }) => values[column] === value), by: [column, value] };
  }

  create(
    set: string,
    body: Record<string, unknown>,
    by: readonly [string, string] | null,
    author: string,
  ): StoredRow {
    const table = this.tableOf(set);
    const states = table.states[0] ?? [1];
    const row: StoredRow = {
      id: randomUUID(),
      values: { statecode: 0, statuscode: states[0], ...(by && { [by[0]]: by[1] }) },
      links: {},
      version: ++this.version,
      createdBy: author,
    };
    this.#take(table, row, body);
    // The key in the body wins on create, even where it is another than the address's.
    for (const key of Object.keys(table.keys)) if (body[key] !== undefined) row.values[key] = body[key];
    if (set === 'incidents' && !row.links.customerid_account && !row.links.customerid_contact)
      throw new Refused(400, '0x80044410', 'You should specify a parent contact or account.');
    for (const key of Object.keys(table.keys)) {
      const value = row.values[key];
      if (value !== undefined && this.all(set).some((other) => other.values[key] === value))
        throw new Refused(412, '0x80060892', 'A record that has the attribute values already exists.');
    }
    if (set === 'appointments' && !(row.values.scheduledstart && row.values.scheduledend))
      throw new Refused(400, '0x80044420', 'A scheduled start and end are required.');
    this.rows.get(set)?.set(row.id, row);
    return row;
  }

  update(set: string, row: StoredRow, body: Record<string, unknown>): void {
    const table = this.tableOf(set);
    const isState = Object.keys(body).every((name) => name === 'statecode' || name === 'statuscode');
    if (set === 'incidents' && row.values.statecode === 1 && !isState && !this.resolvedTakesChanges)
      throw new Refused(
        400,
        '0x800404cf',
        'This case has already been resolved. Close and reopen the case record.',
      );
    const kept = Object.fromEntries(Object.entries(body).filter(([name]) => !(name in table.keys)));
    const copy = { ...row, values: { ...row.values }, links: { ...row.links } };
    this.#take(table, copy, kept);
    Object.assign(row, copy, { version: ++this.version });
  }

  /** Deleting a person or company deletes their cases; deleting a case its activities. */
  remove(set: string, id: string): void {
    this.rows.get(set)?.delete(id);
    this.deleted.push({ set, id, version: ++this.version });
    for (const { set: other, lookups } of Object.values(this.tables)) {
      for (const row of this.all(other)) {
        const isChild = Object.entries(row.links).some(
          ([name, to]) => to === id && lookups[name] === set && name !== 'primarycontactid',
        );
        if (isChild) this.remove(other, row.id);
      }
    }
  }

  closeIncident(id: string, status: unknown): void {
    const row = this.rows.get('incidents')?.get(id);
    if (!row) throw new Refused(404, '0x80040217', `incident With Id = ${id} Does Not Exist`);
    if (row.values.statecode !== 0)
      throw new Refused(400, '0x800404cf', 'This case has already been resolved.');
    if (!this.tableOf('incidents').states[1]?.includes(Number(status)))
      throw new Refused(400, '0x80048408', `${status} is not a valid status code for state code Resolved.`);
    const isOpen = ['phonecalls', 'appointments', 'tasks'].some((set) =>
      this.all(set).some(
        ({ links, values }) =>
          Object.entries(links).some(([name, to]) => name.includes('_incident_') && to === id) &&
          (values.statecode === 0 || values.statecode === 3),
      ),
    );
    if (isOpen)
      throw new Refused(400, '0x8004440a', 'This case cannot be closed because there are open activities.');
    Object.assign(row.values, { statecode: 1, statuscode: status });
    row.version = ++this.version;
  }

  #take(table: Table, row: StoredRow, body: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(body)) {
      if (name.startsWith('@')) continue;
      const bind = /^(\w+)@odata\.bind$/.exec(name)?.[1];
      if (bind !== undefined) this.#link(table, row, bind, value);
      else row.values[name] = checked(table, name, value);
    }
    const { statecode, statuscode } = row.values;
    if (body.statecode !== undefined && body.statuscode === undefined)
      row.values.statuscode = table.states[Number(statecode)]?.[0];
    else if (!table.states[Number(statecode)]?.includes(Number(statuscode)))
      throw new Refused(
        400,
        '0x80048408',
        `${statuscode} is not a valid status code for state code ${statecode}.`,
      );
  }

  #link(table: Table, row: StoredRow, name: string, value: unknown): void {
    const to = table.lookups[name];
    if (to === undefined) throw undeclared(name);
    // A customer, and what an activity is about, is one lookup of several kinds.
    const [lookup = ''] = name.split('_');
    const others = Object.keys(row.links).filter((one) => one.split('_')[0] === lookup);
    if (value === null) {
      for (const other of others) delete row.links[other];
      return;
    }
    const [, set = '', key = ''] = /^\/?(\w+)\((.*)\)$/s.exec(decodeURIComponent(String(value))) ?? [];
    if (set !== to) throw new Refused(400, '0x80060888', `The reference ${set} does not fit ${name}.`);
    const { row: found } = this.find(set, key);
    if (!found)
      throw new Refused(
        404,
        MISSING_KEY,
        `A record with the specified key values does not exist in ${set} entity`,
      );
    for (const other of others) delete row.links[other];
    row.links[name] = found.id;
  }
}

const undeclared = (name: string) =>
  new Refused(
    400,
    '0x80048d19',
    `An error occurred while validating input parameters: An undeclared property '${name}' which only has property annotations in the payload but no property value was found in the payload.`,
  );

function checked(table: Table, name: string, value: unknown): unknown {
  const column: Column | undefined = table.columns[name];
  if (!column) throw undeclared(name);
  if (value === null) return null;
  const wrong = () => new Refused(400, '0x80048d19', `Cannot convert the value of '${name}' to its type.`);
  switch (column.type) {
    case 'string':
    case 'memo':
      if (typeof value !== 'string') throw wrong();
      if (value.length > (column.max ?? 100))
        throw new Refused(
          400,
          '0x80044331',
          `A validation error occurred. The length of the '${name}' attribute of the '${table.set}' entity exceeded the maximum allowed length of '${column.max}'.`,
        );
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong();
      return value;
    case 'datetime':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value))
        throw wrong();
      return value.replace(/\.\d+Z$/, 'Z');
    case 'picklist':
      if (!column.options?.includes(Number(value)) || typeof value !== 'number')
        throw new Refused(400, '', `The value ${value} of '${name}' is outside the valid range.`);
      return value;
    default:
      if (!Number.isInteger(value)) throw wrong();
      return value;
  }
}

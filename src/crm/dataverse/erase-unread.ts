import { IDENTIFYING } from '../without-identity.ts';
import { bringToStateOf } from './incident-state.ts';
import { type Mapping, pathsOf, type Source } from './mapping.ts';
import { placeholderOf, type Values } from './row-values.ts';
import { changeRows, findRow } from './rows.ts';
import type { SaveDeps } from './save.ts';
import { saveContact, strayRemovals } from './save-beside.ts';
import {
  changeIncident,
  customerColumns,
  ensureAccount,
  incidentColumns,
  withAccount,
} from './save-record.ts';
import type { Caller } from './web-request.ts';

/** The municipality where no column tells it: a code that none has. */
const UNKNOWN = '000';

/** Whether a source reads anything that names or describes somebody. */
function isIdentifying(from: Source): boolean {
  return pathsOf(from).some((path) =>
    IDENTIFYING.some((one) => path === one || path.startsWith(`${one}.`) || one.startsWith(`${path}.`)),
  );
}

/** Null in every column whose value may identify somebody. */
function emptied({ incident }: Mapping): Values {
  const columns = Object.entries(incident.columns).filter(([, from]) => isIdentifying(from));
  return Object.fromEntries(columns.map(([column]) => [column, null]));
}

/**
 * Erases a case whose record is missing or was changed by hand. The columns of the incident that identify nobody stay
 * for the counts; what stands beside it cannot be told apart and is removed, the contact emptied. Where the incident is
 * not there, nothing is done.
 */
export async function eraseUnread(caseId: string, deps: SaveDeps, by: Caller): Promise<string> {
  const { client, mapping } = deps;
  const { incident, contact } = mapping;
  const place = Object.entries(incident.columns).find(([, from]) => from === 'municipality')?.[0];
  const columns = [...incidentColumns(mapping), ...(place === undefined ? [] : [place])];
  const row = await findRow(client, incident, caseId, columns, by);
  if (!row) return '';
  const municipality = place === undefined ? null : row.values[place];
  const customer = placeholderOf(typeof municipality === 'string' ? municipality : UNKNOWN, mapping);
  const nothing = Object.fromEntries(Object.keys(contact.columns).map((column) => [column, null]));
  await withAccount(customer, deps, async () => {
    await ensureAccount(customer, { municipality }, deps, by);
    const body = { ...nothing, ...contact.erased };
    await saveContact(caseId, { body, company: null, mayMake: false }, deps, by);
    await changeRows(client, await strayRemovals(caseId, null, deps, by), by);
    const fresh = await findRow(client, incident, caseId, incidentColumns(mapping), by);
    if (!fresh) return;
    const blank: Values = {
      ...emptied(mapping),
      ...customerColumns(customer, mapping),
      [`${incident.contact}@odata.bind`]: null,
      [incident.record]: null,
      [incident.revision]: null,
      [incident.erased]: true,
    };
    const open = await changeIncident(fresh, caseId, blank, deps, by);
    await bringToStateOf(open, caseId, fresh.values, deps, by);
  });
  return row.id;
}

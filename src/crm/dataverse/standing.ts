import type { CrmRecord } from '../../app/ports/crm.ts';
import { CONTACT_FIELDS, type CrmStanding } from '../../core/case/seen-in-crm.ts';
import type { Columns, Source } from './mapping.ts';
import { hasContact, valuesOf } from './row-values.ts';
import { findRow } from './rows.ts';
import type { SaveDeps } from './save.ts';
import { incidentColumns } from './save-record.ts';
import type { Caller } from './web-request.ts';

/** The column that holds a field of the record as it is. */
function columnOf(columns: Columns, field: string): string | undefined {
  const reads = (from: Source) => (typeof from === 'string' ? from : from.field);
  return Object.entries(columns).find(([, from]) => reads(from) === field)?.[0];
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null);

/**
 * How a case stands: the case first, then its contact, so that a save in between is not taken for somebody's change.
 * `recordIn` is the record that the case was last made from. Null where the case is gone.
 */
export async function standingOf(
  caseId: string,
  recordIn: (text: unknown) => CrmRecord | null,
  { client, mapping }: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<CrmStanding | null> {
  const { incident, contact } = mapping;
  const owner = columnOf(incident.columns, 'owner');
  const columns = [...incidentColumns(mapping), ...(owner === undefined ? [] : [owner])];
  const row = await findRow(client, incident, caseId, columns, by);
  if (!row) return null;
  const sent = recordIn(row.values[incident.record]);
  const revision = row.values[incident.revision];
  const standing = {
    revision: sent !== null && typeof revision === 'number' ? revision : null,
    closed: typeof row.values.statecode === 'number' && row.values.statecode !== 0,
    owner: owner === undefined ? null : textOf(row.values[owner]),
  };
  // A contact that the basis has emptied is nobody's.
  if (!sent || !hasContact(sent, mapping)) return { ...standing, contact: {} };
  const person = await findRow(client, contact, caseId, Object.keys(contact.columns), by);
  const before = valuesOf(sent, contact.columns);
  const changed = CONTACT_FIELDS.flatMap((field) => {
    const column = columnOf(contact.columns, field);
    if (!person || column === undefined) return [];
    const now = textOf(person.values[column]);
    return now === before[column] ? [] : [[field, { sent: sent[field], now }] as const];
  });
  return { ...standing, contact: Object.fromEntries(changed) };
}

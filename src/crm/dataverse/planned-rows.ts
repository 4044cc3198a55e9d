import type { CrmRecord } from '../../app/ports/crm.ts';
import type { Mapping } from './mapping.ts';
import { customerOf, hasContact, listRowsOf, type Values, valuesOf, withoutLeftOut } from './row-values.ts';

/** A row that a case would have in the organisation. */
interface PlannedRow {
  readonly table: string;
  readonly key: string;
  readonly values: Values;
}

/** The rows of a record, as a dry run shows them. */
export function plannedRows(given: CrmRecord, mapping: Mapping): readonly PlannedRow[] {
  const record = withoutLeftOut(given, mapping);
  const { account, contact, incident } = mapping;
  const customer = customerOf(record, mapping);
  const row = ({ table }: { readonly table: string }, key: string, values: Values) => ({ table, key, values });
  const named = { ...record, companyName: customer.kind === 'account' ? customer.name : null };
  return [
    ...(customer.kind === 'account' ? [row(account, customer.key, valuesOf(named, account.columns))] : []),
    ...(hasContact(record, mapping) ? [row(contact, record.caseId, valuesOf(record, contact.columns))] : []),
    row(incident, record.caseId, {
      ...valuesOf(record, incident.columns),
      [incident.revision]: record.revision,
      [incident.record]: JSON.stringify(record),
    }),
    ...[...listRowsOf(record, mapping).values()].map(({ key, list, values }) => row(list, key, values)),
  ];
}

import type { CrmRecord } from '../../app/ports/crm.ts';
import { CASE_STATUSES } from '../../core/case/word-lists.ts';
import type { Mapping } from './mapping.ts';
import { changeOf, type Row, referenceTo } from './rows.ts';
import type { Caller, DataverseClient } from './web-request.ts';

/** Dataverse's states of a case. */
const STATE = { active: 0, resolved: 1, cancelled: 2 } as const;
const FIRST_STATE = { statecode: STATE.active, statuscode: 1 };

function stateOf({ status }: CrmRecord, { incident }: Mapping) {
  const known = CASE_STATUSES.find((one) => one === status);
  return (known && incident.states[known]) ?? FIRST_STATE;
}

/**
 * Brings the incident to the state of the case's status: by `CloseIncident` where it is resolved, else by its state
 * columns. Nothing is sent where it is there; a status reason that somebody chose in the CRM stays until ours changes.
 */
export async function bringToState(
  row: Row,
  wanted: CrmRecord,
  stored: CrmRecord | null,
  { client, mapping }: { readonly client: DataverseClient; readonly mapping: Mapping },
  by: Caller,
): Promise<void> {
  const { incident } = mapping;
  const to = stateOf(wanted, mapping);
  const before = stored && stateOf(stored, mapping);
  const statecode = row.values.statecode ?? STATE.active;
  const statuscode = row.values.statuscode ?? FIRST_STATE.statuscode;
  if (statecode === to.statecode) {
    const isOurs = before?.statuscode === to.statuscode;
    if (statuscode === to.statuscode || isOurs || to.statecode !== STATE.active) return;
  }
  const setTo = (state: typeof to) => client.send(changeOf(incident, wanted.caseId, { ...state }), by);
  // Dataverse leads from resolved to cancelled, and back, only through active.
  if (statecode !== STATE.active && to.statecode !== STATE.active) await setTo(FIRST_STATE);
  if (to.statecode !== STATE.resolved) {
    await setTo(to);
    return;
  }
  await client.send(
    {
      method: 'POST',
      path: 'CloseIncident',
      body: {
        IncidentResolution: {
          '@odata.type': 'Microsoft.Dynamics.CRM.incidentresolution',
          subject: wanted.caseId,
          'incidentid@odata.bind': referenceTo(incident, wanted.caseId),
        },
        Status: to.statuscode,
      },
    },
    by,
  );
}

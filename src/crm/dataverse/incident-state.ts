import type { CrmRecord } from '../../app/ports/crm.ts';
import { CASE_STATUSES } from '../../core/case/word-lists.ts';
import type { Mapping } from './mapping.ts';
import { changeOf, type Row, referenceTo } from './rows.ts';
import type { Caller, DataverseClient } from './web-request.ts';

/** Dataverse's states of a case. */
const STATE = { active: 0, resolved: 1, cancelled: 2 } as const;
/** The state of a new case. */
export const FIRST_STATE = { statecode: STATE.active, statuscode: 1 };

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
  await setState(wanted.caseId, statecode, to, { client, incident }, by);
}

/** Brings an incident that was opened for a change back to the state that it was in. */
export async function bringToStateOf(
  row: Row,
  caseId: string,
  before: Row['values'],
  { client, mapping: { incident } }: { readonly client: DataverseClient; readonly mapping: Mapping },
  by: Caller,
): Promise<void> {
  const { statecode, statuscode } = before;
  if (row.values.statecode === statecode || typeof statecode !== 'number' || typeof statuscode !== 'number')
    return;
  await setState(caseId, row.values.statecode, { statecode, statuscode }, { client, incident }, by);
}

async function setState(
  caseId: string,
  from: unknown,
  to: { readonly statecode: number; readonly statuscode: number },
  { client, incident }: { readonly client: DataverseClient; readonly incident: Mapping['incident'] },
  by: Caller,
): Promise<void> {
  const setTo = (state: typeof to) => client.send(changeOf(incident, caseId, { ...state }), by);
  // Dataverse leads from resolved to cancelled, and back, only through active.
  if (from !== STATE.active && to.statecode !== STATE.active) await setTo(FIRST_STATE);
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
          subject: caseId,
          'incidentid@odata.bind': referenceTo(incident, caseId),
        },
        Status: to.statuscode,
      },
    },
    by,
  );
}

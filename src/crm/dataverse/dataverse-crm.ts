import { crmRecordSchema } from '../../app/crm-record-schema.ts';
import { type Crm, CrmError, type CrmRecord, type SaveOptions } from '../../app/ports/crm.ts';
import { withoutIdentity } from '../without-identity.ts';
import { recordsOf, servedCasesOf } from './cases-of-company.ts';
import { eraseUnread } from './erase-unread.ts';
import type { Mapping } from './mapping.ts';
import { readChanges } from './read-changes.ts';
import { withoutLeftOut } from './row-values.ts';
import { findRow, type Row } from './rows.ts';
import type { Save, SaveDeps } from './save.ts';
import { incidentColumns, saveRecord } from './save-record.ts';
import { standingOf } from './standing.ts';
import type { Caller, DataverseClient } from './web-request.ts';

export interface DataverseCrmDeps {
  readonly client: DataverseClient;
  readonly mapping: Mapping;
}

/** Attempts when somebody else changes the row at the same time. */
const ATTEMPTS = 3;

/**
 * The shared CRM in a Dataverse organisation. A case is an incident under its case id, with an account by CVR number, a
 * contact of its own, and activities. Its record stands in a column of the incident, so that nothing is lost by the
 * mapping, and only what has changed since is sent.
 */
export function createDataverseCrm({ client, mapping }: DataverseCrmDeps): Crm {
  const { incident } = mapping;
  const deps: SaveDeps = { client, mapping, accounts: new Set() };
  const oneAtATime = createTurns();
  const columns = incidentColumns(mapping);
  const find = (caseId: string, by: Caller) => findRow(client, incident, caseId, columns, by);
  const recordIn = (row: Pick<Row, 'values'>) => recordOf(row.values[incident.record]);
  /** The record of a row; null also where somebody has changed it by hand. */
  const readable = ({ values }: Pick<Row, 'values'>) => readableRecordOf(values[incident.record]);

  async function saveOnce(given: CrmRecord, known: boolean, by: Caller): Promise<string> {
    const row = await find(given.caseId, by);
    if (!row && known)
      throw new CrmError('rejected', 'The case was deleted in Dataverse', { detail: DELETED_THERE });
    const stored = row && readable(row);
    const isErased = row?.values[incident.erased] === true;
    const allowed = withoutLeftOut(isErased ? withoutIdentity(given) : given, mapping);
    // A revision that is there already is only finished, where an answer was lost half-way.
    const wanted = stored && stored.revision >= allowed.revision ? stored : allowed;
    return saveRecord({ wanted, stored, row, erases: false }, deps, by);
  }

  return {
    async save(record, { known = false, author = null }: SaveOptions = {}, signal) {
      const checked = crmRecordSchema.safeParse(record);
      if (!checked.success) {
        const where = checked.error.issues[0]?.path.join('.');
        throw new CrmError('rejected', `The record's ${where} is not what the CRM takes`);
      }
      return oneAtATime(record.caseId, async () => ({
        crmId: await again(() => saveOnce(checked.data, known, { author, signal })),
      }));
    },

    async findByCase(caseId, signal) {
      const row = await find(caseId, { signal });
      return row && recordIn(row);
    },

    findByCvr: (cvr, signal) => recordsOf(cvr, recordOf, deps, { signal }),

    // What one case does not tell must not hide the others.
    servedCases: (cvr, signal) => servedCasesOf(cvr, readableRecordOf, deps, { signal }),

    erase: (caseId, signal) =>
      oneAtATime(caseId, async () => {
        await again(async () => {
          const row = await find(caseId, { signal });
          if (!row) return '';
          const stored = readable(row);
          if (!stored) return eraseUnread(caseId, deps, { signal });
          const save: Save = { wanted: withoutIdentity(stored), stored, row, erases: true };
          return saveRecord(save, deps, { signal });
        });
      }),

    changesSince: (token, signal) => readChanges(token, deps, { signal }),

    standingOf: (caseId, signal) => standingOf(caseId, readableRecordOf, deps, { signal }),
  };
}

/** The detail of a record whose incident somebody deleted: it is not made again. */
const DELETED_THERE = 'deleted-there';

/** Does the work again where somebody else has changed the row meanwhile. */
async function again(work: () => Promise<string>): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CrmError) || error.code !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
}

function recordOf(text: unknown): CrmRecord | null {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return crmRecordSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CrmError('rejected', 'The record in Dataverse was changed by hand', { cause });
  }
}

function readableRecordOf(text: unknown): CrmRecord | null {
  try {
    return recordOf(text);
  } catch {
    return null;
  }
}

/** Runs the work of one case one after the other: two requests for one row would only refuse each other. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(caseId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(caseId) ?? Promise.resolve()).then(work, work);
    last.set(caseId, turn);
    try {
      return await turn;
    } finally {
      if (last.get(caseId) === turn) last.delete(caseId);
    }
  };
}

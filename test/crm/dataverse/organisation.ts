/** The tables of a plain Dynamics 365 customer service, from the public table reference, with the product's columns. */

export interface Column {
  readonly type: 'string' | 'memo' | 'integer' | 'boolean' | 'datetime' | 'picklist' | 'state' | 'status';
  max?: number;
  options?: readonly number[];
  /** Calculated, or filled by the system. */
  readOnly?: boolean;
  /** Under column security. */
  secured?: boolean;
  /** A date without a time. */
  dateOnly?: boolean;
  /** Its options are those of a choice that tables share. */
  shared?: boolean;
}

export interface Table {
  set: string;
  id: string;
  readonly columns: Record<string, Column>;
  /** Navigation properties to the set that they lead to. */
  readonly lookups: Record<string, string>;
  /** Alternate keys of one column, and whether their index is built. */
  readonly keys: Record<string, 'Active' | 'Pending' | 'Failed'>;
  /** The status reasons of each state. */
  states: Readonly<Record<number, readonly number[]>>;
  optimistic: boolean;
  tracked: boolean;
}

const string = (max: number): Column => ({ type: 'string', max });
const memo = (max: number): Column => ({ type: 'memo', max });
const picklist = (...options: number[]): Column => ({ type: 'picklist', options });
const whole = (): Column => ({ type: 'integer' });
const yesNo = (): Column => ({ type: 'boolean' });
const instant = (): Column => ({ type: 'datetime' });
const state: Record<string, Column> = { statecode: { type: 'state' }, statuscode: { type: 'status' } };

const base = { keys: {}, optimistic: true, tracked: false, lookups: {}, states: { 0: [1], 1: [2] } };

function activity(states: Table['states'], set: string, more: Record<string, Column> = {}): Table {
  const table = set.slice(0, -1);
  return {
    ...base,
    set,
    id: 'activityid',
    columns: {
      subject: string(200),
      description: memo(2_000),
      scheduledstart: instant(),
      scheduledend: instant(),
      igd_key: string(100),
      ...state,
      ...more,
    },
    lookups: {
      [`regardingobjectid_incident_${table}`]: 'incidents',
      [`regardingobjectid_account_${table}`]: 'accounts',
      [`regardingobjectid_contact_${table}`]: 'contacts',
    },
    keys: { igd_key: 'Active' },
    states,
  };
}

/** A new organisation, each with tables of its own, so that a test may break one. */
export function plainOrganisation(): Record<string, Table> {
  return {
    account: {
      ...base,
      set: 'accounts',
      id: 'accountid',
      columns: { name: string(160), accountnumber: string(20), ...state },
      keys: { accountnumber: 'Active' },
    },
    contact: {
      ...base,
      set: 'contacts',
      id: 'contactid',
      columns: {
        firstname: string(50),
        lastname: string(50),
        telephone1: string(50),
        emailaddress1: string(100),
        igd_caseid: string(20),
        ...state,
      },
      lookups: { parentcustomerid_account: 'accounts' },
      keys: { igd_caseid: 'Active' },
      tracked: true,
    },
    incident: {
      ...base,
      set: 'incidents',
      id: 'incidentid',
      columns: {
        ticketnumber: { ...string(100), readOnly: true },
        createdon: { ...instant(), readOnly: true },
        title: string(200),
        description: memo(2_000),
        caseorigincode: picklist(1, 2, 3),
        casetypecode: picklist(1, 2, 3),
        prioritycode: picklist(1, 2, 3),
        igd_caseid: string(20),
        igd_revision: whole(),
        igd_record: memo(1_048_576),
        igd_erased: yesNo(),
        igd_status: string(100),
        igd_owner: string(100),
        igd_assignee: string(200),
        igd_municipality: string(100),
        igd_stage: string(100),
        igd_segment: string(100),
        igd_areas: string(1_000),
        igd_pnumber: string(100),
        igd_basis: string(100),
        igd_dueat: instant(),
        igd_firstanswerat: instant(),
        igd_closedat: instant(),
        igd_actionplan: memo(10_000),
        ...state,
      },
      lookups: {
        customerid_account: 'accounts',
        customerid_contact: 'contacts',
        primarycontactid: 'contacts',
      },
      keys: { igd_caseid: 'Active' },
      states: { 0: [1, 2, 3, 4], 1: [5, 1000], 2: [6, 2000] },
      tracked: true,
    },
    phonecall: activity({ 0: [1], 1: [2, 4], 2: [3] }, 'phonecalls', { directioncode: yesNo() }),
    appointment: activity({ 0: [1, 2], 1: [3], 2: [4], 3: [5, 6] }, 'appointments'),
    task: activity({ 0: [2, 3, 4, 7], 1: [5], 2: [6] }, 'tasks'),
  };
}

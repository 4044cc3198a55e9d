import type { CrmFinding, CrmFindingCode } from '../../src/core/crm-finding.ts';

/** What to mend in the CRM, for each finding. */
export const findings: Readonly<Record<CrmFindingCode, (found: CrmFinding) => string>> = {
  unreachable: () => 'The organisation does not answer. Check the address in DATAVERSE_URL and the network.',
  'sign-in-refused': () =>
    'The sign-in was refused. Check DATAVERSE_TENANT_ID, DATAVERSE_CLIENT_ID and the secret or certificate.',
  'no-user': () =>
    'The app is no user of the environment. Create an application user for it in the Power Platform admin centre, and give it a security role.',
  'table-missing': ({ table }) =>
    `There is no table ${table}. Install the solution that has it, or correct the table's name in the mapping.`,
  'set-differs': ({ table, is, needs }) =>
    `The table ${table} has the address ${is}, not ${needs}. Correct "set" in the mapping.`,
  'id-differs': ({ table, is, needs }) =>
    `The table ${table} has the primary key ${is}, not ${needs}. Correct "id" in the mapping.`,
  'column-missing': ({ table, column, needs }) =>
    `The column ${column} is missing in ${table}. Create it (${needs}), or remove it from the mapping.`,
  'column-kind': ({ table, column, is, needs }) =>
    `The column ${column} of ${table} is ${is}, but must be ${needs}. Choose another column in the mapping.`,
  'column-short': ({ table, column, is, needs }) =>
    `The column ${column} of ${table} holds ${is} characters, but must hold ${needs}. Make it longer, or set "max" to ${is} in the mapping.`,
  'option-missing': ({ table, column, needs }) =>
    `There is no option ${needs} in ${column} of ${table}. Create it, or use another number in the mapping.`,
  'state-missing': ({ table, needs }) =>
    `There is no status reason ${needs} in ${table}. Create it, or use another in the mapping.`,
  'lookup-missing': ({ table, column }) =>
    `There is no lookup ${column} in ${table}. Correct the name in the mapping; capital letters count.`,
  'key-missing': ({ table, column }) => `${table} lacks an alternate key of the column ${column} alone. Create it.`,
  'key-pending': ({ table, column }) =>
    `The alternate key ${column} of ${table} is being built. Wait, and run the check again.`,
  'key-failed': ({ table, column }) =>
    `The alternate key ${column} of ${table} could not be built. Rows with the same value are the likely cause: correct them, and activate the key again.`,
  'privilege-missing': ({ needs }) =>
    `The application user lacks the privilege ${needs}. Add it to its security role.`,
  'no-row-versions': ({ table }) =>
    `${table} does not watch for concurrent changes (IsOptimisticConcurrencyEnabled). Turn it on.`,
  'no-authors': ({ needs }) =>
    `The application user may not act for others (${needs}), so the app is the author of every row.`,
  'no-change-tracking': ({ table }) =>
    `${table} does not track changes, so changes in the CRM cannot be read back. Turn on "Track changes".`,
};

/** Where nothing is to be mended. */
export const isWell = 'Everything is as the mapping needs it.';

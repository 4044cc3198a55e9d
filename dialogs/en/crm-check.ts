import type { CrmFinding, CrmFindingCode } from '../../src/core/crm-finding.ts';

/** What to mend in the CRM, for each finding. */
export const findings: Readonly<Record<CrmFindingCode, (found: CrmFinding) => string>> = {
  'address-unknown': () => 'There is nothing at the address in DATAVERSE_URL. Check its spelling.',
  'no-answer': ({ is }) =>
    `The organisation does not answer${is === '' ? '' : ` (${is})`}. Check the address in DATAVERSE_URL and the network, and try again.`,
  'not-dataverse': () =>
    "The address in DATAVERSE_URL answers, but not as a Dataverse organisation. Use the organisation's own address, such as https://organisation.crm4.dynamics.com.",
  'sign-in-away': () =>
    'The sign-in does not answer, or does not know DATAVERSE_TENANT_ID. Check it, DATAVERSE_LOGIN_URL and the network; without a secret or certificate the machine needs a managed identity.',
  'sign-in-refused': () =>
    'The sign-in was refused. Check DATAVERSE_TENANT_ID, DATAVERSE_CLIENT_ID and the secret or certificate, which may have expired.',
  'token-refused': () =>
    'The organisation refused the sign-in of the app. Check that DATAVERSE_URL and DATAVERSE_TENANT_ID belong together.',
  'no-user': () =>
    'The app is no user of the environment, or is disabled there. Create an application user for DATAVERSE_CLIENT_ID in the Power Platform admin centre, and give it a security role.',
  'metadata-denied': () =>
    'The application user may not read how the environment is built. Let its security role read tables, columns and relationships (prvReadEntity, prvReadAttribute, prvReadRelationship).',
  busy: ({ needs }) => `The environment is overloaded. Run the check again in ${needs} seconds.`,
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
  'column-read-only': ({ table, column }) =>
    `The column ${column} of ${table} cannot be written (the system fills or calculates it). Choose another column in the mapping.`,
  'column-secured': ({ table, column }) =>
    `The column ${column} of ${table} is secured. Give the application user a column security profile, or turn the security off.`,
  'column-short': ({ table, column, is, needs }) =>
    `The column ${column} of ${table} holds ${is} characters, but must hold ${needs}. Make it longer, or set "max" to ${is} in the mapping.`,
  'option-missing': ({ table, column, needs }) =>
    `There is no option ${needs} in ${column} of ${table}. Create it, or use another number in the mapping.`,
  'state-missing': ({ table, needs }) =>
    `There is no status reason ${needs} in ${table}. Create it, or use another in the mapping.`,
  'lookup-missing': ({ table, column }) =>
    `There is no lookup ${column} in ${table}. Correct the name in the mapping; capital letters count.`,
  'key-missing': ({ table, column }) =>
    `${table} lacks an alternate key of the column ${column} alone. Create it.`,
  'key-pending': ({ table, column }) =>
    `The alternate key ${column} of ${table} is being built. Wait, and run the check again.`,
  'key-failed': ({ table, column }) =>
    `The alternate key ${column} of ${table} could not be built. Rows with the same value are the likely cause: correct them, and activate the key again.`,
  'privilege-missing': ({ needs }) =>
    `The application user lacks the privilege ${needs}. Add it to its security role.`,
  'privilege-own-rows': ({ needs }) =>
    `The application user has the privilege ${needs} for its own rows only. Give it for the whole organisation in the security role.`,
  'no-row-versions': ({ table }) =>
    `${table} does not watch for concurrent changes (IsOptimisticConcurrencyEnabled). Turn it on.`,
  'no-authors': ({ needs }) =>
    `The application user may not act for others (${needs}), so the app is the author of every row.`,
  'no-change-tracking': ({ table }) =>
    `${table} does not track changes, so changes in the CRM cannot be read back. Turn on "Track changes".`,
  'changes-not-all': ({ needs, is }) =>
    `The application user has ${needs} at the level ${is}, so changes in the CRM cannot be read back. Give it for the whole organisation.`,
  'not-migrated': ({ is }) =>
    `${is === '1' ? 'One case is' : `${is} cases are`} still in the embedded CRM alone. Stop the service, and move them with "indgang crm migrate" before it is started with DATAVERSE_URL.`,
};

/** Where nothing is to be mended. */
export const isWell: string = 'Everything is as the mapping needs it.';

/** Whether a finding must be mended before cases arrive. */
export const kinds: Readonly<Record<'mend' | 'advice', string>> = {
  mend: 'Must be mended',
  advice: 'Advice',
};

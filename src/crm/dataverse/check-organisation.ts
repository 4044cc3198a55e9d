import { CrmError } from '../../app/ports/crm.ts';
import type { CrmFinding, CrmFindingCode } from '../../core/crm-finding.ts';
import { DataverseError } from './dataverse-error.ts';
import type { Mapping } from './mapping.ts';
import { readTable, type TableMetadata } from './read-metadata.ts';
import { type PrivilegeDepth, readPrivileges } from './read-privileges.ts';
import { type ColumnRequirement, requirementsOf, type TableRequirement } from './requirements.ts';
import { SIGN_IN_AWAY, SIGN_IN_REFUSED } from './sign-in.ts';
import type { DataverseClient } from './web-request.ts';

const ACT_ON_BEHALF = 'prvActOnBehalfOfAnotherUser';

/**
 * Compares an organisation's metadata with the mapping, and resolves with everything that must be mended, in order of
 * the tables. Where nobody is let in, or the signal ends the work, that is the only finding. It changes nothing.
 */
export async function checkOrganisation(
  client: DataverseClient,
  mapping: Mapping,
  signal: AbortSignal,
): Promise<readonly CrmFinding[]> {
  let isLetIn = false;
  try {
    const held = await readPrivileges(client, { signal });
    isLetIn = true;
    const findings: CrmFinding[] = [];
    for (const requirement of requirementsOf(mapping)) {
      const table = await readTable(client, requirement.table, { signal });
      if (table)
        findings.push(...tableFindings(requirement, table), ...rightFindings(requirement, table, held));
      else findings.push(finding('table-missing', requirement));
    }
    if (!held.has(ACT_ON_BEHALF.toLowerCase()))
      findings.push(finding('no-authors', {}, { needs: ACT_ON_BEHALF }));
    return unique(findings);
  } catch (error) {
    if (error instanceof CrmError) return [entranceFinding(error, isLetIn)];
    throw error;
  }
}

function finding(
  code: CrmFindingCode,
  { table = '' }: { readonly table?: string },
  more: Partial<CrmFinding> = {},
): CrmFinding {
  return { code, table, column: '', is: '', needs: '', ...more };
}

/** Why nothing could be read. */
function entranceFinding(error: CrmError, isLetIn: boolean): CrmFinding {
  const is = error.detail ?? '';
  if (!(error instanceof DataverseError)) {
    if (is === SIGN_IN_REFUSED) return finding('sign-in-refused', {});
    if (is === SIGN_IN_AWAY) return finding('sign-in-away', {});
    if (is === 'ENOTFOUND') return finding('address-unknown', {});
    return finding(
      error.code === 'rejected' || is === 'redirected' ? 'not-dataverse' : 'no-answer',
      {},
      { is },
    );
  }
  const { status, retryAfterSeconds } = error;
  if (status === 401) return finding('token-refused', {});
  if (status === 403) return finding(isLetIn ? 'metadata-denied' : 'no-user', {}, { is });
  if (status === 429) return finding('busy', {}, { needs: String(retryAfterSeconds ?? 60) });
  return finding(error.code === 'unavailable' ? 'no-answer' : 'not-dataverse', {}, { is });
}

function tableFindings(needed: TableRequirement, found: TableMetadata): readonly CrmFinding[] {
  const one = (code: CrmFindingCode, more: Partial<CrmFinding> = {}) => finding(code, needed, more);
  const findings: CrmFinding[] = [];
  if (found.set !== needed.set) findings.push(one('set-differs', { is: found.set, needs: needed.set }));
  if (found.id !== needed.id) findings.push(one('id-differs', { is: found.id, needs: needed.id }));
  for (const column of needed.columns)
    findings.push(...columnFindings(column, found).map(({ code, ...more }) => one(code, more)));
  for (const column of needed.lookups)
    if (!found.lookups.has(column)) findings.push(one('lookup-missing', { column }));
  for (const { statecode, statuscode } of needed.states)
    if (!found.states.get(statecode)?.includes(statuscode))
      findings.push(one('state-missing', { needs: `${statuscode} (statecode ${statecode})` }));
  // A key whose column is missing cannot be there.
  const index = found.columns.has(needed.key) ? found.keys.get(needed.key) : 'Active';
  if (index !== 'Active') findings.push(one(keyFinding(index), { column: needed.key }));
  if (needed.isCase && !found.hasRowVersions) findings.push(one('no-row-versions'));
  if (needed.tracks && !found.tracksChanges) findings.push(one('no-change-tracking'));
  return findings;
}

function keyFinding(index: string | undefined): CrmFindingCode {
  if (index === undefined) return 'key-missing';
  return index === 'Failed' ? 'key-failed' : 'key-pending';
}

type ColumnFinding = Pick<CrmFinding, 'code' | 'column'> & Partial<CrmFinding>;

function columnFindings(
  needed: ColumnRequirement,
  { columns, keys }: TableMetadata,
): readonly ColumnFinding[] {
  const { column, kind, length = 0, options = [] } = needed;
  const found = columns.get(column);
  const needs = length > 0 ? `${kind}, ${length}` : kind;
  if (!found) return [{ code: 'column-missing', column, needs }];
  // A number may stand in a choice or in a whole-number column.
  const fits = found.kind === kind || (kind === 'choice' && found.kind === 'whole');
  if (!fits) return [{ code: 'column-kind', column, is: found.kind, needs: kind }];
  if (!found.isWritable && !keys.has(column)) return [{ code: 'column-read-only', column }];
  if (found.isSecured) return [{ code: 'column-secured', column }];
  if (kind === 'text' && found.length !== null && found.length < length)
    return [{ code: 'column-short', column, is: String(found.length), needs: String(length) }];
  return options
    .filter((option) => found.options !== null && !found.options.includes(option))
    .map((option) => ({ code: 'option-missing', column, needs: String(option) }));
}

const RIGHTS = ['Create', 'Read', 'Write', 'Append', 'AppendTo'];

/** What the application user lacks on a table's rows: colleagues own some of them. */
function rightFindings(
  needed: TableRequirement,
  { privileges, tracksChanges }: TableMetadata,
  held: ReadonlyMap<string, PrivilegeDepth>,
): readonly CrmFinding[] {
  const depthOf = (name: string) => held.get(name.toLowerCase());
  const rights = [...RIGHTS, ...(needed.removes ? ['Delete'] : [])];
  const findings = rights.flatMap((right) => {
    const needs = privileges.get(right);
    if (needs === undefined) return [];
    if (depthOf(needs) === undefined) return [finding('privilege-missing', {}, { needs })];
    const isNarrow = depthOf(needs) === 'Basic' && right !== 'Create';
    return isNarrow ? [finding('privilege-own-rows', {}, { needs })] : [];
  });
  const reads = privileges.get('Read');
  const depth = reads && depthOf(reads);
  if (needed.tracks && tracksChanges && reads && depth && !['Basic', 'Global'].includes(depth))
    findings.push(finding('changes-not-all', needed, { is: depth, needs: reads }));
  return findings;
}

/** Each finding once: activities share their privileges, and several statuses a state. */
function unique(findings: readonly CrmFinding[]): readonly CrmFinding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

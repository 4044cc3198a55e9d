import { CrmError } from '../../app/ports/crm.ts';
import type { CrmFinding, CrmFindingCode } from '../../core/crm-finding.ts';
import { DataverseError } from './dataverse-error.ts';
import type { Mapping } from './mapping.ts';
import { readTable, type TableMetadata } from './read-metadata.ts';
import { type ColumnRequirement, requirementsOf, type TableRequirement } from './requirements.ts';
import type { DataverseClient } from './web-request.ts';
import { readPrivileges } from './read-privileges.ts';

const ACT_ON_BEHALF = 'prvActOnBehalfOfAnotherUser';

/**
 * Compares an organisation's metadata with the mapping, and resolves with everything that must be mended, in order of
 * the tables. Where nobody is let in, that is the only finding. It changes nothing.
 */
export async function checkOrganisation(
  client: DataverseClient,
  mapping: Mapping,
): Promise<readonly CrmFinding[]> {
  try {
    const held = await readPrivileges(client);
    const findings: CrmFinding[] = [];
    const needed = new Set<string>();
    for (const requirement of requirementsOf(mapping)) {
      const table = await readTable(client, requirement.table);
      if (!table) {
        findings.push(finding('table-missing', requirement));
        continue;
      }
      findings.push(...findingsOf(requirement, table));
      for (const privilege of privilegesOf(requirement, table)) needed.add(privilege);
    }
    const missing = [...needed].filter((privilege) => !held.has(privilege.toLowerCase()));
    findings.push(...missing.map((needs) => finding('privilege-missing', {}, { needs })));
    if (!held.has(ACT_ON_BEHALF.toLowerCase())) findings.push(finding('no-authors', {}, { needs: ACT_ON_BEHALF }));
    return findings;
  } catch (error) {
    if (error instanceof CrmError) return [finding(entranceOf(error), {})];
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
function entranceOf(error: CrmError): CrmFindingCode {
  if (error.detail === 'sign-in') return 'sign-in-refused';
  return error instanceof DataverseError && error.status === 403 ? 'no-user' : 'unreachable';
}

function findingsOf(needed: TableRequirement, found: TableMetadata): readonly CrmFinding[] {
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
      findings.push(one('state-missing', { needs: `${statuscode} (${statecode})` }));
  const index = found.keys.get(needed.key);
  if (index !== 'Active') findings.push(one(keyFinding(index), { column: needed.key }));
  if (needed.isCase && !found.hasRowVersions) findings.push(one('no-row-versions'));
  if (needed.isCase && !found.tracksChanges) findings.push(one('no-change-tracking'));
  return unique(findings);
}

function keyFinding(index: string | undefined): CrmFindingCode {
  if (index === undefined) return 'key-missing';
  return index === 'Failed' ? 'key-failed' : 'key-pending';
}

type ColumnFinding = Pick<CrmFinding, 'code' | 'column'> & Partial<CrmFinding>;

function columnFindings(needed: ColumnRequirement, { columns }: TableMetadata): readonly ColumnFinding[] {
  const { column, kind, length = 0, options = [] } = needed;
  const found = columns.get(column);
  const needs = length > 0 ? `${kind}, ${length}` : kind;
  if (!found) return [{ code: 'column-missing', column, needs }];
  // A number may stand in a choice or in a whole-number column.
  const fits = found.kind === kind || (kind === 'choice' && found.kind === 'whole');
  if (!fits) return [{ code: 'column-kind', column, is: found.kind, needs: kind }];
  if (kind === 'text' && found.length !== null && found.length < length)
    return [{ code: 'column-short', column, is: String(found.length), needs: String(length) }];
  return options
    .filter((option) => found.options !== null && !found.options.includes(option))
    .map((option) => ({ code: 'option-missing', column, needs: String(option) }));
}

/** The privileges that a table's rows need. All activities share one set of them. */
function privilegesOf({ removes }: TableRequirement, { schemaName, isActivity }: TableMetadata): readonly string[] {
  const name = isActivity ? 'Activity' : schemaName;
  const rights = ['Create', 'Read', 'Write', 'Append', 'AppendTo', ...(removes ? ['Delete'] : [])];
  return rights.map((right) => `prv${right}${name}`);
}

function unique(findings: readonly CrmFinding[]): readonly CrmFinding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

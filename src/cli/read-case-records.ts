import { type CaseRecord, parseCaseRecord } from '../core/indicators/case-record.ts';
import { BadInput, type World } from './command.ts';
import { readJsonObjects } from './read-json-objects.ts';

/**
 * Reads case records from a file, or from the standard input for `-`: an array, or one object a line. Throws `BadInput` on
 * the first bad one: figures over the rest would be wrong without saying so.
 */
export async function readCaseRecords(file: string, world: World): Promise<readonly CaseRecord[]> {
  const records: CaseRecord[] = [];
  const places = new Map<string, string>();
  const wanted = 'case records as JSON belong here';
  for (const { where, json } of await readJsonObjects(file, world, { wanted, arrays: true })) {
    if (!json.ok) throw new BadInput(`${where}: ${json.problem}`);
    const parsed = parseCaseRecord(json.value);
    if (!parsed.ok) throw new BadInput(`${where}: ${parsed.problem}`);
    const { caseId } = parsed.record;
    const earlier = places.get(caseId);
    if (earlier !== undefined)
      throw new BadInput(`${where}: caseId: ${caseId} is there twice, first at ${earlier}`);
    places.set(caseId, where);
    records.push(parsed.record);
  }
  return records;
}

import { danishDate } from '../core/danish-date.ts';
import type { TriageFacts } from '../core/triage/facts.ts';
import { parseFacts } from '../core/triage/parse-facts.ts';
import type { World } from './command.ts';
import { type Json, readJsonObjects } from './read-json-objects.ts';

/** A set of facts, or the problem with it, with its place. */
export type ReadFacts =
  | { readonly ok: true; readonly where: string; readonly facts: TriageFacts }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads triage facts from a file, or from the standard input for `-`: one JSON object over any number of lines, or one
 * object per line. Throws `BadInput` where there is nothing to read.
 */
export async function readFacts(file: string, world: World): Promise<readonly ReadFacts[]> {
  const today = danishDate(world.now());
  const pieces = await readJsonObjects(file, world, { wanted: 'facts as JSON belong here' });
  return pieces.map(({ where, json }) => read(json, where, today));
}

function read(json: Json, where: string, today: string): ReadFacts {
  if (!json.ok) return { ok: false, problem: `${where}: ${json.problem}` };
  const parsed = parseFacts(json.value, today);
  if (parsed.ok) return { ok: true, where, facts: { ...parsed.facts, today: parsed.facts.today ?? today } };
  const problems = parsed.problems.map(({ path, problem }) =>
    path === '' ? problem : `${path}: ${problem}`,
  );
  return { ok: false, problem: `${where}: ${problems.join('; ')}` };
}

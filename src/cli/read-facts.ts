import { danishDate } from '../core/danish-date.ts';
import type { TriageFacts } from '../core/triage/facts.ts';
import { parseFacts } from '../core/triage/parse-facts.ts';
import { BadInput, type World } from './command.ts';

/** A set of facts, or the problem with it, with its place. */
export type ReadFacts =
  | { readonly ok: true; readonly where: string; readonly facts: TriageFacts }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads triage facts from a file, or from the standard input for `-`: one JSON object over any number of lines, or one
 * object per line. Throws `BadInput` where there is nothing to read.
 */
export async function* readFacts(file: string, world: World): AsyncGenerator<ReadFacts> {
  const name = file === '-' ? 'stdin' : file;
  const text = await textOf(file, name, world);
  const today = danishDate(world.now());
  if (text.trim() === '') throw new BadInput(`${name}: is empty; facts as JSON belong here`);
  const whole = parseJson(text);
  if (whole.ok || !isOneLineEach(text)) {
    yield read(whole, name, today);
    return;
  }
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number++;
    if (line.trim() !== '') yield read(parseJson(line), `${name}:${number}`, today);
  }
}

async function textOf(file: string, name: string, world: World): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await world.read(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new BadInput(`${name}: cannot be read${code}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${name}: is not UTF-8 text`);
  }
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

function parseJson(text: string): Parsed {
  try {
    // Concatenated files carry the byte-order mark of each.
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff+/, '')) };
  } catch (error) {
    // The rest of the message quotes the input, which may hold personal data.
    const place = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0];
    return { ok: false, problem: place === undefined ? 'is not JSON' : `is not JSON (${place})` };
  }
}

/** Whether each line is an object: the first line must be complete by itself. */
function isOneLineEach(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.length > 1 && !/^[[{]$/.test(filled[0] ?? '') && filled.some((line) => parseJson(line).ok);
}

function read(json: Parsed, where: string, today: string): ReadFacts {
  if (!json.ok) return { ok: false, problem: `${where}: ${json.problem}` };
  const parsed = parseFacts(json.value, today);
  if (parsed.ok) return { ok: true, where, facts: { ...parsed.facts, today: parsed.facts.today ?? today } };
  const problems = parsed.problems.map(({ path, problem }) =>
    path === '' ? problem : `${path}: ${problem}`,
  );
  return { ok: false, problem: `${where}: ${problems.join('; ')}` };
}

import { BadInput, type World } from './command.ts';

/** A parsed piece of JSON, or the problem with it. */
export type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** A piece of JSON with its place: `facts.jsonl:3`, or `cases.json, object 3`. */
export interface PlacedJson {
  readonly where: string;
  readonly json: Json;
}

/**
 * Reads JSON from a file, or from the standard input for `-`: one object over any number of lines, or one object per line.
 * With `arrays`, also an array of objects. Throws `BadInput` where there is nothing to read; `wanted` says what belongs there.
 */
export async function readJsonObjects(
  file: string,
  world: World,
  { wanted, arrays = false }: { readonly wanted: string; readonly arrays?: boolean },
): Promise<readonly PlacedJson[]> {
  const name = nameOf(file);
  const text = await readText(file, world);
  if (text.trim() === '') throw new BadInput(`${name}: is empty; ${wanted}`);
  const whole = parseJson(text);
  if (arrays && whole.ok && Array.isArray(whole.value)) {
    return whole.value.map((value: unknown, place) => ({
      where: `${name}, object ${place + 1}`,
      json: { ok: true, value },
    }));
  }
  if (whole.ok || !isOneLineEach(text)) return [{ where: name, json: whole }];
  return text
    .split(/\r?\n/)
    .map((line, place) => ({ line, where: `${name}:${place + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => ({ where, json: parseJson(line) }));
}

const nameOf = (file: string): string => (file === '-' ? 'stdin' : file);

/** The text of a file, or of the standard input for `-`. Throws `BadInput` where it cannot be read or is not UTF-8. */
export async function readText(file: string, world: World): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await world.read(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new BadInput(`${nameOf(file)}: cannot be read${code}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${nameOf(file)}: is not UTF-8 text`);
  }
}

function parseJson(text: string): Json {
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

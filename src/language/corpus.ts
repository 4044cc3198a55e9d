import { readdirSync, readFileSync } from 'node:fs';
import { AREAS, type Area } from '../core/vocabulary.ts';

/** A labelled example: a text and every area that it is about. */
export interface Example {
  readonly text: string;
  readonly areas: readonly Area[];
}

/**
 * Reads a line of the corpus. In an area's own file a line is the text alone; a text about several areas is
 * `financing,internationalisation | text`. Null for an empty line or a remark (`#`). Throws on an unknown area.
 */
function readExample(line: string, area: Area | null): Example | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const labelled = /^([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*\|\s*(.+)$/.exec(trimmed);
  if (!labelled) {
    if (area === null) throw new Error(`"${trimmed.slice(0, 60)}" needs its areas first: area | text`);
    return { text: trimmed, areas: [area] };
  }
  const areas = (labelled[1] ?? '').split(',').map((word) => {
    const code = word.trim();
    const found = AREAS.find((known) => known === code);
    if (!found) throw new Error(`"${code}" is not an area`);
    return found;
  });
  return { text: labelled[2] ?? '', areas: [...new Set(areas)] };
}

/** The examples of a whole file. `area` labels the lines without labels of their own. */
export function readExamples(content: string, area: Area | null): readonly Example[] {
  return content.split('\n').flatMap((line) => readExample(line, area) ?? []);
}

/** The corpus of all areas, from a folder with a file per area. */
export function readCorpus(folder: URL = new URL('./corpus/', import.meta.url)): readonly Example[] {
  return AREAS.flatMap((area) => readExamples(readFileSync(new URL(`${area}.txt`, folder), 'utf8'), area));
}

/** A labelled example, and the voice that it is written in. */
export interface VoicedExample extends Example {
  readonly voice: string;
}

/**
 * Lines as people really say them, from a folder with a file per voice: a hurried phone line, a craftsman, a pasted mail
 * and so on. The voices are invented. Voices that are left out of training show how the model does on people it never met.
 */
export function readVoices(folder: URL = new URL('./voices/', import.meta.url)): readonly VoicedExample[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readExamples(readFileSync(new URL(file, folder), 'utf8'), null).map((example) => ({
        ...example,
        voice: file.replace(/\.txt$/, ''),
      })),
    );
}

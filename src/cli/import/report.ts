import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import { LANGUAGES, type Language } from '../../core/vocabulary.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from '../command.ts';

/** Problems that are told of one by one; the rest is counted. */
const MOST_TOLD = 100;

/** The options of every import. */
export const IMPORT_OPTIONS = { template: { type: 'boolean' }, language: { type: 'string' } } as const;

/** The language of `--language`: Danish unless it says otherwise. Throws `BadInput`. */
export function languageOf({ values }: Arguments): Language {
  const language = LANGUAGES.find((known) => known === (values.language ?? 'da'));
  if (!language) throw new BadInput(`--language ${values.language}: must be one of ${LANGUAGES.join(', ')}`);
  return language;
}

/** The bytes of the file that is to be imported. Throws `BadInput` where none is named or it cannot be read. */
export async function bytesToImport({ positionals }: Arguments, world: World): Promise<Uint8Array> {
  const [file] = positionals;
  if (file === undefined) throw new BadInput('FILE: which file? --template prints its columns');
  try {
    return await world.read(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new BadInput(`${file}: cannot be read${code}`);
  }
}

/** Tells of every problem with its line and column, and that nothing was imported. */
export function tellProblems(
  name: string,
  file: string,
  problems: readonly ImportProblem[],
  language: Language,
  world: World,
): ExitStatus {
  const { imports } = sentencesIn(language);
  const inOrder = problems.toSorted((a, b) => a.line - b.line);
  for (const { line, column, code, about, other } of inOrder.slice(0, MOST_TOLD)) {
    const place = typeof column === 'number' ? imports.column(column) : column;
    const where = [`${file}:${line}`, place].filter((part) => part !== null).join(': ');
    world.error(`${name}: ${where}: ${imports.problems[code](about, other)}`);
  }
  const rest = inOrder.length - MOST_TOLD;
  world.error(`${name}: ${[rest > 0 && imports.more(rest), imports.nothing].filter(Boolean).join(' ')}`);
  return 2;
}

import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Imported } from '../../app/offers/import-offers.ts';
import type { Stores } from '../../app/ports/unit-of-work.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import type { Language } from '../../core/vocabulary.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from '../command.ts';
import { LANGUAGE_OPTION, languageOf } from '../language-option.ts';
import { withStore } from '../open-store.ts';

/** Problems that are told of one by one; the rest is counted. */
const MOST_TOLD = 100;

/** The options of every import. */
export const IMPORT_OPTIONS = { template: { type: 'boolean' }, ...LANGUAGE_OPTION } as const;

/** The bytes of the file that is to be imported. Throws `BadInput` where none is named or it cannot be read. */
async function bytesToImport({ positionals }: Arguments, world: World): Promise<Uint8Array> {
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
function tellProblems(
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

/** What is imported: its columns, how a file is read, and how its rows are put into the store. */
interface Import<Row> {
  /** The command, as its messages begin. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly read: (
    bytes: Uint8Array,
  ) =>
    | { readonly ok: true; readonly rows: readonly Row[] }
    | { readonly ok: false; readonly problems: readonly ImportProblem[] };
  readonly put: (stores: Stores, rows: readonly Row[], now: string) => Promise<Imported>;
}

/** Imports a file in one transaction, or tells what is wrong with it and imports nothing. */
export async function runImport<Row>(
  { name, columns, read, put }: Import<Row>,
  args: Arguments,
  world: World,
): Promise<ExitStatus> {
  if (args.values.template === true) {
    world.out(columns.join(','));
    return 0;
  }
  const language = languageOf(args);
  const file = args.positionals[0] ?? '-';
  const found = read(await bytesToImport(args, world));
  if (!found.ok) return tellProblems(name, file, found.problems, language, world);
  const done = await withStore(args, ({ unitOfWork }) =>
    unitOfWork.run((stores) => put(stores, found.rows, world.now())),
  );
  if (!done.ok) return tellProblems(name, file, done.problems, language, world);
  const { added, replaced } = done;
  if (args.values.json === true) world.out(JSON.stringify({ added, replaced }));
  else world.out(sentencesIn(language).imports.done(added, replaced));
  return 0;
}

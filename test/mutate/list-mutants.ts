import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** Lines and columns count from 0, as Stryker counts. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One small change to a source file. `id` switches it on in an instrumented file. */
export interface Mutant {
  readonly id: string;
  /** Relative to the root. */
  readonly file: string;
  readonly range: Range;
  /** Stryker's name for the kind of change. */
  readonly kind: string;
  readonly original: string;
  readonly replacement: string;
}

/** What of a node of Babel's syntax tree is read here. */
interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly callee?: SyntaxNode;
  readonly body?: readonly SyntaxNode[];
  readonly consequent?: readonly SyntaxNode[];
  readonly declarations?: readonly {
    readonly id: { readonly typeAnnotation?: { readonly typeAnnotation: SyntaxNode } };
  }[];
}

function isNeverCheck(node: SyntaxNode): boolean {
  const [declared] = node.declarations ?? [];
  return declared?.id.typeAnnotation?.typeAnnotation.type === 'TSNeverKeyword';
}

function holdsNeverCheck(node: SyntaxNode): boolean {
  const statements = node.type === 'BlockStatement' ? node.body : node.consequent;
  return Array.isArray(statements) && statements.some((one) => isNeverCheck(one) || holdsNeverCheck(one));
}

/** What no test can or should reach. */
const unreachable = {
  shouldIgnore({ node }: { readonly node: SyntaxNode }): string | undefined {
    if ((node.type === 'BlockStatement' || node.type === 'SwitchCase') && holdsNeverCheck(node)) {
      return 'The compiler proves that this branch is never taken';
    }
    // Nobody matches on the message of a bug.
    if (node.type === 'NewExpression' && node.callee?.name === 'Error') return 'The message of a bug';
    return undefined;
  },
};

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

export interface Instrumented {
  readonly mutants: readonly Mutant[];
  /** By path relative to the root: the source with a switch at each of its mutants. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The text of a range of a source. */
function textAt(source: string, { start, end }: Range): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column) ?? '';
  lines[0] = lines[0]?.slice(start.column) ?? '';
  return lines.join('\n');
}

/** The source with one mutant put in its place, as a person would have written it. */
export function mutated(source: string, { range: { start, end }, replacement }: Mutant): string {
  const lines = source.split('\n');
  const before = [...lines.slice(0, start.line), lines[start.line]?.slice(0, start.column) ?? ''];
  const after = [lines[end.line]?.slice(end.column) ?? '', ...lines.slice(end.line + 1)];
  return before.join('\n') + replacement + after.join('\n');
}

/** Every mutant of these files, or of the ranges named by file, and the files with the mutants switched. */
export async function instrument(
  root: string,
  files: readonly string[],
  ranges?: ReadonlyMap<string, readonly Range[]>,
): Promise<Instrumented> {
  const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const result = await new Instrumenter(silent).instrument(
    [...sources]
      .map(([name, content]) => ({ name, content, mutate: [...(ranges?.get(name) ?? [])] }))
      .map((file) => (ranges ? file : { ...file, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [unreachable], noHeader: false },
  );
  const mutants = result.mutants
    .filter(({ status }) => status === undefined)
    .map((mutant) => ({
      id: mutant.id,
      file: mutant.fileName,
      range: mutant.location,
      kind: mutant.mutatorName,
      original: textAt(sources.get(mutant.fileName) ?? '', mutant.location),
      replacement: mutant.replacement,
    }));
  return { mutants, sources: new Map(result.files.map(({ name, content }) => [name, content])) };
}

/** What a mutant is known by in two lists of the same sources. */
export function keyOf({ file, range, kind, replacement }: Mutant): string {
  return JSON.stringify([file, range, kind, replacement]);
}

/**
 * What each mutant is known by from one run to the next, by its key. It goes by the changed text instead of its line, so that
 * a name, and with it a sample, stays the same where code is added above it.
 */
export function namesOf(mutants: readonly Mutant[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    mutants.map((mutant) => {
      const text = JSON.stringify([mutant.file, mutant.kind, mutant.original, mutant.replacement]);
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      return [keyOf(mutant), `${nth} ${text}`];
    }),
  );
}

/** The mutants in an order that the seed decides. */
export function shuffled(
  mutants: readonly Mutant[],
  names: ReadonlyMap<string, string>,
  seed: string,
): Mutant[] {
  const placed = mutants.map((mutant) => ({
    mutant,
    place: createHash('sha256')
      .update(`${seed} ${names.get(keyOf(mutant))}`)
      .digest('hex'),
  }));
  return placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)).map(({ mutant }) => mutant);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Program, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/**
 * The house's own rules, kept by a test: imports go one way, each framework stays in its folder, and only the files
 * named here touch the environment, the system clock or chance.
 */

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE_FOLDERS = ['src', 'dialogs', 'cards'];

/** Rooms and what each may import from, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  text: [],
  app: ['core', 'text'],
  dialogs: ['core', 'text'],
  cards: ['core', 'dialogs'],
  calendar: ['core'],
  language: ['core', 'app'],
  registry: ['core', 'app'],
  crm: ['core', 'app', 'db'],
  db: ['core', 'app'],
  worker: ['core', 'app'],
  print: ['core', 'dialogs', 'cards'],
  channels: ['core', 'app', 'cards', 'dialogs', 'text', 'print'],
  http: ['core', 'app'],
  api: ['core', 'app', 'dialogs', 'http'],
  webhooks: ['app'],
  tab: ['core', 'dialogs', 'cards'],
  demo: ['core', 'app'],
  cli: [
    'api',
    'core',
    'text',
    'app',
    'dialogs',
    'cards',
    'print',
    'calendar',
    'language',
    'registry',
    'crm',
    'db',
    'worker',
    'config',
    'compose',
    'load-settings',
    'open-stores',
    'clock-and-ids',
    'webhooks',
  ],
  compose: [
    'core',
    'app',
    'dialogs',
    'cards',
    'calendar',
    'language',
    'registry',
    'crm',
    'db',
    'worker',
    'channels',
    'http',
    'api',
    'config',
    'demo',
    'load-settings',
    'open-stores',
    'clock-and-ids',
    'prove-settings',
    'steady-clock',
    'webhooks',
  ],
  'open-stores': ['app', 'config', 'crm', 'db'],
  'prove-settings': ['app', 'core'],
  config: ['core'],
  'clock-and-ids': ['app'],
  'steady-clock': ['app'],
  'load-settings': ['core'],
  'build-tab': [],
  'run-service': ['config', 'compose', 'load-settings', 'db'],
  main: ['config', 'run-service', 'demo'],
};

/** Packages that may be imported only from the folders named. Core may import none but zod. */
const PACKAGE_HOMES: Record<string, readonly string[]> = {
  botbuilder: ['src/channels/teams/'],
  'botbuilder-core': ['src/channels/teams/'],
  'botframework-connector': ['src/channels/teams/'],
  'botframework-schema': ['src/channels/teams/'],
  'html-to-text': ['src/text/'],
  entities: ['src/text/', 'src/language/cpr/'],
  restify: ['src/http/'],
  kysely: ['src/db/', 'src/crm/embedded/'],
  'node:sqlite': ['src/db/'],
  pg: ['src/db/'],
  natural: ['src/language/'],
  luxon: ['src/calendar/'],
  'date-holidays': ['src/calendar/'],
  '@slack/web-api': ['src/channels/slack/'],
  '@slack/types': ['src/channels/slack/'],
  '@microsoft/teams-js': ['src/tab/'],
  preact: ['src/tab/'],
  vite: ['src/build-tab.ts'],
  'prom-client': ['src/http/'],
  jose: ['src/channels/teams/', 'src/channels/tab/'],
  '@azure/identity': ['src/channels/teams/', 'src/crm/dataverse/', 'src/language/service/'],
  openai: ['src/language/service/'],
  fflate: ['src/cli/'],
  'csv-parse': ['src/cli/'],
  'ipaddr.js': ['src/webhooks/'],
  'csv-stringify': ['src/print/'],
  'csv-stringify/sync': ['src/print/'],
  'write-excel-file': ['src/print/'],
  'echarts/charts': ['src/print/'],
  'echarts/components': ['src/print/'],
  'echarts/core': ['src/print/'],
  'echarts/renderers': ['src/print/'],
};

/** The only files that may do what is forbidden elsewhere, and why they must. */
const ENVIRONMENT = ['src/config.ts'];
const CLOCK_AND_CHANCE = ['src/clock-and-ids.ts', 'src/tab/clock-and-ids.ts'];
const PURE_ROOMS = ['core', 'cards', 'dialogs'];

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly imports: readonly Import[];
  readonly members: ReadonlySet<string>;
  readonly awaits: boolean;
  readonly lines: number;
  /** The text of the first comment; empty where there is none. */
  readonly firstComment: string;
  readonly functions: readonly MeasuredFunction[];
}

interface MeasuredFunction {
  readonly name: string;
  readonly line: number;
  /** Lines from its first to its last, with everything inside. */
  readonly lines: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function roomOf(path: string): string {
  const [top, second] = path.split('/');
  if (top !== 'src' || second === undefined) return top ?? '';
  const name = second.replace(/\.ts$/, '');
  return ['main', 'start'].includes(name) ? 'main' : name;
}

const MOST_LINES = 300;
const MOST_LINES_OF_A_FUNCTION = 79;

/**
 * Every function of a file with its lines, those of the functions inside it included. A method counts for itself: a class
 * is no function.
 */
function functionsOf(program: Program, text: string): readonly MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const names = new Map<number, string>();
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const add = ({ start, end }: Span, name = names.get(start) ?? '') => {
    const line = lineAt(start);
    found.push({ name, line, lines: lineAt(end) - line + 1 });
  };
  const nameOf = (key: { readonly type: string; readonly name?: unknown }) =>
    typeof key.name === 'string' ? key.name : '';
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init && id.type === 'Identifier') names.set(init.start, id.name);
    },
    Property({ key, value }) {
      names.set(value.start, nameOf(key));
    },
    MethodDefinition({ key, value }) {
      names.set(value.start, nameOf(key));
    },
    FunctionDeclaration: (node) => add(node, node.id?.name),
    FunctionExpression: (node) => add(node, node.id?.name),
    ArrowFunctionExpression: (node) => add(node),
  }).visit(program);
  return found;
}

/** Groups of files that import each other, directly or through others (Tarjan's strongly connected components). */
function circlesIn(importsOf: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    lowest.set(path, index.size - 1);
    stack.push(path);
    const lower = (to: number) => lowest.set(path, Math.min(lowest.get(path) ?? to, to));
    for (const next of importsOf.get(path) ?? []) {
      if (!index.has(next)) {
        visit(next);
        lower(lowest.get(next) ?? 0);
      } else if (stack.includes(next)) lower(index.get(next) ?? 0);
    }
    if (lowest.get(path) !== index.get(path)) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1 || importsOf.get(path)?.includes(path)) circles.push(members.sort());
  };
  for (const path of importsOf.keys()) if (!index.has(path)) visit(path);
  return circles;
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = module.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) imports.push({ specifier: entry.moduleRequest.value, typeOnly: entry.isType });
    }
  }
  const members = new Set<string>();
  let awaits = false;
  new Visitor({
    MemberExpression(node) {
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier') {
        members.add(`${node.object.name}.${node.property.name}`);
      }
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        members.add('new Date()');
      }
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') {
        imports.push({ specifier: node.source.value, typeOnly: false });
      }
    },
    CallExpression(node) {
      // What `createRequire` loads when it is first needed is an import too.
      const [first] = node.arguments;
      const isLoad = node.callee.type === 'Identifier' && node.callee.name === 'load';
      if (isLoad && first?.type === 'Literal' && typeof first.value === 'string') {
        imports.push({ specifier: first.value, typeOnly: false });
      }
    },
    ImportDeclaration(node) {
      if (node.source.value !== 'node:crypto') return;
      for (const specifier of node.specifiers) {
        if (/^random/.test(specifier.local.name)) members.add(`node:crypto.${specifier.local.name}`);
      }
    },
    AwaitExpression() {
      awaits = true;
    },
  }).visit(program);
  return {
    path,
    room: roomOf(path),
    imports,
    members,
    awaits,
    lines: text.split('\n').length - 1,
    firstComment: comments[0]?.value.replace(/\s+\*?\s*/g, ' ') ?? '',
    functions: functionsOf(program, text),
  };
}

const files = SOURCE_FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(join(folder, name))),
);

/** The room an import leads to, or undefined for a package. */
function target(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return roomOf(relative(ROOT, resolve(ROOT, dirname(file.path), specifier)));
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

const TEAMS = 'src/channels/teams/';
/** Bot Framework, which another SDK will replace. */
const FRAMEWORK = /^(botbuilder|botframework)/;
/** Who knows it: its folder, and the bare bot that the benchmark compares ours with. */
const KNOW_THE_FRAMEWORK = [TEAMS, 'test/bench/echo-bot.ts'];

/** Every name that a declaration's type is made of: neither the bodies of functions nor what is private counts. */
function* namesIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const one of node) yield* namesIn(one);
    return;
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  const { type, ...parts } = node;
  const isPrivate = 'key' in parts && Object(parts.key).type === 'PrivateIdentifier';
  if (type === 'BlockStatement' || type === 'FunctionBody' || isPrivate) return;
  if (type === 'Identifier' && 'name' in parts) yield String(parts.name);
  for (const [key, part] of Object.entries(parts)) if (key !== 'key') yield* namesIn(part);
}

interface Module {
  readonly imported: ReadonlyMap<string, readonly [specifier: string, name: string]>;
  readonly declared: ReadonlyMap<string, readonly string[]>;
}

function moduleOf(path: string): Module {
  const { program, module } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  const imported = module.staticImports.flatMap(({ moduleRequest, entries }) =>
    entries.map(
      ({ localName, importName }) =>
        [localName.value, [moduleRequest.value, importName.name ?? localName.value]] as const,
    ),
  );
  const declared = program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (!declaration) return [];
    const names = [...namesIn(declaration)];
    if (declaration.type === 'VariableDeclaration')
      return declaration.declarations.map(({ id }) => [[...namesIn(id)][0] ?? '', names] as const);
    const own = 'id' in declaration ? [...namesIn(declaration.id)][0] : undefined;
    return own === undefined ? [] : [[own, names] as const];
  });
  return { imported: new Map(imported), declared: new Map(declared) };
}

/** What a name of `channels/teams` shows of the framework in its type, with the way there. */
function frameworkIn(path: string, name: string, seen = new Set<string>()): readonly string[] {
  const place = `${path} ${name}`;
  if (seen.has(place)) return [];
  seen.add(place);
  const { imported, declared } = moduleOf(path);
  const from = imported.get(name);
  if (from) {
    const [specifier, original] = from;
    if (FRAMEWORK.test(specifier)) return [`${place} of ${specifier}`];
    if (!specifier.startsWith('.')) return [];
    const next = relative(ROOT, resolve(ROOT, dirname(path), specifier));
    return specifier.startsWith('.') && next.startsWith(TEAMS) ? frameworkIn(next, original, seen) : [];
  }
  return (declared.get(name) ?? []).flatMap((one) => frameworkIn(path, one, seen));
}

describe('Bot Framework', () => {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('test', name));
  const paths = [...files.map(({ path }) => path), ...tests];

  it('is imported in `channels/teams` alone, by types too', () => {
    const wrong = paths
      .filter((path) => !KNOW_THE_FRAMEWORK.some((home) => path.startsWith(home)))
      .flatMap((path) =>
        read(path)
          .imports.filter(({ specifier }) => FRAMEWORK.test(specifier))
          .map(({ specifier }) => `${path} imports ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  it('stands in no type of what others take from `channels/teams`', () => {
    const taken = paths
      .filter((path) => !path.startsWith(TEAMS))
      .flatMap((path) =>
        [...moduleOf(path).imported.values()].map(
          ([specifier, name]) =>
            [relative(ROOT, resolve(ROOT, dirname(path), specifier)), name, specifier] as const,
        ),
      )
      .filter(([path, , specifier]) => specifier.startsWith('.') && path.startsWith(TEAMS));
    expect(taken.map(([, name]) => name)).toContain('createTeamsChannel');
    expect(taken.flatMap(([path, name]) => frameworkIn(path, name))).toEqual([]);
    // What it is looked for with finds it where it is.
    expect(frameworkIn(`${TEAMS}messenger.ts`, 'createTeamsMessenger')).not.toEqual([]);
    expect(frameworkIn(`${TEAMS}roster.ts`, 'createTeamsRoster')).not.toEqual([]);
    expect(frameworkIn(`${TEAMS}send-once.ts`, 'sendOnce')).not.toEqual([]);
  });
});

/** Folders of `test/` that are about the whole; every other one mirrors a folder of the sources. */
const ABOUT_THE_WHOLE = ['bench', 'e2e', 'fixtures', 'flows', 'frozen', 'loop', 'mutate', 'support'];

describe('the tests', () => {
  it('stand in the folders that their sources have', () => {
    const lost = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts') && !ABOUT_THE_WHOLE.includes(path.split('/')[0] ?? ''))
      .filter(
        (path) => ![join('src', dirname(path)), dirname(path)].some((one) => existsSync(join(ROOT, one))),
      );
    expect(lost).toEqual([]);
  });
});

describe('the house', () => {
  it('has a room in the plan for every source file', () => {
    const homeless = files.filter((file) => !(file.room in MAY_IMPORT));
    expect(homeless.map((file) => file.path)).toEqual([]);
  });

  it('imports one way only', () => {
    const wrong = files.flatMap((file) =>
      file.imports.flatMap(({ specifier }) => {
        const room = target(file, specifier);
        if (room === undefined || room === file.room || MAY_IMPORT[file.room]?.includes(room)) return [];
        return [`${file.path} imports ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle between files, of types or of values', () => {
    const importsOf = new Map(
      files.map((file) => [
        file.path,
        file.imports
          .filter(({ specifier }) => specifier.startsWith('.'))
          .map(({ specifier }) => relative(ROOT, resolve(ROOT, dirname(file.path), specifier))),
      ]),
    );
    expect(circlesIn(importsOf)).toEqual([]);
  });

  it('sees a circle, however long, and only the files on it', () => {
    const imports = { a: ['b'], b: ['c'], c: ['d', 'b'], d: [], e: ['a', 'e'] };
    expect(circlesIn(new Map(Object.entries(imports)))).toEqual([['b', 'c'], ['e']]);
  });

  it(`has no file over ${MOST_LINES} lines without the reason in its first comment`, () => {
    const long = files.filter(
      ({ lines, firstComment }) =>
        lines > MOST_LINES && !firstComment.includes(`longer than ${MOST_LINES} lines`),
    );
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('has no function of 80 lines or more', () => {
    const long = files.flatMap(({ path, functions }) =>
      functions
        .filter(({ lines }) => lines > MOST_LINES_OF_A_FUNCTION)
        .map(({ name, line, lines }) => `${path}:${line} ${name}: ${lines}`),
    );
    expect(long).toEqual([]);
  });

  it('measures a function with everything inside it, and a method for itself', () => {
    const text = `function make() {
  const inner = () => {
    return 1;
  };
  return {
    method() {
      return inner();
    },
  };
}
class Made {
  #own() {
    return [1].map((n) => {
      return n;
    });
  }
}`;
    const { program } = parseSync('x.ts', text);
    const measured = functionsOf(program, text).map(({ name, lines }) => [name, lines]);
    expect(measured).toEqual([
      ['make', 10],
      ['inner', 3],
      ['method', 3],
      ['own', 5],
      ['', 3],
    ]);
  });

  it('names a rule of triage among the rules only: elsewhere a fact of the decision says what it does', () => {
    const named = files.filter(
      ({ path }) =>
        !path.startsWith('src/core/triage/rules/') &&
        /'[OA]\d{1,2}'/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('picks no sentence by its language: a language is a folder of `dialogs/`', () => {
    const picking = files.filter(({ path }) =>
      /[!=]== '(da|en)'/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(picking.map(({ path }) => path)).toEqual([]);
  });

  it('keeps Teams and Slack apart', () => {
    const wrong = files.flatMap((file) => {
      const own = /^src\/channels\/(teams|slack)\//.exec(file.path)?.[1];
      const other = own === 'teams' ? 'slack' : 'teams';
      if (!own) return [];
      return file.imports
        .map(({ specifier }) => relative(ROOT, resolve(ROOT, dirname(file.path), specifier)))
        .filter((path) => path.startsWith(`src/channels/${other}/`))
        .map((path) => `${file.path} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps every framework in its folder', () => {
    const wrong = files.flatMap((file) =>
      file.imports.flatMap(({ specifier }) => {
        if (specifier.startsWith('.')) return [];
        const name = packageName(specifier);
        const homes = PACKAGE_HOMES[name];
        const strayed = homes && !homes.some((home) => file.path.startsWith(home));
        const inCore = file.room === 'core' && name !== 'zod';
        return strayed || inCore ? [`${file.path} imports ${specifier}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const wrong = files.filter((file) => file.members.has('process.env') && !ENVIRONMENT.includes(file.path));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('takes time and chance as arguments', () => {
    const forbidden = ['Date.now', 'new Date()', 'Math.random', 'crypto.randomUUID', 'performance.now'];
    const wrong = files.flatMap((file) =>
      CLOCK_AND_CHANCE.includes(file.path)
        ? []
        : [...file.members]
            .filter((member) => forbidden.includes(member) || member.startsWith('node:crypto.random'))
            .map((member) => `${file.path} uses ${member}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never waits in core, cards or dialogs', () => {
    const wrong = files.filter((file) => PURE_ROOMS.includes(file.room) && file.awaits);
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('finds the files it speaks of', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.find((file) => file.path === 'src/core/organisation.ts')?.imports).toContainEqual({
      specifier: './municipalities.ts',
      typeOnly: false,
    });
  });
});

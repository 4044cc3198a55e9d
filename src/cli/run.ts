import { parseArgs } from 'node:util';
import { isSetWrongly, StoreError } from '../db/store-error.ts';
import { maskCpr } from '../language/cpr/mask-cpr.ts';
import { type Arguments, BadInput, type CliCommand, type ExitStatus, type World } from './command.ts';
import { COMMANDS, type CommandEntry } from './command-table.ts';

/** Runs one command line. Every error is one line on stderr that names the problem and its place. */
export async function runCli(
  argv: readonly string[],
  given: World,
  commands: readonly CommandEntry[] = COMMANDS,
): Promise<ExitStatus> {
  // Errors quote the input and end up in logs.
  const world: World = { ...given, error: (line) => given.error(maskCpr(line).text) };
  // `classify learn` also begins with the command `classify`; the longer one is meant.
  // A terminal may send `ø` in two parts.
  const typed = argv.map((word) => word.normalize('NFC'));
  const entry = commands.findLast(({ words }) => words === typed.slice(0, words.split(' ').length).join(' '));
  if (entry === undefined) return overview(argv, world, commands);
  const name = `indgang ${entry.words}`;
  try {
    const { command } = await entry.load();
    const args = argumentsOf(command, argv.slice(entry.words.split(' ').length), name);
    if (args.values.help === true) {
      world.out(helpOf(command));
      return 0;
    }
    return await command.run(args, world);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    world.error(`${name}: ${oneLine(message)}`);
    return error instanceof BadInput || (error instanceof StoreError && isSetWrongly(error)) ? 2 : 1;
  }
}

/** The list of commands, shown on request or where the input is no command. */
function overview(argv: readonly string[], world: World, commands: readonly CommandEntry[]): ExitStatus {
  const typed = argv.filter((word) => !word.startsWith('-')).slice(0, 2);
  const group = commands.filter(({ words }) => words.split(' ')[0] === typed[0]);
  const shown = group.length > 0 ? group : commands;
  const askedForHelp = argv.length === 0 || argv.includes('--help');
  if (askedForHelp && (typed.length === 0 || (typed.length === 1 && group.length > 0))) {
    const width = Math.max(...shown.map(({ words }) => words.length));
    const lines = shown.map(({ words, summary }) => `  indgang ${words.padEnd(width)}  ${summary}`);
    world.out(
      ['Usage: indgang COMMAND …', '', ...lines, '', 'indgang COMMAND --help tells more.'].join('\n'),
    );
    return 0;
  }
  const there = shown.map(({ words }) => words).join(', ');
  world.error(`indgang: ${oneLine(typed.join(' ') || (argv[0] ?? ''))}: not a command; there is ${there}`);
  return 2;
}

function argumentsOf(command: CliCommand, argv: readonly string[], name: string): Arguments {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    // Node's message continues with advice about positional arguments after its first sentence.
    const [what] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new BadInput(`${what} (${name} --help tells what there is)`);
  }
  const values: Record<string, string | boolean | undefined> = {};
  for (const [key, value] of Object.entries(parsed.values)) if (!Array.isArray(value)) values[key] = value;
  const surplus = parsed.positionals[command.positionals];
  if (surplus !== undefined && values.help !== true) throw new BadInput(`${surplus}: one argument too many`);
  return { positionals: parsed.positionals, values };
}

function helpOf({ usage, help, options }: CliCommand): string {
  const names = Object.keys({ ...options, json: {}, help: {} });
  return [`Usage: ${usage}`, '', help, '', `Options: ${names.map((name) => `--${name}`).join(', ')}`].join(
    '\n',
  );
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

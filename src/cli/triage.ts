import { decide } from '../core/triage/decide.ts';
import type { CliCommand } from './command.ts';
import { MUNICIPALITIES_OPTION, settingsFrom } from './municipalities.ts';
import { readFacts } from './read-facts.ts';

/** `indgang triage`: the owner of the case, for each set of facts. */
export const command: CliCommand = {
  usage: 'indgang triage [FILE|-] [--municipalities DIR] [--json]',
  help: `Reads triage facts from FILE or the standard input, as JSON: one object, or one a line. Prints the decision for
each; with --json one decision a line. A bad line is told on stderr and does not stop the others; the exit status is
then 2. DIR holds one settings file for each municipality, <code>.json.`,
  options: MUNICIPALITIES_OPTION,
  positionals: 1,
  async run(args, world) {
    const settingsOf = settingsFrom(args);
    const indent = args.values.json === true ? 0 : 2;
    let bad = false;
    for (const line of await readFacts(args.positionals[0] ?? '-', world)) {
      if (line.ok) {
        const { joinsRunning: _, stage: __, maturity: ___, ...decision } = decide(line.facts, settingsOf);
        world.out(JSON.stringify(decision, null, indent));
      } else {
        world.error(`indgang triage: ${line.problem}`);
        bad = true;
      }
    }
    return bad ? 2 : 0;
  },
};

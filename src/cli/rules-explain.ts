import { explain } from '../core/triage/explain.ts';
import type { CliCommand } from './command.ts';
import { explanationText } from './explanation-text.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { MUNICIPALITIES_OPTION, settingsFrom } from './municipalities.ts';
import { readFacts } from './read-facts.ts';

/** `indgang rules explain`: which rules fired, which did not, and why. */
export const command: CliCommand = {
  usage: 'indgang rules explain FILE|- [--municipalities DIR] [--language da|en] [--json]',
  help: `The decision as a person reads it, for triage facts in FILE or on the standard input (JSON: one object, or one a
line): which rule fired, which did not and why. In Danish, or in English with --language en.`,
  options: { ...MUNICIPALITIES_OPTION, ...LANGUAGE_OPTION },
  positionals: 1,
  async run(args, world) {
    const language = languageOf(args);
    const settingsOf = settingsFrom(args);
    let bad = false;
    for (const line of await readFacts(args.positionals[0] ?? '-', world)) {
      if (!line.ok) {
        world.error(`indgang rules explain: ${line.problem}`);
        bad = true;
        continue;
      }
      const explanation = explain(line.facts, settingsOf);
      world.out(
        args.values.json === true
          ? JSON.stringify(explanation)
          : `${line.where}\n${explanationText(explanation, language, line.facts.today ?? '')}\n`,
      );
    }
    return bad ? 2 : 0;
  },
};

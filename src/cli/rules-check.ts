import { proveRules, type RuleProof } from '../core/triage/rules/proof.ts';
import { AGREED_RULES, type RuleSet } from '../core/triage/rules/rule-set.ts';
import type { RuleFault } from '../core/triage/rules/rule-set-faults.ts';
import type { Arguments, CliCommand, ExitStatus, World } from './command.ts';
import { MUNICIPALITIES_OPTION, placesWithSettings, settingsFrom } from './municipalities.ts';

/** `indgang rules check`: the proof over the whole fact space. */
export const command: CliCommand = {
  usage: 'indgang rules check [--municipalities DIR] [--json]',
  help: `Proves over the whole fact space, under every kind of municipal settings and those in DIR, that every case has
exactly one owner, that every rule can fire and that no two rules at one place conflict; and of the cases' state table
that no state is without an owner, that every one leads to closed and that nobody gives a command they may not give.
Prints the counts; of each fault the smallest case that shows it. The exit status is 1 where there is a fault.`,
  options: MUNICIPALITIES_OPTION,
  positionals: 0,
  run: (args, world) => checkRules(AGREED_RULES, args, world),
};

/** Checks a rule set and prints the result. Status 1 where it has faults. */
export async function checkRules(rules: RuleSet, args: Arguments, world: World): Promise<ExitStatus> {
  const proof = proveRules(rules, placesWithSettings(settingsFrom(args)));
  const { proveCases } = await import('../core/case/proof.ts');
  const cases = proveCases();
  const faults = [
    ...proof.faults.map(faultLine),
    ...cases.problems.map((problem) => JSON.stringify(problem)),
  ];
  const { ruleSet, combinations, situations, fired } = proof;
  if (args.values.json === true) {
    const { states, transitions, refused } = cases;
    world.out(
      JSON.stringify({
        ruleSet,
        combinations,
        situations,
        fired: Object.fromEntries(fired),
        faults: proof.faults,
        cases: { states, transitions, refused, faults: cases.problems },
      }),
    );
  } else if (faults.length === 0) {
    world.out(
      [
        ...triageLines(proof, rules),
        `Cases: ${count(cases.states)} states, ${count(cases.transitions)} steps, ${count(cases.refused)} commands refused`,
        '  every state has an owner and leads to closed; nobody gives a command they may not give',
      ].join('\n'),
    );
  }
  for (const fault of faults) world.error(`indgang rules check: ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function triageLines({ ruleSet, combinations, situations, fired }: RuleProof, rules: RuleSet): string[] {
  const counts = [...fired].map(([id, times]) => `${id} ${count(times)}`);
  return [
    `Triage ${ruleSet}: ${rules.owners.length} owner rules, ${rules.additions.length} additions`,
    `  ${count(combinations)} combinations of facts and settings, ${count(situations)} situations that rules can tell apart`,
    '  every case has exactly one owner; every rule can fire; no two rules at one place conflict',
    `  fired: ${counts.join(', ')}`,
  ];
}

/** A fault in one line: its kind, its rules, and the smallest case that shows it. */
export function faultLine({ code, rules, by, facts, settings }: RuleFault): string {
  const under = Object.keys(settings).length === 0 ? '' : ` under the settings ${JSON.stringify(settings)}`;
  const shown = facts === null ? '' : ` ${JSON.stringify(facts)}${under}`;
  switch (code) {
    case 'no-owner':
      return `no owner rule fits${shown}`;
    case 'conflict':
      return `rules ${rules.join(' and ')} conflict over${shown}`;
    case 'dead':
      return by === null
        ? `rule ${rules.join()} is dead: nothing ever fits it`
        : `rule ${rules.join()} is dead: ${by} takes what it would, first${shown}`;
    default: {
      const never: never = code;
      return never;
    }
  }
}

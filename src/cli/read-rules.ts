import { z } from 'zod';
import { proveRules } from '../core/triage/rules/proof.ts';
import { AGREED_RULES, type RuleSet } from '../core/triage/rules/rule-set.ts';
import { BadInput, type World } from './command.ts';
import { faultLine } from './rules-check.ts';

const OWNERS = AGREED_RULES.owners.map(({ id }) => id);
const ADDITIONS = AGREED_RULES.additions.map(({ id }) => id);

const ruleFile = z.strictObject({
  ruleSet: z.string().trim().min(1).max(100),
  without: z.array(z.enum([...OWNERS, ...ADDITIONS])).optional(),
  order: z.array(z.enum(OWNERS)).optional(),
});

export const RULES_HELP = `FILE is JSON: { "ruleSet": "trial", "without": ["O9"], "order": ["O2", "O1"] }: the agreed rules without those
  named, and the owner rules of "order" read first, in that order. It is proven before anything is decided by it.`;

/**
 * The rule set of a file: the agreed rules, some of them left out or read in another order. Throws `BadInput` where the file
 * is wrong, and where some case would have no owner, two rules conflict or one is dead under it.
 */
export async function readRules(file: string, world: World): Promise<RuleSet> {
  const text = new TextDecoder().decode(await world.read(file));
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new BadInput(`--rules ${file}: is not JSON`);
  }
  const parsed = ruleFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BadInput(`--rules ${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
  }
  const { ruleSet, without = [], order = [] } = parsed.data;
  const left = AGREED_RULES.owners.filter(({ id }) => !without.includes(id));
  const first = order.flatMap((id) => left.filter((rule) => rule.id === id));
  const rules: RuleSet = {
    id: ruleSet,
    // Places count up, so that no two rules stand at one: their order says which decides.
    owners: [...new Set([...first, ...left])].map((rule, place) => ({ ...rule, place })),
    additions: AGREED_RULES.additions.filter(({ id }) => !without.includes(id)),
  };
  const [fault] = proveRules(rules).faults;
  if (fault) throw new BadInput(`--rules ${file}: ${faultLine(fault)}`);
  return rules;
}

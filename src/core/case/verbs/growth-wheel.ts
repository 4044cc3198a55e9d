import { danishDate } from '../../danish-date.ts';
import type { OrganisationId } from '../../organisation.ts';
import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Tool } from '../../tools.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { toolsUsed, withRegistered } from '../registering.ts';
import { stillAsksGrowthWheel } from '../to-house.ts';
import { withRemark } from './common-steps.ts';
import { codesOf, optional } from './fields.ts';

/** The inputs of a handover that tell of Væksthjulet: the self-help tools that were used, and why it was not. */
export const GROWTH_WHEEL_INPUTS = {
  selfHelp: codesOf('tool', 'not-in-list'),
  noTool: optional({ line: true }),
};

/**
 * The case with what was said of Væksthjulet before it goes to another organisation. Refuses `growth-wheel-needed` where the
 * municipality asks for it (`toolRequired`), the case knows of no use, and no reason is given. A forwarded offer is
 * not asked: who forwards it has not met the company.
 */
export function withGrowthWheel(
  kase: Case,
  to: OrganisationId,
  { selfHelp, noTool }: { readonly selfHelp: readonly Tool[]; readonly noTool: string | null },
  by: Actor,
  context: CaseContext,
): Result<
  {
    readonly case: Case;
    readonly details: { readonly selfHelp?: readonly Tool[]; readonly noTool?: true };
  },
  'growth-wheel-needed'
> {
  if (noTool === null && stillAsksGrowthWheel(kase, to, selfHelp, context.settingsOf))
    return refuse('growth-wheel-needed', { field: 'noTool' });
  const given = toolsUsed(selfHelp, danishDate(context.now), refOf(by), []);
  return ok({
    case: withRemark(withRegistered(kase, { selfHelp: given }), 'tool-left-out', noTool, by, context),
    details: {
      ...(selfHelp.length > 0 && { selfHelp }),
      ...(noTool !== null && { noTool: true as const }),
    },
  });
}

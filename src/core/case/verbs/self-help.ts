import { z } from 'zod';
import { danishDate } from '../../danish-date.ts';
import { ok, refuse } from '../../result.ts';
import { GROWTH_WHEEL } from '../../tools.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { toolsUsed, withRegistered } from '../registering.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { codesOf, date, words } from './fields.ts';
import { takesPart } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Registers self-help tools that the company used. Refuses with `tool-needed`, `focus-needs-growth-wheel` and
 * `date-in-future`.
 */
export const selfHelp = verb({
  from: ACTIVE_STATUSES,
  who: takesPart,
  safeWhenStale: true,
  inputs: z.object({ tools: codesOf('tool', 'not-in-list'), on: date(), focus: words() }),
  does: (kase, { tools, on, focus }, by, context) => {
    if (tools.length === 0) return refuse('tool-needed', { field: 'tools' });
    if (focus.length > 0 && !tools.includes(GROWTH_WHEEL)) {
      return refuse('focus-needs-growth-wheel', { field: 'focus' });
    }
    const today = danishDate(context.now);
    if (on !== undefined && on > today) return refuse('date-in-future', { field: 'on' });
    return ok({
      case: withRegistered(kase, { selfHelp: toolsUsed(tools, on ?? today, refOf(by), focus) }),
      event: { type: 'self-help-used', tools },
      effects: [SAVE, REFRESH],
    });
  },
});

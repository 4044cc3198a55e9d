import { describe, expect, it } from 'vitest';
import type { ViewAction } from '../../cards/view.ts';
import { verbActions } from '../../cards/views/verb-actions.ts';
import type { Case } from '../../src/core/case/case.ts';
import { beginnings, context, PEOPLE, TRIED } from '../../src/core/case/proof-model.ts';
import { relationTo } from '../../src/core/case/relation.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { decideCase, verbsFor } from '../../src/core/case/verbs/table.ts';
import { sightOf } from '../../src/core/case/visibility.ts';
import type { Actor } from '../../src/core/person.ts';

/** A second click at the place of the first must do nothing: it opens a form, asks, or finds no button. */

function buttonsOf(kase: Case, by: Actor): readonly ViewAction[] {
  const { organisation } = by;
  const viewer = {
    relation: relationTo(kase, by, context.settingsOf),
    sees: sightOf(kase, by, context.settingsOf),
    organisation,
    verbs: verbsFor(kase, by, context),
  };
  return verbActions(kase, viewer, { problems: [] }, 'da');
}

const verbOf = ({ command }: ViewAction): CaseVerb | undefined =>
  command.name === 'case-action' ? command.verb : undefined;
const actsAtOnce = ({ form, warning }: ViewAction) => form.length === 0 && warning === undefined;

/** Every case of the small model as its people see it, once for each set of buttons. */
function steps(): readonly { verb: CaseVerb; before: readonly ViewAction[]; after: readonly ViewAction[] }[] {
  const seen = new Set<string>();
  const queue = [...beginnings()];
  const found: { verb: CaseVerb; before: readonly ViewAction[]; after: readonly ViewAction[] }[] = [];
  for (let kase = queue.pop(); kase !== undefined; kase = queue.pop()) {
    const shown = PEOPLE.map((by) =>
      buttonsOf(kase as Case, by)
        .map(verbOf)
        .join(),
    );
    const key = [kase.status, ...shown].join(' | ');
    if (seen.has(key)) continue;
    seen.add(key);
    for (const by of PEOPLE) {
      const before = buttonsOf(kase, by);
      for (const verb of before.flatMap((one) => verbOf(one) ?? [])) {
        for (const input of TRIED[verb]) {
          const decided = decideCase(kase, { verb, revision: kase.revision, input }, by, context);
          if (!decided.ok) continue;
          found.push({ verb, before, after: buttonsOf(decided.change.case, by) });
          queue.push(decided.change.case);
        }
      }
    }
  }
  return found;
}

describe('the buttons of a case', () => {
  const all = steps();

  it('never put one that acts at once where the clicked one stood, nor the answer to the company', () => {
    expect(all.length).toBeGreaterThan(200);
    const wrong = all.flatMap(({ verb, before, after }) => {
      const place = before.findIndex((one) => verbOf(one) === verb);
      const [here, there] = [before[place], after[place]];
      if (!here || !there || verbOf(there) === verb) return [];
      return (actsAtOnce(here) && actsAtOnce(there)) || verbOf(there) === 'case.contacted'
        ? [`${verb} → ${verbOf(there)} at ${place}`]
        : [];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('never let the answer to the company stand out or stand first', () => {
    const answers = all.flatMap(({ after }) => after.filter((one) => verbOf(one) === 'case.contacted'));
    expect(answers.length).toBeGreaterThan(20);
    expect(new Set(answers.map(({ tone }) => tone))).toEqual(new Set(['default']));
    expect(all.filter(({ after: [first] }) => first && verbOf(first) === 'case.contacted')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ViewAction } from '../../cards/view.ts';
import { verbActions } from '../../cards/views/verb-actions.ts';
import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import type { Case } from '../../src/core/case/case.ts';
import { beginnings, context, PEOPLE, TRIED } from '../../src/core/case/proof-model.ts';
import { relationTo } from '../../src/core/case/relation.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { decideCase, verbsFor } from '../../src/core/case/verbs/table.ts';
import { sightOf } from '../../src/core/case/visibility.ts';
import type { Actor } from '../../src/core/person.ts';

/** A second click at the place of the first must do nothing: it opens a form, asks, or finds no button. */

/** Verbs in the order of their buttons. */
const ORDER = Object.keys(VERB_PLANS) as readonly CaseVerb[];

/** The verbs of a person's buttons on a case, in their places. That the buttons are these is checked where they are drawn. */
function verbsOn(kase: Case, by: Actor): readonly CaseVerb[] {
  const open = verbsFor(kase, by, context);
  return ORDER.filter((verb) => open.includes(verb));
}

function draw(kase: Case, by: Actor): readonly ViewAction[] {
  const { organisation } = by;
  const viewer = {
    relation: relationTo(kase, by, context.settingsOf),
    sees: sightOf(kase, by, context.settingsOf),
    organisation,
    verbs: verbsFor(kase, by, context),
  };
  const buttons = verbActions(kase, viewer, { problems: [] }, 'da');
  expect(buttons.map(verbOf)).toEqual(verbsOn(kase, by));
  return buttons;
}

const verbOf = ({ command }: ViewAction): CaseVerb | undefined =>
  command.name === 'case-action' ? command.verb : undefined;
const actsAtOnce = (button: ViewAction | undefined) =>
  button !== undefined && button.form.length === 0 && button.warning === undefined;

/** What a person did on a case by one of its buttons, and what they have then. */
interface Step {
  readonly by: Actor;
  readonly verb: CaseVerb;
  readonly before: Case;
  readonly after: Case;
  /** Where the clicked button stood, and what stands there then. */
  readonly place: number;
  readonly verbs: readonly CaseVerb[];
}

/**
 * Every case of the small model as its people see it, once for each set of buttons, and every step from there. Which buttons a
 * case has is known without drawing them: forms take most of the time, and few are asked about.
 */
function steps(): readonly Step[] {
  const seen = new Set<string>();
  const queue = [...beginnings()];
  const found: Step[] = [];
  for (let kase = queue.pop(); kase !== undefined; kase = queue.pop()) {
    const before = kase;
    const shown = PEOPLE.map((by) => ({ by, verbs: verbsOn(before, by) }));
    const key = [before.status, ...shown.map(({ verbs }) => verbs.join())].join(' | ');
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { by, verbs } of shown) {
      for (const [place, verb] of verbs.entries()) {
        for (const input of TRIED[verb]) {
          const decided = decideCase(before, { verb, revision: before.revision, input }, by, context);
          if (!decided.ok) continue;
          const after = decided.change.case;
          found.push({ by, verb, before, after, place, verbs: verbsOn(after, by) });
          queue.push(after);
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
    const drawn = new Map<Case, Map<Actor, readonly ViewAction[]>>();
    /** The button that was clicked. Many steps begin at one case. */
    const clicked = ({ before, by, place }: Step): ViewAction | undefined => {
      const on = drawn.get(before) ?? new Map<Actor, readonly ViewAction[]>();
      drawn.set(before, on);
      const buttons = on.get(by) ?? draw(before, by);
      on.set(by, buttons);
      return buttons[place];
    };
    const wrong = all.flatMap((step) => {
      const { by, verb, after, place, verbs } = step;
      const there = verbs[place];
      if (there === undefined || there === verb) return [];
      const isWrong =
        there === 'case.contacted' || (actsAtOnce(clicked(step)) && actsAtOnce(draw(after, by)[place]));
      return isWrong ? [`${verb} → ${there} at ${place}`] : [];
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(drawn.size).toBeGreaterThan(100);
  });

  it('never let the answer to the company stand out or stand first', () => {
    const withAnswer = all.filter(({ verbs }) => verbs.includes('case.contacted'));
    // Which button stands out follows from which there are.
    const sets = new Map(withAnswer.map((step) => [`${step.by.person} ${step.verbs.join()}`, step]));
    expect(sets.size).toBeGreaterThan(20);
    const answers = [...sets.values()].flatMap(({ after, by }) =>
      draw(after, by).filter((one) => verbOf(one) === 'case.contacted'),
    );
    expect(new Set(answers.map(({ tone }) => tone))).toEqual(new Set(['default']));
    expect(all.filter(({ verbs }) => verbs[0] === 'case.contacted')).toEqual([]);
  });
});

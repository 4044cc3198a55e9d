import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import { typedForm, verbTexts } from '../../dialogs/verb-words.ts';
import type { TypedVerb, Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { FieldProblem } from '../../src/core/intake/draft.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { ViewAction } from '../view.ts';
import { openQuestions } from './handovers.ts';
import { button } from './parts.ts';
import { retyped } from './retyped.ts';
import { formOf } from './verb-form.ts';

/** Verbs in the order of their buttons. */
const ORDER = Object.keys(VERB_PLANS) as readonly CaseVerb[];

/** The order for a viewer: a joint course stands first where the municipality offers it first. */
function orderFor({ toHouse }: Viewer): readonly CaseVerb[] {
  if (toHouse?.form !== 'joint') return ORDER;
  return ORDER.flatMap((verb): CaseVerb[] =>
    verb === 'case.invite' ? [] : verb === 'handover.offer' ? ['case.invite', verb] : [verb],
  );
}

/** The buttons of a case for a viewer: exactly the verbs open to them, most useful first. */
export function verbActions(
  kase: Case,
  viewer: Viewer,
  { problems, typed }: { readonly problems: readonly FieldProblem[]; readonly typed?: TypedVerb | undefined },
  language: Language,
): ViewAction[] {
  const verbs = orderFor(viewer).filter((verb) => viewer.verbs.includes(verb));
  // At most one button stands out: two would compete.
  const primary = verbs.find((verb) => VERB_PLANS[verb].weight === 'primary');
  return verbs.map((verb) => {
    const { label, meaning, warning } = verbTexts(verb, language);
    const { weight, sends = {} } = VERB_PLANS[verb];
    return button(
      label,
      { name: 'case-action', verb, caseId: kase.id, revision: kase.revision, input: sends },
      typedForm(verb, kase.id, language),
      {
        tone: verb === primary ? 'primary' : weight === 'danger' ? 'danger' : 'default',
        meaning,
        warning,
        about: verb === 'handover.answer' ? openQuestions(kase, viewer, language) : [],
        form:
          typed?.verb === verb
            ? retyped(formOf(verb, kase, viewer, language), typed, problems, language)
            : formOf(verb, kase, viewer, language),
      },
    );
  });
}

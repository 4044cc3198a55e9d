import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import { typedForm, verbTexts } from '../../dialogs/verb-words.ts';
import type { TypedVerb, Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { FieldProblem } from '../../src/core/intake/draft.ts';
import { isCalendarDate } from '../../src/core/triage/calendar-date.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Input, ViewAction } from '../view.ts';
import { openQuestions } from './handovers.ts';
import { problemWords } from './inputs.ts';
import { button } from './parts.ts';
import { formOf } from './verb-form.ts';

/** Verbs in the order of their buttons. */
const ORDER = Object.keys(VERB_PLANS) as readonly CaseVerb[];

/** The input with a value as it was typed. A choice or date takes only what it can show. */
function filled(input: Input, typed: string): Input {
  switch (input.kind) {
    case 'text':
      return { ...input, value: typed };
    case 'toggle':
      return { ...input, value: typed === 'true' };
    case 'date':
      return isCalendarDate(typed) ? { ...input, value: typed } : input;
    case 'choice': {
      const chosen = typed.split(',').filter((one) => input.choices.some(({ value }) => value === one));
      return chosen.length > 0 ? { ...input, value: chosen } : input;
    }
    default: {
      const never: never = input;
      return never;
    }
  }
}

/** A refused form with everything that was typed in it, so that nobody types a reason twice. */
function retyped(
  form: readonly Input[],
  { input }: TypedVerb,
  problems: readonly FieldProblem[],
  language: Language,
): readonly Input[] {
  return form.map((one) => {
    const typed = input[one.id];
    const problem = problems.find(({ field }) => field === one.id);
    const again = typed ? filled(one, typed) : one;
    return problem ? { ...again, problem: problemWords(problem, language) } : again;
  });
}

/** The buttons of a case for a viewer: exactly the verbs open to them, most useful first. */
export function verbActions(
  kase: Case,
  viewer: Viewer,
  { problems, typed }: { readonly problems: readonly FieldProblem[]; readonly typed?: TypedVerb | undefined },
  language: Language,
): ViewAction[] {
  const verbs = ORDER.filter((verb) => viewer.verbs.includes(verb));
  // At most one button stands out: two would compete.
  const primary = verbs.find((verb) => VERB_PLANS[verb].weight === 'primary');
  return verbs.map((verb) => {
    const { label, meaning, warning } = verbTexts(verb, language);
    const { weight } = VERB_PLANS[verb];
    return button(
      label,
      { name: 'case-action', verb, caseId: kase.id, revision: kase.revision, input: {} },
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

import { sentencesIn } from '../../dialogs/sentences.ts';
import { kindOfInput } from '../../dialogs/typed-fields.ts';
import type { Answer } from '../../src/core/answer.ts';
import { inputsOf } from '../../src/core/case/verbs/index.ts';
import type { FieldProblem } from '../../src/core/intake/draft.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { isCalendarDate } from '../../src/core/triage/calendar-date.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Input } from '../view.ts';
import { problemWords } from './inputs.ts';

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
export function retyped(
  form: readonly Input[],
  { input }: { readonly input: RawInput },
  problems: readonly FieldProblem[],
  language: Language,
): readonly Input[] {
  return form.map((one) => {
    const typed = input[one.id];
    const problem = problems.find(({ field }) => field === one.id);
    const again = typed ? filled(one, typed) : one;
    // In some clients a choice cannot be taken back by its reader.
    if (problem?.refusal.code === 'details-need-service' && again.kind === 'choice') {
      return { ...again, value: [], problem: problemWords(problem, language) };
    }
    return problem ? { ...again, problem: problemWords(problem, language) } : again;
  });
}

/** Kinds of fields that hold a person's own words. */
const OWN_WORDS: readonly string[] = ['text', 'words', 'services'];

/**
 * The words typed for a refused verb that the case no longer offers, for their writer to copy: no form is left that could
 * hold them.
 */
export function unsavedBlocks(
  { typed, viewer }: Extract<Answer, { kind: 'case' }>,
  language: Language,
): Block[] {
  if (!typed || viewer.verbs.includes(typed.verb)) return [];
  const { verb, input } = typed;
  const words = inputsOf(verb)
    .filter((name) => OWN_WORDS.includes(kindOfInput(verb, name).kind))
    .flatMap((name) => input[name]?.trim() || []);
  if (words.length === 0) return [];
  return [{ kind: 'text', text: `${sentencesIn(language).caseCard.notSaved} ${words.join('\n')}` }];
}

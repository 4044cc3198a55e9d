import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import { newDraft } from '../../src/core/intake/change-draft.ts';
import { INTAKE_FIELDS, type IntakeValues } from '../../src/core/intake/draft.ts';
import { nextQuestion } from '../../src/core/intake/next-question.ts';
import { toFacts } from '../../src/core/intake/to-facts.ts';
import { decide } from '../../src/core/triage/decide.ts';
import type { Area } from '../../src/core/vocabulary.ts';

/** How many inputs the full form has. */
export const FORM_INPUTS = INTAKE_FIELDS.length;

const TODAY = '2026-11-02';
const MOST = 20;

/**
 * How many questions the guided dialog asks until it can decide, when a consultant of LES Viborg has typed `line` first
 * (or nothing: null) and then answers what is asked, with the areas that are right.
 */
export function questionsAsked(line: string | null, areas: readonly Area[], model: LanguageModel): number {
  const start = newDraft(
    '00000000-0000-4000-8000-000000000001',
    'anna',
    'les-791',
    'guided',
    `${TODAY}T09:00:00Z`,
  );
  const understood = line === null ? undefined : model.understand(line, TODAY);
  const { ageMonths, consent, ...plain } = understood?.entities ?? {};
  let values: IntakeValues = {
    ...plain,
    ...(ageMonths !== undefined && { founded: String(2026 - Math.ceil(ageMonths / 12)) }),
    ...(consent !== undefined && { consent: consent ? 'consent' : 'declined' }),
    ...(understood && understood.chosen.length > 0 && { areas: understood.chosen }),
    ...(understood && {
      depths: Object.fromEntries(
        understood.areas.flatMap(({ area, depth }) => (depth ? [[area, depth]] : [])),
      ),
      description: understood.text,
    }),
    ...(understood?.crisis && { crisis: true }),
  };
  const answered: string[] = [];
  while (answered.length < MOST) {
    const draft = {
      ...start,
      values,
      answered,
      sources: line === null ? {} : ({ description: 'text' } as const),
    };
    const question = nextQuestion(
      draft,
      toFacts(draft, null, TODAY),
      (facts) => decide(facts, undefined, TODAY),
      ({ owner }) => owner.organisation !== 'les-791',
    );
    if (question === null) break;
    answered.push(question);
    if (question === 'municipality') values = { ...values, municipality: '791' };
    if (question === 'company') values = { ...values, companyName: 'Hansen VVS' };
    if (question === 'areas') values = { ...values, areas };
  }
  return answered.length;
}

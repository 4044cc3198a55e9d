import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { sharedValues } from '../../src/core/intake/shared-values.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button, companyName, profileLine } from './parts.ts';
import { standingBlocks } from './register.ts';

/** The offer to resume an existing draft or to start again. */
export function resumeView(
  { draft, shared }: Extract<Answer, { kind: 'resume-offer' }>,
  language: Language,
): View {
  const { intakeForm, typed } = sentencesIn(language);
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  const values = shared ? sharedValues(draft.values) : draft.values;
  return {
    language,
    title: intakeForm.draftTitle,
    subtitle: [companyName(values, language), profileLine(values, language)]
      .filter((part) => part)
      .join(' · '),
    tone: 'default',
    blocks: [...standingBlocks(values, language), { kind: 'text', text: intakeForm.draftQuestion }],
    actions: [
      button(intakeForm.resume, { ...command, verb: 'intake.resume' }, typed.resume, { tone: 'primary' }),
      button(intakeForm.restart, { ...command, verb: 'intake.restart' }, typed.restart),
    ],
    refresh: null,
  };
}

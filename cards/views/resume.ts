import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button, companyName, profileLine } from './parts.ts';
import { standingBlocks } from './register.ts';

/** The offer to resume an existing draft or to start again. */
export function resumeView(draft: Draft, language: Language): View {
  const { intakeForm, typed } = sentencesIn(language);
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  return {
    language,
    title: intakeForm.draftTitle,
    subtitle: [companyName(draft.values, language), profileLine(draft.values, language)]
      .filter((part) => part)
      .join(' · '),
    tone: 'default',
    blocks: [...standingBlocks(draft.values, language), { kind: 'text', text: intakeForm.draftQuestion }],
    actions: [
      button(intakeForm.resume, { ...command, verb: 'intake.resume' }, typed.resume, { tone: 'primary' }),
      button(intakeForm.restart, { ...command, verb: 'intake.restart' }, typed.restart),
    ],
    refresh: null,
  };
}

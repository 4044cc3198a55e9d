import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import { type BlockKit, toBlockKit } from './block-kit.ts';

/**
 * Renders an answer as a message. The intake form does not fit in a message, so it becomes a summary with a button that
 * opens the form as a window.
 */
export function drawMessage(answer: Answer, language: Language): BlockKit {
  const view = viewOf(answer, language);
  if (answer.kind !== 'intake-form') return toBlockKit(view);
  const { slack, typed } = sentencesIn(language);
  return toBlockKit({
    ...view,
    blocks: view.blocks.filter(({ kind }) => !['input', 'pair', 'section'].includes(kind)),
    actions: [
      {
        title: slack.openForm,
        tone: 'primary',
        command: {
          name: 'intake',
          verb: 'intake.resume',
          draftId: answer.draft.id,
          revision: answer.draft.revision,
          input: {},
        },
        form: [],
        withInputs: false,
        typed: typed.resume,
      },
      ...view.actions.filter(({ withInputs }) => !withInputs),
    ],
  });
}

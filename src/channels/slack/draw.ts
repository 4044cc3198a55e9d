import type { FeedbackButtons } from '@slack/types';
import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import { type BlockKit, toBlockKit } from './block-kit.ts';
import { buttonValue } from './button-id.ts';
import { LIMITS } from './limits.ts';

/**
 * Renders an answer as a message. The intake form does not fit in a message, so it becomes a summary with a button that
 * opens the form as a window.
 */
export function drawMessage(answer: Answer, language: Language): BlockKit {
  const view = viewOf(answer, language);
  if (answer.kind === 'decision') return withFeedback(toBlockKit(view), answer.draft.id, language);
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

/** The message with thumbs for the decision on a draft, where there is room for them. */
function withFeedback({ blocks, text }: BlockKit, draftId: string, language: Language): BlockKit {
  if (blocks.length >= LIMITS.messageBlocks) return { blocks, text };
  const { slack } = sentencesIn(language);
  const thumb = (sign: string, label: string, isRight: boolean) => ({
    text: { type: 'plain_text', text: sign } as const,
    accessibility_label: label,
    value: buttonValue({ name: 'rate', draftId, messageId: null, isRight }),
  });
  const element: FeedbackButtons = {
    type: 'feedback_buttons',
    action_id: 'rate',
    positive_button: thumb('👍', slack.decisionIsRight, true),
    negative_button: thumb('👎', slack.decisionIsWrong, false),
  };
  return { blocks: [...blocks, { type: 'context_actions', elements: [element] }], text };
}

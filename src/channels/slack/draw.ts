import { viewOf } from '../../../cards/view-of.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import { type BlockKit, toBlockKit } from './block-kit.ts';

/**
 * An answer as a message. The intake form does not fit a message: there it is what has been understood so far, with a
 * button that opens it as a window.
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

/**
 * Whether everybody in a channel may read the answer (handover.md, "What a shared channel shows"): not what belongs to
 * one person's intake, nor a case as its parties see it.
 */
export function isForEverybody(answer: Answer): boolean {
  switch (answer.kind) {
    case 'welcome':
    case 'help':
    case 'notice':
    case 'running-case':
      return true;
    case 'case':
      return answer.viewer.relation === 'channel';
    case 'refused':
    case 'intake-form':
    case 'resume-offer':
    case 'question':
    case 'decision':
    case 'cases':
      return false;
    default: {
      const never: never = answer;
      return never;
    }
  }
}

import { sayIn } from '../../dialogs/say.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button, companyName, profileLine } from './parts.ts';
import { standingBlocks } from './register.ts';

/** There is a draft already: go on with it, or start again. */
export function resumeView(draft: Draft, language: Language): View {
  const say = sayIn(language);
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  return {
    language,
    title: say('Du har en kladde liggende', 'You have a draft'),
    subtitle: [companyName(draft.values, language), profileLine(draft.values, language)]
      .filter((part) => part)
      .join(' · '),
    tone: 'default',
    blocks: [
      ...standingBlocks(draft.values, language),
      {
        kind: 'text',
        text: say('Vil du fortsætte den eller begynde på en ny?', 'Continue it, or begin a new one?'),
      },
    ],
    actions: [
      button(say('Fortsæt', 'Continue'), { ...command, verb: 'intake.resume' }, say('fortsæt', 'continue'), {
        tone: 'primary',
      }),
      button(
        say('Begynd forfra', 'Start again'),
        { ...command, verb: 'intake.restart' },
        say('forfra', 'start again'),
      ),
    ],
    refresh: null,
  };
}

import { sayIn } from '../../dialogs/say.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { button } from './parts.ts';

type FormAnswer = Extract<Answer, { kind: 'intake-form' }>;

/** What the register said, in one line. */
export function registerBlocks(draft: Draft, language: Language): Block[] {
  const say = sayIn(language);
  switch (draft.register) {
    case 'not-asked':
      return [];
    case 'unavailable':
      return [
        {
          kind: 'callout',
          tone: 'warning',
          text: say(
            'CVR svarer ikke lige nu. Udfyld selv; vi slår op igen senere.',
            'The company register does not answer. Fill in by hand; we look it up again later.',
          ),
        },
      ];
    case 'not-found':
      return [
        {
          kind: 'callout',
          tone: 'warning',
          text: say(
            `CVR-nummeret ${draft.values.cvr ?? ''} findes ikke i registret. Tjek det, eller udfyld selv.`,
            `CVR number ${draft.values.cvr ?? ''} is not in the register. Check it, or fill in by hand.`,
          ),
        },
      ];
    case 'found': {
      const { form, employees, founded, advertisingProtected } = draft.values;
      const known = [
        form,
        employees === undefined ? undefined : say(`${employees} ansatte`, `${employees} employees`),
        founded && say(`stiftet ${founded.slice(0, 4)}`, `founded ${founded.slice(0, 4)}`),
        advertisingProtected ? say('reklamebeskyttet', 'protected against advertising') : undefined,
      ].filter((part) => part);
      return [
        {
          kind: 'callout',
          tone: 'good',
          text: `${say('Fundet i CVR', 'Found in the register')}${known.length > 0 ? `: ${known.join(' · ')}` : ''}`,
        },
      ];
    }
    default: {
      const never: never = draft.register;
      return never;
    }
  }
}

/** Companies found by name, to choose from; choosing one looks it up. */
export function candidateBlocks(answer: FormAnswer, language: Language): Block[] {
  const say = sayIn(language);
  if (answer.candidates.length === 0) return [];
  return [
    { kind: 'text', strong: true, text: say('Er det en af disse?', 'Is it one of these?') },
    ...answer.candidates.slice(0, 5).map((candidate): Block => {
      const place = candidate.municipality ? findMunicipality(candidate.municipality)?.name : undefined;
      return {
        kind: 'entry',
        title: candidate.name,
        text: [`CVR ${candidate.cvr}`, place].filter((part) => part).join(' · '),
        tone: 'default',
        action: button(
          say(`Vælg ${candidate.name}`, `Choose ${candidate.name}`),
          {
            name: 'intake',
            verb: 'intake.lookup',
            draftId: answer.draft.id,
            revision: answer.draft.revision,
            input: { cvr: candidate.cvr },
          },
          say(`slå op ${candidate.cvr}`, `look up ${candidate.cvr}`),
        ),
      };
    }),
  ];
}

import { sayIn } from '../../dialogs/say.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** The buttons that start something. */
export function startActions(language: Language): ViewAction[] {
  const say = sayIn(language);
  return [
    button(say('Ny henvendelse', 'New enquiry'), { name: 'new' }, say('ny', 'new'), { tone: 'primary' }),
    button(
      say('Et spørgsmål ad gangen', 'One question at a time'),
      { name: 'guided' },
      say('guide', 'guided'),
    ),
    button(say('Mine sager', 'My cases'), { name: 'cases', filter: 'mine' }, say('sager mine', 'cases mine')),
  ];
}

/** The first thing anybody sees. */
export function welcomeView(language: Language): View {
  const say = sayIn(language);
  return {
    language,
    title: say('Hej, jeg er Indgang', 'Hello, I am Indgang'),
    tone: 'default',
    blocks: [
      {
        kind: 'text',
        text: say(
          'Jeg hjælper jer med at finde den rette dør til en virksomhed og sende sagen videre, så virksomheden får svar inden 48 timer.',
          'I help you find the right door for a company and hand the case over, so that the company has an answer within 48 hours.',
        ),
      },
      {
        kind: 'text',
        subtle: true,
        text: say(
          'Skriv bare, hvad virksomheden har brug for, eller brug knapperne.',
          'Just type what the company needs, or use the buttons.',
        ),
      },
    ],
    actions: [
      ...startActions(language),
      button(say('Hjælp', 'Help'), { name: 'help' }, say('hjælp', 'help')),
      button(
        say('English', 'Dansk'),
        { name: 'language', language: language === 'da' ? 'en' : 'da' },
        say('sprog en', 'language da'),
      ),
    ],
    refresh: null,
  };
}

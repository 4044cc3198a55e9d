import { sentencesIn } from '../../dialogs/sentences.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import type { View, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** The buttons for a new enquiry, the guided dialog and the list of my cases. */
export function startActions(language: Language): ViewAction[] {
  const { buttons, typed } = sentencesIn(language);
  return [
    button(buttons.newEnquiry, { name: 'new' }, typed.new, { tone: 'primary' }),
    button(buttons.guided, { name: 'guided' }, typed.guided),
    button(buttons.myCases, { name: 'cases', filter: 'mine' }, typed.list.mine),
  ];
}

/** The greeting, which is the first thing that anyone sees. */
export function welcomeView(language: Language): View {
  const { buttons, typed, welcome } = sentencesIn(language);
  return {
    language,
    title: welcome.title,
    tone: 'default',
    blocks: [
      { kind: 'text', text: welcome.purpose },
      { kind: 'text', subtle: true, text: welcome.howTo },
    ],
    actions: [
      ...startActions(language),
      button(buttons.help, { name: 'help' }, typed.help),
      ...LANGUAGES.filter((other) => other !== language).map((other) =>
        button(
          sentencesIn(other).buttons.thisLanguage,
          { name: 'language', language: other },
          typed.language(other),
        ),
      ),
    ],
    refresh: null,
  };
}

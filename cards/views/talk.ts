import { sentencesIn } from '../../dialogs/sentences.ts';
import type { SmallTalk } from '../../src/core/talk.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { button } from './parts.ts';
import { startActions } from './welcome.ts';

/** The longest text that a button goes on with: Slack takes 2,000 characters of data. */
const MOST_OFFERED = 1_000;

/** One line in answer to small talk. */
export function smallTalkView(about: SmallTalk, language: Language): View {
  const { smallTalk } = sentencesIn(language);
  return { language, title: smallTalk[about], tone: 'default', blocks: [], actions: [], refresh: null };
}

/** Asks what a line was meant as: two buttons go on with it. */
export function whichView(text: string, language: Language): View {
  const { buttons, talkAnswers, typed } = sentencesIn(language);
  const search = typed.find(text);
  const goOn = [
    button(talkAnswers.openEnquiry, { name: 'log', text }, typed.log(text)),
    button(talkAnswers.findCase, { name: 'say', text: search }, search),
  ];
  return {
    language,
    title: talkAnswers.which,
    tone: 'default',
    blocks: [],
    actions: [
      ...(text.length <= MOST_OFFERED ? goOn : startActions(language)),
      button(buttons.help, { name: 'help' }, typed.help),
    ],
    refresh: null,
  };
}

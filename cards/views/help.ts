import { sentencesIn } from '../../dialogs/sentences.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import type { Block, Fact, View } from '../view.ts';
import { startActions } from './welcome.ts';

function commands(lines: Readonly<Record<string, Fact>>): Block {
  return { kind: 'facts', facts: Object.values(lines) };
}

function folded(title: string, block: Block): Block {
  return { kind: 'section', title, folded: true, blocks: [block] };
}

/** The help page: everything that can be typed. Every button has a typed form too, which the card's text form names. */
export function helpView(language: Language): View {
  const { help, typed } = sentencesIn(language);
  // The hint on switching language is in the language switched to.
  const switches = LANGUAGES.filter((other) => other !== language).map((other): [string, Fact] => [
    other,
    { label: typed.language(other), value: sentencesIn(other).help.switchToThis },
  ]);
  return {
    language,
    title: help.title,
    tone: 'default',
    blocks: [
      commands(help.starting),
      folded(help.entryTitle, commands(help.entry)),
      folded(help.onCaseTitle, commands(help.onCase)),
      folded(help.channelTitle, commands({ ...help.channel, ...Object.fromEntries(switches) })),
    ],
    actions: startActions(language),
    refresh: null,
  };
}

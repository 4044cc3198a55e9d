import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Term } from '../../src/core/talk.ts';
import { AGREED_RULES } from '../../src/core/triage/rules/rule-set.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { ruleBlocks } from './advice.ts';

/** An answer of text alone. */
function explained(language: Language, title: string, blocks: readonly Block[]): View {
  return { language, title, tone: 'default', blocks, actions: [], refresh: null };
}

/** What words of the domain mean. */
export function termsView(terms: readonly Term[], language: Language): View {
  const { glossary } = sentencesIn(language);
  const [first, ...others] = terms.map((term) => glossary[term]);
  if (!first) throw new Error('No term is asked for');
  const blocks: Block[] = [
    { kind: 'text', text: first.text },
    ...others.flatMap(({ name, text }): Block[] => [
      { kind: 'text', strong: true, text: name },
      { kind: 'text', text },
    ]),
  ];
  return explained(language, first.name, blocks);
}

/** A rule's text with how binding it is and its source. */
export function ruleView(rule: string, language: Language): View {
  const { talkAnswers } = sentencesIn(language);
  const reason = [...AGREED_RULES.owners, ...AGREED_RULES.additions].find(({ id }) => id === rule)?.reason;
  return explained(language, talkAnswers.rule(rule), ruleBlocks(reason, language));
}

/** Whose door a need is, with the rules that decide. */
export function doorView({ area, ways }: Extract<Answer, { kind: 'door' }>, language: Language): View {
  const { labels, talkAnswers } = sentencesIn(language);
  const nameOf = (way: (typeof ways)[number]): string => {
    if (way.organisation === null) return talkAnswers.companysOffice;
    return way.organisation === 'digital' ? 'Virksomhedsguiden' : organisationName(way.organisation);
  };
  const [first] = ways;
  const title = first ? `${labels.area[area]}: ${nameOf(first)}` : labels.area[area];
  const blockOf = (way: (typeof ways)[number]): Block[] => [
    { kind: 'text', strong: true, text: nameOf(way) },
    ...ruleBlocks(way.reason, language),
  ];
  return explained(language, title, ways.flatMap(blockOf));
}

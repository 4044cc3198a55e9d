import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { openHandover } from '../../src/core/case/derived.ts';
import type { Chats } from '../../src/core/chats.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { colleagueText } from '../chat-link.ts';
import type { Block, LinkedText } from '../view.ts';
import { facts } from './parts.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names of colleagues, of which those are links with whom the reader can chat. Undefined where that is nobody. */
export function linkedNames(people: readonly Named[], chats: Chats): readonly LinkedText[] | undefined {
  if (!people.some(({ id }) => chats[id] !== undefined)) return undefined;
  return people.flatMap(({ id, name }, at) => [
    ...(at === 0 ? [] : [{ text: '·' }]),
    colleagueText(name, chats[id]),
  ]);
}

/** Who has the case and who sent it, for a reader who can chat with them from here. */
export function chatFacts(
  { case: kase, chats = {} }: Extract<Answer, { kind: 'case' }>,
  language: Language,
): Block[] {
  const named = [kase.assignee, openHandover(kase)?.offeredBy].flatMap((one) => one ?? []);
  const people = new Map(named.map(({ person, name }) => [person, { id: person, name }]));
  const reached = [...people.values()].filter(({ id }) => chats[id] !== undefined);
  return facts([[sentencesIn(language).caseCard.writeTo, linkedNames(reached, chats)]]);
}

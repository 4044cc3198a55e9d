import { expect } from 'vitest';
import { wordsOn } from '../flows/card-hands.ts';
import type { Place, TeamsWorld } from '../flows/teams-world.ts';

/** One turn of a conversation: what is typed, and what the answer must say; a text after `not ` must not be there. */
export type Line = readonly [said: string, ...answered: readonly string[]];

/** Holds a conversation; the answers are messages' words and everything on their cards. */
export async function converse(
  world: TeamsWorld,
  person: string,
  place: Place,
  lines: readonly Line[],
): Promise<void> {
  for (const [said, ...answered] of lines) {
    const messages = await world.say(person, place, said);
    const words = messages.map(({ text, card }) => `${text}\n${card ? wordsOn(card) : ''}`).join('\n');
    for (const wanted of answered) {
      if (wanted.startsWith('not ')) expect(words, `after "${said}"`).not.toContain(wanted.slice(4));
      else expect(words, `after "${said}"`).toContain(wanted);
    }
  }
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOn } from '../flows/card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';

/** One typed line through the whole service: what it fills in, and that nothing of it is asked again. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const anna = chatOf('anna-holm');
const LINE = 'log Hansen VVS cvr 25313763 viborg 12 ansatte vil sælge til Tyskland, ring 40411234';

async function typed(text: string): Promise<string> {
  const messages = await world.say('anna-holm', anna, text);
  return messages.map(({ card, text: plain }) => `${plain}\n${wordsOn(card)}`).join('\n');
}

describe('one typed line', () => {
  it('is asked nothing that it says itself: only whether the need is a specialised one', async () => {
    const question = await typed(LINE);
    expect(question).toContain('Eksport og internationalisering');
    expect(question).toContain('Kompetencen mangler lokalt');
    const decision = await typed('nej');
    expect(decision).toContain('Hansen VVS ApS');
    expect(decision).toContain('Viborg');
  });

  it('goes to the specialised level when one of the three questions is answered with yes', async () => {
    await typed(`${LINE}, ok at dele`);
    expect(await typed('et program')).toContain('Erhvervshus Midtjylland');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/core/person.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { TALK_LINES } from '../dialogs/talk-lines.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { type Answered, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What people type to the bot in Teams, through the whole service. */

/** Every fourth line of each kind: the reading of all of them is tested where it is done. */
const SOME = TALK_LINES.filter((_, at) => at % 4 === 0);
const ANNA = 'anna-holm';
const GITTE: Person = {
  id: 'gitte-bak',
  name: 'Gitte Bak',
  identities: [`teams:${DEMO_TENANT}:unknown-gitte-bak`],
  memberships: [
    { organisation: 'les-791', roles: ['consultant'] },
    { organisation: 'ehm-midtjylland', roles: ['consultant'] },
  ],
};

let world: TeamsWorld;
beforeAll(async () => {
  world = await openTeamsWorld({ people: [...DEMO_PEOPLE, GITTE] });
});
afterAll(() => world.close());

const say = (person: string, text: string) => world.say(person, chatOf(person), text);
const said = (answers: readonly Answered[]) =>
  answers.map(({ text, card }) => (card === undefined ? text : wordsOn(card))).join('\n');
const draftOf = (person: string) => world.service.unitOfWork.read(({ drafts }) => drafts.active(person));

describe('a line typed in Teams', () => {
  it.each(SOME)('$sign $text', async ({ sign, text }) => {
    const answers = await say(ANNA, text);
    const draft = await draftOf(ANNA);
    await say(ANNA, 'annuller');
    expect(draft !== undefined).toBe(sign === '+');
    expect(said(answers).trim()).not.toBe('');
    if (sign !== '+') expect(answers).toHaveLength(1);
  });

  it('of thanks gets one short line in the language of its reader', async () => {
    expect(said(await say(ANNA, 'tak skal du have'))).toBe('Selv tak.');
    await say('bo-krogh', 'sprog en');
    expect(said(await say('bo-krogh', 'tak skal du have'))).toBe('You are welcome.');
    await say('bo-krogh', 'sprog da');
  });

  it('is answered from the rules, with the name of their source', async () => {
    const words = said(await say(ANNA, 'hvad siger regel O10?'));
    expect(words).toContain('Regel O10');
    expect(words).toContain('Principper for god erhvervsservice i Midtjylland (2019)');
  });

  it('of a question about the bot tells nothing of the company on the card', async () => {
    await say(ANNA, 'log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
    const before = (await draftOf(ANNA))?.values;
    for (const asked of ['hvad koster det?', 'er det gratis for dem?', 'hvornår har de åbent?'])
      await say(ANNA, asked);
    expect((await draftOf(ANNA))?.values).toEqual(before);
    // A question that names a need of theirs adds it.
    await say(ANNA, 'kan de også få hjælp til eksport?');
    expect((await draftOf(ANNA))?.values.areas).toContain('internationalisation');
    await say(ANNA, 'annuller');
  });

  it.each([
    ['hun vil ikke have, at I deler det', 'declined'],
    ['de siger nej', 'declined'],
  ])('of what the caller answers is the answer to the card: “%s”', async (answer, basis) => {
    await say(ANNA, 'log 25313763 vil have hjælp til patent, Hanne Hansen 40411234');
    await say(ANNA, answer);
    expect((await draftOf(ANNA))?.values.consent).toBe(basis);
    await say(ANNA, 'annuller');
  });

  it('that may be either gets two buttons, which go on with it, and help', async () => {
    const [answer] = await say(ANNA, 'frandsen beton');
    const card = answer?.card;
    expect(buttonsOn(card).map(({ verb }) => verb)).toEqual(['open.log', 'open.say', 'open.help']);
    expect(wordsOn(await world.click(ANNA, chatOf(ANNA), card, 'open.say'))).toContain('frandsen beton');
    expect(await draftOf(ANNA)).toBeUndefined();
    await world.click(ANNA, chatOf(ANNA), card, 'open.log');
    expect((await draftOf(ANNA))?.values.description).toBe('frandsen beton');
    await say(ANNA, 'annuller');
  });

  it('waits for the organisation of somebody who has several, whose buttons go on with it', async () => {
    const [answer] = await say('gitte-bak', 'Madsen Møbler, Viborg, vil sælge til Tyskland, 22 33 44 55');
    const card = answer?.card;
    expect(
      buttonsOn(card)
        .map(({ title }) => title)
        .slice(0, 2),
    ).toEqual([world.service.deps.officeOf('les-791').name, 'Erhvervshus Midtjylland']);
    const after = await world.click('gitte-bak', chatOf('gitte-bak'), card, 'open.act-as');
    expect(wordsOn(after)).toContain('Du arbejder nu for');
    expect(await draftOf('gitte-bak')).toMatchObject({ values: { companyName: 'Madsen Møbler' } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { TALK_LINES } from '../../dialogs/talk-lines.ts';
import { buttonsOn, clickOn, inMessage, textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** What people type to the bot in Slack, through the whole product. */

/** Every fourth line of each kind, others than those that are typed in Teams. */
const SOME = TALK_LINES.filter((_, at) => at % 4 === 2);
const HOUSE_AND_OFFICE = [
  { organisation: 'les-791', roles: ['consultant'] },
  { organisation: 'ehm-midtjylland', roles: ['consultant'] },
] as const;

let product: Awaited<ReturnType<typeof openProduct>>;
beforeAll(async () => {
  product = await openProduct({ language });
});
afterAll(() => product.close());

const body = z.looseObject({ text: z.string(), blocks: z.array(z.unknown()).default([]) });
let count = 0;

/** Types in the person's own chat; the messages that came of it. */
async function say(text: string, user = product.world.anna) {
  const { world } = product;
  const before = world.of('chat.postMessage').length;
  const ts = `1795233543.${String(++count).padStart(6, '0')}`;
  await world.event({ type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts });
  return world
    .of('chat.postMessage')
    .slice(before)
    .map((call) => body.parse(call.body));
}
const draftOf = (person: string) => product.unitOfWork.read(({ drafts }) => drafts.active(person));

describe('a line typed in Slack', () => {
  it.each(SOME)('$sign $text', async ({ sign, text }) => {
    const answers = await say(text);
    const draft = await draftOf('anna');
    await say('annuller');
    expect(draft !== undefined).toBe(sign === '+');
    expect(answers[0]?.text).not.toBe('');
    if (sign !== '+') expect(answers).toHaveLength(1);
  });

  it('that may be either gets two buttons, and help', async () => {
    const [answer] = await say('frandsen beton');
    expect(buttonsOn(answer ?? { blocks: [] })).toEqual(['Opret en henvendelse', 'Find en sag', 'Hjælp']);
    expect(await draftOf('anna')).toBeUndefined();
  });

  it('with a mention of somebody whom Slack does not know is answered, and gives the case to nobody', async () => {
    const { unitOfWork } = product;
    await say('log 25313763 vil have hjælp til regnskab, Hanne Hansen 40411234');
    await say('behold sagen hos os');
    const [kase] = await unitOfWork.read(({ cases }) => cases.ofCompany('25313763'));
    for (const text of [`tildel ${kase?.id} <@U0000NOONE>`, 'giv den til <@U0000NOONE>'])
      expect((await say(text)).at(-1)?.text).not.toBe('');
    const [after] = await unitOfWork.read(({ cases }) => cases.ofCompany('25313763'));
    expect(after?.assignee).toEqual(kase?.assignee);
  });

  it('waits for the organisation of somebody who has several, whose buttons go on with it', async () => {
    const { world, unitOfWork } = product;
    await unitOfWork.run(({ people }) =>
      people.save({
        id: 'bo',
        name: 'Bo Krogh',
        identities: [`slack:${world.team}:${world.idOf('bo')}`],
        memberships: HOUSE_AND_OFFICE,
      }),
    );
    const [asked] = await say('Madsen Møbler, Viborg, vil sælge til Tyskland, 22 33 44 55', world.idOf('bo'));
    const shown = asked ?? { blocks: [] };
    expect(buttonsOn(shown).slice(0, 2)).toEqual(['LES Viborg', 'Erhvervshus Midtjylland']);
    await world.interact(
      {
        type: 'block_actions',
        ...inMessage(`D-${world.idOf('bo')}`, true),
        actions: [clickOn(shown, 'LES Viborg')],
      },
      { user: world.idOf('bo') },
    );
    expect(await draftOf('bo')).toMatchObject({
      organisation: 'les-791',
      values: { companyName: 'Madsen Møbler' },
    });
    const told = world.of('response').map((call) => textOn(body.parse({ text: '', ...call.body })));
    expect(told.join('\n')).toContain('Hvor langt er virksomheden nået?');
  });
});

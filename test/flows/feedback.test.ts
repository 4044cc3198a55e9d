import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { carla as carlaAt, caseAfter, opened } from '../core/case/case-world.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type Place, type TeamsWorld } from './teams-world.ts';

/** The office that referred a company hears what became of it: in the thread of its card, and whoever sent it. */

const anna = chatOf('anna-holm');
const viborg = channelOf('les-791');

let world: TeamsWorld;
afterEach(() => world.close());

const say = async (text: string, person = 'carla-winther') => {
  const answers = await world.say(person, chatOf(person), text);
  return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
};
/** Messages with these words in a place, those in its threads too. */
const told = ({ id }: Place, words: string) =>
  [...new Set(world.recorder.messages().map(({ conversation }) => conversation))]
    .filter((conversation) => conversation.split(';')[0] === id)
    .flatMap((conversation) => world.standing({ id: conversation, kind: 'channel' }))
    .map(({ card, text }) => `${text}${wordsOn(card)}`)
    .filter((all) => all.includes(words));

/** The service with settings of Viborg. */
async function openWith(settings: object): Promise<TeamsWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  writeFileSync(join(folder, '791.json'), JSON.stringify({ municipality: '791', ...settings }));
  const opened = await openTeamsWorld({}, { settings: { INDGANG_MUNICIPALITIES: folder } });
  rmSync(folder, { recursive: true });
  return opened;
}

/** A case that Anna sent to the Erhvervshus from a place. */
async function sent(place: Place): Promise<string> {
  const [form] = await world.say('anna-holm', place, '<at>Indgang</at> ny');
  const typed = { cvr: '25313763', areas: 'internationalisation', contactName: 'Mette Hansen' };
  const decision = await world.click('anna-holm', place, form?.card, 'intake.submit', typed);
  await world.click('anna-holm', place, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('no case');
  return kase.id;
}

const CLOSE =
  'ydelser: 1:1 vejledning; segment: vækst; handlingsplan: Besøg messen; note: Meld jer til messen';

describe('where the office always hears', () => {
  beforeEach(async () => {
    world = await openWith({ shareLevel: 'full', shareAssessment: true });
  });

  it('says in one sentence that the other side took it, answered, and closed it with what it gave', async () => {
    const id = await sent(anna);
    await say(`overtag ${id}`);
    await world.deliver();
    expect(told(anna, 'er overtaget af Erhvervshus Midtjylland')).toHaveLength(1);
    await say(`besvaret ${id} møde`);
    await world.deliver();
    expect(told(anna, `Erhvervshus Midtjylland har svaret virksomheden i sagen ${id} (møde)`)).toHaveLength(
      1,
    );
    await say(`luk ${id} ${CLOSE}`);
    await world.deliver();
    const [closed] = told(
      anna,
      `Erhvervshus Midtjylland har afsluttet sagen ${id}. Givne ydelser: 1:1 vejledning.`,
    );
    expect(closed).toContain('Meld jer til messen');
  });

  it('says it in the thread of the office’s card too, without what only the parties may read', async () => {
    const id = await sent(anna);
    const kase = await world.service.unitOfWork.run(async (stores) => {
      await stores.outbox.add(
        id,
        [{ kind: 'card.post', organisation: 'les-791', card: 'case' }],
        world.clock.now(),
      );
      return stores.cases.get(id);
    });
    expect(kase?.owner).toBe('les-791');
    await world.deliver();
    const before = world.standing(viborg).length;
    await say(`returner ${id} ingen kapacitet: Carla er syg`);
    await world.deliver();
    const why = `Ingen kapacitet lige nu: Erhvervshus Midtjylland har sendt sagen ${id} tilbage til jer.`;
    expect(told(anna, why)[0]).toContain('Carla er syg');
    expect(told(viborg, why)).toHaveLength(1);
    expect(told(viborg, 'Carla er syg')).toEqual([]);
    // In the thread: no card more.
    expect(world.standing(viborg)).toHaveLength(before);
  });

  it('posts no card in a channel that has none', async () => {
    const id = await sent(anna);
    await say(`overtag ${id}`);
    await world.deliver();
    expect(world.standing(viborg)).toEqual([]);
  });

  it('gives the reason first where the company wants no more help', async () => {
    const id = await sent(anna);
    await say(`overtag ${id}`);
    await say(`besvaret ${id} telefon`);
    await say(`frafald ${id} De har fundet en privat rådgiver`);
    await world.deliver();
    const [words] = told(
      anna,
      `Virksomheden ønsker ikke mere hjælp, så Erhvervshus Midtjylland har afsluttet sagen ${id}`,
    );
    expect(words).toContain('De har fundet en privat rådgiver');
    const shown = await say(`sag ${id}`, 'anna-holm');
    expect(shown.indexOf('De har fundet en privat rådgiver')).toBeLessThan(shown.indexOf('Behov'));
    await say('language en', 'anna-holm');
    expect(await say(`case ${id}`, 'anna-holm')).not.toContain('Keep us posted');
  });
});

it('says nothing of what was done where the sides see of each other that a company is served', async () => {
  world = await openWith({ shareLevel: 'visits' });
  const id = await sent(anna);
  await say(`overtag ${id}`);
  await say(`besvaret ${id} møde`);
  // An office that is asked to follow up takes part, and sees the case.
  await say(`luk ${id} ${CLOSE}; ingen opfølgning: De er i gang`);
  await world.deliver();
  expect(told(anna, `Erhvervshus Midtjylland har afsluttet sagen ${id}`)).toHaveLength(1);
  for (const hidden of ['møde', '1:1 vejledning', 'Meld jer til messen', 'Besøg messen'])
    expect(told(anna, hidden)).toEqual([]);
});

describe('where the office hears on request', () => {
  beforeEach(async () => {
    world = await openWith({ feedback: 'on-request' });
  });

  it('hears of a return always, and of the rest only where it asked', async () => {
    const id = await sent(anna);
    await say(`overtag ${id}`);
    await say(`besvaret ${id} møde`);
    await world.deliver();
    expect([...told(anna, 'er overtaget af'), ...told(anna, 'har svaret virksomheden')]).toEqual([]);
    const [card] = await world.say('anna-holm', anna, `sag ${id}`);
    expect(buttonsOn(card?.card).map(({ verb }) => verb)).toContain('case.ask-feedback');
    expect(await say(`giv besked ${id}`, 'anna-holm')).toContain('I får besked om, hvad der sker i sagen');
    await say(`luk ${id} ${CLOSE}`);
    await world.deliver();
    expect(told(anna, `Erhvervshus Midtjylland har afsluttet sagen ${id}`)).toHaveLength(1);
  });
});

it('says it in Slack, in the reader’s language', async () => {
  world = await openTeamsWorld();
  const { world: slack, worker, unitOfWork, close } = await openProduct();
  let count = 0;
  const said = async (user: string, text: string) => {
    const ts = `1795240000.${String(++count).padStart(6, '0')}`;
    await slack.event({ type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts });
  };
  try {
    const kase = caseAfter(opened().case, ['handover.accept', carlaAt]);
    await unitOfWork.run((stores) => stores.cases.insert(kase, null));
    await said(slack.anna, 'language en');
    await said(slack.carla, `besvaret ${kase.id} telefon`);
    await worker.drain();
    const posts = slack
      .of('chat.postMessage')
      .map(
        ({ body }) => `${body.text} ${textOn({ blocks: z.array(z.unknown()).catch([]).parse(body.blocks) })}`,
      );
    expect(posts.join('\n')).toContain(
      `Erhvervshus Midtjylland has answered the company of the case ${kase.id} (phone).`,
    );
  } finally {
    await close();
  }
});

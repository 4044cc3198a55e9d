import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOn, buttonWith, inputsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type Place, type TeamsWorld } from './teams-world.ts';

/** A company in crisis, through Teams: one line is enough, and people are called personally. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const anna = chatOf('anna-holm');
const LINE = 'log 25313763 kan ikke betale løn på fredag og frygter konkurs';

async function decided(line = LINE): Promise<unknown> {
  const messages = await world.say('anna-holm', anna, line);
  return messages.at(-1)?.card;
}
const standing = (place: Place) =>
  world
    .standing(place)
    .map(({ card, text }) => `${text}${wordsOn(card)}`)
    .join('\n');
const cases = () =>
  world.service.unitOfWork.read((stores) =>
    stores.cases.list({
      filter: 'office',
      person: 'anna-holm',
      organisation: 'les-791',
      now: world.clock.now(),
      limit: 5,
      offset: 0,
    }),
  );

describe('a crisis in one line', () => {
  it('is decided at once, urgent first, and asks one thing: whom to call', async () => {
    const card = await decided();
    const words = wordsOn(card);
    expect(words).toMatch(/^HASTER – /);
    expect(words).toContain('Den rette dør: Erhvervshus Midtjylland');
    expect(words).toContain('Early Warning');
    expect(words).toContain('Hvem kan vi ringe til?');
    expect(words).toContain('Grundlag for at dele: offentlig opgave');
    // One moment: two side by side are read as two promises.
    expect(words.match(/senest/g)).toHaveLength(1);
    expect(words.indexOf('Haster:')).toBeLessThan(words.indexOf('Sig til virksomheden'));
    for (const field of ['Kontaktperson', 'Telefon']) expect(words).toContain(field);
    // Nothing else is asked.
    expect(words).not.toContain('Må vi dele');
    await world.say('anna-holm', anna, 'annuller');
    await world.say('anna-holm', anna, 'sprog en');
    const english = wordsOn(await decided());
    expect(english).toMatch(/^URGENT – /);
    expect(english.match(/ by /g)).toHaveLength(1);
    expect(english).toContain('Whom can we call?');
    expect(english).toContain('Basis for sharing: public task');
  });

  it('is created by one more click, with or without a phone', async () => {
    const without = await world.click('anna-holm', anna, await decided(), 'intake.confirm');
    expect(wordsOn(without)).toContain('sendt til Erhvervshus Midtjylland');
    expect((await cases()).cases[0]).toMatchObject({ priority: 'urgent', basis: { kind: 'public-task' } });
    expect(wordsOn(without)).toContain('Hvem kan vi ringe til?');
  });

  it('keeps the name and phone that were typed on the card, and gives back a phone that cannot be one', async () => {
    const card = await decided();
    const refused = await world.click('anna-holm', anna, card, 'intake.confirm', {
      contactName: 'Ole Bak',
      contactPhone: '4041',
    });
    expect(inputsOn(refused)).toMatchObject({ contactName: 'Ole Bak', contactPhone: '4041' });
    expect((await cases()).total).toBe(0);
    const created = await world.click('anna-holm', anna, refused, 'intake.confirm', {
      contactPhone: '40411234',
    });
    expect(wordsOn(created)).toContain('40 41 12 34');
    expect((await cases()).cases[0]?.values).toMatchObject({
      contactName: 'Ole Bak',
      contactPhone: '40411234',
    });
  });

  it('asks for the municipality alone where nothing else tells the door', async () => {
    const words = wordsOn(await decided('log et firma er ved at gå konkurs'));
    expect(words).toContain('kommune');
    const after = await world.say('anna-holm', anna, 'Viborg');
    expect(wordsOn(after.at(-1)?.card)).toContain('HASTER – Den rette dør: Erhvervshus Midtjylland');
  });

  it('takes the preset basis back when it is no crisis after all', async () => {
    await decided();
    const after = await world.say('anna-holm', anna, 'ret krise nej');
    expect(wordsOn(after.at(-1)?.card)).not.toContain('Grundlag for at dele');
  });
});

describe('people of the receiving office', () => {
  it('who have a chat are called personally, with whom to call', async () => {
    for (const person of ['carla-winther', 'dan-ravn', 'eva-lund'])
      await world.say(person, chatOf(person), 'hjælp');
    const card = await decided();
    await world.click('anna-holm', anna, card, 'intake.confirm', {
      contactName: 'Ole Bak',
      contactPhone: '40411234',
    });
    await world.deliver();
    for (const person of ['carla-winther', 'dan-ravn']) {
      expect(standing(chatOf(person))).toContain('er i krise. Overtag sagen, og ring til den nu.');
      expect(standing(chatOf(person))).toContain('40 41 12 34');
    }
    expect(standing(chatOf('eva-lund'))).not.toContain('krise');
    expect(standing(channelOf('ehm-midtjylland'))).not.toContain('40 41 12 34');
  });

  it('are not called any more once somebody has taken it', async () => {
    await world.say('carla-winther', chatOf('carla-winther'), 'hjælp');
    await world.say('dan-ravn', chatOf('dan-ravn'), 'hjælp');
    await world.click('anna-holm', anna, await decided(), 'intake.confirm');
    const id = (await cases()).cases[0]?.id ?? '';
    await world.say('carla-winther', chatOf('carla-winther'), `overtag ${id}`);
    await world.deliver();
    expect(standing(chatOf('dan-ravn'))).not.toContain('er i krise');
  });
});

describe('what phone-line staff log for their own organisation', () => {
  const eva = chatOf('eva-lund');
  const log = async (line: string) => {
    await world.say('eva-lund', eva, line);
    await world.say('eva-lund', eva, 'spring over');
    await world.say('eva-lund', eva, 'bekræft');
    await world.deliver();
    const { cases } = await world.service.unitOfWork.read((stores) =>
      stores.cases.list({
        filter: 'office',
        person: 'eva-lund',
        organisation: 'ehm-midtjylland',
        now: world.clock.now(),
        limit: 5,
        offset: 0,
      }),
    );
    return cases[0];
  };

  it('has no person until a colleague takes it', async () => {
    const kase = await log('log 25313763 vil eksportere til Tyskland, specialiseret');
    expect(kase).toMatchObject({ owner: 'ehm-midtjylland', assignee: null });
    const [posted] = world.standing(channelOf('ehm-midtjylland'));
    expect(buttonWith(posted?.card, 'handover.accept').title).toBe('Overtag');
    const taken = await world.click(
      'carla-winther',
      channelOf('ehm-midtjylland'),
      posted?.card,
      'handover.accept',
    );
    expect(wordsOn(taken)).toContain('Carla Winther');
    expect(buttonsOn(taken).map(({ verb }) => verb)).not.toContain('handover.accept');
    const late = await world.say('dan-ravn', chatOf('dan-ravn'), `overtag ${kase?.id}`);
    expect(late.map(({ card, text }) => `${text}${wordsOn(card)}`).join()).toContain(
      'allerede overtaget af Carla Winther',
    );
  });

  it('calls the colleagues personally in a crisis', async () => {
    await world.say('dan-ravn', chatOf('dan-ravn'), 'hjælp');
    await log('log 25313763 går konkurs på fredag');
    expect(standing(chatOf('dan-ravn'))).toContain('er i krise. Overtag sagen');
  });
});

describe('a crisis of a company that an office is helping already', () => {
  const viborg = channelOf('les-791');
  /** Messages with these words in a place, those in its threads too. */
  const told = ({ id }: Place, words: string) =>
    [...new Set(world.recorder.messages().map(({ conversation }) => conversation))]
      .filter((conversation) => conversation.split(';')[0] === id)
      .flatMap((conversation) => world.standing({ id: conversation, kind: 'channel' }))
      .filter(({ card, text }) => `${text}${wordsOn(card)}`.includes(words)).length;

  it('is told to that office’s channel and to the case’s person, once', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const typed = { cvr: '25313763', areas: 'networks-courses', contactName: 'Mette Hansen' };
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    const {
      cases: [running],
    } = await cases();
    expect(running?.owner).toBe('les-791');

    const carla = chatOf('carla-winther');
    const messages = await world.say('carla-winther', carla, LINE);
    await world.click('carla-winther', carla, messages.at(-1)?.card, 'intake.confirm', {
      consent: 'public-task',
    });
    await world.deliver();
    await world.deliver();
    const words = `Virksomheden i sagen ${running?.id} er i krise. Erhvervshus Midtjylland har fået besked`;
    expect([told(viborg, words), told(anna, words)]).toEqual([1, 1]);
    const shown = await world.say('anna-holm', anna, `sag ${running?.id}`);
    expect(wordsOn(shown.at(-1)?.card)).toContain('virksomheden er i krise, og et Erhvervshus hjælper den');
    // Once, whatever happens to the crisis after.
    const crisis = (await world.service.unitOfWork.run((stores) => stores.cases.running('25313763'))).find(
      ({ priority }) => priority === 'urgent',
    );
    await world.say('carla-winther', carla, `send ${crisis?.id} Erhvervshus Aalborg de ligger der`);
    await world.deliver();
    expect(told(anna, 'er i krise. Erhvervshus')).toBe(1);
  });

  it.each([
    ['the company took its yes back', 'stop deling', ''],
    ['it had ended', 'frafald', ' de har selv ringet'],
  ])('is told to nobody where %s before it was sent', async (_, verb, why) => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const typed = { cvr: '25313763', areas: 'networks-courses' };
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    const carla = chatOf('carla-winther');
    const messages = await world.say('carla-winther', carla, LINE);
    await world.click('carla-winther', carla, messages.at(-1)?.card, 'intake.confirm', {
      consent: 'public-task',
    });
    const crisis = (await world.service.unitOfWork.run((stores) => stores.cases.running('25313763'))).find(
      ({ priority }) => priority === 'urgent',
    );
    await world.say('carla-winther', carla, `${verb} ${crisis?.id}${why}`);
    await world.deliver();
    expect([told(viborg, 'er i krise. Erhvervshus'), told(anna, 'er i krise. Erhvervshus')]).toEqual([0, 0]);
    expect((await cases()).cases[0]?.steps).toContain(`crisis:${crisis?.id}`);
  });

  it('is told to nobody where the company declined sharing', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const typed = { cvr: '25313763', areas: 'networks-courses' };
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    const carla = chatOf('carla-winther');
    const messages = await world.say('carla-winther', carla, LINE);
    await world.click('carla-winther', carla, messages.at(-1)?.card, 'intake.confirm', {
      consent: 'declined',
    });
    await world.deliver();
    expect([told(viborg, 'er i krise. Erhvervshus'), told(anna, 'er i krise. Erhvervshus')]).toEqual([0, 0]);
  });
});

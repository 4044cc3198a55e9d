import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameOrganisations, standardName } from '../../src/core/organisation.ts';
import { clickOn, inMessage, textOn, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Coordinators change the settings of their office from chat. The clock is at Friday 20 November 2026. */

const WORDS = {
  da: {
    list: 'indstillinger',
    answerBy: 'indstil svarfrist 24',
    changed: 'Indstillingen er ændret og gælder nu.',
    here: '24 (ændret her)',
    line: 'Anna Holm (chat): fra 48 til 24. Gælder fra 20. november 2026.',
    again: 'Det er allerede sådan: "Svarfrist (timer)". Intet er ændret.',
    wrong: 'indstil svarfrist 49',
    refused: 'Den kan være et helt antal timer fra 1 til 48. Intet er ændret.',
    reset: 'indstil svarfrist nulstil',
    back: '48 (standard)',
    only: 'Det kan kun en koordinator hos LES Viborg.',
    otherOnly: 'Det kan kun en koordinator hos Erhvervshus Midtjylland.',
    unknown: 'indstil kaffe 3',
    noSuch: 'Jeg kender ingen indstilling hos jer ved navn "kaffe 3"',
    need: 'indstil vores nye svejserobot til aluminium',
    later: 'indstil svarfrist 24 fra 1.12.2026',
    fromDay: 'gælder fra 1. december 2026.',
    areas: 'indstil lokale områder generationsskifte',
    one: '1 af 1 sag fra det seneste år ville gå et andet sted hen.',
    ask: 'Svarer de ikke inden 14 dage',
    proposed: 'LES Viborg foreslår en ændring, som flytter sager.',
    agreed: 'Erhvervshus Midtjylland har godkendt ændringen. Den gælder fra 20. november 2026.',
    declined: 'Erhvervshus Midtjylland har afvist ændringen. Intet er ændret.',
    withdrawn: 'LES Viborg har trukket forslaget tilbage. Intet er ændret.',
    reminder: 'LES Viborg venter stadig på svar fra Erhvervshus Midtjylland',
    silence: 'Erhvervshus Midtjylland har ikke svaret i 14 dage, så ændringen gælder fra 5. december 2026.',
    accept: (id: string) => `godkend indstilling ${id}`,
    decline: (id: string) => `afvis indstilling ${id}`,
    withdraw: (id: string) => `træk indstilling tilbage ${id}`,
    over: 'Der er allerede taget stilling til forslaget.',
    hours: 'indstil åbningstid man-tors 8-16, fredag kl. 8.30-12 og 13-14',
    change: 'Ændr',
    week: 'mandag–torsdag kl. 8–16, fredag kl. 8.30–12 og 13–14',
  },
  en: {
    list: 'settings',
    answerBy: 'set answer by 24',
    changed: 'The setting is changed and in force now.',
    here: '24 (changed here)',
    line: 'Anna Holm (chat): from 48 to 24. In force from 20 November 2026.',
    again: 'That is how it is already: "Time limit for the answer (hours)". Nothing is changed.',
    wrong: 'set answer by 49',
    refused: 'It can be a whole number of hours from 1 to 48. Nothing is changed.',
    reset: 'set answer by reset',
    back: '48 (default)',
    only: 'Only a coordinator at LES Viborg can do that.',
    otherOnly: 'Only a coordinator at Erhvervshus Midtjylland can do that.',
    unknown: 'set coffee 3',
    noSuch: 'I know no setting of yours called "coffee 3"',
    need: 'set up our new welding robot for aluminium',
    later: 'set answer by 24 from 1/12/2026',
    fromDay: 'in force from 1 December 2026.',
    areas: 'set local areas succession',
    one: '1 of 1 case of the last year would go elsewhere.',
    ask: 'If they do not answer within 14 days',
    proposed: 'LES Viborg proposes a change that moves cases.',
    agreed: 'Erhvervshus Midtjylland has approved the change. It is in force from 20 November 2026.',
    declined: 'Erhvervshus Midtjylland has declined the change. Nothing is changed.',
    withdrawn: 'LES Viborg has withdrawn the proposal. Nothing is changed.',
    reminder: 'LES Viborg still waits for an answer from Erhvervshus Midtjylland',
    silence:
      'Erhvervshus Midtjylland has not answered for 14 days, so the change is in force from 5 December 2026.',
    accept: (id: string) => `approve setting ${id}`,
    decline: (id: string) => `decline setting ${id}`,
    withdraw: (id: string) => `withdraw setting ${id}`,
    over: 'The proposal has been settled already.',
    hours: 'set opening hours Mon-Thu 8-16, Friday 8:30-12 and 13-14',
    change: 'Change',
    week: 'Monday–Thursday 08:00–16:00, Friday 08:30–12:00 and 13:00–14:00',
  },
} as const;

const ANNA = 'anna-holm';
const FINN = 'finn-dahl';
const CARLA = 'carla-winther';
const DAN = 'dan-ravn';

describe.each(['da', 'en'] as const)('in Teams, in %s', (language) => {
  const words = WORDS[language];
  let world: TeamsWorld;
  beforeEach(async () => {
    world = await openTeamsWorld();
    for (const person of [ANNA, FINN, CARLA, DAN])
      await world.say(person, chatOf(person), `sprog ${language}`);
  });
  afterEach(async () => {
    await world.close();
    nameOrganisations(standardName);
  });
  const answer = async (text: string, person = ANNA) =>
    (await world.say(person, chatOf(person), text)).at(-1);
  const say = async (text: string, person = ANNA) => {
    const shown = await answer(text, person);
    return `${shown?.text}${wordsOn(shown?.card)}`;
  };
  const told = (person: string) =>
    world
      .standing(chatOf(person))
      .map(({ text, card }) => `${text}\n${card === undefined ? '' : wordsOn(card)}`)
      .join('\n');
  const settings = () => world.service.deps.settingsOf('791');
  const audited = () =>
    world.service.unitOfWork.read(async ({ audit }) =>
      (await audit.page({}, 0, 100)).map(({ action, person }) => `${action} ${person}`),
    );
  /** A case of Viborg's about a succession, which the house owns. */
  const logged = async () => {
    await say('log 25313763 generationsskifte, skal sælge virksomheden');
    await say('spring over');
    await say('bekræft offentlig opgave');
    const [kase] = await world.service.unitOfWork.read(({ cases }) => cases.page('', 10));
    expect(kase?.decision.owner.organisation).toBe('ehm-midtjylland');
  };
  const propose = async () => {
    const [shown] = await world.say(ANNA, chatOf(ANNA), words.areas);
    const sent = await world.click(ANNA, chatOf(ANNA), shown?.card, 'setting.change');
    await world.deliver();
    const id = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(wordsOn(sent))?.[0] ?? '';
    return { shown: wordsOn(shown?.card), sent: wordsOn(sent), card: sent, id };
  };

  it('changes, shows the history, refuses a wrong value, and sets back', async () => {
    const changed = await say(words.answerBy);
    expect(changed).toContain(words.changed);
    expect(changed).toContain(words.here);
    expect(changed).toContain(words.line);
    expect(await say(words.list)).toContain(words.here);
    expect(settings().answerByHours).toBe(24);
    expect(await say(words.answerBy)).toContain(words.again);
    expect(await say(words.wrong)).toContain(words.refused);
    expect(settings().answerByHours).toBe(24);
    expect(await say(words.reset)).toContain(words.back);
    await say(words.list);
    expect(settings().answerByHours).toBe(48);
    expect(await audited()).toEqual(['setting-change anna-holm', 'setting-change anna-holm']);
    expect(world.logged.join('\n')).not.toContain('answerBy');
  });

  it('is for coordinators, of settings that there are', async () => {
    expect(await say(words.answerBy, FINN)).toContain(words.only);
    expect(await say(words.unknown)).toContain(words.noSuch);
    expect(await say(words.need)).not.toContain(words.noSuch.slice(0, 20));
    await say(words.list);
    expect(settings().answerByHours).toBe(48);
  });

  it('begins on the day that is named', async () => {
    expect(await say(words.later)).toContain(words.fromDay);
    await say(words.list);
    expect(settings().answerByHours).toBe(48);
    world.clock.set('2026-12-01T08:00:00Z');
    await say(words.list);
    expect(settings().answerByHours).toBe(24);
  });

  it('is changed with the buttons of the cards', async () => {
    const [list] = await world.say(ANNA, chatOf(ANNA), words.list);
    const shown = await world.click(ANNA, chatOf(ANNA), list?.card, 'setting.show', {
      setting: 'answerByHours',
    });
    const changed = await world.click(ANNA, chatOf(ANNA), shown, 'setting.change', { value: '24' });
    expect(wordsOn(changed)).toContain(words.here);
    const back = await world.click(ANNA, chatOf(ANNA), changed, 'setting.reset');
    expect(wordsOn(back)).toContain(words.back);
  });

  it('takes opening hours as people write them', async () => {
    expect(await say(words.hours)).toContain(words.week);
    await say(words.list);
    expect(world.service.deps.officeOf('les-791').week.friday).toEqual([
      { opens: 510, closes: 720 },
      { opens: 780, closes: 840 },
    ]);
  });

  it('shows what localAreas would do, asks the other side, and holds when it agrees', async () => {
    await logged();
    const { shown, sent, id } = await propose();
    expect(shown).toContain(words.one);
    expect(shown).toContain(words.ask);
    expect(sent).toContain(words.proposed);
    await say(words.list);
    expect(settings().localAreas).toEqual([]);
    expect(told(DAN)).toContain(words.proposed);
    expect(told(DAN)).toContain(words.one);
    for (const person of [ANNA, CARLA])
      expect(await say(words.accept(id), person)).toContain(words.otherOnly);
    const asked = world.standing(chatOf(DAN)).at(-1);
    expect(buttonsOn(asked?.card).length).toBeGreaterThan(1);
    const agreed = await world.click(DAN, chatOf(DAN), asked?.card, 'setting.accept');
    expect(wordsOn(agreed)).toContain(words.agreed);
    await world.deliver();
    expect(told(ANNA)).toContain(words.agreed);
    expect(settings().localAreas).toEqual(['succession']);
    expect(await say(words.decline(id), DAN)).toContain(words.over);
    expect(settings().localAreas).toEqual(['succession']);
  });

  it('changes nothing where the other side declines, or the proposal is withdrawn', async () => {
    const first = await propose();
    expect(await say(words.decline(first.id), DAN)).toContain(words.declined);
    await world.deliver();
    expect(told(ANNA)).toContain(words.declined);
    const second = await propose();
    expect(await say(words.withdraw(second.id))).toContain(words.withdrawn);
    await world.deliver();
    expect(told(DAN)).toContain(words.withdrawn);
    world.clock.set('2027-01-20T08:00:00Z');
    await world.deliver();
    expect(settings().localAreas).toEqual([]);
  });

  it('reminds the other side, and holds after 14 days of silence', async () => {
    await propose();
    world.clock.set('2026-11-28T12:00:00Z');
    await world.deliver();
    expect(told(DAN)).toContain(words.reminder);
    expect(settings().localAreas).toEqual([]);
    world.clock.set('2026-12-05T12:00:00Z');
    await world.deliver();
    await world.deliver();
    for (const person of [ANNA, DAN]) expect(told(person)).toContain(words.silence);
    expect(settings().localAreas).toEqual(['succession']);
  });

  it('shows settings in the office’s channel', async () => {
    await say(words.answerBy);
    const [shown] = await world.say(ANNA, channelOf('les-791'), `<at>Indgang</at> ${words.list}`);
    expect(wordsOn(shown?.card)).toContain(WORDS.da.here);
  });
});

describe.each(['da', 'en'] as const)('in Slack, in %s', (language) => {
  const words = WORDS[language];
  let product: Awaited<ReturnType<typeof openProduct>>;
  let count = 0;
  beforeEach(async () => {
    product = await openProduct();
    await say(`sprog ${language}`);
  });
  afterEach(() => product.close());
  const say = async (text: string) => {
    const { world } = product;
    const ts = `1795233543.${String(++count).padStart(6, '0')}`;
    const user = world.anna;
    await world.event({ type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts });
    return world.last('chat.postMessage').body as unknown as Parameters<typeof textOn>[0];
  };

  it('is typed, refused, and changed in the window of the button', async () => {
    const { world } = product;
    expect(textOn(await say(words.wrong))).toContain(words.refused);
    const shown = await say(words.answerBy.replace(' 24', ''));
    await world.interact({
      type: 'block_actions',
      ...inMessage(`D-${world.anna}`, true),
      actions: [clickOn(shown, words.change)],
    });
    await world.interact({ type: 'view_submission', view: viewPayload(world.window(), { value: '24' }) });
    expect(textOn(await say(words.list))).toContain(words.here);
  });
});

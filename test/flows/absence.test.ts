import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { clickOn, inMessage, textOn, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A colleague is away: who says so, who is told, and who gets what comes meanwhile. The clock is at Friday 20 November 2026. */

const WORDS = {
  da: {
    show: 'fravær',
    here: 'Du er ikke meldt fraværende.',
    self: 'fravær til 27.11. stedfortræder Finn Dahl',
    set: 'Finn Dahl er stedfortræder',
    until: '27. november 2026',
    alone: 'fravær til fredag',
    office: 'Koordinatorerne hos LES Viborg får besked.',
    again: 'fravær til 4.12. Finn',
    replaces: 'Det erstatter fraværet til og med 27. november 2026',
    end: 'fravær slut',
    ended: 'er ophævet',
    notAway: 'er ikke meldt fraværende',
    of: (name: string, day: string) => `fravær ${name} til ${day}`,
    past: 'fravær til 19.11.2026',
    passed: 'Datoen er allerede passeret.',
    unreadable: 'fravær til blomsterne visner',
    whichDay: 'Til og med hvilken dag?',
    far: 'fravær til 1.1.2029',
    tooFar: 'højst 366 dage',
    unknown: 'Jeg kender ingen kollega med det navn hos LES Viborg.',
    coordinators: 'Det kan kun en koordinator hos LES Viborg.',
    deputy: 'Stedfortræderen skal være en anden',
    standsIn: 'Du er stedfortræder for Anna Holm hos LES Viborg',
    colleagueAway: 'En kollega (Finn Dahl) hos LES Viborg er fraværende',
    button: 'Meld fravær',
    back: 'Jeg er tilbage',
    away: 'Finn Dahl er fraværende til og med 27. november 2026.',
    need: 'fravær blandt medarbejderne er et problem',
    instead: 'Kollegaen (Finn Dahl) er fraværende til og med 27. november 2026. Sagen er i stedet tildelt',
    nobody: 'og der er ingen stedfortræder. Vælg en anden kollega.',
    assign: (id: string) => `tildel ${id} Finn Dahl`,
  },
  en: {
    show: 'absence',
    here: 'You are not registered as away.',
    self: 'absence until 27/11 deputy Finn Dahl',
    set: 'Finn Dahl stands in',
    until: '27 November 2026',
    alone: 'absence until Friday',
    office: 'The coordinators at LES Viborg get a message.',
    again: 'absence until 4 December Finn',
    replaces: 'This replaces the absence until 27 November 2026',
    end: 'absence end',
    ended: 'has been ended',
    notAway: 'is not registered as away',
    of: (name: string, day: string) => `absence ${name} until ${day}`,
    past: 'absence until 19 November 2026',
    passed: 'The date has passed already.',
    unreadable: 'absence until the flowers wither',
    whichDay: 'Until and including which day?',
    far: 'absence until 1 January 2029',
    tooFar: 'at most 366 days',
    unknown: 'I know no colleague by that name at LES Viborg.',
    coordinators: 'Only a coordinator at LES Viborg can do that.',
    deputy: 'The deputy must be somebody other',
    standsIn: 'You stand in for Anna Holm at LES Viborg',
    colleagueAway: 'A colleague (Finn Dahl) at LES Viborg is away',
    button: 'Register absence',
    back: 'I am back',
    away: 'Finn Dahl is away until and including 27 November 2026.',
    need: 'absence among the staff is a problem',
    instead:
      'The colleague (Finn Dahl) is away until and including 27 November 2026. The case is assigned to',
    nobody: 'and nobody stands in. Choose another colleague.',
    assign: (id: string) => `assign ${id} Finn Dahl`,
  },
} as const;

const ANNA = 'anna-holm';
const FINN = 'finn-dahl';

describe.each(['da', 'en'] as const)('in Teams, in %s', (language) => {
  const words = WORDS[language];
  let world: TeamsWorld;
  beforeEach(async () => {
    world = await openTeamsWorld();
    for (const person of [ANNA, FINN]) await world.say(person, chatOf(person), `sprog ${language}`);
  });
  afterEach(() => world.close());
  const say = async (text: string, person = ANNA) =>
    wordsOn((await world.say(person, chatOf(person), text)).at(-1)?.card);
  const told = (person: string) =>
    world
      .standing(chatOf(person))
      .map(({ text, card }) => `${text}\n${card === undefined ? '' : wordsOn(card)}`)
      .join('\n');
  const kept = async (): Promise<Case> => {
    const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    if (!kase) throw new Error('there is no case');
    return kase;
  };
  const logged = async () => {
    await say('log Hansen VVS, 25313763, vil have netværk for nye ledere');
    await say('bekræft offentlig opgave');
    await world.deliver();
    return kept();
  };

  it('is announced with a deputy, who is told; shown, replaced and ended', async () => {
    expect(await say(words.show)).toContain(words.here);
    const set = await say(words.self);
    expect(set).toContain(words.set);
    expect(set).toContain(words.until);
    await world.deliver();
    expect(told(FINN)).toContain(words.standsIn);
    expect(await say(words.again)).toContain(words.replaces);
    expect(await say(words.end)).toContain(words.ended);
    expect(await say(words.end)).toContain(words.notAway);
  });

  it('goes to the coordinators where nobody stands in', async () => {
    expect(await say(words.of('Finn Dahl', '27.11.2026'))).toContain(words.office);
    await world.deliver();
    expect(told(ANNA)).toContain(words.colleagueAway);
    expect(await say(words.show)).toContain(words.away);
    // A consultant sees their own, and nobody else's.
    expect(await say(words.show, FINN)).toContain(words.until);
    await say(words.self);
    expect(await say(words.show, FINN)).not.toContain(language === 'da' ? 'Anna Holm er' : 'Anna Holm is');
  });

  it('is refused with an answer that says why, and changes nothing', async () => {
    expect(await say(words.past)).toContain(words.passed);
    expect(await say(words.unreadable)).toContain(words.whichDay);
    expect(await say(words.far)).toContain(words.tooFar);
    expect(await say(words.of('Oda Nielsen', '27.11.2026'))).toContain(words.unknown);
    // Carla works at the Erhvervshus.
    expect(await say(words.of('Carla Winther', '27.11.2026'))).toContain(words.unknown);
    expect(await say(`${words.alone} Anna Holm`)).toContain(words.deputy);
    expect(await say(words.of('Anna Holm', '27.11.2026'), FINN)).toContain(words.coordinators);
    expect(await say(words.show)).toContain(words.here);
    expect(await say(words.show, FINN)).toContain(words.here);
    expect(await say(words.need)).not.toContain(words.whichDay);
  });

  it('is announced and ended with the buttons of the card', async () => {
    const chat = chatOf(ANNA);
    const [shown] = await world.say(ANNA, chat, words.show);
    expect(buttonsOn(shown?.card).map(({ title }) => title)).toContain(words.button);
    const set = await world.click(ANNA, chat, shown?.card, 'absence.set', {
      until: '2026-11-27',
      deputy: FINN,
    });
    expect(wordsOn(set)).toContain(words.set);
    expect(buttonsOn(set).map(({ title }) => title)).toContain(words.back);
    const ended = await world.click(ANNA, chat, set, 'absence.end');
    expect(wordsOn(ended)).toContain(words.ended);
  });

  it('sends reminders to the deputy while the deadline runs, and the case stays owned', async () => {
    const before = await logged();
    expect(before.assignee?.person).toBe(ANNA);
    await say(words.self);
    await world.deliver();
    const seen = told(FINN);
    world.clock.set('2026-11-23T12:00:00Z');
    await world.deliver();
    expect(told(FINN).length).toBeGreaterThan(seen.length);
    expect(told(FINN).slice(seen.length)).toContain('Hansen VVS');
    const after = await kept();
    expect([after.owner, after.assignee?.person, after.promise.dueAt]).toEqual([
      before.owner,
      ANNA,
      before.promise.dueAt,
    ]);
    // Any colleague may act meanwhile.
    await world.say(FINN, channelOf('les-791'), `kontaktet ${before.id} telefon`);
    expect((await kept()).promise.answeredBy?.person).toBe(FINN);
  });

  it('what is assigned to somebody away goes to the deputy, or is refused', async () => {
    const { id } = await logged();
    await say(words.of('Finn Dahl', '27.11.2026'));
    expect(await say(words.assign(id))).toContain(words.nobody);
    expect((await kept()).assignee?.person).toBe(ANNA);
    await say(`${words.of('Finn Dahl', '27.11.2026')} Anna Holm`);
    expect(await say(words.assign(id))).toContain(words.instead);
    expect((await kept()).assignee?.person).toBe(ANNA);
  });

  it('ends by itself', async () => {
    await say(words.self);
    world.clock.set('2026-11-28T09:00:00Z');
    expect(await say(words.show)).toContain(words.here);
  });
});

describe.each(['da', 'en'] as const)('in Slack, in %s', (language) => {
  const words = WORDS[language];
  let product: Awaited<ReturnType<typeof openProduct>>;
  let count = 0;
  beforeEach(async () => {
    product = await openProduct({ language: createLanguageModel() });
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

  it('is typed, refused, and announced in the window of the button', async () => {
    const { world } = product;
    const day = world.clock.now().slice(0, 10);
    expect(textOn(await say(words.past.replace('2026', '2020')))).toContain(words.passed);
    const shown = await say(words.show);
    expect(textOn(shown)).toContain(words.here);
    await world.interact({
      type: 'block_actions',
      ...inMessage(`D-${world.anna}`, true),
      actions: [clickOn(shown, words.button)],
    });
    await world.interact({ type: 'view_submission', view: viewPayload(world.window(), { until: day }) });
    expect(textOn(await say(words.show))).not.toContain(words.here);
    expect(textOn(await say(words.end))).toContain(words.ended);
  });
});

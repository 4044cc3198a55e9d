import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { type Answered, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What somebody types who does not know the bot, or whose line is not as the bot would like it. */

const ANNA = 'anna-holm';

let world: TeamsWorld;
beforeAll(async () => {
  world = await openTeamsWorld();
});
afterAll(() => world.close());

const say = (text: string, person = ANNA) => world.say(person, chatOf(person), text);
const said = (answers: readonly Answered[]) =>
  answers.map(({ text, card }) => (card === undefined ? text : wordsOn(card))).join('\n');
const titles = (answers: readonly Answered[]) =>
  answers.flatMap(({ card }) => buttonsOn(card).map(({ title }) => title));
const draft = () => world.service.unitOfWork.read(({ drafts }) => drafts.active(ANNA));
const waiting = () => world.service.unitOfWork.read(({ drafts }) => drafts.setAside(ANNA, 10));

describe('the first line', () => {
  it.each([
    'hej',
    'Hej!',
    'hjælp',
    'hvad kan du',
    '?',
    '',
    '<at>Indgang</at>',
    'kom i gang',
    'hej, jeg er ny her',
    'help me',
  ])('%j is answered with something to do next', async (text) => {
    expect(titles(await say(text))).toEqual(expect.arrayContaining(['Ny henvendelse', 'Mine sager']));
    expect(await draft()).toBeUndefined();
  });

  it.each(['hej', 'hjælp', ''])('%j in a channel, behind a mention, is too', async (text) => {
    const answers = await world.say(ANNA, channelOf('les-791'), `<at>Indgang</at> ${text}`);
    expect(titles(answers)).toContain('Ny henvendelse');
  });

  it('that cannot be read offers help beside the two ways on', async () => {
    expect(titles(await say('frandsen beton'))).toEqual(['Opret en henvendelse', 'Find en sag', 'Hjælp']);
  });

  it('with a company’s name alone begins its enquiry', async () => {
    await say('Hansen VVS');
    expect((await draft())?.values).toMatchObject({ cvr: '25313763', municipality: '791' });
    await say('annuller');
  });

  it.each(['70 15 16 18', '+45 70151618', 'tlf. 70 15 16 18'])(
    '%j finds a telephone number',
    async (text) => {
      expect(said(await say(text))).toContain('70 15 16 18');
    },
  );
});

describe('two companies in a line', () => {
  it.each([
    ['25313763 og 99100419 vil have hjælp til eksport', 'Hansen VVS ApS', 'Søndersø Maskinfabrik A/S'],
    ['CVR 25313763 / CVR 99100419 eksport', 'Hansen VVS ApS', 'Søndersø Maskinfabrik A/S'],
    ['25313763 eksport, og 99100419 finansiering', 'Hansen VVS ApS', 'Søndersø Maskinfabrik A/S'],
    ['Hansen VVS vil eksportere, og Nordlys Smed skal bruge finansiering', 'Hansen VVS ApS', 'Nordlys Smed'],
    ['Hansen VVS og Nordlys Smed vil begge eksportere', 'Hansen VVS ApS', 'Nordlys Smed'],
    [
      'CVR-nummer 25313763 og CVR-nummer 99100419 vil eksportere',
      'Hansen VVS ApS',
      'Søndersø Maskinfabrik A/S',
    ],
    ['eksport 25313763 og finansiering 99100419', 'Hansen VVS ApS', 'Søndersø Maskinfabrik A/S'],
    ['log Hansen VVS viborg eksport; Nordlys Smed skive finansiering', 'Hansen VVS ApS', 'Nordlys Smed'],
  ])('%j become two enquiries, and none is lost', async (text, first, second) => {
    expect(said(await say(text))).toMatch(/2 virksomheder/);
    const active = await draft();
    const [other] = await waiting();
    expect(active?.values).toMatchObject({ companyName: first });
    expect(other?.values).toMatchObject({ companyName: second });
    expect(active?.values.contactPhone).toBeUndefined();
    await say('annuller');
    await say('genoptag');
    expect((await draft())?.values.companyName).toBe(second);
    await say('annuller');
  });

  it('ask about the one in crisis first', async () => {
    await say('Hansen VVS vil eksportere, og Nordlys Smed er ved at gå konkurs');
    expect((await draft())?.values).toMatchObject({ companyName: 'Nordlys Smed', crisis: true });
    expect((await waiting())[0]?.values).toMatchObject({ companyName: 'Hansen VVS ApS' });
    await say('annuller');
    await say('genoptag');
    await say('annuller');
  });

  it.each([
    ['25313763 vil eksportere, ring til 99100419', 'Hansen VVS ApS'],
    ['Hansen og Sørensen ApS vil eksportere', 'Hansen og Sørensen ApS'],
    ['Hansen VVS vil eksportere og skal bruge finansiering', 'Hansen VVS ApS'],
    ['Hansen VVS, Ole Bak og Hanne Hansen, vil eksportere', 'Hansen VVS ApS'],
  ])('%j is one', async (text, company) => {
    await say(text);
    expect((await draft())?.values.companyName).toBe(company);
    expect(await waiting()).toEqual([]);
    await say('annuller');
  });
});

describe('an answer to a card', () => {
  it('that names nobody is no contact person', async () => {
    await say('log 99100419 patent');
    for (const text of ['ja', 'ok tak', 'ring til hende i morgen']) await say(text);
    expect((await draft())?.values.contactName).toBeUndefined();
    await say('Hanne Hansen');
    expect((await draft())?.values.contactName).toBe('Hanne Hansen');
    await say('annuller');
  });

  it('that says that the card is gone shows it again', async () => {
    await say('log 25313763 patent, Hanne Hansen 40411234');
    for (const text of ['kortet er væk', 'knappen virker ikke', 'vis kortet igen'])
      expect(titles(await say(text))).toContain('Send med samtykke');
    await say('annuller');
  });

  it('leaves out of the description what tells nothing of the company', async () => {
    await say('log 25313763 patent, Hanne Hansen 40411234');
    const before = (await draft())?.values;
    for (const text of ['ring til hende i morgen', 'kortet er væk', 'hvad nu?']) await say(text);
    expect((await draft())?.values).toEqual(before);
    await say('annuller');
  });

  it('of a yes after a no to sharing is a change of mind: it creates no case that was declined', async () => {
    await say('log 25313763 patent, Hanne Hansen 40411234');
    await say('nej');
    expect((await draft())?.values.consent).toBe('declined');
    for (const text of ['ja', 'ja tak']) {
      expect(said(await say(text))).not.toContain('er oprettet');
      expect((await draft())?.values.consent).toBe('consent');
      await say('nej');
    }
    await say('annuller');
  });

  it('of a bare yes, where the card asks nothing, creates the case as its only way on', async () => {
    await say('log 99100419 skal bruge en byggetilladelse');
    await say('spring over');
    const shown = await draft();
    expect(shown?.step).toBe('decision');
    expect(said(await say('ja tak'))).toContain('er oprettet');
    expect(await draft()).toBeUndefined();
  });
});

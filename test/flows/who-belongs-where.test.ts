import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import type { Answer } from './recorder.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Who gets in over `POST /api/messages`: by the directory as it now is, or by a bound channel as its roster says. */

const START = '2026-11-20T09:00:00Z';
const viborg = channelOf('les-791');
const SOFIE = 'sofie';

let folder: string;
let world: TeamsWorld;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-people-'));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (hours: number) => world.clock.set(new Date(Date.parse(START) + hours * 3_600_000).toISOString());
const gone: Answer = {
  status: 404,
  body: { error: { code: 'MemberNotFoundInConversation', message: 'The member was not found' } },
};
const away: Answer = { status: 503, body: {} };
const member: Answer = { status: 200, body: { id: '29:x', userRole: 'user', tenantId: DEMO_TENANT } };

/** What `sager` is answered with: a list, or why not. */
async function cases(person: string, place = chatOf(person)): Promise<'a list' | string> {
  const [answer] = await world.say(person, place, 'sager');
  const shown = `${answer?.text ?? ''}${answer?.card === undefined ? '' : JSON.stringify(answer.card)}`;
  if (/mine sager|kontorets sager|ingen sager/i.test(shown)) return 'a list';
  if (/hvilken organisation/.test(shown)) return 'not in the directory';
  if (/få bekræftet/.test(shown)) return 'not confirmed';
  return /gæst/.test(shown) ? 'guest' : shown;
}

function directory(people: readonly object[]): { readonly INDGANG_DIRECTORY: string } {
  const path = join(folder, 'directory.json');
  writeFileSync(path, JSON.stringify({ people }));
  return { INDGANG_DIRECTORY: path };
}

async function restart(people: readonly object[], bound = false): Promise<void> {
  await world.close();
  world = await openTeamsWorld({}, { start: START, data: folder, settings: directory(people), bound });
}

/** A case of LES Viborg that a person has. */
async function caseOf(person: string): Promise<string> {
  const [form] = await world.say(person, chatOf(person), 'ny');
  const decision = await world.click(person, chatOf(person), form?.card, 'intake.submit', {
    municipality: '791',
    stage: 'established',
    areas: 'authority-permits',
    companyName: 'Nordlysets Kagehus',
  });
  const card = JSON.stringify(await world.click(person, chatOf(person), decision, 'intake.confirm', {}));
  const id = /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(card)?.[1] ?? '';
  await world.say(person, chatOf(person), `tildel ${id} mig`);
  return id;
}

const caseNow = (id: string): Promise<Case | undefined> =>
  world.service.unitOfWork.run((stores) => stores.cases.get(id));
const told = (text: RegExp, place: { readonly id: string }) =>
  world.standing({ id: place.id, kind: 'personal' }).filter((one) => text.test(JSON.stringify(one))).length;

const anna = DEMO_PEOPLE.find(({ id }) => id === 'anna-holm');
const finn = DEMO_PEOPLE.find(({ id }) => id === 'finn-dahl');

describe('the directory', () => {
  it('replaces what was there: who is not in it any more gets in nowhere, and their cases are the office’s', async () => {
    world = await openTeamsWorld({}, { start: START, data: folder });
    expect(await cases('anna-holm')).toBe('a list');
    expect(await cases('finn-dahl')).toBe('a list');
    const id = await caseOf('finn-dahl');
    await restart([anna ?? {}], true);
    expect(await cases('anna-holm')).toBe('a list');
    expect(await cases('finn-dahl')).toBe('not in the directory');
    await world.deliver();
    await world.deliver();
    expect(await caseNow(id)).toMatchObject({ owner: 'les-791', assignee: null, status: 'open' });
    expect(told(/ikke længere adgang/, chatOf('anna-holm'))).toBe(1);
    const history = await world.service.unitOfWork.run((stores) => stores.history.of(id));
    expect(history.map(({ event, actor }) => [event, actor?.person])).toContainEqual([
      'assigned',
      'finn-dahl',
    ]);
  });

  it('takes roles and identities away, not only people', async () => {
    world = await openTeamsWorld({}, { start: START, data: folder });
    await restart([
      { ...anna, memberships: [{ organisation: 'les-791', roles: ['consultant'] }] },
      { ...finn, identities: ['teams:other:finn'] },
    ]);
    const [answer] = await world.say('anna-holm', viborg, 'forbind les-791');
    expect(JSON.stringify(answer)).toContain('Det kan kun en koordinator');
    expect(await cases('finn-dahl')).toBe('not in the directory');
  });

  it('keeps the demo out of a service with a directory of its own: its people, and its channels', async () => {
    world = await openTeamsWorld({}, { start: START, data: folder });
    const id = await caseOf('anna-holm');
    await restart([
      {
        id: 'real',
        name: 'Rigtig Person',
        identities: ['teams:t:r'],
        memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
      },
    ]);
    for (const person of ['anna-holm', 'bo-krogh', 'carla-winther', 'dan-ravn'])
      expect(await cases(person)).toBe('not in the directory');
    // Not even a roster that takes everybody for a member makes them consultants: the channels are nobody's.
    expect(await cases('anna-holm', viborg)).toBe('not in the directory');
    const bindings = await world.service.unitOfWork.run((stores) => stores.bindings.all());
    expect(bindings).toEqual([]);
    expect(await caseNow(id)).toMatchObject({ owner: 'les-791' });
  });

  it('needs no roster: its people work while Teams does not answer, and are not asked about', async () => {
    world = await openTeamsWorld({}, { start: START });
    world.recorder.members = () => away;
    expect(await cases('anna-holm', viborg)).toBe('a list');
    at(48);
    expect(await cases('anna-holm')).toBe('a list');
    expect(world.recorder.asked()).toEqual([]);
  });

  it('names guests, who then count with what it gives them', async () => {
    world = await openTeamsWorld({}, { start: START });
    world.recorder.members = () => ({ status: 200, body: { id: '29:x', userRole: 'guest' } });
    expect(await cases('anna-holm', viborg)).toBe('a list');
  });
});

describe('a member of a bound channel', () => {
  beforeEach(async () => {
    world = await openTeamsWorld({}, { start: START });
  });

  it('is a consultant of its office, there and in the personal chat', async () => {
    expect(await cases(SOFIE)).toBe('not in the directory');
    expect(await cases(SOFIE, viborg)).toBe('a list');
    expect(await cases(SOFIE)).toBe('a list');
    expect(world.recorder.asked()).toEqual([[viborg.id, `29:${SOFIE}`]]);
  });

  it.each([
    ['who is not in the roster', gone, 'not in the directory'],
    ['who is a guest', { status: 200, body: { id: '29:x', userRole: 'guest' } }, 'guest'],
    [
      'of another tenant',
      { status: 200, body: { id: '29:x', userRole: 'user', tenantId: 'other' } },
      'guest',
    ],
    ['whom nobody can vouch for now', away, 'not confirmed'],
    [
      'where the conversation is unknown',
      { status: 404, body: { error: { code: 'ConversationNotFound' } } },
      'not confirmed',
    ],
  ])('is none %s', async (_, answer, expected) => {
    world.recorder.members = () => answer;
    expect(await cases(SOFIE, viborg)).toBe(expected);
    expect(await cases(SOFIE)).toBe('not in the directory');
  });

  it('gets help while nobody vouches for them, and nothing is looked up or kept for them', async () => {
    world.recorder.members = () => gone;
    const [help] = await world.say(SOFIE, chatOf(SOFIE), 'hjælp');
    expect(JSON.stringify(help)).toContain('Det kan du skrive');
    const [refused] = await world.say(SOFIE, chatOf(SOFIE), 'sprog en');
    expect(JSON.stringify(refused)).toContain('hvilken organisation');
    const kept = await world.service.unitOfWork.run((stores) =>
      stores.people.byIdentity(`teams:${DEMO_TENANT}:unknown-${SOFIE}`),
    );
    expect(kept).toBeUndefined();
  });

  it('is one no longer within the hour after they leave the team, even if they only ask', async () => {
    await cases(SOFIE, viborg);
    world.recorder.members = () => gone;
    at(0.9);
    expect(await cases(SOFIE)).toBe('a list');
    at(1.1);
    expect(await cases(SOFIE)).toBe('not in the directory');
    world.recorder.members = () => member;
    expect(await cases(SOFIE)).toBe('not in the directory');
    expect(await cases(SOFIE, viborg)).toBe('a list');
  });

  it('is one no longer when they become a guest', async () => {
    await cases(SOFIE, viborg);
    world.recorder.members = () => ({ status: 200, body: { id: '29:x', userRole: 'guest' } });
    at(1.1);
    expect(await cases(SOFIE)).toBe('not in the directory');
  });

  it('stays one for 24 hours while Teams cannot be asked, and is one again once it answers', async () => {
    await cases(SOFIE, viborg);
    const id = await caseOf(SOFIE);
    world.recorder.members = () => away;
    for (const hours of [1.1, 12, 23.9]) {
      at(hours);
      await world.deliver();
      expect(await cases(SOFIE), `after ${hours} hours`).toBe('a list');
    }
    at(24.1);
    expect(await cases(SOFIE)).toBe('not confirmed');
    at(25);
    await world.deliver();
    // Nobody is left with a case on which they cannot act.
    expect(await caseNow(id)).toMatchObject({ owner: 'les-791', assignee: null });
    world.recorder.members = () => member;
    expect(await cases(SOFIE)).toBe('a list');
    const [given] = await world.say('anna-holm', chatOf('anna-holm'), `tildel ${id} ${SOFIE}`);
    expect(JSON.stringify(given)).toContain('Sagen er tildelt');
  });

  it('is confirmed by the hourly job, which ends it too, and puts their cases back', async () => {
    await cases(SOFIE, viborg);
    await world.say('anna-holm', chatOf('anna-holm'), 'hjælp');
    const id = await caseOf(SOFIE);
    expect(await caseNow(id)).toMatchObject({ assignee: { name: SOFIE } });
    await world.deliver();
    at(1.1);
    await world.deliver();
    const kept = () => world.service.unitOfWork.run((stores) => stores.people.membersOf('les-791'));
    expect((await kept()).find(({ name }) => name === SOFIE)?.memberships[0]).toMatchObject({
      source: `channel:teams:${viborg.id}`,
      since: '2026-11-20T09:00:00.000Z',
      confirmedUntil: '2026-11-21T10:06:00.000Z',
    });
    world.recorder.members = () => gone;
    at(2.2);
    await world.deliver();
    at(3.3);
    await world.deliver();
    expect((await kept()).map(({ id }) => id)).toEqual(['anna-holm', 'finn-dahl']);
    expect(await caseNow(id)).toMatchObject({ owner: 'les-791', assignee: null });
    expect(told(/ikke længere adgang/, chatOf('anna-holm'))).toBe(1);
  });

  it('asks a roster that does not answer three times, however many it would be asked about', async () => {
    for (let number = 0; number < 12; number++) await cases(`${SOFIE}${number}`, viborg);
    world.recorder.members = () => away;
    const before = world.recorder.asked().length;
    at(1.1);
    await world.deliver();
    expect(world.recorder.asked().length - before).toBeLessThanOrEqual(6);
  });

  it('is one no longer once the channel is the office’s no longer', async () => {
    await cases(SOFIE, viborg);
    await world.say('anna-holm', viborg, 'afbryd');
    expect(await cases(SOFIE)).toBe('not in the directory');
    expect(await cases(SOFIE, viborg)).toBe('not in the directory');
  });

  it.each([
    [
      'is deleted',
      {
        channelData: { eventType: 'channelDeleted', channel: { id: viborg.id }, tenant: { id: DEMO_TENANT } },
      },
    ],
    ['has lost the bot', { membersRemoved: [{ id: '28:indgang' }] }],
  ])('is one no longer once the channel %s', async (_, update) => {
    await cases(SOFIE, viborg);
    await world.post(
      activityOf(world.recorder.serviceUrl, SOFIE, viborg, { type: 'conversationUpdate', ...update }),
    );
    expect(await cases(SOFIE)).toBe('not in the directory');
  });

  it('is confirmed by another channel of the office once theirs is gone', async () => {
    const other = { id: '19:other', kind: 'channel' as const };
    await world.say('anna-holm', other, 'forbind les-791');
    await cases(SOFIE, viborg);
    await world.say('anna-holm', viborg, 'afbryd');
    expect(await cases(SOFIE)).toBe('a list');
    expect(world.recorder.asked().at(-1)).toEqual([other.id, `29:${SOFIE}`]);
  });

  it('is not trusted for longer because a clock had jumped', async () => {
    at(5 * 24);
    await cases(SOFIE, viborg);
    // The wall clock had been five days ahead; it is believed again once it has run evenly.
    at(0.5);
    await cases(SOFIE, viborg);
    world.clock.pass(11 * 60_000);
    world.recorder.members = () => gone;
    expect(await cases(SOFIE)).toBe('not in the directory');
  });

  it('survives a clock that jumps and comes back', async () => {
    await cases(SOFIE, viborg);
    world.recorder.members = () => away;
    world.clock.jump(5 * 24 * 3_600_000);
    await world.deliver();
    world.clock.jump(-5 * 24 * 3_600_000);
    at(0.5);
    expect(await cases(SOFIE)).toBe('a list');
  });
});

describe('a channel', () => {
  it('is one office’s alone: another’s coordinator cannot make its members theirs', async () => {
    world = await openTeamsWorld({}, { start: START });
    const [answer] = await world.say('bo-krogh', viborg, 'forbind les-751');
    expect(JSON.stringify(answer)).toContain('allerede forbundet med');
    const bindings = await world.service.unitOfWork.run((stores) =>
      stores.bindings.ofOrganisation('les-751'),
    );
    expect(bindings.map(({ conversation }) => conversation.id)).not.toContain(viborg.id);
  });
});

describe('a contact on a case', () => {
  beforeEach(async () => {
    world = await openTeamsWorld({}, { start: START });
  });
  const contactsOf = async (id: string) => (await caseNow(id))?.contacts.length;

  it('is added by those who serve it and by the phone line, not by others who know its number', async () => {
    const id = await caseOf('anna-holm');
    const add = async (person: string) =>
      JSON.stringify(await world.say(person, chatOf(person), `tilføj ${id} Ringede igen`));
    expect(await add('bo-krogh')).toContain('Det kan kun LES Viborg, som har sagen');
    expect(await add('carla-winther')).toContain('Det kan kun LES Viborg, som har sagen');
    expect(await contactsOf(id)).toBe(0);
    await add('finn-dahl');
    await add('eva-lund');
    expect(await contactsOf(id)).toBe(2);
    const [seen] = await world.say('bo-krogh', chatOf('bo-krogh'), `sag ${id}`);
    expect(JSON.stringify(seen)).not.toContain('case.add-contact');
    const [phone] = await world.say('eva-lund', chatOf('eva-lund'), `sag ${id}`);
    expect(JSON.stringify(phone)).toContain('case.add-contact');
  });

  it('is added by whoever registers an enquiry of its company', async () => {
    const start = async (person: string, more: Record<string, string> = {}) => {
      const [form] = await world.say(person, chatOf(person), 'ny');
      const decision = await world.click(person, chatOf(person), form?.card, 'intake.submit', {
        municipality: '791',
        cvr: '25313763',
        areas: 'internationalisation',
        ...more,
      });
      return world.click(person, chatOf(person), decision, 'intake.confirm', { consent: 'consent' });
    };
    const id = /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(JSON.stringify(await start('anna-holm')))?.[1] ?? '';
    await start('bo-krogh', { description: 'Vil til Norge også' });
    expect((await caseNow(id))?.contacts).toMatchObject([{ by: { person: 'bo-krogh' } }]);
  });

  it('is bounded in length and in number an hour, and says so', async () => {
    const id = await caseOf('anna-holm');
    const add = async (text: string) =>
      JSON.stringify(await world.say('anna-holm', chatOf('anna-holm'), `tilføj ${id} ${text}`));
    expect(await add('a'.repeat(4_001))).toContain('for lang');
    // What the person added within the hour on other cases counts as well.
    await world.service.unitOfWork.run(async (stores) => {
      for (let number = 0; number < 58; number++) await stores.marks.add('anna-holm', 'contact', START);
    });
    await add('one');
    await add('two');
    expect(await add('once too often')).toContain('usædvanligt mange henvendelser');
    expect(await contactsOf(id)).toBe(2);
    at(1.1);
    await add('later');
    expect(await contactsOf(id)).toBe(3);
  });
});

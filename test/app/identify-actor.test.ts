import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, VerifiedPerson } from '../../src/app/inbound.ts';
import type { RosterAnswer } from '../../src/app/ports/roster.ts';
import type { Command } from '../../src/core/command.ts';
import type { Membership, Person } from '../../src/core/person.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { channelOf, chatOf } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld, wordsOf } from './app-world.ts';

const HOUSE = 'ehm-midtjylland';
const viborg = channelOf('les-791');
const CASES: Command = { name: 'cases' };
const annaId = DEMO_PEOPLE[0]?.identities[0] ?? '';

let world: AppWorld;
/** What was asked of the roster: place, identity, address. */
let asked: string[];
let answers: (place: string) => RosterAnswer;
beforeEach(async () => {
  asked = [];
  answers = () => ({ standing: 'member' });
  world = await openAppWorld();
  world.roster = (place, identity) => {
    asked.push(`${place.id} ${identity}`);
    return answers(place.id);
  };
});
afterEach(() => world.close());

const SOFIE: VerifiedPerson = { identity: 'teams:t:sofie', name: 'Sofie Madsen', guest: false, locale: null };
const turn = async (
  person: Partial<VerifiedPerson>,
  command: Command = CASES,
  more: Partial<Inbound> = { conversation: viborg },
) => world.do('sofie', command, { person: { ...SOFIE, ...person }, ...more });
const says = async (...given: Parameters<typeof turn>) => wordsOf(await turn(...given));
const stored = (id: string) => world.unitOfWork.read((stores) => stores.people.get(id));
const save = (person: Person) => world.unitOfWork.run((stores) => stores.people.save(person));
const hoursAgo = (hours: number) => new Date(Date.parse(world.clock.now()) - hours * 3_600_000).toISOString();
const byChannel = (confirmedHoursAgo: number, more: Partial<Membership> = {}): Membership => ({
  organisation: 'les-791',
  roles: ['consultant'],
  source: `channel:teams:${viborg.id}`,
  since: '2026-11-01T09:00:00.000Z',
  confirmedUntil: hoursAgo(confirmedHoursAgo - 24),
  ...more,
});
const sofie = (...memberships: readonly Membership[]): Person => ({
  id: SOFIE.identity,
  name: SOFIE.name,
  identities: [SOFIE.identity],
  memberships,
});
const refusalOf = async (...given: Parameters<typeof turn>) => {
  const [answer] = (await turn(...given)).answers;
  return answer?.kind === 'refused' ? answer.refusal : undefined;
};

describe('a stranger', () => {
  it('is greeted and helped without asking anybody, and refused everything else', async () => {
    const chat = { conversation: chatOf('sofie') };
    expect(await says({}, { name: 'help' }, chat)).toEqual(['help']);
    expect(await says({}, { name: 'greet' })).toEqual(['welcome']);
    expect(await says({}, { name: 'unreadable', problem: 'x' })).toEqual(['refused unreadable']);
    expect(asked).toEqual([]);
    expect(await stored(SOFIE.identity)).toBeUndefined();
    expect(await says({}, { name: 'language', language: 'en' }, chat)).toEqual(['refused not-in-directory']);
    expect(await says({}, CASES, chat)).toEqual(['refused not-in-directory']);
    // A card of a case is for nobody in particular.
    expect(await says({}, CASES, { conversation: channelOf('les-740') })).toEqual([
      'refused not-in-directory',
    ]);
    expect(asked).toEqual([]);
  });

  it('belongs to the office in whose channel they stand where its roster says so, and is kept', async () => {
    expect(await says({ address: '29:sofie' })).toEqual(['cases office 0/0 page 1/1']);
    expect(asked).toEqual([`${viborg.id} teams:t:sofie`]);
    const now = world.clock.now();
    expect(await stored(SOFIE.identity)).toEqual({
      id: 'teams:t:sofie',
      name: 'Sofie Madsen',
      identities: ['teams:t:sofie'],
      memberships: [byChannel(0, { since: now })],
    });
    const address = await world.unitOfWork.read((stores) => stores.people.addressOf(SOFIE.identity));
    expect(address).toBe('29:sofie');
  });

  it('is refused where the roster says no or does not answer, and kept by nobody', async () => {
    answers = () => ({ standing: 'gone' });
    expect(await refusalOf({})).toEqual({ code: 'not-in-directory' });
    answers = () => ({ standing: 'guest' });
    expect(await refusalOf({})).toEqual({ code: 'guest' });
    answers = () => ({ standing: 'unknown' });
    expect(await refusalOf({})).toEqual({ code: 'not-confirmed' });
    expect(await stored(SOFIE.identity)).toBeUndefined();
  });

  it('who is a guest or nobody in particular is not asked for', async () => {
    expect(await refusalOf({ guest: true })).toEqual({ code: 'guest' });
    expect(await refusalOf({ unverified: true })).toEqual({ code: 'not-in-directory' });
    expect(asked).toEqual([]);
  });

  it('of an open channel asks the coordinators to be let in, who are told once', async () => {
    answers = () => ({ standing: 'member', open: true });
    const refusal = {
      code: 'ask-to-be-let-in',
      params: { organisation: 'les-791', coordinators: 'Anna Holm' },
    };
    expect(await refusalOf({})).toEqual(refusal);
    expect(await refusalOf({})).toEqual(refusal);
    const waiting = await world.unitOfWork.read((stores) => stores.admissions.ofOrganisation('les-791'));
    expect(waiting).toEqual([
      {
        identity: SOFIE.identity,
        name: SOFIE.name,
        organisation: 'les-791',
        conversation: viborg,
        askedAt: world.clock.now(),
      },
    ]);
    const rows = await world.queue.claim('test', world.clock.now(), world.clock.now(), 10);
    expect(rows.map(({ about, effect }) => [about, effect])).toEqual([
      [SOFIE.identity, { kind: 'notice.coordinators', organisation: 'les-791', notice: 'asks-to-be-let-in' }],
    ]);
  });

  it('is told no coordinator where the office has none', async () => {
    await world.bind('les-740');
    answers = () => ({ standing: 'member', open: true });
    const params = { organisation: 'les-740' };
    expect(await refusalOf({}, CASES, { conversation: channelOf('les-740') })).toEqual({
      code: 'ask-to-be-let-in',
      params,
    });
  });
});

describe('a member by channel', () => {
  it('is asked for once an hour, there where they stand', async () => {
    await save(sofie(byChannel(0.5)));
    expect(await says({})).toEqual(['cases office 0/0 page 1/1']);
    expect(asked).toEqual([]);
    await save(sofie(byChannel(1)));
    expect(await says({})).toEqual(['cases office 0/0 page 1/1']);
    expect(asked).toEqual([`${viborg.id} teams:t:sofie`]);
    expect((await stored(SOFIE.identity))?.memberships).toEqual([byChannel(0)]);
  });

  it('is asked for in their own chat too, in every channel of the office', async () => {
    await save(sofie(byChannel(2)));
    expect(await says({}, CASES, { conversation: chatOf('sofie') })).toEqual(['cases mine 0/0 page 1/1']);
    expect(asked).toEqual([`${viborg.id} teams:t:sofie`]);
  });

  it('is forgotten once they are gone', async () => {
    await save(sofie(byChannel(2)));
    answers = () => ({ standing: 'gone' });
    expect(await refusalOf({}, CASES, { conversation: chatOf('sofie') })).toEqual({
      code: 'not-in-directory',
    });
    expect(await stored(SOFIE.identity)).toBeUndefined();
  });

  it('counts for a day while nobody answers, and then is not confirmed', async () => {
    answers = () => ({ standing: 'unknown' });
    await save(sofie(byChannel(23)));
    expect(await says({})).toEqual(['cases office 0/0 page 1/1']);
    await save(sofie(byChannel(24)));
    expect(await refusalOf({})).toEqual({ code: 'not-confirmed' });
    expect(await refusalOf({}, CASES, { conversation: chatOf('sofie') })).toEqual({ code: 'not-confirmed' });
    // In a channel whose own roster says that they are gone, another one’s silence changes nothing.
    await save(sofie(byChannel(24, { organisation: 'les-751' })));
    answers = (place) => ({ standing: place === viborg.id ? 'gone' : 'unknown' });
    expect(await refusalOf({})).toEqual({ code: 'not-confirmed' });
  });

  it('who stands in another office’s channel is asked for in both', async () => {
    await save(sofie(byChannel(2)));
    await says({}, CASES, { conversation: channelOf(HOUSE) });
    expect(asked.sort()).toEqual([`channel ${HOUSE} teams:t:sofie`, `${viborg.id} teams:t:sofie`]);
    expect((await stored(SOFIE.identity))?.memberships.map(({ organisation }) => organisation)).toEqual([
      HOUSE,
      'les-791',
    ]);
  });

  it('who comes as a guest loses it for this turn, and keeps what the directory gives', async () => {
    await save(sofie(byChannel(0)));
    expect(await refusalOf({ guest: true })).toEqual({ code: 'guest' });
    await save(sofie(byChannel(0), { organisation: HOUSE, roles: ['consultant'] }));
    const { answers: given } = await turn({ guest: true }, { name: 'new' });
    expect(given[0]).toMatchObject({ draft: { organisation: HOUSE } });
    expect((await stored(SOFIE.identity))?.memberships).toHaveLength(2);
  });
});

describe('somebody of the directory', () => {
  it('is known by any identity that the platform vouches for, and nobody is asked', async () => {
    expect(await says({ identity: annaId })).toEqual(['cases office 0/0 page 1/1']);
    expect(await says({ identity: 'teams:other:anna', aliases: ['x', annaId] })).toEqual([
      'cases office 0/0 page 1/1',
    ]);
    expect(asked).toEqual([]);
  });

  it('is known by the identity at home that the roster names', async () => {
    answers = () => ({ standing: 'guest', identity: annaId });
    const { answers: given } = await turn({ identity: 'teams:other:anna' }, { name: 'new' });
    expect(given[0]).toMatchObject({ draft: { person: 'anna-holm' } });
  });

  it('acts for the office in whose channel they stand, else for the one chosen, else must choose', async () => {
    await save({
      ...sofie(
        { organisation: 'les-791', roles: ['auditor'] },
        { organisation: HOUSE, roles: ['coordinator'] },
      ),
      id: 'sofie',
      name: 'Sofie M.',
    });
    const chat = { conversation: chatOf('sofie') };
    expect(await refusalOf({}, CASES, chat)).toEqual({
      code: 'choose-organisation',
      params: { organisations: 'les-791,ehm-midtjylland' },
    });
    expect(await says({}, { name: 'help' }, chat)).toEqual(['help']);
    expect(await says({}, { name: 'language', language: 'da' }, chat)).toEqual(['notice language-chosen']);
    const draftIn = async (conversation: Inbound['conversation']) => {
      await says({}, { name: 'cancel' }, { conversation });
      const [answer] = (await turn({}, { name: 'new' }, { conversation })).answers;
      return answer?.kind === 'intake-form' ? answer.draft.organisation : undefined;
    };
    expect(await draftIn(channelOf(HOUSE))).toBe(HOUSE);
    expect(await draftIn(viborg)).toBe('les-791');
    expect(await says({}, { name: 'act-as', organisation: HOUSE }, chat)).toEqual([
      'notice acting-as',
      'cases mine 1/0 page 1/1',
    ]);
    expect(await draftIn(chatOf('sofie'))).toBe(HOUSE);
    expect(await draftIn(viborg)).toBe('les-791');
    // The channel of an office that is not theirs says nothing.
    answers = () => ({ standing: 'gone' });
    expect(await draftIn(channelOf('les-751'))).toBe(HOUSE);
  });

  it('is written to where they last wrote personally', async () => {
    const conversationOf = () => world.unitOfWork.read((stores) => stores.people.conversationOf('anna-holm'));
    await says({ identity: annaId });
    expect(await conversationOf()).toBeUndefined();
    const chat = chatOf('anna-holm');
    await says({ identity: annaId }, CASES, { conversation: chat });
    expect(await conversationOf()).toEqual(chat);
    const moved = { ...chat, id: 'another', reference: '{"moved":true}' };
    await says({ identity: annaId }, CASES, { conversation: moved });
    expect(await conversationOf()).toEqual(moved);
    // The same address is not written again.
    await says({ identity: annaId }, CASES, { conversation: { ...moved, id: 'unchanged' } });
    expect(await conversationOf()).toEqual(moved);
  });
});

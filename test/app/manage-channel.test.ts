import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/app/inbound.ts';
import type { Admission } from '../../src/app/ports/stores/admission-store.ts';
import { languageOf } from '../../src/app/reader-language.ts';
import type { Command } from '../../src/core/command.ts';
import { channelOf, chatOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

const ANNA = 'anna-holm';
const FINN = 'finn-dahl';
const viborg = channelOf('les-791');
const fresh = { ...viborg, id: 'a new channel' };
const HOUSE = 'ehm-midtjylland';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

/** The code and parameters of the only answer. */
const answerTo = async (person: string, command: Command, conversation: Inbound['conversation'] = viborg) => {
  const [answer] = (await world.do(person, command, { conversation })).answers;
  if (answer?.kind === 'notice') return [answer.notice.code, answer.notice.params];
  return answer?.kind === 'refused' ? [answer.refusal.code, answer.refusal.params] : [answer?.kind];
};
const bound = () => world.unitOfWork.read((stores) => stores.bindings.all());
const stored = (id: string) => world.unitOfWork.read((stores) => stores.people.get(id));

describe('connecting a channel', () => {
  const connect = (person: string, organisation: string, conversation = fresh) =>
    answerTo(person, { name: 'connect', organisation }, conversation);

  it('is for coordinators of the organisation, in a channel', async () => {
    expect(await connect(ANNA, 'les-791')).toEqual(['connected', { organisation: 'les-791' }]);
    expect(await bound()).toContainEqual({
      organisation: 'les-791',
      conversation: fresh,
      boundBy: ANNA,
      boundAt: world.clock.now(),
    });
    expect(await connect(FINN, 'les-791')).toEqual(['coordinators-only', { organisation: 'les-791' }]);
    expect(await connect(ANNA, HOUSE)).toEqual(['coordinators-only', { organisation: HOUSE }]);
    expect(await connect(ANNA, 'les-791', chatOf(ANNA) as typeof fresh)).toEqual([
      'not-a-channel',
      undefined,
    ]);
    const unknown = `les-${'9'.repeat(80)}`;
    expect(await connect(ANNA, unknown)).toEqual([
      'unknown-organisation',
      { organisation: unknown.slice(0, 60) },
    ]);
  });

  it('again changes nothing but who did; a channel is one office’s', async () => {
    await connect(ANNA, 'les-791');
    expect(await connect(ANNA, 'les-791')).toEqual(['connected', { organisation: 'les-791' }]);
    await world.bind('les-740');
    expect(await connect(ANNA, 'les-791', channelOf(HOUSE))).toEqual([
      'bound-elsewhere',
      { organisation: HOUSE },
    ]);
  });
});

describe('disconnecting a channel', () => {
  it('is for coordinators of the organisation that it is connected to', async () => {
    const disconnect = (person: string, conversation = viborg) =>
      answerTo(person, { name: 'disconnect' }, conversation);
    expect(await disconnect(ANNA, fresh)).toEqual(['not-connected', undefined]);
    expect(await disconnect(FINN)).toEqual(['coordinators-only', { organisation: 'les-791' }]);
    expect(await disconnect('dan-ravn')).toEqual(['coordinators-only', { organisation: 'les-791' }]);
    const before = await bound();
    expect(await disconnect(ANNA)).toEqual(['disconnected', { organisation: 'les-791' }]);
    expect(await bound()).toEqual(before.filter(({ organisation }) => organisation !== 'les-791'));
  });

  it('ends the memberships that it vouched for', async () => {
    const person = { identity: 'teams:t:x', name: 'X', guest: false, locale: null };
    await world.do('x', { name: 'cases' }, { person, conversation: viborg });
    expect((await stored('teams:t:x'))?.memberships).toHaveLength(1);
    await answerTo(ANNA, { name: 'disconnect' });
    expect(await stored('teams:t:x')).toBeUndefined();
  });
});

describe('what a person chooses', () => {
  it('is a language, everywhere', async () => {
    const reply = await world.do(ANNA, { name: 'language', language: 'en' });
    expect(reply).toMatchObject({ language: 'en', answers: [{ notice: { code: 'language-chosen' } }] });
    expect((await world.do(ANNA, { name: 'cases' }, { conversation: viborg })).language).toBe('en');
  });

  it('is the channel’s language where it is typed there, and the person keeps their own', async () => {
    await world.bind('les-791');
    const shared = { conversation: viborg, audience: 'conversation' } as const;
    const reply = await world.do(ANNA, { name: 'language', language: 'en' }, shared);
    expect(reply).toMatchObject({
      language: 'en',
      answers: [{ notice: { code: 'channel-language-chosen', params: { organisation: 'les-791' } } }],
    });
    expect((await world.do(FINN, { name: 'cases' }, shared)).language).toBe('en');
    expect((await world.do(ANNA, { name: 'cases' })).language).toBe('da');
    // What is sent there by itself is in the channel's language too, and binding it again keeps it.
    await world.do(ANNA, { name: 'connect', organisation: 'les-791' }, shared);
    expect((await bound()).map(({ language }) => language)).toContain('en');
    const house = channelOf(HOUSE);
    await world.bind(HOUSE);
    await world.do('dan-ravn', { name: 'language', language: 'en' }, { ...shared, conversation: house });
    await logCase(world, ANNA, { depth: 'specialised' });
    await world.worker.drain();
    const there = world.standing.filter(({ conversation }) => conversation === house.id);
    expect([...new Set(there.map(({ posted }) => posted.language))]).toEqual(['en']);
  });

  it('is that of the client until one is chosen, also for whoever belongs nowhere', async () => {
    const of = (identity: string, locale: string | null) => ({
      person: { identity, name: 'X', guest: false, locale },
    });
    const ask = async (identity: string, locale: string | null, name: 'cases' | 'help' = 'cases') =>
      (await world.do('x', { name }, of(identity, locale))).language;
    expect(await ask('teams:t:nobody', 'en-GB')).toBe('en');
    expect(await ask('teams:t:nobody', 'sv-SE')).toBe('da');
    expect(await ask('teams:t:nobody', 'en-GB', 'help')).toBe('en');
    const nina = {
      id: 'nina',
      name: 'Nina Ny',
      identities: ['teams:t:nina'],
      memberships: [{ organisation: 'les-791', roles: ['consultant'] }],
    } as const;
    await world.unitOfWork.run((stores) => stores.people.save(nina));
    expect(await ask('teams:t:nina', 'en-US')).toBe('en');
    // Messages that nobody asked for have no client.
    expect(await world.unitOfWork.read((stores) => languageOf(stores, nina))).toBe('en');
    await world.do('x', { name: 'language', language: 'da' }, of('teams:t:nina', 'en-US'));
    expect(await ask('teams:t:nina', 'en-US')).toBe('da');
  });

  it('is one of their organisations to act for', async () => {
    const actAs = (organisation: string) => answerTo(ANNA, { name: 'act-as', organisation });
    expect(await actAs('les-791')).toEqual(['acting-as', { organisation: 'les-791' }]);
    expect(await world.unitOfWork.read((stores) => stores.people.actingAs(ANNA))).toBe('les-791');
    expect(await actAs(HOUSE)).toEqual(['not-a-member', { organisation: HOUSE }]);
    const unknown = 'x'.repeat(80);
    expect(await actAs(unknown)).toEqual(['unknown-organisation', { organisation: 'x'.repeat(60) }]);
    expect(await world.unitOfWork.read((stores) => stores.people.actingAs(ANNA))).toBe('les-791');
  });
});

describe('letting somebody in', () => {
  const asks = (name: string, more: Partial<Admission> = {}) =>
    world.unitOfWork.run((stores) =>
      stores.admissions.add({
        identity: `teams:t:${name}`,
        name,
        organisation: 'les-791',
        conversation: viborg,
        askedAt: world.clock.now(),
        ...more,
      }),
    );
  const letIn = (person: string, by = ANNA) => answerTo(by, { name: 'admit', person });
  const waiting = async () =>
    (await world.unitOfWork.read((stores) => stores.admissions.ofOrganisation('les-791'))).map(
      ({ name }) => name,
    );

  it('makes whoever asked a consultant of the office, to be confirmed with their next turn', async () => {
    await asks('Sofie Madsen');
    expect(await letIn(' sofie  MADSEN ')).toEqual([
      'let-in',
      { name: 'Sofie Madsen', organisation: 'les-791' },
    ]);
    const now = world.clock.now();
    expect(await stored('teams:t:Sofie Madsen')).toEqual({
      id: 'teams:t:Sofie Madsen',
      name: 'Sofie Madsen',
      identities: ['teams:t:Sofie Madsen'],
      memberships: [
        {
          organisation: 'les-791',
          roles: ['consultant'],
          source: `channel:teams:${viborg.id}`,
          since: now,
          confirmedUntil: now,
          admittedBy: ANNA,
        },
      ],
    });
    expect(await waiting()).toEqual([]);
    expect(await letIn('Sofie Madsen')).toEqual(['nobody-asked', { name: 'Sofie Madsen' }]);
  });

  it('is for coordinators, of those who asked their own office', async () => {
    await asks('Sofie Madsen');
    expect(await letIn('Sofie Madsen', FINN)).toEqual(['coordinators-only', undefined]);
    expect(await letIn('Sofie Madsen', 'dan-ravn')).toEqual(['nobody-asked', { name: 'Sofie Madsen' }]);
    expect(await letIn('y'.repeat(120))).toEqual(['nobody-asked', { name: 'y'.repeat(100) }]);
    expect(await waiting()).toEqual(['Sofie Madsen']);
  });

  it('takes a part of the name that fits one of them alone, and an identity', async () => {
    await asks('Sofie Madsen');
    await asks('Sofie Bak');
    expect(await letIn('sofie')).toEqual(['nobody-asked', { name: 'sofie' }]);
    expect(await letIn('Mads')).toEqual(['nobody-asked', { name: 'Mads' }]);
    expect(await letIn('madsen')).toMatchObject(['let-in', { name: 'Sofie Madsen' }]);
    expect(await letIn(' teams:t:Sofie Bak ')).toMatchObject(['let-in', { name: 'Sofie Bak' }]);
    // A whole name wins over part of another.
    await asks('Per');
    await asks('Per Holm');
    expect(await letIn('per')).toMatchObject(['let-in', { name: 'Per' }]);
  });

  it('adds to what a known person has, once', async () => {
    const [identity = ''] = (await stored('carla-winther'))?.identities ?? [];
    await asks('Carla Winther', { identity });
    expect(await letIn('Carla')).toMatchObject(['let-in', {}]);
    expect((await stored('carla-winther'))?.memberships.map(({ organisation }) => organisation)).toEqual([
      HOUSE,
      'les-791',
    ]);
    const before = await stored(FINN);
    await asks('Finn Dahl', { identity: before?.identities[0] ?? '' });
    expect(await letIn('Finn')).toMatchObject(['let-in', {}]);
    expect(await stored(FINN)).toEqual(before);
  });
});

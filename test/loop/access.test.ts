import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toText } from '../../cards/text.ts';
import { viewOf } from '../../cards/view-of.ts';
import type { Inbound } from '../../src/app/inbound.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { act, caseNow, channelOf, type LoopWorld, logCase, noticesIn, openLoopWorld } from './loop-world.ts';

/** Who may take part at all, for whom somebody acts, and what becomes of what was shared when the basis goes. */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld({
    people: [
      ...DEMO_PEOPLE,
      {
        id: 'gitte-bak',
        name: 'Gitte Bak',
        identities: ['teams:tenant:gitte'],
        memberships: [
          { organisation: 'les-791', roles: ['consultant'] },
          { organisation: 'ehm-midtjylland', roles: ['consultant'] },
        ],
      },
    ],
  });
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland');
const codeOf = (reply: Awaited<ReturnType<LoopWorld['do']>>) => {
  const answer = reply.answers.at(-1);
  if (answer?.kind === 'refused') return answer.refusal.code;
  return answer?.kind === 'case' && answer.problems[0] ? answer.problems[0].refusal.code : undefined;
};
const as = (
  identity: string,
  more: Partial<Inbound['person']> = {},
): Pick<Inbound, 'person' | 'conversation'> => ({
  person: { identity, name: 'Nogen', guest: false, locale: null, ...more },
  conversation: house,
});

describe('somebody from outside', () => {
  it('is refused as a guest, whatever they ask, and changes nothing', async () => {
    const { id } = await logCase(world, 'anna-holm');
    const guest = as('teams:tenant:guest', { guest: true });
    for (const command of [
      { name: 'new' },
      { name: 'log', text: 'Hansen VVS vil eksportere' },
      { name: 'cases' },
      { name: 'case', caseId: id },
      { name: 'case-action', verb: 'handover.accept', caseId: id, revision: null, input: {} },
      { name: 'connect', organisation: 'les-791' },
    ] as const) {
      expect(codeOf(await world.do('guest', command, guest))).toBe('guest');
    }
    expect((await caseNow(world, id)).status).toBe('offered');
    // Nor is the guest remembered as a member of the channel's office.
    expect(
      codeOf(
        await world.do(
          'guest',
          { name: 'cases' },
          { person: { ...as('teams:tenant:guest').person, guest: false } },
        ),
      ),
    ).toBe('not-in-directory');
  });

  it('works as a guest where the directory names them, with what it gives them', async () => {
    const dan = DEMO_PEOPLE.find(({ id }) => id === 'dan-ravn')?.identities[0] ?? '';
    expect(codeOf(await world.do('dan-ravn', { name: 'cases' }, as(dan, { guest: true })))).toBeUndefined();
  });

  it('is not made a member of the channel’s office while nobody can say whether they belong to it', async () => {
    world.roster = () => ({ standing: 'unknown' });
    const stranger = as('teams:tenant:new');
    expect(codeOf(await world.do('new', { name: 'cases' }, stranger))).toBe('not-confirmed');
    world.roster = () => ({ standing: 'member' });
    expect(codeOf(await world.do('new', { name: 'cases' }, stranger))).toBeUndefined();
  });
});

describe('a person in two organisations', () => {
  it('chooses as whom they act, and the choice holds until the next', async () => {
    const { id } = await logCase(world, 'anna-holm');
    expect(codeOf(await world.do('gitte-bak', { name: 'cases' }))).toBe('choose-organisation');
    await world.do('gitte-bak', { name: 'act-as', organisation: 'les-791' });
    expect(codeOf(await act(world, 'gitte-bak', id, 'handover.accept'))).toBe('not-yours');
    expect(codeOf(await world.do('gitte-bak', { name: 'act-as', organisation: 'les-751' }))).toBe(
      'not-a-member',
    );
    await world.do('gitte-bak', { name: 'act-as', organisation: 'ehm-midtjylland' });
    await act(world, 'gitte-bak', id, 'handover.accept');
    expect(await caseNow(world, id)).toMatchObject({
      owner: 'ehm-midtjylland',
      assignee: { person: 'gitte-bak', organisation: 'ehm-midtjylland' },
    });
  });

  it('acts for the office whose channel they stand in', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'gitte-bak', id, 'handover.accept', {}, { conversation: house });
    expect((await caseNow(world, id)).owner).toBe('ehm-midtjylland');
  });
});

describe('a basis that is withdrawn', () => {
  const PERSONAL = /Hanne|4041|Tyskland/;
  const cards = (conversation: string) =>
    world.standing.flatMap(({ conversation: id, message }) =>
      id === conversation ? [toText(viewOf(message.answer, message.language))] : [],
    );

  it('stops sharing: other offices’ cards, channel and personal alike, are drawn again without the personal part', async () => {
    await world.do('carla-winther', { name: 'help' });
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    await act(world, 'carla-winther', id, 'handover.accept');
    await world.worker.drain();
    await act(world, 'carla-winther', id, 'case.contacted');
    await act(world, 'carla-winther', id, 'handover.offer', { organisation: 'les-751' });
    await world.worker.drain();
    await act(world, 'bo-krogh', id, 'handover.accept');
    await world.worker.drain();
    expect(cards('chat carla-winther').join('\n')).toMatch(PERSONAL);
    expect(cards(house.id).join('\n')).toContain('Viborg');

    await act(world, 'bo-krogh', id, 'case.withdraw-basis');
    await world.worker.drain();
    const others = [...cards('chat carla-winther'), ...cards(house.id), ...cards(channelOf('les-791').id)];
    expect(others.length).toBeGreaterThan(1);
    expect(others.join('\n')).not.toMatch(PERSONAL);
    // Not the outline either: what is left says that the company is served, and by whom.
    expect(others.join('\n')).not.toMatch(/Behov|Hvorfor her/);
    expect(others.join('\n')).toContain('LES Aarhus');
    const record = await world.crm.findByCase(id);
    expect(record).toMatchObject({ owner: 'les-751', consent: { kind: 'withdrawn' } });
    expect(JSON.stringify(record)).not.toMatch(PERSONAL);
    const seen = await world.do('carla-winther', { name: 'case', caseId: id });
    expect(seen.answers.map(({ kind }) => kind)).toEqual(['running-case']);
  });

  it('calls back an offer, and neither its card nor a notice of it goes out afterwards', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await act(world, 'carla-winther', id, 'handover.ask', { text: 'Hvornår?' });
    await act(world, 'anna-holm', id, 'case.withdraw-basis');
    await world.worker.drain();
    expect(await caseNow(world, id)).toMatchObject({ status: 'open', handovers: [{ state: 'withdrawn' }] });
    expect(cards(house.id)).toEqual([]);
    world.clock.pass(24 * 14);
    await world.worker.drain();
    expect(noticesIn(world, house.id)).toEqual([]);
    expect(noticesIn(world, channelOf('les-791').id)).toContain('promise-broken');
  });
});

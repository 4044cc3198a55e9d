import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLeave } from '../../src/app/leave-conversations.ts';
import { DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import {
  activityOf,
  channelOf as channelInTeams,
  chatOf as chatInTeams,
  openTeamsWorld,
} from '../flows/teams-world.ts';
import {
  act,
  caseNow,
  channelOf,
  chatOf,
  type LoopWorld,
  logCase,
  noticesIn,
  openLoopWorld,
} from './loop-world.ts';

/** A channel that is gone: removed bot, deleted channel, 403 on the next message. Nothing that waits there is lost. */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld();
  // Dan coordinates the Erhvervshus and has talked to the bot, so that it can write to him.
  await world.do('dan-ravn', { name: 'help' });
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland');
const dan = chatOf('dan-ravn').id;
const cardsFor = (conversation: string) =>
  world.standing.flatMap(({ conversation: id, message }) =>
    id === conversation && message.answer.kind === 'case' ? [message.answer] : [],
  );
/** What stands beside the cards, each of which says for itself that the office has no channel. */
const saidTo = (conversation: string) =>
  noticesIn(world, conversation).filter((code) => code !== 'no-channel');
const leave = () => createLeave(world)(({ id }) => id === house.id);

describe('when an office loses its channel', () => {
  it('each waiting handover is put before its coordinators, who can accept it there, and who are told why', async () => {
    const first = await logCase(world, 'anna-holm');
    const second = await logCase(world, 'anna-holm', { companyName: 'Jensen Smede', cvr: '' });
    await world.worker.drain();
    await leave();
    await world.worker.drain();
    expect(saidTo(dan)).toEqual(['channel-lost']);
    // Cards of two cases are delivered side by side, so either may stand first.
    expect(new Map(cardsFor(dan).map((answer) => [answer.case.id, answer.card]))).toEqual(
      new Map([
        [first.id, 'handover'],
        [second.id, 'handover'],
      ]),
    );
    expect(cardsFor(dan)).toHaveLength(2);
    expect(cardsFor(dan)[0]?.viewer.verbs).toContain('handover.accept');
    await act(world, 'dan-ravn', first.id, 'handover.accept');
    expect((await caseNow(world, first.id)).owner).toBe('ehm-midtjylland');
  });

  it('says so once, however often it is told', async () => {
    await logCase(world, 'anna-holm');
    await world.worker.drain();
    await leave();
    await leave();
    await world.worker.drain();
    expect(saidTo(dan)).toEqual(['channel-lost']);
    expect(cardsFor(dan)).toHaveLength(1);
  });

  it('what is already answered is not asked again', async () => {
    const kase = await logCase(world, 'anna-holm');
    await world.worker.drain();
    await act(world, 'carla-winther', kase.id, 'handover.accept');
    await world.worker.drain();
    await leave();
    await world.worker.drain();
    expect(cardsFor(dan)).toEqual([]);
  });

  it('it falls on the not-delivered list where nobody can be written to, and goes out once a channel is connected', async () => {
    await world.close();
    world = await openLoopWorld();
    const kase = await logCase(world, 'anna-holm');
    await world.worker.drain();
    await leave();
    await world.worker.drain();
    const parked = await world.queue.parked(9);
    expect(parked.map(({ about, code }) => [about, code])).toEqual([
      [kase.id, 'no-place'],
      [house.id, 'no-place'],
    ]);
    await world.bind('ehm-midtjylland');
    world.clock.pass(1);
    await world.worker.drain();
    expect(cardsFor(house.id)).toHaveLength(2);
  });

  it('a 403 on the next message says the same', async () => {
    await logCase(world, 'anna-holm');
    await world.worker.drain();
    const before = await logCase(world, 'anna-holm', { companyName: 'Jensen Smede', cvr: '' });
    world.fate = ({ id }) => (id === house.id ? 'gone' : 'take');
    await world.worker.drain();
    await world.worker.drain();
    expect(saidTo(dan)).toEqual(['channel-lost']);
    expect(new Set(cardsFor(dan).map((answer) => answer.case.id)).size).toBe(2);
    expect(cardsFor(dan)).toHaveLength(2);
    expect(cardsFor(dan).map((answer) => answer.case.id)).toContain(before.id);
  });
});

describe('over POST /api/messages', () => {
  const place = channelInTeams('ehm-midtjylland');
  it.each([
    ['the team removes the bot', { type: 'conversationUpdate', membersRemoved: [{ id: '28:indgang' }] }],
    ['the app is uninstalled', { type: 'installationUpdate', action: 'remove' }],
    [
      'the channel is deleted',
      {
        type: 'conversationUpdate',
        channelData: { tenant: { id: DEMO_TENANT }, eventType: 'channelDeleted', channel: { id: place.id } },
      },
    ],
  ])('the binding ends when %s', async (_, update) => {
    const teams = await openTeamsWorld();
    try {
      const bound = () =>
        teams.service.unitOfWork.run((stores) => stores.bindings.ofOrganisation('ehm-midtjylland'));
      expect(await bound()).toHaveLength(1);
      const { status } = await teams.post(activityOf(teams.recorder.serviceUrl, 'dan-ravn', place, update));
      expect([status, await bound()]).toEqual([200, []]);
    } finally {
      await teams.close();
    }
  });

  it('every channel of a team goes with it, and none of another team', async () => {
    const teams = await openTeamsWorld();
    try {
      const inTeam = (id: string, team: string, update: object) =>
        activityOf(
          teams.recorder.serviceUrl,
          'dan-ravn',
          { id, kind: 'channel' },
          {
            ...update,
            channelData: { tenant: { id: DEMO_TENANT }, team: { id: team } },
          },
        );
      const connect = { type: 'message', text: 'forbind ehm-midtjylland', textFormat: 'plain' };
      await teams.post(inTeam('19:one', 'team-1', connect));
      await teams.post(inTeam('19:two', 'team-1', connect));
      await teams.post(inTeam('19:other', 'team-2', connect));
      await teams.post(
        inTeam('19:general', 'team-1', {
          type: 'conversationUpdate',
          membersRemoved: [{ id: '28:indgang' }],
        }),
      );
      const left = await teams.service.unitOfWork.run((stores) =>
        stores.bindings.ofOrganisation('ehm-midtjylland'),
      );
      expect(left.map(({ conversation }) => conversation.id).sort()).toEqual(['19:other', place.id].sort());
      // The place is still written to as Teams knows it.
      await teams.say('anna-holm', chatInTeams('anna-holm'), 'hjælp');
    } finally {
      await teams.close();
    }
  });

  it('somebody else who leaves a channel changes nothing', async () => {
    const teams = await openTeamsWorld();
    try {
      await teams.post(
        activityOf(teams.recorder.serviceUrl, 'dan-ravn', place, {
          type: 'conversationUpdate',
          membersRemoved: [{ id: '29:carla-winther' }],
        }),
      );
      const bound = await teams.service.unitOfWork.run((stores) =>
        stores.bindings.ofOrganisation('ehm-midtjylland'),
      );
      expect(bound).toHaveLength(1);
    } finally {
      await teams.close();
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLeave, unbind } from '../../src/app/leave-conversations.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import type { PostedCard } from '../../src/app/ports/stores/post-store.ts';
import type { Case } from '../../src/core/case/case.ts';
import { channelOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

const HOUSE = 'ehm-midtjylland';
const first = channelOf(HOUSE);
const second = { ...first, id: 'second' };

let world: AppWorld;
let kase: Case;
beforeEach(async () => {
  world = await openAppWorld();
  kase = await logCase(world, 'anna-holm');
  for (;;) {
    const rows = await world.queue.claim('w', '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', 100);
    if (rows.length === 0) break;
    for (const { id } of rows) await world.queue.done(id, 'w');
  }
});
afterEach(() => world.close());

const leave = (place: Conversation = first) =>
  createLeave({ unitOfWork: world.unitOfWork, clock: world.clock })(
    ({ channel, id }) => channel === place.channel && id === place.id,
  );
const post = (id: string, more: Partial<PostedCard> = {}) =>
  world.unitOfWork.run((stores) =>
    stores.posts.save({
      id,
      about: kase.id,
      card: 'handover',
      organisation: HOUSE,
      person: null,
      conversation: first,
      messageId: `message ${id}`,
      shownRevision: 1,
      ...more,
    }),
  );
const postsLeft = async () =>
  (await world.unitOfWork.read((stores) => stores.posts.of(kase.id))).map(({ id }) => id).sort();
const outbox = async () => {
  const rows = await world.queue.claim('test', world.clock.now(), world.clock.now(), 100);
  return rows.map(({ about, effect }) => ({ about, ...effect }));
};
const CARD = () => ({ about: kase.id, kind: 'card.post', organisation: HOUSE, card: 'handover' });
const LOST = { about: first.id, kind: 'notice.coordinators', organisation: HOUSE, notice: 'channel-lost' };

describe('a channel that is gone', () => {
  it('is bound no more; its coordinators are told, and members by it end', async () => {
    await world.do(
      'x',
      { name: 'cases' },
      { person: { identity: 'teams:t:x', name: 'X', guest: false, locale: null }, conversation: first },
    );
    await leave();
    const { bindings, person } = await world.unitOfWork.read(async (stores) => ({
      bindings: await stores.bindings.all(),
      person: await stores.people.get('teams:t:x'),
    }));
    expect(bindings.map(({ organisation }) => organisation).sort()).toEqual(['les-751', 'les-791']);
    expect(person).toBeUndefined();
    expect(await outbox()).toEqual([LOST]);
  });

  it('that had the only card of an offer has it posted by the next way', async () => {
    await post('here');
    await post('elsewhere', { conversation: channelOf('les-791'), organisation: 'les-791' });
    await post('personal', { person: 'carla-winther' });
    await leave();
    expect(await postsLeft()).toEqual(['elsewhere', 'personal']);
    expect(await outbox()).toEqual([CARD(), LOST]);
  });

  it('whose card stands in another channel of the office too has it posted no second time', async () => {
    await post('here');
    await post('there', { conversation: second });
    await leave();
    expect(await postsLeft()).toEqual(['there']);
    expect(await outbox()).toEqual([LOST]);
  });

  it('whose card may not have arrived leaves that to its row, which is taken up again', async () => {
    await post('here', { messageId: null });
    await world.unitOfWork.run((stores) =>
      stores.outbox.add(
        kase.id,
        [{ kind: 'card.post', organisation: HOUSE, card: 'handover' }],
        world.clock.now(),
      ),
    );
    const [row] = await world.queue.claim('w', world.clock.now(), world.clock.now(), 1);
    await world.queue.park(row?.id ?? '', 'w', world.clock.now(), 'uncertain');
    await leave();
    expect(await postsLeft()).toEqual([]);
    expect(await outbox()).toEqual([CARD(), LOST]);
  });

  it('is another one: nothing happens', async () => {
    await post('here');
    await leave({ ...first, channel: 'slack' });
    await leave({ ...first, id: 'unknown' });
    expect(await postsLeft()).toEqual(['here']);
    expect(await outbox()).toEqual([]);
  });
});

describe('a conversation that was never an office’s', () => {
  it('is unbound without a word', async () => {
    await world.unitOfWork.run((stores) => unbind(stores, ({ id }) => id === first.id, world.clock.now()));
    const bindings = await world.unitOfWork.read((stores) => stores.bindings.all());
    expect(bindings.map(({ organisation }) => organisation).sort()).toEqual(['les-751', 'les-791']);
    expect(await outbox()).toEqual([]);
  });
});

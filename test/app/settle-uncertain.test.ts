import { beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/app/inbound.ts';
import type { PostedCard } from '../../src/app/ports/stores/post-store.ts';
import { settleByActing, settleByClick } from '../../src/app/settle-uncertain.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { anna } from '../core/case/case-world.ts';
import { channelOf } from '../loop/loop-world.ts';
import { createMemoryStore, type MemoryStore } from '../loop/memory-stores.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const here = channelOf('les-791');

let store: MemoryStore;
beforeEach(() => {
  let count = 0;
  store = createMemoryStore(() => `row ${++count}`);
});

async function parked(effects: readonly Effect[], code = 'uncertain') {
  await store.unitOfWork.run((stores) => stores.outbox.add('K1', effects, NOW));
  for (;;) {
    const rows = await store.queue.claim('w', NOW, NOW, 100);
    if (rows.length === 0) return;
    for (const { id } of rows) await store.queue.park(id, 'w', NOW, code);
  }
}
const stillParked = async () => (await store.queue.parked(100)).map(({ effect }) => effect);

const told = (person: string, organisation: OrganisationId): Effect => ({
  kind: 'notice.person',
  person,
  organisation,
  notice: 'draft-expired',
  notBefore: NOW,
});
const mine = told('anna', 'les-791');
const elsewhere = told('anna', 'les-751');
const office: Effect = { kind: 'card.post', organisation: 'les-791', card: 'case' };
const other: Effect = { kind: 'card.post', organisation: 'ehm-midtjylland', card: 'handover' };

describe('acting on a case', () => {
  it('takes what was meant for the person or their office off the list, and nothing of others', async () => {
    const bo = told('bo', 'les-751');
    await parked([mine, elsewhere, office, other, bo]);
    await store.unitOfWork.run((stores) => settleByActing(stores, 'K1', anna));
    expect(await stillParked()).toEqual([other, bo]);
  });

  it('leaves what failed for another reason, and what is about another case', async () => {
    await parked([office], 'gone');
    await store.unitOfWork.run((stores) => settleByActing(stores, 'K1', anna));
    await parked([office]);
    await store.unitOfWork.run((stores) => settleByActing(stores, 'K2', anna));
    expect(await stillParked()).toEqual([office, office]);
  });
});

describe('a click on a card', () => {
  const post = (id: string, more: Partial<PostedCard> = {}) =>
    store.unitOfWork.run((stores) =>
      stores.posts.save({
        id,
        about: 'K1',
        card: 'case',
        organisation: 'les-791',
        person: null,
        conversation: here,
        messageId: null,
        shownRevision: 1,
        ...more,
      }),
    );
  const click = (cardMessageId: string | undefined, conversation = here) =>
    store.unitOfWork.run((stores) =>
      settleByClick(stores, 'K1', { cardMessageId, conversation } as Inbound, NOW),
    );
  const messageOf = (id: string) =>
    store.unitOfWork.read(async (stores) => (await stores.posts.get(id))?.messageId);

  it('gives the post there its message, and looks at its row again', async () => {
    await post('p');
    await parked([office]);
    await click('m1');
    expect(await messageOf('p')).toBe('m1');
    expect(await stillParked()).toEqual([]);
  });

  it('on a message that is known leaves the other posts alone', async () => {
    await post('known', { messageId: 'm1' });
    await post('p');
    await parked([office]);
    await click('m1');
    expect([await messageOf('known'), await messageOf('p')]).toEqual(['m1', null]);
    expect(await stillParked()).toEqual([]);
  });

  it('elsewhere, or one that names no message, says nothing', async () => {
    await post('p');
    await parked([office]);
    await click(undefined);
    await click('m1', channelOf('les-751'));
    await click('m1', { ...here, channel: 'slack' });
    expect(await messageOf('p')).toBeNull();
    expect(await stillParked()).toEqual([office]);
  });

  it('where every post has its message says nothing new', async () => {
    await post('other', { messageId: 'm2' });
    await parked([office]);
    await click('m1');
    expect(await messageOf('other')).toBe('m2');
    expect(await stillParked()).toEqual([office]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxQueue } from '../../src/app/ports/outbox-queue.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Case } from '../../src/core/case/case.ts';
import { STORES, type TestStores } from './databases.ts';
import { at, CARD, caseOf, offeredCase, postOf, SAVE, TELL } from './sample-rows.ts';

/** What reconciliation finds: cases that nobody sees or that the CRM has not got, and none that is under way. */

const NOW = at(0);

interface Row {
  readonly why: string;
  readonly kase?: Case;
  /** The revision that the CRM has; the case's is 1. */
  readonly crm?: number;
  readonly arrange?: (stores: Stores) => Promise<void>;
  /** Everything put into the outbox is put aside. */
  readonly parked?: true;
  readonly bound?: true;
  readonly lacks: readonly ('card' | 'crm')[];
}

const TABLE: readonly Row[] = [
  { why: 'no card, no record', lacks: ['card', 'crm'], crm: 0 },
  { why: 'no card', lacks: ['card'] },
  {
    why: 'a card at its owner',
    arrange: (stores) => stores.posts.save(postOf('K', 'les-791')),
    lacks: [],
  },
  {
    why: 'a card at another office alone',
    arrange: (stores) => stores.posts.save(postOf('K', 'les-751')),
    lacks: ['card'],
  },
  {
    why: 'an offer whose receiver has its card',
    kase: offeredCase('K', 'ehm-fyn'),
    arrange: (stores) => stores.posts.save(postOf('K', 'ehm-fyn')),
    lacks: [],
  },
  {
    why: 'an offer that only its sender sees',
    kase: offeredCase('K', 'ehm-fyn'),
    arrange: (stores) => stores.posts.save(postOf('K', 'les-791')),
    lacks: ['card'],
  },
  { why: 'a card on its way', arrange: (stores) => stores.outbox.add('K', [CARD], NOW), lacks: [] },
  { why: 'a notice on its way', arrange: (stores) => stores.outbox.add('K', [TELL], NOW), lacks: [] },
  {
    why: 'a card that may have arrived',
    arrange: (stores) => stores.posts.save(postOf('K', 'les-791', { messageId: null })),
    lacks: [],
  },
  {
    why: 'a card put aside for want of a place: the list shows it',
    arrange: (stores) => stores.outbox.add('K', [CARD], NOW),
    parked: true,
    lacks: [],
  },
  {
    why: 'the same once the office has a place again',
    arrange: (stores) => stores.outbox.add('K', [CARD], NOW),
    parked: true,
    bound: true,
    lacks: ['card'],
  },
  {
    why: 'a record on its way',
    crm: 0,
    arrange: async (stores) => {
      await stores.posts.save(postOf('K', 'les-791'));
      await stores.outbox.add('K', [SAVE], NOW);
    },
    lacks: [],
  },
  {
    why: 'a record that was put aside',
    crm: 0,
    arrange: async (stores) => {
      await stores.posts.save(postOf('K', 'les-791'));
      await stores.outbox.add('K', [SAVE], NOW);
    },
    parked: true,
    lacks: ['crm'],
  },
  { why: 'a case that has ended', kase: caseOf('K', { status: 'closed', closedAt: NOW }), lacks: [] },
];

describe.each(STORES)('what is unseen in $name', ({ open }) => {
  let store: TestStores;
  let queue: OutboxQueue;
  let unitOfWork: UnitOfWork;
  beforeEach(async () => {
    let named = 0;
    store = await open(() => `row ${++named}`);
    ({ unitOfWork, queue } = store);
  });
  afterEach(() => store.close());

  it.each(TABLE)('$why', async ({ kase = caseOf('K'), crm = 1, arrange, parked, bound, lacks }) => {
    await unitOfWork.run(async (stores) => {
      await stores.cases.insert(kase, null);
      if (crm > 0) await stores.cases.saveCrmRevision('K', crm, 'crm');
      if (bound) {
        const { conversation } = postOf('K', 'les-791');
        await stores.bindings.save({ organisation: 'les-791', conversation, boundBy: 'anna', boundAt: NOW });
      }
      await arrange?.(stores);
    });
    if (parked)
      for (const { id } of await queue.claim('w', NOW, at(60), 9)) await queue.park(id, 'w', NOW, 'x');
    const { found, next } = await unitOfWork.run((stores) => stores.cases.unseen('', 9));
    expect(found).toEqual(lacks.map((one) => ({ caseId: 'K', lacks: one })));
    expect(next).toBeNull();
  });

  it('is found a page at a time, every case once', async () => {
    await unitOfWork.run(async (stores) => {
      for (let one = 0; one < 10; one++) await stores.cases.insert(caseOf(`K${one}`), null);
    });
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after;
      const { found, next } = await unitOfWork.run((stores) => stores.cases.unseen(from, 3));
      seen.push(...found.filter(({ lacks }) => lacks === 'card').map(({ caseId }) => caseId));
      after = next;
    }
    expect(seen).toEqual(Array.from({ length: 10 }, (_, one) => `K${one}`));
  });
});

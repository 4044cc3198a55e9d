import type { OutboxQueue, OutboxRow } from '../../src/app/ports/outbox-queue.ts';
import type { CrmLook, CrmReading } from '../../src/app/ports/stores/crm-reading-store.ts';
import type { OutboxStore } from '../../src/app/ports/stores/outbox-store.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { isActive } from '../../src/core/case/derived.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import { isPlanned } from '../../src/core/outreach/outreach.ts';
import { recipientOf } from '../../src/core/promise/gather-notices.ts';
import { inOrder, Kept, type Undo } from './kept.ts';
import { createMemoryAdvisers } from './memory-advisers.ts';
import { createMemoryApi } from './memory-api.ts';
import { createMemoryCases } from './memory-cases.ts';
import { createMemoryDigests } from './memory-digests.ts';
import { createMemoryOffers } from './memory-offers.ts';
import { createMemoryOutreach } from './memory-outreach.ts';
import { createMemoryPeople } from './memory-people.ts';
import { createMemorySettings } from './memory-settings.ts';
import { createMemorySurveys } from './memory-surveys.ts';
import { createMemoryWebhooks } from './memory-webhooks.ts';

/**
 * The stores a second time, over plain maps: fast enough for ten thousand histories. Transactions are one after the other,
 * and what a failed one wrote is undone. The suites of `test/db` hold them to what the databases do.
 */

interface Row extends OutboxRow {
  readonly sequence: number;
  readonly readyAt: string;
  readonly leasedBy: string | null;
  readonly leasedUntil: string | null;
  readonly parkedAt: string | null;
  readonly code: string | null;
}

export interface MemoryStore {
  readonly unitOfWork: UnitOfWork;
  readonly queue: OutboxQueue;
  /** Forgets everything but people, what they prefer and bindings. */
  clear(): void;
  /** Rows that wait. */
  waiting(): readonly { readonly readyAt: string; readonly effect: Effect }[];
}

const FREE = { leasedBy: null, leasedUntil: null } as const;
const isCrm = (row: Row) => row.lane.startsWith('crm/');

function laneOf({ kind }: Effect, about: string, id: string): string {
  if (kind === 'crm.save') return `crm/${about}`;
  return kind === 'card.post' ||
    kind === 'card.refresh' ||
    kind === 'outreach.refresh' ||
    kind === 'setting.refresh'
    ? `cards/${about}`
    : `notice/${id}`;
}

/** `onOutbox` is called after a transaction that added to the outbox. */
export function createMemoryStore(newId: () => string, onOutbox: () => void = () => {}): MemoryStore {
  const undo: Undo = [];
  const outbox = new Kept<Row>(undo);
  const people = createMemoryPeople(undo, newId);
  const cases = createMemoryCases(undo, people, () => outbox.all());
  const outreach = createMemoryOutreach(undo);
  const digests = createMemoryDigests(undo);
  const reading = new Kept<CrmReading>(undo);
  const looks = new Kept<CrmLook>(undo);
  let sequence = 0;
  let added = false;
  const stores: Stores = {
    ...people.stores,
    ...cases.stores,
    outreach: outreach.store,
    digests: digests.store,
    settings: createMemorySettings(undo),
    crmReading: {
      last: async () => reading.get('crm'),
      save: async (one) => void reading.set('crm', one),
      due: async (now, limit) =>
        looks
          .all()
          .filter(({ at }) => at <= now)
          .toSorted((a, b) => (`${a.at} ${a.caseId}` < `${b.at} ${b.caseId}` ? -1 : 1))
          .slice(0, limit),
      isNoted: async (caseId) => looks.get(caseId) !== undefined,
      failuresOf: async (caseId) => looks.get(caseId)?.failures ?? 0,
      unread: async () => looks.all().filter(({ failures }) => failures > 0).length,
      lookAgain: async (look) => void looks.set(look.caseId, look),
      looked: async (caseId) => void looks.delete(caseId),
    },
    offers: createMemoryOffers(undo),
    surveys: createMemorySurveys(undo),
    advisers: createMemoryAdvisers(undo),
    api: createMemoryApi(undo),
    webhooks: createMemoryWebhooks(undo, (id) => void outbox.deleteWhere(({ about }) => about === id)),
    outbox: outboxOf({
      outbox,
      newId,
      next: () => ++sequence,
      added: () => {
        added = true;
      },
      isEnded: (about) => {
        const kase = cases.get(about);
        const contact = outreach.get(about);
        return (kase !== undefined && !isActive(kase)) || (contact !== undefined && !isPlanned(contact));
      },
    }),
  };

  let last: Promise<unknown> = Promise.resolve();
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(async () => {
      undo.length = 0;
      added = false;
      try {
        return await work();
      } catch (error) {
        for (const step of undo.splice(0).reverse()) step();
        throw error;
      }
    });
    last = done.catch(() => undefined);
    return done;
  };
  return {
    unitOfWork: {
      run: (work) =>
        exclusively(async () => {
          const result = await work(stores);
          if (added) onOutbox();
          return result;
        }),
      read: (work) =>
        exclusively(async () => {
          const result = await work(stores);
          if (undo.length > 0) throw new Error('readonly: a transaction that only reads has written');
          return result;
        }),
    },
    queue: queueOf(outbox, exclusively),
    clear() {
      outbox.map.clear();
      cases.clear();
      outreach.clear();
      digests.forget();
      people.forgetDeliveries();
    },
    waiting: () => outbox.all().filter(({ parkedAt }) => parkedAt === null),
  };
}

interface OutboxParts {
  readonly outbox: Kept<Row>;
  readonly newId: () => string;
  readonly next: () => number;
  readonly added: () => void;
  readonly isEnded: (about: string) => boolean;
}

function outboxOf({ outbox, newId, next, added, isEnded }: OutboxParts): OutboxStore {
  const uncertainOf = (caseId: string) =>
    outbox
      .all()
      .filter(({ about, parkedAt, code }) => about === caseId && parkedAt !== null && code === 'uncertain');
  const again = (rows: readonly Row[], now: string) => {
    for (const row of rows)
      outbox.set(row.id, { ...row, parkedAt: null, readyAt: now, attempts: 0, createdAt: now });
    return rows.map(({ effect }) => effect);
  };
  return {
    async add(about, effects, at) {
      if (effects.length > 0) added();
      for (const effect of effects) {
        const id = newId();
        outbox.set(id, {
          id,
          about,
          lane: laneOf(effect, about, id),
          effect,
          createdAt: at,
          attempts: 0,
          sequence: next(),
          readyAt: ('notBefore' in effect ? effect.notBefore : undefined) ?? at,
          ...FREE,
          parkedAt: null,
          code: null,
        });
      }
    },
    async supersede(caseId, by) {
      const told = by.flatMap((effect) =>
        effect.kind === 'tell.person' || effect.kind === 'tell.organisation' ? [recipientOf(effect)] : [],
      );
      outbox.deleteWhere(({ about, effect, parkedAt, leasedBy }) => {
        if (about !== caseId || parkedAt !== null || leasedBy !== null) return false;
        if (effect.kind !== 'tell.person' && effect.kind !== 'tell.organisation') return false;
        return effect.notBefore !== undefined && told.includes(recipientOf(effect));
      });
    },
    parkedUncertain: async (caseId) => uncertainOf(caseId),
    undeliveredAbout: async (given) =>
      outbox
        .all()
        .filter(({ about }) => about === given)
        .map(({ effect }) => effect),
    async unparkUncertain(caseId, now) {
      if (again(uncertainOf(caseId), now).length > 0) added();
    },
    drop: async (id) => void outbox.delete(id),
    async unpark(caseId, lacks, now) {
      added();
      const parked = outbox.all().filter(({ about, parkedAt }) => about === caseId && parkedAt !== null);
      return again(
        parked.filter((row) => isCrm(row) === (lacks === 'crm')),
        now,
      );
    },
    dropEnded: async () =>
      outbox.deleteWhere((row) => row.parkedAt !== null && !isCrm(row) && isEnded(row.about)),
  };
}

type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

function queueOf(outbox: Kept<Row>, exclusively: Exclusively): OutboxQueue {
  const held = (id: string, worker: string, change: (row: Row) => void) =>
    exclusively(async () => {
      const row = outbox.get(id);
      if (row?.leasedBy !== worker) return false;
      change(row);
      return true;
    });
  const bySequence = (rows: readonly Row[]) => rows.toSorted((a, b) => a.sequence - b.sequence);
  return {
    claim: (worker, now, leasedUntil, limit) =>
      exclusively(async () => {
        const lanes = new Set<string>();
        const firsts = bySequence(outbox.all()).filter(({ lane, parkedAt }) => {
          const isFirst = parkedAt === null && !lanes.has(lane);
          if (isFirst) lanes.add(lane);
          return isFirst;
        });
        const free = firsts.filter(
          (row) => row.readyAt <= now && (row.leasedUntil === null || row.leasedUntil <= now),
        );
        const claimed = inOrder(free, ({ readyAt }) => readyAt).slice(0, limit);
        return bySequence(claimed).map((row) => {
          const attempts = row.attempts + 1;
          outbox.set(row.id, { ...row, leasedBy: worker, leasedUntil, attempts });
          const { id, about, lane, effect, createdAt } = row;
          return { id, about, lane, effect, createdAt, attempts };
        });
      }),
    done: (id, worker) => held(id, worker, () => outbox.delete(id)),
    async retry(id, worker, readyAt, code, tried = true) {
      await held(id, worker, (row) =>
        outbox.set(id, { ...row, ...FREE, readyAt, code, attempts: row.attempts - Number(!tried) }),
      );
    },
    ahead: async (instant) =>
      outbox
        .all()
        .filter(
          ({ parkedAt, readyAt, leasedUntil }) =>
            parkedAt === null && (readyAt > instant || (leasedUntil ?? '') > instant),
        ),
    bringBack: async ({ id, ...seen }, readyAt) => {
      const row = outbox.get(id);
      if (row?.readyAt === seen.readyAt && row.leasedUntil === seen.leasedUntil)
        outbox.set(id, { ...row, ...FREE, readyAt });
    },
    async park(id, worker, parkedAt, code) {
      await held(id, worker, (row) => outbox.set(id, { ...row, ...FREE, parkedAt, code }));
    },
    parked: async (limit) =>
      bySequence(outbox.all())
        .flatMap((row) =>
          row.parkedAt === null ? [] : [{ ...row, parkedAt: row.parkedAt, code: row.code ?? '' }],
        )
        .slice(0, limit),
    async figures(now) {
      const waiting = outbox.all().filter(({ parkedAt }) => parkedAt === null);
      const ready = waiting.map(({ readyAt }) => readyAt).filter((at) => at <= now);
      return {
        waiting: waiting.length,
        parked: outbox.map.size - waiting.length,
        oldest: ready.toSorted()[0] ?? null,
      };
    },
  };
}

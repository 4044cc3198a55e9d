import { type Conversation, isSameConversation } from '../../src/app/ports/conversation.ts';
import type { OutboxQueue, OutboxRow, ParkedRow } from '../../src/app/ports/outbox-queue.ts';
import type { Binding } from '../../src/app/ports/stores/binding-store.ts';
import type { PostedCard } from '../../src/app/ports/stores/post-store.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Case } from '../../src/core/case/case.ts';
import { isActive, openHandover } from '../../src/core/case/derived.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { Person } from '../../src/core/person.ts';
import { recipientOf } from '../../src/core/promise/gather-notices.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/**
 * The stores a second time, over plain maps: fast enough for tens of thousands of cases. Transactions are one after the
 * other, and what a failed one wrote is undone.
 */

interface CaseRow {
  readonly kase: Case;
  readonly next: string | null;
  readonly crmRevision: number;
}
interface Row extends OutboxRow {
  readonly sequence: number;
  readonly readyAt: string;
  readonly leasedBy: string | null;
  readonly leasedUntil: string | null;
  readonly parkedAt: string | null;
  readonly code: string | null;
}
interface Preference {
  readonly language?: Language | undefined;
  readonly actingAs?: OrganisationId | undefined;
  readonly conversation?: Conversation | undefined;
}

type Undo = (() => void)[];

/** A map whose changes can be undone. */
class Kept<Value> {
  readonly map = new Map<string, Value>();
  readonly undo: Undo;
  constructor(undo: Undo) {
    this.undo = undo;
  }
  set(key: string, value: Value): void {
    const before = this.map.get(key);
    const had = this.map.has(key);
    this.map.set(key, value);
    this.undo.push(() => (had ? this.map.set(key, before as Value) : this.map.delete(key)));
  }
  delete(key: string): boolean {
    const before = this.map.get(key);
    if (!this.map.delete(key)) return false;
    this.undo.push(() => this.map.set(key, before as Value));
    return true;
  }
}

export interface MemoryStore {
  readonly unitOfWork: UnitOfWork;
  readonly queue: OutboxQueue;
  /** Forgets everything but people, what they prefer and bindings. */
  clear(): void;
  /** Rows that wait. */
  waiting(): readonly { readonly readyAt: string; readonly effect: Effect }[];
}

const isTell = (effect: Effect) => effect.kind === 'tell.person' || effect.kind === 'tell.organisation';
const isCrm = (row: Row) => row.lane.startsWith('crm/');

export function createMemoryStore(newId: () => string): MemoryStore {
  const undo: Undo = [];
  const inbox = new Kept<string>(undo);
  const drafts = new Kept<Draft>(undo);
  const cases = new Kept<CaseRow>(undo);
  const history = new Kept<readonly HistoryEntry[]>(undo);
  const outbox = new Kept<Row>(undo);
  const posts = new Kept<PostedCard>(undo);
  const postsOf = new Kept<readonly string[]>(undo);
  const bindings = new Kept<Binding>(undo);
  const people = new Kept<Person>(undo);
  const preferences = new Kept<Preference>(undo);
  const active = new Kept<true>(undo);
  const activeDrafts = new Kept<string>(undo);
  let sequence = 0;

  const all = <Value>(kept: Kept<Value>) => [...kept.map.values()];
  const byId = <Value extends { readonly id: string }>(rows: readonly Value[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const casesWhere = (fits: (row: CaseRow) => boolean) =>
    all(cases).flatMap((row) => (fits(row) ? [row.kase] : []));
  const save = (kase: Case, next: string | null) => {
    cases.set(kase.id, { kase, next, crmRevision: cases.map.get(kase.id)?.crmRevision ?? 0 });
    if (isActive(kase)) active.set(kase.id, true);
    else active.delete(kase.id);
  };
  const prefer = (person: string, set: Preference) =>
    preferences.set(person, { ...preferences.map.get(person), ...set });
  const saveDraft = (draft: Draft) => {
    drafts.set(draft.id, draft);
    if (draft.state === 'active') activeDrafts.set(draft.person, draft.id);
    else if (activeDrafts.map.get(draft.person) === draft.id) activeDrafts.delete(draft.person);
  };
  const rowsOf = (about: string) => all(outbox).filter((row) => row.about === about);
  const again = (rows: readonly Row[], now: string) => {
    for (const row of rows)
      outbox.set(row.id, { ...row, parkedAt: null, readyAt: now, attempts: 0, createdAt: now });
    return rows.map(({ effect }) => effect);
  };

  const stores: Stores = {
    inbox: {
      async record(id, at) {
        if (inbox.map.has(id)) return false;
        inbox.set(id, at);
        return true;
      },
      async forgetBefore(instant) {
        const old = [...inbox.map].filter(([, at]) => at < instant);
        for (const [id] of old) inbox.delete(id);
        return old.length;
      },
    },
    drafts: {
      active: async (person) => {
        const id = activeDrafts.map.get(person);
        return id === undefined ? undefined : drafts.map.get(id);
      },
      get: async (id) => drafts.map.get(id),
      insert: async (draft) => saveDraft(draft),
      async update(draft, expected) {
        if (drafts.map.get(draft.id)?.revision !== expected) return false;
        saveDraft(draft);
        return true;
      },
      idleSince: async (instant, limit) =>
        [...activeDrafts.map.values()]
          .filter((id) => (drafts.map.get(id)?.updatedAt ?? '') < instant)
          .slice(0, limit),
      async deleteEndedBefore(instant) {
        const old = all(drafts).filter((one) => one.state !== 'active' && one.updatedAt < instant);
        for (const { id } of old) drafts.delete(id);
        return old.length;
      },
      delete: async (id) => void drafts.delete(id),
      ofCompany: async (cvr) => all(drafts).filter(({ values }) => values.cvr === cvr),
      page: async (after, limit) => byId(all(drafts).filter(({ id }) => id > after)).slice(0, limit),
    },
    cases: {
      get: async (id) => cases.map.get(id)?.kase,
      insert: async (kase, next) => save(kase, next),
      async update(kase, expected, next) {
        if (cases.map.get(kase.id)?.kase.revision !== expected) return false;
        save(kase, next);
        return true;
      },
      async withStepDue(now, limit) {
        const due: { id: string; next: string }[] = [];
        for (const id of active.map.keys()) {
          const next = cases.map.get(id)?.next ?? null;
          if (next !== null && next <= now) due.push({ id, next });
        }
        return due
          .sort((a, b) => (a.next < b.next ? -1 : 1))
          .slice(0, limit)
          .map(({ id }) => id);
      },
      ofCompany: async (cvr) => casesWhere(({ kase }) => kase.values.cvr === cvr).reverse(),
      endedBefore: async (instant, { after, limit, withoutCvr }) =>
        byId(
          casesWhere(
            ({ kase }) =>
              kase.erasedAt === null &&
              kase.closedAt !== null &&
              kase.closedAt < instant &&
              kase.id > after &&
              (withoutCvr !== true || kase.values.cvr === undefined),
          ),
        )
          .slice(0, limit)
          .map(({ id }) => id),
      async unseen(after, scan) {
        const rows = byId(
          all(cases)
            .filter(({ kase, crmRevision }) => isActive(kase) || crmRevision < kase.revision)
            .map((row) => ({ id: row.kase.id, ...row }))
            .filter(({ id }) => id > after),
        ).slice(0, scan);
        const waiting = Map.groupBy(all(outbox), (row) => row.about);
        return {
          next: rows.length < scan ? null : (rows.at(-1)?.id ?? null),
          found: rows.flatMap(({ id, kase, crmRevision }) => {
            const who = openHandover(kase)?.to ?? kase.owner;
            const own = waiting.get(id) ?? [];
            const shown = (postsOf.map.get(id) ?? []).some(
              (post) => posts.map.get(post)?.organisation === who,
            );
            const bound = all(bindings).some(({ organisation }) => organisation === who);
            const forPeople = own.filter((row) => !isCrm(row));
            const card =
              isActive(kase) &&
              !shown &&
              forPeople.every(({ parkedAt }) => parkedAt !== null) &&
              (bound || forPeople.length === 0);
            const crm =
              crmRevision < kase.revision && own.every((row) => !isCrm(row) || row.parkedAt !== null);
            return [
              ...(card ? [{ caseId: id, lacks: 'card' as const }] : []),
              ...(crm ? [{ caseId: id, lacks: 'crm' as const }] : []),
            ];
          }),
        };
      },
      withoutTheirAssignee: async (limit) =>
        byId(
          casesWhere(
            ({ kase }) =>
              isActive(kase) &&
              kase.assignee !== null &&
              !people.map
                .get(kase.assignee.person)
                ?.memberships.some(({ organisation }) => organisation === kase.owner),
          ),
        ).slice(0, limit),
      owners: async () => [...new Set(casesWhere(({ kase }) => isActive(kase)).map(({ owner }) => owner))],
      ofOwner: async (owner, limit) =>
        casesWhere(({ kase }) => isActive(kase) && kase.owner === owner).slice(0, limit),
      offeredTo: async (organisation) => casesWhere(({ kase }) => openHandover(kase)?.to === organisation),
      page: async (after, limit) => byId(casesWhere(({ kase }) => kase.id > after)).slice(0, limit),
      crmRevision: async (id) => cases.map.get(id)?.crmRevision ?? 0,
      async saveCrmRevision(id, revision) {
        const row = cases.map.get(id);
        if (row && row.crmRevision < revision) cases.set(id, { ...row, crmRevision: revision });
      },
      running: async (cvr) => casesWhere(({ kase }) => kase.values.cvr === cvr && isActive(kase)).reverse(),
      list: async () => {
        throw new Error('lists are not asked for here');
      },
    },
    history: {
      async append(entries) {
        for (const entry of entries) {
          const before = history.map.get(entry.caseId) ?? [];
          if (before.some(({ sequence: taken }) => taken === entry.sequence))
            throw new Error(`history ${entry.caseId} ${entry.sequence} is written already`);
          history.set(entry.caseId, [...before, entry]);
        }
      },
      of: async (caseId) => history.map.get(caseId) ?? [],
    },
    outbox: {
      async add(about, effects, at) {
        for (const effect of effects) {
          const id = newId();
          const lane =
            effect.kind === 'crm.save'
              ? `crm/${about}`
              : effect.kind === 'card.post' || effect.kind === 'card.refresh'
                ? `cards/${about}`
                : `notice/${id}`;
          outbox.set(id, {
            id,
            about,
            lane,
            effect,
            createdAt: at,
            attempts: 0,
            sequence: ++sequence,
            readyAt: ('notBefore' in effect ? effect.notBefore : undefined) ?? at,
            leasedBy: null,
            leasedUntil: null,
            parkedAt: null,
            code: null,
          });
        }
      },
      async supersede(caseId, by) {
        const told = by.flatMap((effect) =>
          effect.kind === 'tell.person' || effect.kind === 'tell.organisation' ? [recipientOf(effect)] : [],
        );
        if (told.length === 0) return;
        for (const row of rowsOf(caseId)) {
          const { effect } = row;
          if (!isTell(effect) || row.parkedAt !== null || row.leasedBy !== null) continue;
          if (effect.kind !== 'tell.person' && effect.kind !== 'tell.organisation') continue;
          if (effect.notBefore !== undefined && told.includes(recipientOf(effect))) outbox.delete(row.id);
        }
      },
      parkedUncertain: async (caseId) =>
        rowsOf(caseId).filter(({ parkedAt, code }) => parkedAt !== null && code === 'uncertain'),
      async unparkUncertain(caseId, now) {
        again(
          rowsOf(caseId).filter(({ parkedAt, code }) => parkedAt !== null && code === 'uncertain'),
          now,
        );
      },
      drop: async (id) => void outbox.delete(id),
      unpark: async (caseId, lacks, now) =>
        again(
          rowsOf(caseId).filter((row) => row.parkedAt !== null && isCrm(row) === (lacks === 'crm')),
          now,
        ),
      async dropEnded() {
        const old = all(outbox).filter((row) => {
          const kase = cases.map.get(row.about)?.kase;
          return row.parkedAt !== null && !isCrm(row) && kase !== undefined && !isActive(kase);
        });
        for (const { id } of old) outbox.delete(id);
        return old.length;
      },
    },
    posts: {
      of: async (caseId) =>
        (postsOf.map.get(caseId) ?? []).flatMap((id) => {
          const post = posts.map.get(id);
          return post ? [post] : [];
        }),
      get: async (id) => posts.map.get(id),
      async save(post) {
        const known = postsOf.map.get(post.about) ?? [];
        if (!known.includes(post.id)) postsOf.set(post.about, [...known, post.id]);
        posts.set(post.id, post);
      },
      async remove(id) {
        const post = posts.map.get(id);
        if (!post) return;
        posts.delete(id);
        postsOf.set(
          post.about,
          (postsOf.map.get(post.about) ?? []).filter((one) => one !== id),
        );
      },
    },
    bindings: {
      ofOrganisation: async (organisation) =>
        all(bindings).filter((one) => one.organisation === organisation),
      ofConversation: async (wanted) =>
        all(bindings).find(({ conversation }) => isSameConversation(conversation, wanted)),
      all: async () => all(bindings),
      save: async (binding) =>
        bindings.set(
          `${binding.organisation} ${binding.conversation.channel} ${binding.conversation.id}`,
          binding,
        ),
      remove: async (organisation, { channel, id }) =>
        void bindings.delete(`${organisation} ${channel} ${id}`),
    },
    people: {
      byIdentity: async (identity) => all(people).find(({ identities }) => identities.includes(identity)),
      all: async () => byId(all(people)),
      get: async (id) => people.map.get(id),
      save: async (person) => people.set(person.id, person),
      remove: async (id) => void people.delete(id),
      suspend: async () => {},
      confirmedOutside: async (from, to) =>
        all(people).flatMap(({ id, memberships }) =>
          memberships.some(
            ({ confirmedUntil: until }) => until !== undefined && (until <= from || until > to),
          )
            ? [id]
            : [],
        ),
      addressOf: async () => null,
      saveAddress: async () => {},
      addressesOf: async () => [],
      coordinators: async (organisation) =>
        all(people).filter(({ memberships }) =>
          memberships.some((one) => one.organisation === organisation && one.roles.includes('coordinator')),
        ),
      membersOf: async (organisation) =>
        byId(
          all(people).filter(({ memberships }) =>
            memberships.some((one) => one.organisation === organisation),
          ),
        ),
      conversationOf: async (person) => preferences.map.get(person)?.conversation,
      saveConversation: async (person, conversation) => prefer(person, { conversation }),
      forgetConversation: async (person) => prefer(person, { conversation: undefined }),
      actingAs: async (person) => preferences.map.get(person)?.actingAs,
      saveActingAs: async (person, actingAs) => prefer(person, { actingAs }),
      language: async (person) => preferences.map.get(person)?.language,
      saveLanguage: async (person, language) => prefer(person, { language }),
    },
    admissions: {
      add: async () => false,
      ofOrganisation: async () => [],
      remove: async () => {},
      forgetBefore: async () => 0,
    },
    marks: { add: async () => {}, countSince: async () => 0, forgetBefore: async () => 0 },
    examples: { add: async () => {}, all: async () => [], forget: async () => 0 },
    erasures: { add: async () => {}, noteReplayed: async () => {}, known: async () => new Set<string>() },
  };

  let last: Promise<unknown> = Promise.resolve();
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(async () => {
      undo.length = 0;
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
  const held = (id: string, worker: string, change: (row: Row) => void) =>
    exclusively(async () => {
      const row = outbox.map.get(id);
      if (row?.leasedBy !== worker) return false;
      change(row);
      return true;
    });

  return {
    unitOfWork: {
      run: (work) => exclusively(() => work(stores)),
      read: (work) =>
        exclusively(async () => {
          const result = await work(stores);
          if (undo.length > 0) throw new Error('a transaction that only reads has written');
          return result;
        }),
    },
    queue: {
      claim: (worker, now, leasedUntil, limit) =>
        exclusively(async () => {
          const first = new Set<string>();
          const claimed: Row[] = [];
          for (const row of all(outbox).sort((a, b) => a.sequence - b.sequence)) {
            if (row.parkedAt !== null || first.has(row.lane)) continue;
            first.add(row.lane);
            const free = row.leasedUntil === null || row.leasedUntil <= now;
            if (row.readyAt <= now && free && claimed.length < limit) claimed.push(row);
          }
          return claimed.map((row) => {
            const leased = { ...row, leasedBy: worker, leasedUntil, attempts: row.attempts + 1 };
            outbox.set(row.id, leased);
            return leased;
          });
        }),
      done: (id, worker) => held(id, worker, () => outbox.delete(id)),
      async retry(id, worker, readyAt, code, tried = true) {
        await held(id, worker, (row) =>
          outbox.set(id, {
            ...row,
            readyAt,
            code,
            leasedBy: null,
            leasedUntil: null,
            attempts: tried ? row.attempts : row.attempts - 1,
          }),
        );
      },
      ahead: async (instant) =>
        all(outbox).filter(
          ({ parkedAt, readyAt, leasedUntil }) =>
            parkedAt === null && (readyAt > instant || (leasedUntil ?? '') > instant),
        ),
      bringBack: async ({ id }, readyAt) => {
        const row = outbox.map.get(id);
        if (row) outbox.set(id, { ...row, readyAt, leasedBy: null, leasedUntil: null });
      },
      async park(id, worker, parkedAt, code) {
        await held(id, worker, (row) =>
          outbox.set(id, { ...row, parkedAt, code, leasedBy: null, leasedUntil: null }),
        );
      },
      parked: async (limit): Promise<readonly ParkedRow[]> =>
        all(outbox)
          .flatMap((row) =>
            row.parkedAt === null ? [] : [{ ...row, parkedAt: row.parkedAt, code: row.code ?? '' }],
          )
          .slice(0, limit),
      figures: async () => {
        const rows = all(outbox);
        const parked = rows.filter(({ parkedAt }) => parkedAt !== null).length;
        return { waiting: rows.length - parked, parked, oldest: null };
      },
    },
    clear() {
      for (const kept of [inbox, drafts, cases, history, outbox, posts, postsOf, active, activeDrafts])
        kept.map.clear();
    },
    waiting: () => all(outbox).filter(({ parkedAt }) => parkedAt === null),
  };
}

import type { CaseQuery } from '../../src/app/ports/stores/case-store.ts';
import type { PostedCard } from '../../src/app/ports/stores/post-store.ts';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import type { Case } from '../../src/core/case/case.ts';
import { isActive, openFollowUp, openHandover, openQuestion } from '../../src/core/case/derived.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { listedTask } from '../../src/core/case/tasks.ts';
import { foldedName } from '../../src/core/company-name.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { inOrder, Kept, type Undo } from './kept.ts';
import type { MemoryPeople } from './memory-people.ts';

/** Cases with their drafts, history and cards, over plain maps. */

interface CaseRow {
  readonly kase: Case;
  readonly next: string | null;
  readonly crmRevision: number;
  readonly crmId?: string | undefined;
}

/** A row of the outbox, as far as cases must know. */
export interface Waiting {
  readonly about: string;
  readonly lane: string;
  readonly parkedAt: string | null;
}

export interface MemoryCases {
  readonly stores: Pick<Stores, 'drafts' | 'cases' | 'history' | 'posts'>;
  get(id: string): Case | undefined;
  clear(): void;
}

const SOON_MS = 24 * 3_600_000;
const ENDED_MS = 30 * 24 * 3_600_000;

export function createMemoryCases(
  undo: Undo,
  { isMember, isBound }: MemoryPeople,
  outbox: () => readonly Waiting[],
): MemoryCases {
  const drafts = new Kept<Draft>(undo);
  const cases = new Kept<CaseRow>(undo);
  const history = new Kept<readonly HistoryEntry[]>(undo);
  const posts = new Kept<PostedCard>(undo);
  const places = new Kept<string>(undo);

  const casesWhere = (fits: (row: CaseRow) => boolean) =>
    cases.all().flatMap((row) => (fits(row) ? [row.kase] : []));
  const inOrderOfId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    inOrder(rows, ({ id }) => id);
  const newestFirst = (some: readonly Case[]) => inOrder(some, ({ createdAt }) => createdAt).reverse();
  const save = (kase: Case, next: string | null) =>
    cases.set(kase.id, {
      kase,
      next,
      crmRevision: cases.get(kase.id)?.crmRevision ?? 0,
      crmId: cases.get(kase.id)?.crmId,
    });
  const isOf = (kase: Case, organisation: string) =>
    kase.owner === organisation || openHandover(kase)?.to === organisation;

  /** Whether a case is on a list. */
  const isListed = (kase: Case, { filter, person, organisation, now }: CaseQuery): boolean => {
    const { dueAt, answeredAt } = kase.promise;
    const soon = new Date(Date.parse(now) + SOON_MS).toISOString();
    if (filter === 'follow-up') return openFollowUp(kase)?.organisation === organisation;
    if (filter === 'tasks') return listedTask(kase)?.organisation === organisation;
    if (filter === 'referrals') {
      const since = new Date(Date.parse(now) - ENDED_MS).toISOString();
      const isKept = isActive(kase) || (kase.closedAt !== null && kase.closedAt >= since);
      return isKept && kase.handovers.some(({ offeredBy }) => offeredBy.person === person);
    }
    const { followUp, callBack } = kase;
    if (
      filter === 'inbox' &&
      followUp?.state === 'proposed' &&
      followUp.organisation === organisation &&
      kase.erasedAt === null
    )
      return true;
    if (!isActive(kase)) return false;
    switch (filter) {
      case 'inbox': {
        const offer = openHandover(kase);
        const asked = openQuestion(kase) !== undefined;
        if (offer?.to === organisation) return !asked;
        if (kase.owner !== organisation) return false;
        const isCallDue =
          callBack != null && callBack.at <= soon && !(answeredAt !== null && answeredAt >= callBack.at);
        const free = !offer && kase.assignee === null && answeredAt === null;
        return free || asked || isCallDue;
      }
      case 'mine':
        return kase.assignee?.person === person;
      case 'office':
        return isOf(kase, organisation);
      case 'urgent':
        return (
          isOf(kase, organisation) && answeredAt === null && (kase.priority === 'urgent' || dueAt <= soon)
        );
      case 'sent':
        return kase.owner === organisation && openHandover(kase) !== undefined;
      case 'due':
        return isOf(kase, organisation) && answeredAt === null && dueAt > now && dueAt <= soon;
      case 'broken':
        return isOf(kase, organisation) && answeredAt === null && dueAt <= now;
      case 'not-in-crm':
        return kase.owner === organisation && (cases.get(kase.id)?.crmRevision ?? 0) < kase.revision;
      case 'not-delivered':
        return (
          isOf(kase, organisation) &&
          outbox().some(({ about, parkedAt }) => about === kase.id && parkedAt !== null)
        );
      default: {
        const never: never = filter;
        return never;
      }
    }
  };
  /** What a case lacks that nothing under way would bring. */
  const lacksOf = ({ kase, crmRevision }: CaseRow): readonly ('card' | 'crm')[] => {
    const who = openHandover(kase)?.to ?? kase.owner;
    const own = outbox().filter(({ about }) => about === kase.id);
    const shown = posts.all().some((post) => post.about === kase.id && post.organisation === who);
    const forPeople = own.filter(({ lane }) => !lane.startsWith('crm/'));
    const card =
      isActive(kase) &&
      !shown &&
      forPeople.every(({ parkedAt }) => parkedAt !== null) &&
      (isBound(who) || forPeople.length === 0);
    const crm =
      crmRevision < kase.revision &&
      own.every(({ lane, parkedAt }) => !lane.startsWith('crm/') || parkedAt !== null);
    return [...(card ? (['card'] as const) : []), ...(crm ? (['crm'] as const) : [])];
  };

  const stores: MemoryCases['stores'] = {
    drafts: {
      active: async (wanted) =>
        inOrder(
          drafts.all().filter(({ person, state }) => person === wanted && state === 'active'),
          ({ updatedAt }) => updatedAt,
        ).at(-1),
      setAside: async (wanted, limit) =>
        inOrder(
          drafts.all().filter(({ person, state }) => person === wanted && state === 'set-aside'),
          ({ updatedAt }) => updatedAt,
        )
          .toReversed()
          .slice(0, limit),
      get: async (id) => drafts.get(id),
      insert: async (draft) => drafts.set(draft.id, draft),
      async update(draft, expected) {
        if (drafts.get(draft.id)?.revision !== expected) return false;
        drafts.set(draft.id, draft);
        return true;
      },
      idleSince: async (instant, limit) =>
        drafts
          .all()
          .filter(({ state, updatedAt }) => isUnfinished(state) && updatedAt < instant)
          .slice(0, limit)
          .map(({ id }) => id),
      deleteEndedBefore: async (instant) =>
        drafts.deleteWhere(({ state, updatedAt }) => !isUnfinished(state) && updatedAt < instant),
      delete: async (id) => void drafts.delete(id),
      ofCompany: async (cvr) => drafts.all().filter(({ values }) => values.cvr === cvr),
      page: async (after, limit) => inOrderOfId(drafts.all().filter(({ id }) => id > after)).slice(0, limit),
    },
    cases: {
      // The loop looks at no board.
      board: async () => new Map(),
      get: async (id) => cases.get(id)?.kase,
      inEmbeddedCrm: async () =>
        cases.all().filter(({ crmId }) => crmId?.startsWith('embedded-') === true).length,
      idInCrm: async (crmId) => cases.all().find((row) => row.crmId === crmId)?.kase.id ?? null,
      async insert(kase, next) {
        if (casesWhere((row) => row.kase.id === kase.id || row.kase.draftId === kase.draftId).length > 0)
          throw new Error(`there is a case ${kase.id}, or one of the draft ${kase.draftId}`);
        save(kase, next);
      },
      async update(kase, expected, next) {
        if (cases.get(kase.id)?.kase.revision !== expected) return false;
        save(kase, next);
        return true;
      },
      async withStepDue(now, limit) {
        const due = cases
          .all()
          .flatMap(({ kase, next }) => (next !== null && next <= now ? [{ id: kase.id, next }] : []));
        return inOrder(due, ({ next }) => next)
          .slice(0, limit)
          .map(({ id }) => id);
      },
      followUpsWithoutStep: async (limit) =>
        cases
          .all()
          .filter(
            ({ kase, next }) =>
              next === null &&
              openFollowUp(kase) &&
              !kase.steps.some((key) => key.startsWith('follow-up-late')),
          )
          .map(({ kase }) => kase.id)
          .slice(0, limit),
      async saveNextStep(id, next) {
        const row = cases.get(id);
        if (row) cases.set(id, { ...row, next });
      },
      ofCompany: async (cvr) => newestFirst(casesWhere(({ kase }) => kase.values.cvr === cvr)),
      running: async (cvr) =>
        newestFirst(casesWhere(({ kase }) => kase.values.cvr === cvr && isActive(kase))),
      endedBefore: async (instant, { after, limit, withoutCvr }) =>
        inOrderOfId(
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
        const looked = inOrder(
          cases
            .all()
            .filter(
              ({ kase, crmRevision }) => kase.id > after && (isActive(kase) || crmRevision < kase.revision),
            ),
          ({ kase }) => kase.id,
        ).slice(0, scan);
        return {
          next: looked.length < scan ? null : (looked.at(-1)?.kase.id ?? null),
          found: looked.flatMap((row) => lacksOf(row).map((lacks) => ({ caseId: row.kase.id, lacks }))),
        };
      },
      withoutTheirAssignee: async (limit) =>
        inOrderOfId(
          casesWhere(
            ({ kase }) =>
              isActive(kase) && kase.assignee !== null && !isMember(kase.assignee.person, kase.owner),
          ),
        ).slice(0, limit),
      owners: async () => [...new Set(casesWhere(({ kase }) => isActive(kase)).map(({ owner }) => owner))],
      ofOwner: async (owner, limit) =>
        casesWhere(({ kase }) => isActive(kase) && kase.owner === owner).slice(0, limit),
      offeredTo: async (organisation) => casesWhere(({ kase }) => openHandover(kase)?.to === organisation),
      page: async (after, limit) => inOrderOfId(casesWhere(({ kase }) => kase.id > after)).slice(0, limit),
      inMunicipality: async (municipality, since, { after, limit }) =>
        inOrderOfId(
          casesWhere(
            ({ kase }) =>
              kase.values.municipality === municipality &&
              kase.createdAt >= since &&
              !kase.erasedAt &&
              kase.id > after,
          ),
        ).slice(0, limit),
      crmRevision: async (id) => cases.get(id)?.crmRevision ?? 0,
      inCrm: async () => {
        const behind = cases.all().filter(({ kase, crmRevision }) => crmRevision < kase.revision).length;
        return { current: cases.all().length - behind, behind };
      },
      currentInCrm: async (after, last) =>
        casesWhere(
          ({ kase: { id, revision }, crmRevision }) => id > after && id <= last && crmRevision >= revision,
        ).map(({ id }) => id),
      async saveCrmRevision(id, revision, crmId) {
        const row = cases.get(id);
        if (row && row.crmRevision <= revision) cases.set(id, { ...row, crmRevision: revision, crmId });
      },
      async named({ parts, organisation, limit }) {
        const namesOf = ({ values }: Case) =>
          foldedName([values.companyName, values.contactName, values.contactPhone].join(' '));
        const found = casesWhere(({ kase }) =>
          parts.every((any) => any.some((text) => namesOf(kase).includes(text))),
        );
        const place = (kase: Case) => `${Number(!isOf(kase, organisation))} ${Number(!isActive(kase))}`;
        return inOrder(newestFirst(found), place).slice(0, limit);
      },
      async list(wanted) {
        const listed = inOrder(
          casesWhere(({ kase }) => isListed(kase, wanted)),
          (kase) => {
            const { priority, promise, followUp, id } = kase;
            if (wanted.filter === 'follow-up') return `${followUp?.dueOn} ${id}`;
            const dueAt = wanted.filter === 'tasks' ? listedTask(kase)?.dueAt : promise.dueAt;
            return `${Number(priority !== 'urgent')} ${dueAt} ${id}`;
          },
        );
        return {
          cases: listed.slice(wanted.offset, wanted.offset + wanted.limit),
          total: listed.length,
        };
      },
    },
    history: {
      async append(entries) {
        for (const entry of entries) {
          const before = history.get(entry.caseId) ?? [];
          if (before.some(({ sequence: taken }) => taken === entry.sequence))
            throw new Error(`history ${entry.caseId} ${entry.sequence} is written already`);
          history.set(
            entry.caseId,
            [...before, entry].sort((a, b) => a.sequence - b.sequence),
          );
        }
      },
      of: async (caseId) => history.get(caseId) ?? [],
      ofCases: async (after, last) =>
        [...history.map]
          .filter(([id]) => id > after && id <= last)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([, lines]) => lines),
    },
    posts: {
      of: async (about) => posts.all().filter((post) => post.about === about),
      get: async (id) => posts.get(id),
      save: async (post) => posts.set(post.id, post),
      async remove(id) {
        places.deleteWhere((holder) => holder === id);
        posts.delete(id);
      },
      async claim({ id, about, conversation }, instead) {
        const place = `${about}/${conversation.id}`;
        const holder = places.get(place);
        if (holder !== undefined && holder !== instead) return holder;
        places.set(place, id);
        return id;
      },
    },
  };
  return {
    stores,
    get: (id) => cases.get(id)?.kase,
    clear() {
      for (const { map } of [drafts, cases, history, posts, places]) map.clear();
    },
  };
}

/** Whether a draft waits for its person. */
const isUnfinished = (state: string) => state === 'active' || state === 'set-aside';

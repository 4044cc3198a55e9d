import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseRecords } from '../../src/app/case-records.ts';
import type { CaseQuery } from '../../src/app/ports/stores/case-store.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import type { Person } from '../../src/core/person.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { year2026 } from '../core/indicators/records.ts';
import { DATABASES, STORES, type TestStores } from './databases.ts';
import { at, CARD, caseOf, draftOf, entryOf, offeredCase, postOf, REFRESH, SAVE } from './sample-rows.ts';

/** One suite over every kind of store: what use cases and the worker rely on, whatever keeps it. */

const NOW = at(0);

describe.each(STORES)('the stores in $name', ({ open }) => {
  let store: TestStores;
  let unitOfWork: UnitOfWork;
  let put: number;
  const run = <T>(work: (stores: Stores) => Promise<T>) => unitOfWork.run(work);
  beforeEach(async () => {
    put = 0;
    let named = 0;
    store = await open(
      () => `row ${++named}`,
      () => put++,
    );
    unitOfWork = store.unitOfWork;
  });
  afterEach(() => store.close());

  describe('the place of a card', () => {
    const post = (id: string) => ({ ...postOf('K1', 'les-791'), id });

    it('is the first post’s that claims it, until another takes it over from that one', async () => {
      expect(await run((stores) => stores.posts.claim(post('a')))).toBe('a');
      expect(await run((stores) => stores.posts.claim(post('b')))).toBe('a');
      expect(await run((stores) => stores.posts.claim(post('b'), 'c'))).toBe('a');
      expect(await run((stores) => stores.posts.claim(post('b'), 'a'))).toBe('b');
      expect(await run((stores) => stores.posts.claim({ ...post('d'), about: 'K2' }))).toBe('d');
    });

    it('is free again once its post is removed', async () => {
      await run(async ({ posts }) => {
        for (const one of [post('a'), post('c'), { ...post('z'), about: 'K2' }]) {
          await posts.claim(one);
          await posts.save(one);
        }
        await posts.remove('c');
      });
      expect(await run((stores) => stores.posts.claim(post('b')))).toBe('a');
      await run((stores) => stores.posts.remove('a'));
      expect(await run((stores) => stores.posts.claim(post('b')))).toBe('b');
      expect(await run((stores) => stores.posts.claim({ ...post('y'), about: 'K2' }))).toBe('z');
    });

    it('is one post’s of those that claim it at once', async () => {
      const claims = ['a', 'b', 'c', 'd'].map((id) => run((stores) => stores.posts.claim(post(id))));
      expect(new Set(await Promise.all(claims)).size).toBe(1);
    });
  });

  describe('a unit of work', () => {
    it('leaves nothing behind when it throws, and hands the error on', async () => {
      const fault = new Error('in the middle');
      const work = run(async (stores) => {
        await stores.inbox.record('delivery', NOW);
        await stores.drafts.insert(draftOf('draft'));
        await stores.cases.insert(caseOf('K1'), NOW);
        await stores.history.append([entryOf('K1', 1)]);
        await stores.outbox.add('K1', [SAVE, CARD], NOW);
        await stores.people.saveLanguage('anna', 'en');
        throw fault;
      });
      await expect(work).rejects.toBe(fault);
      const left = await run(async (stores) => [
        await stores.drafts.get('draft'),
        await stores.cases.get('K1'),
        (await stores.history.of('K1')).length,
        await stores.people.language('anna'),
        // The delivery that comes again is the first of its name.
        await stores.inbox.record('delivery', NOW),
      ]);
      expect(left).toEqual([undefined, undefined, 0, undefined, true]);
      expect(await store.queue.figures(NOW)).toMatchObject({ waiting: 0 });
    });

    it('tells of a filled outbox after it has committed, and of nothing else', async () => {
      await run((stores) => stores.cases.insert(caseOf('K1'), NOW));
      await run((stores) => stores.outbox.add('K1', [], NOW));
      expect(put).toBe(0);
      await expect(
        run(async (stores) => {
          await stores.outbox.add('K1', [SAVE], NOW);
          throw new Error('late');
        }),
      ).rejects.toThrow('late');
      expect(put).toBe(0);
      await run((stores) => stores.outbox.add('K1', [SAVE, REFRESH], NOW));
      expect(put).toBe(1);
    });

    it('stands alone: what many begin at once happens one after the other', async () => {
      await run((stores) => stores.cases.insert(caseOf('K1'), NOW));
      const saved = await Promise.all(
        Array.from({ length: 20 }, () =>
          run(async (stores) => {
            const kase = await stores.cases.get('K1');
            return kase && stores.cases.update({ ...kase, revision: kase.revision + 1 }, kase.revision, NOW);
          }),
        ),
      );
      expect(saved).toEqual(Array(20).fill(true));
      expect(await run((stores) => stores.cases.get('K1'))).toMatchObject({ revision: 21 });
    });
  });

  describe('the inbox', () => {
    it('knows a delivery that comes twice, until it is forgotten', async () => {
      const record = (id: string, instant = NOW) => run((stores) => stores.inbox.record(id, instant));
      expect([await record('a'), await record('a', at(9)), await record('b', at(5))]).toEqual([
        true,
        false,
        true,
      ]);
      expect(await run((stores) => stores.inbox.forgetBefore(at(5)))).toBe(1);
      expect([await record('a', at(9)), await record('b', at(9))]).toEqual([true, false]);
    });
  });

  describe('revisions', () => {
    it('let the first of two changes through, and the second change nothing', async () => {
      await run((stores) => stores.cases.insert(caseOf('K1'), NOW));
      const first = caseOf('K1', { revision: 2, owner: 'ehm-fyn' });
      const second = caseOf('K1', { revision: 2, owner: 'ehm-sjaelland' });
      expect(await run((stores) => stores.cases.update(first, 1, at(1)))).toBe(true);
      expect(await run((stores) => stores.cases.update(second, 1, null))).toBe(false);
      expect(await run((stores) => stores.cases.get('K1'))).toEqual(first);
      expect(await run((stores) => stores.cases.withStepDue(at(1), 9))).toEqual(['K1']);
    });

    it('hold for drafts as well', async () => {
      await run((stores) => stores.drafts.insert(draftOf('D')));
      const save = (person: string) =>
        run((stores) => stores.drafts.update(draftOf('D', { revision: 2, person }), 1));
      expect([await save('anna'), await save('bo')]).toEqual([true, false]);
      expect(await run((stores) => stores.drafts.get('D'))).toMatchObject({ person: 'anna' });
    });

    it('let one draft become one case', async () => {
      await run((stores) => stores.cases.insert(caseOf('K1', { draftId: 'D' }), NOW));
      await expect(
        run((stores) => stores.cases.insert(caseOf('K2', { draftId: 'D' }), NOW)),
      ).rejects.toThrow();
      expect(await run((stores) => stores.cases.get('K1'))).toMatchObject({ draftId: 'D' });
      expect(await run((stores) => stores.cases.get('K2'))).toBeUndefined();
    });
  });

  describe('drafts', () => {
    it('are found by their person while they are active, the latest first', async () => {
      await run(async (stores) => {
        await stores.drafts.insert(draftOf('old', { updatedAt: at(1) }));
        await stores.drafts.insert(draftOf('new', { updatedAt: at(2) }));
        await stores.drafts.insert(draftOf('done', { updatedAt: at(3), state: 'confirmed' }));
        await stores.drafts.insert(draftOf('bo’s', { updatedAt: at(4), person: 'bo' }));
      });
      expect(await run((stores) => stores.drafts.active('anna'))).toMatchObject({ id: 'new' });
      expect(await run((stores) => stores.drafts.active('carla'))).toBeUndefined();
      expect(await run((stores) => stores.drafts.idleSince(at(2), 9))).toEqual(['old']);
      expect(await run((stores) => stores.drafts.deleteEndedBefore(at(9)))).toBe(1);
      expect((await run((stores) => stores.drafts.page('', 9))).map(({ id }) => id).sort()).toEqual(
        ['bo’s', 'new', 'old'].sort(),
      );
    });
  });

  describe('history', () => {
    it('is read in its order, and takes no line twice', async () => {
      await run((stores) =>
        stores.history.append([entryOf('K1', 2, 'continued'), entryOf('K1', 1, 'waiting')]),
      );
      await run((stores) => stores.history.append([entryOf('K2', 1)]));
      await expect(run((stores) => stores.history.append([entryOf('K1', 2, 'waiting')]))).rejects.toThrow();
      const lines = await run((stores) => stores.history.of('K1'));
      expect(lines.map(({ event }) => event)).toEqual(['waiting', 'continued']);
    });
  });

  describe('a line that waits for its writer', () => {
    it('is kept beside their other choices, replaced, taken out and forgotten', async () => {
      const line = (text: string, seconds: number) => ({
        at: at(seconds),
        command: { name: 'say', text } as const,
      });
      await run(({ people }) => people.saveLanguage('anna', 'en'));
      await run(({ people }) => people.hold('anna', line('først', 0)));
      await run(({ people }) => people.hold('anna', line('"så" {ø}', 5)));
      await run(({ people }) => people.hold('bo', line('senere', 9)));
      const held = (person: string) => run(({ people }) => people.held(person));
      expect(await held('anna')).toEqual(line('"så" {ø}', 5));
      const waiting = await run(({ people }) => people.allHeld());
      expect(waiting).toContainEqual({ ...line('"så" {ø}', 5), person: 'anna' });
      expect(await run(({ people }) => people.language('anna'))).toBe('en');
      expect(await run(({ people }) => people.forgetHeld(at(5)))).toBe(0);
      expect(await run(({ people }) => people.forgetHeld(at(6)))).toBe(1);
      expect(await held('anna')).toBeUndefined();
      await run(({ people }) => people.hold('bo', null));
      expect(await held('bo')).toBeUndefined();
    });
  });

  describe('cases searched by name', () => {
    const named = async (...parts: readonly (readonly string[])[]) => {
      const found = await run((stores) => stores.cases.named({ parts, organisation: 'les-791', limit: 3 }));
      return found.map(({ id }) => id);
    };
    const of = (id: string, companyName: string, more: Partial<Case> = {}) =>
      caseOf(id, { ...more, values: { ...caseOf('').values, companyName, ...more.values } });
    beforeEach(() =>
      run(async ({ cases }) => {
        await cases.insert(of('own', 'Ærø Bådværft'), null);
        const values = { ...caseOf('').values, contactName: 'Zoë MØLLER', contactPhone: '40411234' };
        await cases.insert(of('contact', 'Nord ApS', { values }), null);
        await cases.insert(of('closed', 'ÅRØ 100%', { status: 'closed', closedAt: NOW }), null);
        await cases.insert(of('elsewhere', 'Aeroe Kro', { owner: 'les-751' }), null);
      }),
    );

    it('are found by any part of company, contact person and number, however the letters are written', async () => {
      expect(await named(['ero'])).toEqual(['own', 'elsewhere']);
      expect(await named(['badv'], ['rft'])).toEqual(['own']);
      expect(await named(['moller'])).toEqual(['contact']);
      expect(await named(['zo'])).toEqual(['contact']);
      expect(await named(['40411234'])).toEqual(['contact']);
      expect(await named(['xyz', 'nord'])).toEqual(['contact']);
      expect(await named(['nord'], ['xyz'])).toEqual([]);
    });

    it('come with the organisation’s own first, and ended ones last of these', async () => {
      expect(await named(['aro', 'ero'])).toEqual(['own', 'closed', 'elsewhere']);
    });

    it('take no sign for any letter', async () => {
      expect(await named(['n_rd'])).toEqual([]);
    });

    it('follow what the case says now', async () => {
      await run(({ cases }) => cases.update(of('own', 'Fanø Kro', { revision: 2 }), 1, null));
      expect(await named(['ero'])).toEqual(['elsewhere']);
      expect(await named(['fano'])).toEqual(['own']);
    });
  });

  describe('case records', () => {
    it('are read page by page with the history and the CRM’s revision of each case, and count the same', async () => {
      const kept = [1, 2, 3].map((number) => ({
        case: caseOf(`K${number}`),
        history: [entryOf(`K${number}`, 1), entryOf(`K${number}`, 2, 'waiting')],
        crmCurrent: number !== 2,
      }));
      await run(async (stores) => {
        for (const { case: kase, history, crmCurrent } of kept) {
          await stores.cases.insert(kase, null);
          await stores.history.append(history);
          if (crmCurrent) await stores.cases.saveCrmRevision(kase.id, kase.revision, 'crm');
        }
      });
      const expected = kept.map(recordOfCase);
      for (const page of [1, 2, 1_000]) {
        const records = await caseRecords(unitOfWork, () => true, page);
        expect(records).toEqual(expected);
        expect(figures(records, year2026)).toEqual(figures(expected, year2026));
      }
      expect((await caseRecords(unitOfWork, ({ id }) => id === 'K2')).map(({ caseId }) => caseId)).toEqual([
        'K2',
      ]);
    });
  });

  describe('lists of cases', () => {
    const due = (seconds: number) => ({ ...caseOf('').promise, dueAt: at(seconds) });
    const DAY = 86_400;
    const list = async (filter: CaseQuery['filter'], more: Partial<CaseQuery> = {}) => {
      const query = {
        filter,
        person: 'anna',
        organisation: 'les-791',
        now: NOW,
        limit: 9,
        offset: 0,
        ...more,
      };
      const { cases, total } = await run((stores) => stores.cases.list(query as CaseQuery));
      return { ids: cases.map(({ id }) => id), total };
    };
    beforeEach(() =>
      run(async (stores) => {
        const annas = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' } as const;
        for (const kase of [
          caseOf('later', { promise: due(3 * DAY), assignee: annas }),
          caseOf('soon', { promise: due(DAY), assignee: null }),
          caseOf('late', { promise: due(-1), assignee: null }),
          caseOf('urgent', { promise: due(2 * DAY), priority: 'urgent', assignee: null }),
          caseOf('answered', {
            promise: { ...due(-2), answeredAt: at(-9) },
            status: 'answered',
            assignee: null,
          }),
          caseOf('closed', { promise: due(-3), status: 'closed', closedAt: NOW, assignee: annas }),
          caseOf('elsewhere', { promise: due(-4), owner: 'les-751', assignee: null }),
          offeredCase('sent here', 'les-791', { promise: due(4 * DAY), owner: 'les-751', assignee: null }),
          offeredCase('sent away', 'ehm-fyn', { promise: due(5 * DAY), assignee: null }),
        ]) {
          await stores.cases.insert(kase, null);
        }
      }),
    );

    it('show the urgent first and then what is due first', async () => {
      expect(await list('office')).toEqual({
        ids: ['urgent', 'answered', 'late', 'soon', 'later', 'sent here', 'sent away'],
        total: 7,
      });
    });

    it('show mine, what is due within a day and what is late', async () => {
      expect((await list('mine')).ids).toEqual(['later']);
      expect((await list('due')).ids).toEqual(['soon']);
      expect((await list('due', { now: at(-1) })).ids).toEqual([]);
      expect((await list('broken')).ids).toEqual(['late']);
      expect((await list('broken', { now: at(-2) })).ids).toEqual([]);
    });

    it('show what could not be delivered, to the office it waits for', async () => {
      await run((stores) => stores.outbox.add('soon', [CARD], NOW));
      await run((stores) => stores.outbox.add('elsewhere', [CARD], NOW));
      const { queue } = store;
      for (const { id } of await queue.claim('w', NOW, at(60), 9)) await queue.park(id, 'w', NOW, 'no-place');
      expect((await list('not-delivered')).ids).toEqual(['soon']);
    });

    it('show what is urgent, and what was sent to others', async () => {
      expect((await list('urgent')).ids).toEqual(['urgent', 'late', 'soon']);
      expect((await list('sent')).ids).toEqual(['sent away']);
    });

    it('are paged without a case left out or shown twice', async () => {
      const pages = await Promise.all([0, 3, 6, 9].map((offset) => list('office', { limit: 3, offset })));
      expect(pages.flatMap(({ ids }) => ids)).toEqual((await list('office')).ids);
      expect(pages.map(({ ids, total }) => [ids.length, total])).toEqual([
        [3, 7],
        [3, 7],
        [1, 7],
        [0, 7],
      ]);
    });

    it('are read whole, a page at a time', async () => {
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const page = await run((stores) => stores.cases.page(after, 4));
        seen.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        if (!last) break;
        after = last.id;
      }
      expect(seen).toHaveLength(9);
      expect(new Set(seen).size).toBe(9);
    });
  });

  describe('a company', () => {
    it('is found with what runs, what ended and what is only begun', async () => {
      const values = { cvr: '25313763' };
      await run(async (stores) => {
        await stores.cases.insert(caseOf('first', { values, createdAt: at(1) }), null);
        await stores.cases.insert(caseOf('second', { values, createdAt: at(2) }), null);
        await stores.cases.insert(
          caseOf('ended', { values, createdAt: at(3), status: 'closed', closedAt: at(4) }),
          null,
        );
        await stores.cases.insert(caseOf('other', { values: { cvr: '12345674' } }), null);
        await stores.drafts.insert(draftOf('begun', { values }));
      });
      const found = await run(async (stores) => ({
        running: (await stores.cases.running('25313763')).map(({ id }) => id),
        all: (await stores.cases.ofCompany('25313763')).map(({ id }) => id),
        drafts: (await stores.drafts.ofCompany('25313763')).map(({ id }) => id),
        ended: await stores.cases.endedBefore(at(5), { after: '', limit: 9 }),
        notYet: await stores.cases.endedBefore(at(4), { after: '', limit: 9 }),
        withoutCvr: await stores.cases.endedBefore(at(5), { after: '', limit: 9, withoutCvr: true }),
      }));
      expect(found).toEqual({
        running: ['second', 'first'],
        all: ['ended', 'second', 'first'],
        drafts: ['begun'],
        ended: ['ended'],
        notYet: [],
        withoutCvr: [],
      });
    });
  });

  describe('steps of the clock', () => {
    it('are due earliest first, as many as are asked for', async () => {
      await run(async (stores) => {
        await stores.cases.insert(caseOf('c'), at(3));
        await stores.cases.insert(caseOf('a'), at(1));
        await stores.cases.insert(caseOf('b'), at(2));
        await stores.cases.insert(caseOf('none'), null);
      });
      expect(await run((stores) => stores.cases.withStepDue(at(2), 9))).toEqual(['a', 'b']);
      expect(await run((stores) => stores.cases.withStepDue(at(9), 2))).toEqual(['a', 'b']);
    });
  });

  describe('what the CRM was told', () => {
    it('never goes back', async () => {
      await run(async (stores) => {
        await stores.cases.insert(caseOf('K1', { revision: 3 }), null);
        expect(await stores.cases.crmRevision('K1')).toBe(0);
        await stores.cases.saveCrmRevision('K1', 3, 'crm 1');
        await stores.cases.saveCrmRevision('K1', 2, 'crm 1');
        expect(await stores.cases.crmRevision('K1')).toBe(3);
      });
    });
  });

  describe('people', () => {
    const anna: Person = {
      id: 'anna',
      name: 'Anna Holm',
      identities: ['teams:t:anna', 'slack:T:anna'],
      memberships: [{ organisation: 'les-791', roles: ['consultant', 'coordinator'] }],
    };

    it('are known by each of their identities, and leave an office when the directory says so', async () => {
      await run((stores) => stores.people.save(anna));
      await run((stores) => stores.people.saveAddress('teams:t:anna', '29:anna'));
      expect(await run((stores) => stores.people.byIdentity('slack:T:anna'))).toEqual(anna);
      expect(await run((stores) => stores.people.coordinators('les-791'))).toEqual([anna]);
      const moved: Person = {
        ...anna,
        identities: ['teams:t:anna'],
        memberships: [{ organisation: 'les-751', roles: ['consultant'] }],
      };
      await run((stores) => stores.people.save(moved));
      const found = await run(async (stores) => [
        await stores.people.byIdentity('slack:T:anna'),
        await stores.people.membersOf('les-791'),
        await stores.people.membersOf('les-751'),
        await stores.people.coordinators('les-751'),
        await stores.people.addressesOf('les-751', 'teams', 9),
        await stores.people.addressesOf('les-751', 'slack', 9),
      ]);
      expect(found).toEqual([undefined, [], [moved], [], ['29:anna'], []]);
    });

    it('keep each of their choices when another one is made', async () => {
      const chat = { channel: 'teams', id: 'chat', kind: 'personal', reference: '{}' } as const;
      await run(async (stores) => {
        await stores.people.saveLanguage('anna', 'en');
        await stores.people.saveActingAs('anna', 'les-751');
        await stores.people.saveConversation('anna', chat);
        await stores.people.forgetConversation('anna');
        await stores.people.saveConversation('bo', chat);
      });
      const kept = await run(async (stores) => [
        await stores.people.language('anna'),
        await stores.people.actingAs('anna'),
        await stores.people.conversationOf('anna'),
        await stores.people.conversationOf('bo'),
      ]);
      expect(kept).toEqual(['en', 'les-751', undefined, chat]);
    });

    it('keep an announced absence until its last day is over, or somebody ends it', async () => {
      const absence = { until: '2026-11-27', deputy: 'bo' };
      await run(async ({ people }) => {
        await people.saveLanguage('anna', 'en');
        await people.saveAbsence('anna', absence);
        await people.saveAbsence('bo', { until: '2026-12-24', deputy: null });
        await people.saveAbsence('carla', absence);
        await people.saveAbsence('carla', null);
      });
      const forget = (day: string) => run(({ people }) => people.forgetAbsences(day));
      const of = (person: string) => run(({ people }) => people.absenceOf(person));
      expect([await forget('2026-11-27'), await of('anna'), await of('carla')]).toEqual([
        0,
        absence,
        undefined,
      ]);
      expect([await forget('2026-11-28'), await of('anna')]).toEqual([1, undefined]);
      expect(await of('bo')).toEqual({ until: '2026-12-24', deputy: null });
      expect(await run(({ people }) => people.language('anna'))).toBe('en');
    });
  });

  describe('bindings', () => {
    it('join an office and a channel, and end one without the other', async () => {
      const place = (id: string) => ({ channel: 'teams', id, kind: 'channel', reference: '{}' }) as const;
      const bind = (organisation: 'les-791' | 'les-751', id: string) => ({
        organisation,
        conversation: place(id),
        boundBy: 'anna',
        boundAt: NOW,
      });
      await run(async (stores) => {
        await stores.bindings.save(bind('les-791', 'one'));
        await stores.bindings.save(bind('les-791', 'two'));
        await stores.bindings.save(bind('les-751', 'three'));
        await stores.bindings.save(bind('les-791', 'one'));
        await stores.bindings.remove('les-791', bind('les-791', 'two').conversation);
      });
      expect(await run((stores) => stores.bindings.all())).toHaveLength(2);
      expect(await run((stores) => stores.bindings.ofOrganisation('les-791'))).toEqual([
        bind('les-791', 'one'),
      ]);
      expect(
        await run((stores) => stores.bindings.ofConversation(bind('les-751', 'three').conversation)),
      ).toEqual(bind('les-751', 'three'));
    });
  });

  describe('a binding', () => {
    it('is found by channel and id: the same id in another channel is another place', async () => {
      const place = (channel: 'teams' | 'slack') =>
        ({ channel, id: 'slack:T1:C1', kind: 'channel', reference: '{}' }) as const;
      const binding = {
        organisation: 'les-791',
        conversation: place('slack'),
        boundBy: 'anna',
        boundAt: NOW,
      } as const;
      await run((stores) => stores.bindings.save(binding));
      const found = (channel: 'teams' | 'slack') =>
        run((stores) => stores.bindings.ofConversation(place(channel)));
      expect([await found('teams'), await found('slack')]).toEqual([undefined, binding]);
      await run((stores) => stores.bindings.remove('les-791', place('teams')));
      expect(await found('slack')).toEqual(binding);
      await run((stores) => stores.bindings.remove('les-791', place('slack')));
      expect(await found('slack')).toBeUndefined();
    });

    it('of one office stands beside one of the same id in another channel', async () => {
      const bind = (channel: 'teams' | 'slack', boundBy: string) => ({
        organisation: 'les-791' as const,
        conversation: { channel, id: 'C1', kind: 'channel', reference: '{}' } as const,
        boundBy,
        boundAt: NOW,
      });
      const [one, other] = [bind('teams', 'anna'), bind('slack', 'bo')];
      const found = () =>
        run(async ({ bindings }) => [
          await bindings.ofConversation(one.conversation),
          await bindings.ofConversation(other.conversation),
        ]);
      for (const binding of [one, other]) await run(({ bindings }) => bindings.save(binding));
      expect(await found()).toEqual([one, other]);
      const again = bind('slack', 'carla');
      await run(({ bindings }) => bindings.save(again));
      expect(await found()).toEqual([one, again]);
      await run(({ bindings }) => bindings.remove('les-791', one.conversation));
      expect(await found()).toEqual([undefined, again]);
      await run(({ bindings }) => bindings.save(again));
      expect(await run(({ bindings }) => bindings.ofOrganisation('les-791'))).toEqual([again]);
      await run(({ bindings }) => bindings.remove('les-791', other.conversation));
      expect(await found()).toEqual([undefined, undefined]);
    });
  });

  describe('notices of the clock that wait', () => {
    it('give way to a later one for the same recipient; what people did is told all the same', async () => {
      const waits: Effect = {
        kind: 'tell.person',
        person: 'anna',
        notice: 'owner-reminder',
        clock: 0,
        notBefore: at(3_600),
      };
      const asked: Effect = { kind: 'tell.person', person: 'anna', notice: 'assigned' };
      await run((stores) => stores.outbox.add('K1', [waits, asked, CARD], NOW));
      await run((stores) => stores.outbox.add('K2', [waits], NOW));
      const later: Effect = { kind: 'tell.person', person: 'anna', notice: 'promise-broken', clock: 0 };
      await run((stores) => stores.outbox.supersede('K1', [later]));
      const rows = await store.queue.claim('w', at(3_600), at(3_660), 9);
      expect(
        rows.map(({ about, effect }) => [about, 'notice' in effect ? effect.notice : effect.kind]),
      ).toEqual([
        ['K1', 'assigned'],
        ['K1', 'card.post'],
        ['K2', 'owner-reminder'],
      ]);
    });
  });

  describe('the audit', () => {
    const read = (person: string, at: string, caseId: string | null = 'K1') =>
      ({ at, person, organisation: 'les-751', action: 'read', caseId, relation: 'other', cases: 1 }) as const;

    it('gives its lines in order, by case, person and time', async () => {
      await run((stores) =>
        stores.audit.add([read('bo', at(1)), read('carla', at(2)), read('bo', at(3), 'K2')]),
      );
      const asked = (query: Parameters<Stores['audit']['page']>[0], after = 0) =>
        run((stores) => stores.audit.page(query, after, 10));
      const all = await asked({});
      expect(all.map(({ number: _, ...line }) => line)).toEqual([
        read('bo', at(1)),
        read('carla', at(2)),
        read('bo', at(3), 'K2'),
      ]);
      expect((await asked({ caseId: 'K1' })).map(({ person }) => person)).toEqual(['bo', 'carla']);
      expect((await asked({ person: 'bo', from: at(2) })).map(({ caseId }) => caseId)).toEqual(['K2']);
      expect((await asked({ to: at(2) })).map(({ person }) => person)).toEqual(['bo']);
      expect(await asked({}, all[1]?.number)).toEqual(all.slice(2));
    });

    it('forgets what is older than its retention', async () => {
      await run((stores) => stores.audit.add([read('bo', at(1)), read('carla', at(5))]));
      expect(await run((stores) => stores.audit.forgetBefore(at(3)))).toBe(1);
      expect(await run((stores) => stores.audit.forgetBefore(at(3)))).toBe(0);
      expect(await run((stores) => stores.audit.page({}, 0, 10))).toMatchObject([{ person: 'carla' }]);
    });
  });

  describe('corrections of what was understood', () => {
    it('are kept with their words and areas, and forgotten by their words or their draft', async () => {
      const first = { text: 'vil sælge', areas: ['internationalisation'], at: NOW, draftId: null } as const;
      const second = { ...first, text: 'vil bygge', draftId: 'd1' };
      await run((stores) => stores.examples.add(first));
      await run((stores) => stores.examples.add(second));
      expect(await run((stores) => stores.examples.all())).toEqual([first, second]);
      expect(await run((stores) => stores.examples.forget(['noget andet'], ['d2']))).toBe(0);
      expect(await run((stores) => stores.examples.forget(['vil sælge'], ['d1']))).toBe(2);
    });
  });
});

it.each(DATABASES)('history is never changed or deleted, in $name', async ({ open }) => {
  const { database, close } = await open();
  await createUnitOfWork(database, () => 'row').run((stores) => stores.history.append([entryOf('K1', 1)]));
  const change = database.updateTable('history').set({ at: '' }).where('case_id', '=', 'K1');
  await expect(change.execute()).rejects.toThrow('append-only');
  await expect(database.deleteFrom('history').execute()).rejects.toThrow('append-only');
  await close();
});

it.each(DATABASES)('the audit is never changed, and deleted by age alone, in $name', async ({ open }) => {
  const { database, close } = await open();
  const unitOfWork = createUnitOfWork(database, () => 'row');
  const line = {
    person: 'bo',
    organisation: null,
    action: 'read',
    caseId: 'K1',
    relation: null,
    cases: 1,
  } as const;
  await unitOfWork.run((stores) =>
    stores.audit.add([
      { ...line, at: at(1) },
      { ...line, at: at(5) },
    ]),
  );
  await expect(database.updateTable('audit').set({ person: '' }).execute()).rejects.toThrow('append-only');
  await expect(database.deleteFrom('audit').execute()).rejects.toThrow('append-only');
  await unitOfWork.run((stores) => stores.audit.forgetBefore(at(3)));
  await expect(database.deleteFrom('audit').execute()).rejects.toThrow('append-only');
  await expect(database.deleteFrom('audit_limits').execute()).rejects.toThrow('append-only');
  await close();
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmMembers } from '../../src/app/confirm-members.ts';
import { deleteEndedDrafts, expireDrafts } from '../../src/app/expire-drafts.ts';
import type { RosterStanding, Rosters } from '../../src/app/ports/roster.ts';
import { reconcile } from '../../src/app/reconcile.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Membership, Person } from '../../src/core/person.ts';
import { act, calendar, caseNow, channelOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

/** What is put in order every hour, each job by itself. */

const ANNA = 'anna-holm';
const HOUSE = 'ehm-midtjylland';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const now = () => world.clock.now();
const outbox = async () => {
  const rows = await world.queue.claim('test', '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', 1_000);
  return rows.map(({ about, effect }) => ({ about, ...effect }));
};
const emptyOutbox = async () => {
  for (;;) {
    const rows = await world.queue.claim('w', '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', 100);
    if (rows.length === 0) return;
    for (const { id } of rows) await world.queue.done(id, 'w');
  }
};

describe('drafts that nobody has touched for a week', () => {
  const deps = () => ({ unitOfWork: world.unitOfWork, calendar });
  const begin = async (input = {}) => {
    await world.says(ANNA, { name: 'guided' });
    if (Object.keys(input).length > 0) await world.intake(ANNA, 'intake.submit', input);
    return world.draft(ANNA);
  };

  it('expire, and their owner is told in office hours', async () => {
    const draft = await begin({ companyName: 'Hansen VVS' });
    await emptyOutbox();
    world.clock.pass(7 * 24);
    expect(await expireDrafts(deps(), now())).toBe(0);
    world.clock.pass(0.001);
    expect(await expireDrafts(deps(), now())).toBe(1);
    const ended = await world.unitOfWork.read((stores) => stores.drafts.get(draft.id));
    expect(ended).toMatchObject({
      state: 'expired',
      asking: null,
      revision: draft.revision + 1,
      updatedAt: now(),
    });
    expect(await outbox()).toEqual([
      {
        about: draft.id,
        kind: 'notice.person',
        person: ANNA,
        organisation: 'les-791',
        notice: 'draft-expired',
        notBefore: calendar.nextOfficeHour(now()),
      },
    ]);
    expect(await expireDrafts(deps(), now())).toBe(0);
  });

  it('expire in silence where they are empty', async () => {
    const { id } = await begin();
    world.clock.pass(8 * 24);
    expect(await expireDrafts(deps(), now())).toBe(1);
    expect(await outbox()).toEqual([]);
    expect(await world.unitOfWork.read((stores) => stores.drafts.get(id))).toMatchObject({
      state: 'expired',
    });
  });

  it('expire however many there are', async () => {
    const draft = await begin();
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 205; i++) await stores.drafts.insert({ ...draft, id: `d${i}`, person: `p${i}` });
    });
    world.clock.pass(8 * 24);
    expect(await expireDrafts(deps(), now())).toBe(206);
  });

  it('that have ended are deleted after 30 days', async () => {
    await begin();
    await world.says(ANNA, { name: 'cancel' });
    world.clock.pass(30 * 24);
    expect(await deleteEndedDrafts(deps(), now())).toBe(0);
    world.clock.pass(0.001);
    expect(await deleteEndedDrafts(deps(), now())).toBe(1);
  });
});

describe('memberships by channel', () => {
  let answers: (place: string, identity: string) => RosterStanding;
  let asked: string[];
  beforeEach(() => {
    answers = () => 'member';
    asked = [];
  });
  const rosters: Rosters = new Map([
    [
      'teams',
      {
        channel: 'teams',
        standingOf: async ({ id }, identity) => {
          asked.push(`${id} ${identity}`);
          return { standing: answers(id, identity) };
        },
      },
    ],
  ]);
  const confirm = () => confirmMembers({ unitOfWork: world.unitOfWork, rosters, calendar }, now());
  const hours = (from: number) => new Date(Date.parse(now()) + from * 3_600_000).toISOString();
  const sofie = (
    until: number,
    more: Partial<Person> = {},
    membership: Partial<Membership> = {},
  ): Person => ({
    id: 'teams:t:sofie',
    name: 'Sofie',
    identities: ['teams:t:sofie'],
    memberships: [
      {
        organisation: 'les-791',
        roles: ['consultant'],
        source: 'channel:teams:channel les-791',
        since: now(),
        confirmedUntil: hours(until),
        ...membership,
      },
    ],
    ...more,
  });
  const save = (person: Person) => world.unitOfWork.run((stores) => stores.people.save(person));
  const stored = (id = 'teams:t:sofie') => world.unitOfWork.read((stores) => stores.people.get(id));

  it('are confirmed again an hour after they were, and count for a day from then', async () => {
    await save(sofie(23));
    expect(await confirm()).toEqual({ membershipsEnded: 0, rostersSilent: 0, casesReleased: 0 });
    expect(asked).toEqual(['channel les-791 teams:t:sofie']);
    expect((await stored())?.memberships[0]?.confirmedUntil).toBe(hours(24));
    await confirm();
    expect(asked).toHaveLength(1);
  });

  it('end where the person is gone or a guest', async () => {
    for (const standing of ['gone', 'guest'] as const) {
      answers = () => standing;
      await save(sofie(3));
      expect((await confirm()).membershipsEnded).toBe(1);
      expect(await stored()).toBeUndefined();
    }
  });

  it('are suspended, not ended, a day after the roster last confirmed them', async () => {
    answers = () => 'unknown';
    const members = async () =>
      (await world.unitOfWork.read((stores) => stores.people.membersOf('les-791'))).map(({ id }) => id);
    await save(sofie(1));
    expect(await confirm()).toMatchObject({ membershipsEnded: 0, rostersSilent: 0 });
    expect(await members()).toContain('teams:t:sofie');
    await save(sofie(0));
    await confirm();
    expect(await members()).not.toContain('teams:t:sofie');
    expect((await stored())?.memberships).toHaveLength(1);
    // Also where there is no channel left that could be asked.
    await save(sofie(0, { id: 'slack:T:per', identities: ['slack:T:per'] }));
    await confirm();
    expect(await members()).not.toContain('slack:T:per');
  });

  it('are asked no more of a roster that was silent three times in a row', async () => {
    for (let i = 0; i < 9; i++) await save(sofie(1, { id: `teams:t:p${i}`, identities: [`teams:t:p${i}`] }));
    answers = () => 'unknown';
    expect((await confirm()).rostersSilent).toBe(1);
    // Those that are asked for side by side may come one more.
    expect(asked.length).toBeLessThan(7);
    asked.length = 0;
    answers = (_, identity) => (identity.endsWith('p2') ? 'member' : 'unknown');
    expect((await confirm()).rostersSilent).toBe(1);
    expect(asked.length).toBeGreaterThan(4);
  });

  it('are asked for a few thousand people an hour', async () => {
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 2_003; i++)
        await stores.people.save(sofie(1, { id: `teams:t:p${i}`, identities: [`teams:t:p${i}`] }));
    });
    await confirm();
    expect(asked).toHaveLength(2_000);
  });

  it('once asked for are forgotten after 14 days; what somebody did lately after a day', async () => {
    const admissions = () => world.unitOfWork.read((stores) => stores.admissions.ofOrganisation('les-791'));
    const marks = () => world.unitOfWork.read((stores) => stores.marks.countSince(ANNA, 'contact', '2000'));
    await world.unitOfWork.run(async (stores) => {
      const conversation = channelOf('les-791');
      for (const [name, askedAt] of [
        ['old', hours(-14 * 24 - 1)],
        ['new', hours(-14 * 24 + 1)],
      ] as const)
        await stores.admissions.add({ identity: name, name, organisation: 'les-791', conversation, askedAt });
      for (const at of [hours(-25), hours(-23)]) await stores.marks.add(ANNA, 'contact', at);
    });
    await confirm();
    expect((await admissions()).map(({ name }) => name)).toEqual(['new']);
    expect(await marks()).toBe(1);
  });

  it('of an assignee that end put the cases back, and the coordinators are told once for each person', async () => {
    const cases: Case[] = [];
    for (let i = 0; i < 3; i++) {
      cases.push(await logCase(world, ANNA, { areas: 'authority-permits', companyName: `Nummer ${i}` }));
    }
    await act(world, ANNA, cases[2]?.id ?? '', 'case.assign', { person: 'finn-dahl' });
    await emptyOutbox();
    for (const id of [ANNA, 'finn-dahl']) await world.unitOfWork.run((stores) => stores.people.remove(id));
    expect((await confirm()).casesReleased).toBe(3);
    for (const { id } of cases) expect((await caseNow(world, id)).assignee).toBeNull();
    const notices = (await outbox()).filter(({ kind }) => kind === 'notice.coordinators');
    expect(notices).toEqual([
      { about: ANNA, kind: 'notice.coordinators', organisation: 'les-791', notice: 'colleague-left' },
      { about: 'finn-dahl', kind: 'notice.coordinators', organisation: 'les-791', notice: 'colleague-left' },
    ]);
    expect((await confirm()).casesReleased).toBe(0);
  });

  it('of an assignee of very many cases put them all back', async () => {
    const kase = await logCase(world, ANNA, { areas: 'authority-permits' });
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 150; i++)
        await stores.cases.insert({ ...kase, id: `A${1000 + i}`, draftId: `d${i}` }, null);
      await stores.people.remove(ANNA);
    });
    expect((await confirm()).casesReleased).toBe(151);
  });
});

describe('cases that nobody sees', () => {
  const deps = () => ({ unitOfWork: world.unitOfWork, calendar });
  const shown = (kase: Case, organisation = kase.owner, crmRevision = kase.revision) =>
    world.unitOfWork.run(async (stores) => {
      await stores.posts.save({
        id: `post ${kase.id}`,
        about: kase.id,
        card: 'case',
        organisation,
        person: null,
        conversation: channelOf(organisation),
        messageId: 'm',
        shownRevision: 1,
      });
      await stores.cases.saveCrmRevision(kase.id, crmRevision, 'crm');
    });

  it('are shown to their owner, or to whom they are offered, and brought to the CRM', async () => {
    const own = await logCase(world, ANNA, { areas: 'authority-permits' });
    const offered = await logCase(world, ANNA);
    expect(await reconcile(deps(), now())).toEqual({ card: 0, crm: 0, owner: 0 });
    await emptyOutbox();
    expect(await reconcile(deps(), now())).toEqual({ card: 2, crm: 2, owner: 0 });
    expect((await outbox()).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(
      [
        { about: own.id, kind: 'card.post', organisation: 'les-791', card: 'case' },
        { about: own.id, kind: 'crm.save' },
        { about: offered.id, kind: 'card.post', organisation: HOUSE, card: 'handover' },
        { about: offered.id, kind: 'crm.save' },
      ].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    );
    expect(await reconcile(deps(), now())).toEqual({ card: 0, crm: 0, owner: 0 });
  });

  it('are left alone where they are shown and in the CRM', async () => {
    const kase = await logCase(world, ANNA, { areas: 'authority-permits' });
    await emptyOutbox();
    await shown(kase, kase.owner, 0);
    expect(await reconcile(deps(), now())).toEqual({ card: 0, crm: 1, owner: 0 });
    await emptyOutbox();
    await shown(kase);
    expect(await reconcile(deps(), now())).toEqual({ card: 0, crm: 0, owner: 0 });
    expect(await outbox()).toEqual([]);
  });

  it('are tried again where something was put aside; a notice to others does not stand in the card’s way', async () => {
    const kase = await logCase(world, ANNA);
    const parkAll = async () => {
      for (;;) {
        const rows = await world.queue.claim('w', now(), now(), 100);
        if (rows.length === 0) return;
        for (const { id } of rows) await world.queue.park(id, 'w', now(), 'gone');
      }
    };
    await parkAll();
    expect(await reconcile(deps(), now())).toEqual({ card: 1, crm: 1, owner: 0 });
    const again = await outbox();
    expect(again.filter(({ kind }) => kind === 'crm.save')).toHaveLength(1);
    expect(again.filter(({ kind }) => kind === 'card.post')).toHaveLength(1);
    await emptyOutbox();
    const told = { kind: 'tell.organisation', organisation: 'les-791', notice: 'handover-expired' } as never;
    await world.unitOfWork.run((stores) => stores.outbox.add(kase.id, [told], now()));
    await parkAll();
    await shown(kase, 'les-791');
    expect(await reconcile(deps(), now())).toEqual({ card: 1, crm: 0, owner: 0 });
    expect((await outbox()).map(({ kind }) => kind).sort()).toEqual(['card.post', 'tell.organisation']);
  });

  it('get an owner where theirs does not exist', async () => {
    const kase = await logCase(world, ANNA, { areas: 'authority-permits' });
    const other = await logCase(world, ANNA, { areas: 'authority-permits' });
    const lost = { ...kase, owner: 'les-999' as never, revision: 2 };
    await world.unitOfWork.run((stores) => stores.cases.update(lost, 1, null));
    await emptyOutbox();
    expect((await reconcile(deps(), now())).owner).toBe(1);
    expect((await caseNow(world, kase.id)).owner).toBe('les-791');
    expect((await caseNow(world, other.id)).revision).toBe(1);
    expect((await reconcile(deps(), now())).owner).toBe(0);
  });
});

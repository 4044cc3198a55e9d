import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseLine } from '../../src/app/case-lists.ts';
import type { Inbound } from '../../src/app/inbound.ts';
import type { Case, Handover } from '../../src/core/case/case.ts';
import type { CaseFilter } from '../../src/core/command.ts';
import type { Person } from '../../src/core/person.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { anna, bo, carla, opened } from '../core/case/case-world.ts';
import { channelOf } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

/** What a line of a list says, by list and reader, and how a coordinator sends cases to the CRM once more. */

const [ANNA, FINN] = ['anna-holm', 'finn-dahl'];
let world: AppWorld;
const open = async (people: readonly Person[] = DEMO_PEOPLE) => {
  world = await openAppWorld({ store: 'maps', people });
};
beforeEach(() => open());
afterEach(() => world.close());

const sent = opened({ now: '2026-11-20T08:00:00.000Z' }).case;
const by = (person: string) => ({ person, name: person, organisation: 'les-791' }) as const;
const put = async (id: string, more: Partial<Case> = {}) => {
  const kase: Case = { ...sent, id, draftId: id, assignee: by(ANNA), ...more };
  await world.unitOfWork.run((stores) => stores.cases.insert(kase, null));
  return kase;
};
const list = async (
  filter: CaseFilter,
  { person = ANNA, page, again }: { person?: string; page?: number; again?: true } = {},
  more: Partial<Inbound> = {},
) => {
  const { answers } = await world.do(person, { name: 'cases', filter, page, again }, more);
  const [answer] = answers;
  if (answer?.kind !== 'cases' || answers.length > 1) throw new Error(JSON.stringify(answers));
  return answer;
};
const lineOf = async (filter: CaseFilter) => (await list(filter)).lines[0];

describe('a line', () => {
  it('of what the reader sent says how their own latest offer stands', async () => {
    const [offer] = sent.handovers;
    if (!offer) throw new Error('not offered');
    const one = (number: number, person: string, more: Partial<Handover>): Handover => ({
      ...offer,
      number,
      offeredBy: by(person),
      ...more,
    });
    await put('A', {
      handovers: [
        one(1, ANNA, { state: 'returned', reasonCode: 'duplicate', to: 'ehm-fyn' }),
        one(2, ANNA, { state: 'returned', reasonCode: 'no-capacity' }),
        one(3, FINN, { state: 'offered' }),
      ],
    });
    const own = await lineOf('referrals');
    expect(own?.referral).toEqual({ to: 'ehm-midtjylland', state: 'returned', reasonCode: 'no-capacity' });
    expect(own?.next).toEqual({ code: 'await-receiver', with: 'ehm-midtjylland' });
    for (const filter of ['mine', 'office'] as const)
      expect(await lineOf(filter)).not.toHaveProperty('referral');
  });

  it('of a follow-up or a task says that in place of the next step; of other lists, neither', async () => {
    const followUp = { organisation: 'les-791', dueOn: '2026-12-01', state: 'proposed' } as const;
    await put('A', { status: 'closed', closedAt: world.clock.now(), handovers: [], followUp });
    const followed = await lineOf('follow-up');
    expect([followed?.followUp, followed?.next, followed?.task]).toEqual([followUp, undefined, undefined]);
    const inbox = await lineOf('inbox');
    expect(inbox?.next).toEqual({ code: 'answer-follow-up', at: '2026-12-01' });
    expect(inbox).not.toHaveProperty('followUp');
    const task = {
      organisation: 'les-791',
      when: 'now',
      areas: ['networks-courses'],
      dueAt: '2026-11-24T08:00:00.000Z',
      state: 'open',
    } as const;
    await put('B', { owner: 'les-751', handovers: [], status: 'open', tasks: [task] });
    const tasked = await lineOf('tasks');
    expect([tasked?.task, tasked?.next, tasked?.followUp]).toEqual([task, undefined, undefined]);
    expect(await lineOf('mine')).not.toHaveProperty('task');
  });

  it.each<[string, Partial<Case['values']>, string | null]>([
    ['the company', { companyName: 'Hansen VVS', contactName: 'Ole' }, 'Hansen VVS'],
    ['else the contact', { companyName: undefined, contactName: 'Ole' }, 'Ole'],
    ['else nobody', { companyName: undefined, contactName: undefined }, null],
  ])('is named after %s', async (_, values, title) => {
    await put('A', { values: { ...sent.values, municipality: undefined, ...values } });
    expect(await lineOf('mine')).toMatchObject({ title, municipality: null });
  });

  it('says needs and next step only to who may see the outline', () => {
    const where = { settingsOf: () => DEFAULT_SETTINGS, now: sent.createdAt };
    const seen = (actor: typeof anna, shared: boolean) => caseLine(sent, { actor, shared }, where);
    for (const shared of [true, false]) {
      expect(seen(anna, shared)).toMatchObject({ areas: ['internationalisation'] });
      expect(seen(carla, shared)).toMatchObject({ next: { code: 'answer-offer' } });
      expect(seen(bo, shared)).not.toHaveProperty('areas');
      expect(seen(bo, shared)).not.toHaveProperty('next');
    }
  });
});

describe('the intakes on one’s list', () => {
  const begin = async (name: string, more: Readonly<Record<string, string>> = {}) => {
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { companyName: name, ...more });
  };

  it('are the one under way and five that were set aside, on the first page of one’s own alone', async () => {
    world.understood = (text) => ({ entities: { companyName: text } });
    for (const text of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) {
      await world.says(ANNA, { name: 'log', text });
      world.clock.pass(0.01);
    }
    for (let at = 1; at <= 9; at++) await put(`K${at}`);
    const first = await list('mine');
    expect(first.lines.map(({ title }) => title).slice(0, 6)).toEqual(['G', 'F', 'E', 'D', 'C', 'B']);
    expect([first.lines.length, first.total, first.pages]).toEqual([14, 9, 2]);
    const second = await list('mine', { page: 2 });
    expect([second.lines.length, second.page]).toEqual([1, 2]);
    expect((await list('office')).lines.every(({ status }) => status !== 'draft')).toBe(true);
  });

  it('are not urgent without a crisis, and nameless of a pre-starter where everybody reads it', async () => {
    await begin('Kagehuset', { stage: 'pre-starter', municipality: '791' });
    const title = async (audience: Inbound['audience']) =>
      (await list('mine', {}, { audience })).lines.map((one) => [one.title, one.municipality, one.urgent]);
    expect(await title('person')).toEqual([['Kagehuset', '791', false]]);
    expect(await title('conversation')).toEqual([[null, '791', false]]);
  });
});

describe('what the CRM lacks', () => {
  const kinds = (id: string) =>
    world.unitOfWork.run(async (stores) =>
      (await stores.outbox.undeliveredAbout(id)).map(({ kind }) => kind).sort(),
    );

  it('is sent once more by a coordinator, each case once, and others only see it', async () => {
    for (const id of ['NONE', 'WAITS', 'PARKED', 'OTHER', 'THEIRS'])
      await put(id, { handovers: [], status: 'open', ...(id === 'THEIRS' && { owner: 'les-751' }) });
    const now = world.clock.now();
    await world.unitOfWork.run((stores) => stores.outbox.add('PARKED', [{ kind: 'crm.save' }], now));
    const [row] = await world.queue.claim('w', now, now, 10);
    await world.queue.park(row?.id ?? '', 'w', now, 'rejected');
    await world.unitOfWork.run(async (stores) => {
      await stores.outbox.add('WAITS', [{ kind: 'crm.save' }], now);
      await stores.outbox.add('OTHER', [{ kind: 'card.refresh' }], now);
    });
    const seen = await list('not-in-crm');
    expect([seen.total, seen.sentAgain]).toEqual([4, 0]);
    expect(await kinds('NONE')).toEqual([]);
    expect(await list('not-in-crm', { person: FINN })).not.toHaveProperty('sentAgain');
    expect(await list('office')).not.toHaveProperty('sentAgain');
    expect((await list('not-in-crm', { again: true })).sentAgain).toBe(4);
    expect(await kinds('NONE')).toEqual(['crm.save']);
    expect(await kinds('WAITS')).toEqual(['crm.save']);
    expect(await kinds('PARKED')).toEqual(['crm.save']);
    expect(await kinds('OTHER')).toEqual(['card.refresh', 'crm.save']);
    expect(await kinds('THEIRS')).toEqual([]);
    expect(await world.queue.parked(10)).toEqual([]);
  });

  it('is not sent again by others', async () => {
    await put('NONE', { handovers: [], status: 'open' });
    const { answers } = await world.do(FINN, { name: 'cases', filter: 'not-in-crm', again: true });
    expect(answers).toEqual([
      { kind: 'refused', refusal: { code: 'coordinators-only', params: { organisation: 'les-791' } } },
    ]);
    expect(await kinds('NONE')).toEqual([]);
  });

  it('goes out two hundred cases at a time', async () => {
    for (let at = 0; at <= 200; at++) await put(`K${at}`, { handovers: [], status: 'open' });
    expect(await list('not-in-crm', { again: true })).toMatchObject({ sentAgain: 200, total: 201 });
  });

  it('is the office’s list in its channel where none is named', async () => {
    await put('A');
    const { answers } = await world.do(
      FINN,
      { name: 'cases' },
      { conversation: channelOf('les-791'), audience: 'conversation' },
    );
    expect(answers).toMatchObject([{ filter: 'office', total: 1 }]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/app/inbound.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Command } from '../../src/core/command.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { act, caseNow, channelOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, inWords, openAppWorld, wordsOf } from './app-world.ts';

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
const CARLA = 'carla-winther';
const DAN = 'dan-ravn';
const EVA = 'eva-lund';
const house = channelOf('ehm-midtjylland');

let world: AppWorld;
let kase: Case;
beforeEach(async () => {
  world = await openAppWorld({
    people: [
      ...DEMO_PEOPLE,
      {
        id: 'ivan',
        name: 'Ivan Dam',
        identities: ['teams:t:ivan'],
        memberships: [{ organisation: 'les-791', roles: ['auditor'] }],
      },
    ],
  });
  kase = await logCase(world, ANNA, { cvr: HANSEN.cvr });
});
afterEach(() => world.close());

const answerTo = async (person: string, command: Command, more: Partial<Inbound> = {}): Promise<Answer> => {
  const [answer, ...others] = (await world.do(person, command, more)).answers;
  if (!answer || others.length > 0) throw new Error(`not one answer: ${others.length}`);
  return answer;
};
const show = (person: string, caseId = kase.id, more: Partial<Inbound> = {}) =>
  answerTo(person, { name: 'case', caseId }, more);
const does = async (...given: Parameters<typeof act> extends [unknown, ...infer Rest] ? Rest : never) =>
  wordsOf(await act(world, ...given));
const list = async (
  person: string,
  command: Partial<Extract<Command, { name: 'cases' }>> = {},
  more = {},
) => {
  const answer = await answerTo(person, { name: 'cases', ...command }, more);
  if (answer.kind !== 'cases') throw new Error(inWords(answer));
  return answer;
};

describe('a case that is asked for', () => {
  it('is found by its id, or by the company’s CVR number: all of them, the latest first', async () => {
    expect(await show(ANNA)).toMatchObject({ kind: 'case', case: { id: kase.id } });
    expect(await show(ANNA, '25 31 37 63')).toMatchObject({ kind: 'case', case: { id: kase.id } });
    expect(await show(ANNA, 'X'.repeat(30))).toEqual({
      kind: 'refused',
      refusal: { code: 'unknown-case', params: { caseId: 'X'.repeat(20) } },
    });
    expect(inWords(await show(ANNA, '24256790'))).toBe('found 24256790: ');
    world.clock.pass(1);
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', {
      cvr: HANSEN.cvr,
      areas: 'authority-permits',
      stage: 'established',
    });
    await world.intake(ANNA, 'intake.confirm', { anyway: 'true', consent: 'consent' });
    const latest = await show(ANNA, HANSEN.cvr);
    expect(latest).toMatchObject({ kind: 'found', lines: [{}, { caseId: kase.id }] });
  });

  it('is shown as its reader may see it, with the card that asks something of them', async () => {
    expect(await show(CARLA)).toMatchObject({
      card: 'handover',
      history: [{ sequence: 1 }],
      now: world.clock.now(),
      notice: null,
      problems: [],
      viewer: { relation: 'receiver', organisation: 'ehm-midtjylland' },
    });
    const own = await show(ANNA);
    expect(own).toMatchObject({ card: 'case', viewer: { organisation: 'les-791' } });
    // Everybody in a conversation reads the same card: no history, and no relation of a person’s own.
    const shared = await show(CARLA, kase.id, { conversation: house, audience: 'conversation' });
    expect(shared).toMatchObject({ card: 'handover', history: [], viewer: { relation: 'channel' } });
  });

  it('says to whoever has no part in it only that the company is served', async () => {
    expect(await show(BO)).toEqual({
      kind: 'running-case',
      running: {
        caseId: kase.id,
        owner: 'les-791',
        since: kase.createdAt,
        status: 'offered',
        assignee: 'Anna Holm',
        assigneeId: 'anna-holm',
        ours: true,
        hasBasis: true,
      },
      notice: null,
      mayAdd: false,
      chat: expect.stringMatching(/^teams:/),
    });
    expect(await show(EVA)).toMatchObject({ kind: 'case' });
    await does(CARLA, kase.id, 'handover.accept');
    await does(CARLA, kase.id, 'case.assign', { person: 'carla' });
    expect(await show(BO)).toMatchObject({
      running: { owner: 'ehm-midtjylland', assignee: 'Carla Winther' },
    });
    expect(await show('ivan')).toMatchObject({ kind: 'case' });
  });
});

describe('a verb on a case', () => {
  it('is done once, saved, and answered with the card as it now is', async () => {
    const { answers } = await act(world, CARLA, kase.id, 'handover.accept');
    expect(answers).toMatchObject([
      {
        kind: 'case',
        case: { revision: 2, owner: 'ehm-midtjylland' },
        history: [{ sequence: 1 }, { sequence: 2, event: 'accepted' }],
        notice: {
          code: 'done',
          params: { verb: 'handover.accept', event: 'accepted', caseId: kase.id },
        },
      },
    ]);
    expect((await caseNow(world, kase.id)).revision).toBe(2);
  });

  it('needs a case', async () => {
    expect(await does(CARLA, '', 'handover.accept')).toEqual(['refused case-needed']);
    const reply = await act(world, CARLA, 'Y'.repeat(30), 'handover.accept');
    expect(reply.answers).toEqual([
      { kind: 'refused', refusal: { code: 'unknown-case', params: { caseId: 'Y'.repeat(20) } } },
    ]);
  });

  it('that is refused shows the card with why not, to whoever has a part in it', async () => {
    const { answers } = await act(world, ANNA, kase.id, 'handover.accept');
    expect(answers).toMatchObject([
      {
        kind: 'case',
        case: { revision: 1 },
        notice: null,
        problems: [{ field: '', refusal: { code: 'not-yours' }, typed: '' }],
      },
    ]);
    expect(await does(BO, kase.id, 'handover.accept')).toEqual(['refused not-yours']);
  });

  it('that lacks an input shows what was typed beside what is wrong, and how much too long it is', async () => {
    const problemsOf = async (input: Record<string, string>) => {
      const [answer] = (await act(world, CARLA, kase.id, 'handover.return', input)).answers;
      return answer?.kind === 'case' ? answer.problems : undefined;
    };
    const [missing] = (await problemsOf({})) ?? [];
    expect(missing).toMatchObject({ typed: '' });
    const long = `  ${'x'.repeat(MAX_TEXT + 3)} `;
    const problems = (await problemsOf({ reasonCode: 'wrong-door', reason: long })) ?? [];
    expect(problems.find(({ field }) => field === 'reason')).toEqual({
      field: 'reason',
      refusal: { code: 'text-too-long', params: { max: MAX_TEXT, length: MAX_TEXT + 3 } },
      typed: long,
    });
  });

  it('is told of a colleague by id, whole name, or a first name that only one has', async () => {
    await does(CARLA, kase.id, 'handover.accept');
    const assign = async (person: string) => {
      const words = await does(DAN, kase.id, 'case.assign', { person });
      return [words.join(), (await caseNow(world, kase.id)).assignee?.person];
    };
    expect(await assign('carla')).toEqual(['case open done', CARLA]);
    expect(await assign(' @Dan Ravn ')).toEqual(['case open done', DAN]);
    expect(await assign('eva-lund ')).toEqual(['case open - person-cannot-act', DAN]);
    expect(await assign('winther')).toEqual(['case open done', CARLA]);
    expect(await assign('Car')).toEqual(['case open - unknown-person', CARLA]);
    // Somebody of another office is nobody here.
    expect(await assign('Anna Holm')).toEqual(['case open - unknown-person', CARLA]);
    await world.unitOfWork.run(async (stores) => {
      for (const [id, name] of [
        ['d2', 'Dan Bak'],
        ['c2', 'Carla Winther'],
      ] as const)
        await stores.people.save({
          id,
          name,
          identities: [`teams:t:${id}`],
          memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant'] }],
        });
    });
    expect(await assign('Dan')).toEqual(['case open - unknown-person', CARLA]);
    expect(await assign('Carla Winther')).toEqual(['case open - unknown-person', CARLA]);
    expect(await assign('Dan Bak')).toEqual(['case open done', 'd2']);
  });

  it('of a contact is refused after sixty in an hour, others are not', async () => {
    await world.unitOfWork.run(async (stores) => {
      for (let i = 0; i < 59; i++) await stores.marks.add(EVA, 'contact', world.clock.now());
    });
    const add = () => act(world, EVA, kase.id, 'case.add-contact', { text: 'ringede' });
    expect(wordsOf(await add())).toEqual(['handover offered done']);
    expect((await add()).answers).toEqual([
      { kind: 'refused', refusal: { code: 'too-often', params: { max: 60 } } },
    ]);
    expect((await caseNow(world, kase.id)).contacts).toHaveLength(1);
    expect(await does(CARLA, kase.id, 'handover.accept')).toEqual(['case open done']);
    // An hour later the first ones no longer count.
    world.clock.pass(1.01);
    expect(wordsOf(await add())).toEqual(['case open done']);
  });

  it('takes what may not have reached the person off the list of what was not delivered', async () => {
    const uncertain = async () =>
      (await world.unitOfWork.read((stores) => stores.outbox.parkedUncertain(kase.id))).length;
    const rows = await world.queue.claim('w', world.clock.now(), world.clock.now(), 10);
    for (const { id } of rows) await world.queue.park(id, 'w', world.clock.now(), 'uncertain');
    const before = await uncertain();
    expect(before).toBeGreaterThan(0);
    await does(CARLA, kase.id, 'handover.accept');
    expect(await uncertain()).toBeLessThan(before);
  });
});

describe('the list of cases', () => {
  it('is one’s own in a personal chat, with the intake under way first', async () => {
    expect(await list(ANNA)).toMatchObject({
      filter: 'mine',
      page: 1,
      pages: 1,
      total: 1,
      now: world.clock.now(),
      lines: [
        {
          caseId: kase.id,
          title: 'Hansen VVS ApS',
          municipality: '791',
          status: 'offered',
          owner: 'les-791',
          offeredTo: 'ehm-midtjylland',
          assignee: { person: ANNA, name: 'Anna Holm', organisation: 'les-791' },
          dueAt: kase.promise.dueAt,
          answeredAt: null,
          broken: false,
          urgent: false,
          standing: 'active',
        },
      ],
    });
    await world.says(ANNA, { name: 'new' });
    await world.intake(ANNA, 'intake.submit', { companyName: 'Jensen Byg', crisis: 'true' });
    const { lines, total } = await list(ANNA);
    expect(total).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      caseId: (await world.draft(ANNA)).id,
      title: 'Jensen Byg',
      municipality: null,
      status: 'draft',
      owner: 'les-791',
      offeredTo: null,
      assignee: null,
      dueAt: null,
      answeredAt: null,
      broken: false,
      urgent: true,
      standing: undefined,
    });
    expect((await list(ANNA, { filter: 'office' })).lines).toHaveLength(1);
  });

  it('is the office’s in a channel, without a pre-starter’s name where everybody reads it', async () => {
    const preStarter = await logCase(world, ANNA, {
      companyName: '',
      contactName: 'Ole Olsen',
      stage: 'pre-starter',
      areas: 'business-plan',
    });
    const viborg = { conversation: channelOf('les-791'), audience: 'conversation' } as const;
    const titles = async (more: Partial<Inbound>) => {
      const { filter, lines } = await list(ANNA, {}, more);
      expect(filter).toBe(more.conversation ? 'office' : 'mine');
      return new Map(lines.map(({ caseId, title }) => [caseId, title]));
    };
    expect((await titles(viborg)).get(preStarter.id)).toBeNull();
    expect((await titles(viborg)).get(kase.id)).toBe('Hansen VVS ApS');
    expect((await titles({ ...viborg, audience: 'person' })).get(preStarter.id)).toBe('Ole Olsen');
    expect((await titles({})).get(preStarter.id)).toBe('Ole Olsen');
  });

  it('shows eight on a page; a page beyond the end is the last one', async () => {
    for (let i = 0; i < 8; i++) await logCase(world, ANNA, { companyName: `Nummer ${i}` });
    const page = async (wanted?: number) => {
      const { lines, page: shown, pages, total } = await list(ANNA, { page: wanted });
      return [lines.length, shown, pages, total];
    };
    expect(await page()).toEqual([8, 1, 2, 9]);
    expect(await page(2)).toEqual([1, 2, 2, 9]);
    expect(await page(99)).toEqual([1, 2, 2, 9]);
    await world.says(ANNA, { name: 'new' });
    expect(await page(1)).toEqual([9, 1, 2, 9]);
    expect(await page(2)).toEqual([1, 2, 2, 9]);
    expect(await list(BO, { page: 3 })).toMatchObject({ lines: [], page: 1, pages: 1, total: 0 });
  });

  it('says that a promise is broken from the moment on that it was to be kept', async () => {
    const broken = async () => (await list(ANNA)).lines[0]?.broken;
    const { dueAt } = kase.promise;
    const hours = (Date.parse(dueAt) - Date.parse(world.clock.now())) / 3_600_000;
    world.clock.pass(hours);
    expect(await broken()).toBe(false);
    world.clock.pass(0.001);
    expect(await broken()).toBe(true);
    // Once the company was answered, the hour says nothing more.
    const answered = { ...kase, revision: 2, promise: { ...kase.promise, answeredAt: dueAt } };
    await world.unitOfWork.run((stores) => stores.cases.update(answered, 1, null));
    expect(await broken()).toBe(false);
    const noted = { ...answered, revision: 3, promise: { ...answered.promise, broken: true } };
    await world.unitOfWork.run((stores) => stores.cases.update(noted, 2, null));
    expect(await broken()).toBe(true);
  });

  it('says who has a case, and that it is urgent, and no office that it was offered to before', async () => {
    await does(CARLA, kase.id, 'handover.accept');
    await does(CARLA, kase.id, 'case.assign', { person: 'carla' });
    const { lines } = await list(CARLA, { filter: 'office' });
    expect(lines[0]).toMatchObject({ offeredTo: null, assignee: { person: CARLA }, status: 'open' });
    const urgent = await logCase(world, ANNA, { crisis: 'true', companyName: 'I krise' });
    const mine = (await list(ANNA)).lines.find(({ caseId }) => caseId === urgent.id);
    expect(mine?.urgent).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figuresView } from '../../cards/views/figures.ts';
import { readCommand } from '../../dialogs/commands.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Command } from '../../src/core/command.ts';
import type { AskedPeriod } from '../../src/core/indicators/asked-period.ts';
import type { Person } from '../../src/core/person.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { act, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

/** `tal` and `månedsoversigt`: counted before the turn, for who may see them, and again where that has changed meanwhile. */

const [ANNA, FINN] = ['anna-holm', 'finn-dahl'];
const GITTE: Person = {
  id: 'gitte',
  name: 'Gitte Bak',
  identities: ['teams:t:gitte'],
  memberships: [
    { organisation: 'les-791', roles: ['coordinator'] },
    { organisation: 'ehm-midtjylland', roles: ['coordinator'] },
  ],
};
let world: AppWorld;
/** Is done once, between the count and the turn. */
let between: ((inner: UnitOfWork) => Promise<unknown>) | undefined;
beforeEach(async () => {
  between = undefined;
  world = await openAppWorld({
    store: 'maps',
    people: [...DEMO_PEOPLE, GITTE],
    wrap: (inner) => ({
      ...inner,
      run: async (work) => {
        const now = between;
        between = undefined;
        await now?.(inner);
        return inner.run(work);
      },
    }),
  });
});
afterEach(() => world.close());

const figures = (period: AskedPeriod | null = null, words = ''): Command => ({
  name: 'figures',
  period,
  words,
});
const answerTo = async (person: string, command: Command) => {
  const { answers } = await world.do(person, command);
  expect(answers).toHaveLength(1);
  return answers[0];
};
const counted = async (person: string, command: Command) => {
  const answer = await answerTo(person, command);
  if (answer?.kind !== 'figures') throw new Error(JSON.stringify(answer));
  return answer;
};

describe('the figures', () => {
  it('count the trained consultants of the directory, and say so where it names no training', async () => {
    const kase = await logCase(world, ANNA, { areas: 'business-plan', stage: 'pre-starter', cvr: '' });
    await act(world, ANNA, kase.id, 'case.contacted', { how: 'phone' });
    await act(world, FINN, kase.id, 'case.service', { services: 'sparring' });
    await act(world, ANNA, kase.id, 'case.service', { services: 'sparring' });
    const I14 = async () => {
      const answer = await counted(ANNA, figures());
      const told = JSON.stringify(figuresView(answer, 'da'));
      const row = answer.periods[0]?.figures.find(({ code }) => code === 'I-14');
      return [row && [row.numerator, row.denominator], told.includes('uddannelse ikke er registreret: I-14')];
    };
    expect(await I14()).toEqual([undefined, true]);
    const [anna] = DEMO_PEOPLE;
    if (!anna) throw new Error('nobody is there');
    await world.unitOfWork.run(({ people }) => people.save({ ...anna, training: ['bmc', 'lean-startup'] }));
    expect(await I14()).toEqual([[1, 2], false]);
    const page = await world.unitOfWork.read(({ people }) => people.all());
    expect(page.find(({ id }) => id === ANNA)?.training).toEqual(['bmc', 'lean-startup']);
  });

  it('are of this month so far and the last one, unless a period is named', async () => {
    expect(await counted(ANNA, figures())).toMatchObject({
      organisation: 'les-791',
      asOf: world.clock.now(),
      periods: [
        { period: { from: '2026-11-01', to: '2026-11-30' } },
        { period: { from: '2026-10-01', to: '2026-10-31' } },
      ],
    });
    const days = { from: '2026-11-20', to: '2026-11-20' };
    const { periods } = await counted(ANNA, figures({ kind: 'days', ...days }, 'i dag'));
    expect(periods.map(({ period }) => period)).toEqual([days]);
  });

  it('count the organisation’s own cases, and outreach where there is any', async () => {
    const { id } = await logCase(world, ANNA, { areas: 'business-plan' });
    await act(world, ANNA, id, 'case.contacted', { how: 'phone' });
    const answered = async (person: string) =>
      (await counted(person, figures())).periods.map((one) => [
        one.figures.find((figure) => figure.id === 'I-11-reported')?.numerator,
        one.outreach,
      ]);
    expect(await answered(ANNA)).toEqual([
      [1, null],
      [0, null],
    ]);
    expect(await answered('bo-krogh')).toEqual([
      [0, null],
      [0, null],
    ]);
    await world.do(ANNA, readCommand('besøg 25313763 intet behov'));
    const [now, before] = (await counted(ANNA, figures())).periods;
    expect(now?.outreach).toMatchObject({ made: 1 });
    expect(before?.outreach).toMatchObject({ made: 0 });
  });

  it.each<[string, string, Command, object]>([
    [
      'others than coordinators',
      FINN,
      figures(),
      { code: 'coordinators-only', params: { organisation: 'les-791' } },
    ],
    ['others, whatever they type', FINN, figures(null, 'påske'), { code: 'coordinators-only' }],
    [
      'words that name no period',
      ANNA,
      figures(null, 'påske'),
      { code: 'unknown-period', params: { typed: 'påske' } },
    ],
    [
      'a period that begins tomorrow',
      ANNA,
      figures({ kind: 'days', from: '2026-11-21', to: '2026-11-30' }, 'x'),
      { code: 'period-ahead' },
    ],
    ['who has not said for whom they act', 'gitte', figures(), { code: 'choose-organisation' }],
  ])('are refused: %s', async (_, person, command, refusal) => {
    expect(await answerTo(person, command)).toMatchObject({ kind: 'refused', refusal });
  });

  it('are counted again where the person now acts for another organisation, or may see them now', async () => {
    await world.says('gitte', { name: 'act-as', organisation: 'les-791' });
    between = (inner) => inner.run(({ people }) => people.saveActingAs('gitte', 'ehm-midtjylland'));
    expect(await counted('gitte', figures())).toMatchObject({ organisation: 'ehm-midtjylland' });
    const finn = DEMO_PEOPLE.find(({ id }) => id === FINN);
    if (!finn) throw new Error('no Finn');
    const memberships = [{ organisation: 'les-791', roles: ['coordinator'] }] as const;
    between = (inner) => inner.run(({ people }) => people.save({ ...finn, memberships }));
    expect(await counted(FINN, figures())).toMatchObject({ organisation: 'les-791' });
  });
});

describe('the month’s digest', () => {
  const digest = (more: Partial<Extract<Command, { name: 'digest' }>> = {}): Command => ({
    name: 'digest',
    month: null,
    ...more,
  });

  it('is of the last month unless one is named, down to the one that has begun', async () => {
    expect(await answerTo(ANNA, digest())).toMatchObject({
      kind: 'digest',
      organisation: 'les-791',
      month: '2026-10',
      sent: null,
    });
    const numbered = (number: number) => ({ kind: 'numbered', unit: 'month', number, year: 2026 }) as const;
    expect(await answerTo(ANNA, digest({ month: numbered(11) }))).toMatchObject({ month: '2026-11' });
    expect(await answerTo(ANNA, digest({ month: numbered(12) }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'period-ahead' },
    });
    world.clock.pass(11 * 24);
    expect(await answerTo(ANNA, digest({ month: numbered(12) }))).toMatchObject({ month: '2026-12' });
  });

  it('is counted again where the person could not act when it was', async () => {
    between = (inner) => inner.run(({ people }) => people.saveActingAs('gitte', 'les-791'));
    expect(await answerTo('gitte', digest())).toMatchObject({ kind: 'digest', organisation: 'les-791' });
  });

  it('is switched for the house alone', async () => {
    const off = { organisation: 'les-791' };
    expect(await answerTo(FINN, digest({ wanted: false }))).toMatchObject({
      refusal: { code: 'coordinators-only', params: off },
    });
    expect(await answerTo(ANNA, digest({ wanted: false }))).toMatchObject({
      refusal: { code: 'digest-by-setting' },
    });
    expect(await answerTo('dan-ravn', digest({ wanted: false }))).toMatchObject({
      notice: { code: 'digest-off' },
    });
    expect(await answerTo('dan-ravn', digest())).toMatchObject({ sent: false });
    expect(await answerTo('dan-ravn', digest({ wanted: true }))).toMatchObject({
      notice: { code: 'digest-on' },
    });
    expect(await answerTo('dan-ravn', digest())).toMatchObject({ sent: true });
    expect(await answerTo('carla-winther', digest())).toMatchObject({ sent: null });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetAbsences } from '../../src/app/absences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Person } from '../../src/core/person.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { act, caseNow, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';

/** Who says that they or a colleague are away, until when, and who stands in. The clock is at Friday 20 November 2026. */

const one = (
  id: string,
  name: string,
  memberships: Person['memberships'] = [{ organisation: 'les-791', roles: ['consultant'] }],
): Person => ({ id, name, identities: [`teams:t:${id}`], memberships });
const ANNA = one('anna', 'Anna Holm', [{ organisation: 'les-791', roles: ['consultant', 'coordinator'] }]);
const FINN = one('finn', 'Finn Dahl');
const IDA = one('ida', 'Ida Bak');
const KIM = one('kim', 'Kim Juhl', [{ organisation: 'les-791', roles: ['coordinator'] }]);
/** Answers the phone here, and serves companies elsewhere. */
const EVA = one('eva', 'Eva Lund', [
  { organisation: 'ehm-midtjylland', roles: ['consultant'] },
  { organisation: 'les-791', roles: ['phone'] },
]);
const CARLA = one('carla', 'Carla Winther', [{ organisation: 'ehm-midtjylland', roles: ['coordinator'] }]);

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps', people: [ANNA, FINN, IDA, KIM, EVA, CARLA] });
});
afterEach(() => world.close());

type Verb = 'absence.show' | 'absence.set' | 'absence.set-for' | 'absence.end';
type Shown = Extract<Answer, { kind: 'absence' }>;
async function say(who: Person, verb: Verb, input: RawInput = {}): Promise<Shown> {
  const { answers } = await world.do(who.id, { name: 'absence', verb, input });
  expect(answers).toHaveLength(1);
  const [answer] = answers;
  if (answer?.kind !== 'absence') throw new Error(`not an absence: ${answer?.kind}`);
  return answer;
}
const away = ({ id }: Person) => world.unitOfWork.read(({ people }) => people.absenceOf(id));
const save = ({ id }: Person, until: string, deputy: string | null = null) =>
  world.unitOfWork.run(({ people }) => people.saveAbsence(id, { until, deputy }));
const effects = ({ id }: Person) => world.unitOfWork.run((stores) => stores.outbox.undeliveredAbout(id));

describe('an absence', () => {
  it('of one’s own, without a deputy: the office is told', async () => {
    expect(await say(FINN, 'absence.set', { until: ' 2026-11-27 ', deputy: ' ' })).toEqual({
      kind: 'absence',
      organisation: 'les-791',
      own: { person: 'finn', name: 'Finn Dahl', until: '2026-11-27', deputy: null },
      away: null,
      colleagues: [ANNA, IDA, KIM, EVA].map(({ id, name }) => ({ id, name })).sort(byId),
      notice: {
        code: 'absence-set',
        params: { organisation: 'les-791', name: 'Finn Dahl', until: '2026-11-27' },
      },
      problem: null,
      typed: {},
    });
    expect(await away(FINN)).toEqual({ until: '2026-11-27', deputy: null });
    expect(await effects(FINN)).toEqual([
      { kind: 'notice.coordinators', organisation: 'les-791', notice: 'colleague-away' },
    ]);
  });

  it('with a deputy: they are told; a second one replaces the first, and says so', async () => {
    const first = await say(FINN, 'absence.set', { until: '2026-11-27', deputy: 'Ida' });
    expect(first.notice).toEqual({
      code: 'absence-set',
      params: { organisation: 'les-791', name: 'Finn Dahl', until: '2026-11-27', deputy: 'Ida Bak' },
    });
    expect(await effects(FINN)).toEqual([
      { kind: 'notice.person', person: 'ida', organisation: 'les-791', notice: 'stands-in' },
    ]);
    const second = await say(FINN, 'absence.set', { until: '2026-12-04', deputy: 'teams:t:kim' });
    expect(second.notice).toEqual({
      code: 'absence-changed',
      params: {
        organisation: 'les-791',
        name: 'Finn Dahl',
        until: '2026-12-04',
        deputy: 'Kim Juhl',
        before: '2026-11-27',
      },
    });
    expect(second.own).toMatchObject({ until: '2026-12-04', deputy: 'Kim Juhl' });
    expect(await away(FINN)).toEqual({ until: '2026-12-04', deputy: 'kim' });
  });

  it('that has ended is not replaced, and one that ends today is', async () => {
    await save(FINN, '2026-11-19');
    expect((await say(FINN, 'absence.set', { until: '2026-11-20' })).notice?.code).toBe('absence-set');
    expect((await say(FINN, 'absence.set', { until: '2026-11-21' })).notice?.code).toBe('absence-changed');
  });

  const refusals: readonly [string, Person, Verb, RawInput, object][] = [
    ['no day', FINN, 'absence.set', {}, { code: 'not-a-day', params: { typed: '' } }],
    [
      'words that are no day',
      FINN,
      'absence.set',
      { until: 'x'.repeat(70) },
      { code: 'not-a-day', params: { typed: 'x'.repeat(60) } },
    ],
    ['yesterday', FINN, 'absence.set', { until: '2026-11-19' }, { code: 'date-passed' }],
    [
      '367 days ahead',
      FINN,
      'absence.set',
      { until: '2027-11-22' },
      { code: 'absence-too-long', params: { days: 366 } },
    ],
    [
      'a deputy whom nobody knows',
      FINN,
      'absence.set',
      { until: '2026-11-27', deputy: 'Oda' },
      { code: 'unknown-person', params: { organisation: 'les-791' } },
    ],
    [
      'a deputy of another office',
      FINN,
      'absence.set',
      { until: '2026-11-27', deputy: 'Carla' },
      { code: 'unknown-person', params: { organisation: 'les-791' } },
    ],
    [
      'oneself as deputy',
      FINN,
      'absence.set',
      { until: '2026-11-27', deputy: 'Finn' },
      { code: 'deputy-is-you' },
    ],
    [
      'a deputy who only serves companies elsewhere',
      FINN,
      'absence.set',
      { until: '2026-11-27', deputy: 'Eva' },
      { code: 'person-cannot-act', params: { person: 'Eva Lund' } },
    ],
    [
      'a deputy who is away',
      FINN,
      'absence.set',
      { until: '2026-11-27', deputy: 'Ida' },
      { code: 'deputy-is-absent', params: { person: 'Ida Bak', until: '2026-11-24' } },
    ],
    [
      'a colleague, from no coordinator',
      FINN,
      'absence.set',
      { until: '2026-11-27', person: 'Anna' },
      { code: 'coordinators-only', params: { organisation: 'les-791' } },
    ],
    [
      'a colleague whom nobody knows',
      ANNA,
      'absence.set-for',
      { until: '2026-11-27', person: 'Carla' },
      { code: 'unknown-person', params: { organisation: 'les-791' } },
    ],
    [
      'a colleague’s, of none',
      ANNA,
      'absence.set-for',
      { until: '2026-11-27', person: ' ' },
      { code: 'person-needed' },
    ],
    ['a colleague’s, of nobody', ANNA, 'absence.set-for', { until: '2026-11-27' }, { code: 'person-needed' }],
    [
      'an end where nobody is away',
      FINN,
      'absence.end',
      {},
      { code: 'not-away', params: { person: 'Finn Dahl' } },
    ],
    [
      'an end of a colleague’s, from no coordinator',
      FINN,
      'absence.end',
      { person: 'Ida' },
      { code: 'coordinators-only', params: { organisation: 'les-791' } },
    ],
  ];
  it.each(refusals)(
    'is refused, with what was typed, and changes nothing: %s',
    async (_, who, verb, input, why) => {
      await save(IDA, '2026-11-24');
      const { problem, typed, notice } = await say(who, verb, input);
      expect({ problem, typed, notice }).toEqual({ problem: why, typed: input, notice: null });
      for (const other of [ANNA, FINN, KIM, EVA, CARLA]) {
        expect(await away(other)).toBeUndefined();
        expect(await effects(other)).toEqual([]);
      }
      expect(await away(IDA)).toEqual({ until: '2026-11-24', deputy: null });
    },
  );

  it.each(['2026-11-20', '2027-11-21'])('may last until %s: from today to 366 days ahead', async (until) => {
    expect((await say(FINN, 'absence.set', { until })).problem).toBeNull();
    expect(await away(FINN)).toMatchObject({ until });
  });

  it('may have a deputy whose own has ended', async () => {
    await save(IDA, '2026-11-19');
    const { problem, own } = await say(FINN, 'absence.set', { until: '2026-11-27', deputy: 'Ida Bak' });
    expect([problem, own?.deputy]).toEqual([null, 'Ida Bak']);
  });

  it('ends when its person says so, and a coordinator sets and ends a colleague’s', async () => {
    await save(FINN, '2026-11-20');
    expect((await say(FINN, 'absence.end')).notice).toEqual({
      code: 'absence-ended',
      params: { name: 'Finn Dahl' },
    });
    expect(await away(FINN)).toBeUndefined();
    const set = await say(ANNA, 'absence.set-for', { person: 'Finn', until: '2026-11-27' });
    expect([set.own, set.away]).toEqual([
      null,
      [{ person: 'finn', name: 'Finn Dahl', until: '2026-11-27', deputy: null }],
    ]);
    expect(await away(ANNA)).toBeUndefined();
    const ended = await say(ANNA, 'absence.end', { person: 'finn' });
    expect([ended.notice?.code, ended.away]).toEqual(['absence-ended', []]);
    expect(await away(FINN)).toBeUndefined();
  });

  it('may be set by its person under their own name, coordinator or not', async () => {
    expect(
      (await say(FINN, 'absence.set-for', { person: 'Finn Dahl', until: '2026-11-27' })).problem,
    ).toBeNull();
    expect(await away(FINN)).toMatchObject({ until: '2026-11-27' });
  });
});

describe('who is away', () => {
  it('is shown to a coordinator in full, to others of themselves; deputies only where they are there', async () => {
    await save(ANNA, '2026-11-27', 'ida');
    await save(FINN, '2026-11-20', 'ida');
    await save(EVA, '2026-11-19');
    const shown = await say(ANNA, 'absence.show');
    expect(shown).toMatchObject({ notice: null, problem: null });
    expect(shown.own).toEqual({ person: 'anna', name: 'Anna Holm', until: '2026-11-27', deputy: 'Ida Bak' });
    expect(shown.away?.map(({ person, deputy }) => [person, deputy])).toEqual([['finn', 'Ida Bak']]);
    await save(IDA, '2026-11-20');
    expect((await say(ANNA, 'absence.show')).own?.deputy).toBeNull();
    const own = await say(FINN, 'absence.show');
    expect([own.own?.person, own.own?.deputy, own.away]).toEqual(['finn', null, null]);
    await save(IDA, '2026-11-19');
    expect((await say(FINN, 'absence.show')).own?.deputy).toBe('Ida Bak');
    // Who has left the office stands in for nobody.
    await world.unitOfWork.run(({ people }) => people.save({ ...IDA, memberships: [] }));
    expect((await say(FINN, 'absence.show')).own?.deputy).toBeNull();
  });

  it('is known until the day is over in Denmark, and then forgotten', async () => {
    await save(FINN, '2026-11-20');
    await save(IDA, '2026-11-21');
    world.clock.pass(13.9); // 23.54 in Denmark
    expect((await say(FINN, 'absence.show')).own).toMatchObject({ until: '2026-11-20' });
    expect(await forgetAbsences(world, world.clock.now())).toBe(0);
    world.clock.pass(0.2);
    expect((await say(FINN, 'absence.show')).own).toBeNull();
    expect(await forgetAbsences(world, world.clock.now())).toBe(1);
    expect([await away(FINN), await away(IDA)]).toEqual([undefined, { until: '2026-11-21', deputy: null }]);
  });
});

describe('a case that is assigned', () => {
  const assign = async (person: string) => {
    const { id } = await logCase(world, 'anna', { areas: 'business-plan', stage: 'established' });
    const { answers } = await act(world, 'anna', id, 'case.assign', { person });
    const [answer] = answers;
    if (answer?.kind !== 'case') throw new Error('no case');
    return {
      to: (await caseNow(world, id)).assignee?.person,
      notice: answer.notice,
      problems: answer.problems.map(({ refusal }) => refusal),
    };
  };

  it('to somebody away goes to the deputy, who is told apart', async () => {
    await save(FINN, '2026-11-20', 'ida');
    expect(await assign('Finn')).toEqual({
      to: 'ida',
      notice: {
        code: 'assigned-to-deputy',
        params: { name: 'Finn Dahl', until: '2026-11-20', deputy: 'Ida Bak' },
      },
      problems: [],
    });
  });

  it.each([['nobody'], ['somebody away']])('is refused where %s stands in', async (who) => {
    await save(FINN, '2026-11-27', who === 'nobody' ? null : 'ida');
    await save(IDA, '2026-11-24');
    expect(await assign('finn')).toMatchObject({
      to: 'anna',
      problems: [{ code: 'colleague-away', params: { person: 'Finn Dahl', until: '2026-11-27' } }],
    });
  });

  it('to somebody who is back, or whom nobody knows, is as ever', async () => {
    await save(FINN, '2026-11-19', 'ida');
    expect(await assign('Finn')).toMatchObject({ to: 'finn', notice: { code: 'done' } });
    expect((await assign('Oda')).problems).toMatchObject([{ code: 'unknown-person' }]);
    expect((await assign('')).problems).toMatchObject([{ code: 'person-needed' }]);
  });

  it('and other verbs of somebody away stand as they are', async () => {
    await save(ANNA, '2026-11-27', 'ida');
    const { id } = await logCase(world, 'anna', { areas: 'business-plan', stage: 'established' });
    const { answers } = await act(world, 'finn', id, 'case.contacted', { how: 'phone', person: 'Anna' });
    expect(answers).toMatchObject([{ kind: 'case', notice: { code: 'done' }, problems: [] }]);
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }) {
  return a.id < b.id ? -1 : 1;
}

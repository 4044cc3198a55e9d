import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { tellOfCrisis } from '../../../src/core/case/crisis-elsewhere.ts';
import type { Task } from '../../../src/core/case/task.ts';
import { isOnTask, listedTask, taskOf, withTasks } from '../../../src/core/case/tasks.ts';
import type { WorkingCalendar } from '../../../src/core/promise/working-calendar.ts';
import type { Referral } from '../../../src/core/triage/decision.ts';
import { NOW, opened } from './case-world.ts';

/** What a case's decision asks of other offices, and what a house's crisis tells them. */

/** Says what it was asked for. */
const calendar: WorkingCalendar = {
  addHours: (instant, hours) => `${hours} hours after ${instant}`,
  hoursBetween: () => 0,
  nextOfficeHour: (instant) => instant,
  lastOfficeHour: (instant) => instant,
};
const base = opened().case;
const referral = (actor: Referral['actor'], when: Referral['when'], area?: Referral['area']): Referral => ({
  actor,
  when,
  area,
  rule: 'A',
});
/** A case of the Erhvervshus in Viborg that nobody has taken on. */
const atHouse = (referrals: readonly Referral[], more: Partial<Case> = {}): Case => ({
  ...base,
  owner: 'ehm-midtjylland',
  status: 'open',
  handovers: [],
  decision: { ...base.decision, referrals },
  tasks: undefined,
  ...more,
});
const dueAt = base.promise.dueAt;
const made = (kase: Case) => withTasks(kase, calendar);

describe('the tasks of a decision', () => {
  const basics = [referral('les', 'now', 'business-plan'), referral('les', 'now', 'networks-courses')];

  it('are the basic needs for the local office, due with the promise', () => {
    const { case: kase, effects } = made(atHouse([...basics, ...basics]));
    expect(kase.tasks).toEqual([
      {
        organisation: 'les-791',
        when: 'now',
        areas: ['business-plan', 'networks-courses'],
        dueAt,
        state: 'open',
      },
    ]);
    expect(effects).toEqual([{ kind: 'card.post', organisation: 'les-791', card: 'task' }]);
  });

  it('are the specialised needs for the house, due three working days after the promise', () => {
    const needs = [referral('ehm', 'after-clarification', 'financing')];
    const { case: kase } = made(atHouse(needs, { owner: 'les-791' }));
    expect(kase.tasks).toEqual([
      {
        organisation: 'ehm-midtjylland',
        when: 'after-clarification',
        areas: ['financing'],
        dueAt: `72 hours after ${dueAt}`,
        state: 'open',
      },
    ]);
  });

  it('are both for a case of a third office, and name no need where the decision names none', () => {
    const { case: kase, effects } = made(
      atHouse([referral('les', 'now'), referral('ehm', 'after-clarification')], { owner: 'les-751' }),
    );
    expect(kase.tasks?.map(({ organisation, areas }) => [organisation, areas])).toEqual([
      ['les-791', []],
      ['ehm-midtjylland', []],
    ]);
    expect(effects).toHaveLength(2);
  });

  const offer = (to: Case['owner']) => [{ ...base.handovers[0], to, state: 'offered' }] as Case['handovers'];
  it.each<[string, Case]>([
    ['of other actors', atHouse([referral('private-adviser', 'now', 'financing')])],
    ['of the local office at another time', atHouse([referral('les', 'after-guidance', 'business-plan')])],
    ['of the house now', atHouse([referral('ehm', 'now', 'financing')], { owner: 'les-791' })],
    ['of the office that has the case', atHouse(basics, { owner: 'les-791' })],
    ['of the office that is to have it', atHouse(basics, { handovers: offer('les-791') })],
    ['that were made before', atHouse(basics, { tasks: [] })],
    ['of a case that may not be shared', atHouse(basics, { basis: null })],
    [
      'of a company without a municipality',
      atHouse([...basics, referral('ehm', 'after-clarification')], {
        values: { ...base.values, municipality: undefined },
        owner: 'les-751',
      }),
    ],
  ])('are none %s', (_, kase) => {
    const result = made(kase);
    expect(result.case).toBe(kase);
    expect(result.effects).toEqual([]);
  });
});

describe('a task', () => {
  const task = (state: Task['state'], organisation: Task['organisation'] = 'les-791'): Task => ({
    organisation,
    when: 'now',
    areas: [],
    dueAt,
    state,
  });
  const kase = (tasks: readonly Task[] | undefined, more: Partial<Case> = {}) =>
    atHouse([], { tasks, ...more });

  it.each<[Task['state'], Partial<Case>, boolean]>([
    ['open', {}, true],
    ['started', {}, true],
    ['not-relevant', {}, false],
    ['open', { status: 'closed' }, true],
    ['started', { status: 'closed' }, false],
    ['open', { status: 'withdrawn' }, false],
    ['open', { status: 'entered-in-error' }, false],
    ['open', { erasedAt: NOW }, false],
    ['open', { owner: 'les-791' }, false],
  ])('that is %s of a case with %j is to do: %s', (state, more, toDo) => {
    const one = kase([task(state)], more);
    expect(isOnTask(one, 'les-791')).toBe(toDo);
    expect(listedTask(one)?.state).toBe(toDo ? state : undefined);
    expect(taskOf(one, 'les-791')?.state).toBe(state);
  });

  it('is its own office’s, and listed where another’s is done', () => {
    const two = kase([task('not-relevant'), task('open', 'les-751')]);
    expect(taskOf(two, 'les-751')?.state).toBe('open');
    expect(taskOf(two, 'les-661')).toBeUndefined();
    expect([isOnTask(two, 'les-791'), isOnTask(two, 'les-751'), isOnTask(two, 'les-661')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(listedTask(two)?.organisation).toBe('les-751');
    expect(listedTask(kase(undefined))).toBeUndefined();
    expect(isOnTask(kase(undefined), 'les-791')).toBe(false);
  });
});

describe('a company’s crisis at a house', () => {
  const by = (person: string) => ({ person, name: person, organisation: 'les-751' as const });
  const running = atHouse([], { id: 'RUNNING', owner: 'les-791', assignee: by('anna'), steps: ['other'] });
  const crisis = atHouse([], { id: 'CRISIS', priority: 'urgent' });
  const later = '2026-01-14T09:00:00.000Z';
  const tell = (one: Partial<Case> = {}, other: Partial<Case> = {}, who = 'bo') =>
    tellOfCrisis({ ...running, ...one }, { ...crisis, ...other }, by(who), later);
  const told = { notice: 'crisis-elsewhere', house: 'ehm-midtjylland', step: 'crisis:CRISIS' };
  const channel = { kind: 'tell.organisation', organisation: 'les-791', to: 'channel', ...told };

  it('is told once to the local office that runs a case of it, and to its person', () => {
    const change = tell();
    expect(change?.case).toEqual({
      ...running,
      revision: running.revision + 1,
      changedAt: later,
      steps: ['other', 'crisis:CRISIS'],
    });
    expect(change?.history).toMatchObject([
      {
        event: 'crisis-elsewhere',
        actor: null,
        at: later,
        sequence: running.revision + 1,
        fromStatus: 'open',
        details: { organisation: 'ehm-midtjylland', step: 'crisis:CRISIS' },
      },
    ]);
    expect(change?.effects).toEqual([
      { kind: 'card.refresh' },
      channel,
      { kind: 'tell.person', person: 'anna', ...told },
    ]);
    expect(tell({ steps: ['crisis:CRISIS'] })).toBeUndefined();
    expect(tell({ steps: ['crisis:ANOTHER'] })).toBeDefined();
  });

  it('is told to no person who brought it, or where there is none', () => {
    for (const change of [tell({}, {}, 'anna'), tell({ assignee: null })])
      expect(change?.effects).toEqual([{ kind: 'card.refresh' }, channel]);
  });

  it('is told for the house that it is offered to', () => {
    const handovers = [{ ...base.handovers[0], to: 'ehm-fyn', state: 'offered' }] as Case['handovers'];
    expect(tell({}, { owner: 'les-751', handovers })?.effects[1]).toMatchObject({ house: 'ehm-fyn' });
  });

  it.each<[string, Partial<Case>, Partial<Case>]>([
    ['that is none', {}, { priority: 'normal' }],
    ['that a local office has', {}, { owner: 'les-751' }],
    ['that is the running case itself', { id: 'CRISIS' }, {}],
    ['that may not be shared', {}, { basis: null }],
    ['to another house', { owner: 'ehm-fyn' }, {}],
    ['to an office whose case has ended', { status: 'closed' }, {}],
  ])('is not told: one %s', (_, one, other) => expect(tell(one, other)).toBeUndefined());
});

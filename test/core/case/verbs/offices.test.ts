import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import type { Task } from '../../../../src/core/case/task.ts';
import type { CaseVerb } from '../../../../src/core/case/verbs/index.ts';
import { verbsFor } from '../../../../src/core/case/verbs/table.ts';
import type { Actor } from '../../../../src/core/person.ts';
import {
  anna,
  attempt,
  bo,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  eva,
  NOW,
  opened,
  outcome,
  refusalOf,
} from '../case-world.ts';

/** What other offices do on a case: tasks, feedback, follow-up; and attempts to reach the company. */

const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);
const answered = caseAfter(accepted, ['case.contacted', carla]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const SAVED = [{ kind: 'crm.save' }, { kind: 'card.refresh' }];
const phone = (by: Actor): Actor => ({ ...by, roles: ['phone'] });

describe('the offices that a case came from', () => {
  const [first] = accepted.handovers;
  const from = (organisation: Case['owner'], number: number, more: object = {}) =>
    ({
      ...first,
      from: organisation,
      number,
      offeredBy: { person: `of ${organisation}`, name: 'x', organisation },
      ...more,
    }) as Case['handovers'][number];
  const kase: Case = {
    ...accepted,
    handovers: [
      from('les-791', 1),
      from('les-751', 2),
      from('les-751', 3),
      from('les-661', 4, { state: 'returned' }),
      from('les-779', 5, { to: 'les-791' }),
    ],
  };
  const told = (verb: CaseVerb, input = {}) =>
    change(kase, verb, carla, input).effects.flatMap((effect) =>
      effect.kind === 'tell.person' && 'handover' in effect ? [[effect.person, effect.handover]] : [],
    );

  it('each hear once that it was answered, and that the company withdrew', () => {
    const each = [
      ['of les-791', 1],
      ['of les-751', 3],
    ];
    expect(told('case.contacted')).toEqual(each);
    expect(told('case.withdraw', { reason: 'x' })).toEqual(each);
  });
});

describe('a task', () => {
  const task = (state: Task['state'], organisation: Task['organisation'] = 'les-751'): Task => ({
    organisation,
    when: 'now',
    areas: [],
    dueAt: NOW,
    state,
  });
  const tasked = (state: Task['state'], more: Partial<Case> = {}): Case => ({
    ...accepted,
    tasks: [task('open', 'les-661'), task(state)],
    ...more,
  });

  it.each([
    ['task.start', 'started', 'task-started'],
    ['task.dismiss', 'not-relevant', 'task-dismissed'],
  ] as const)('%s makes it %s, alone, and tells the holder', (verb, state, event) => {
    const done = change(tasked('open'), verb, bo);
    expect(done.case.tasks).toEqual([task('open', 'les-661'), task(state)]);
    expect(done.history[0]).toMatchObject({ event, details: { organisation: 'les-751' } });
    expect(done.effects).toEqual([...SAVED, { kind: 'tell.person', person: 'carla', notice: event }]);
    const nobodys = change(tasked('open', { assignee: null }), verb, bo);
    expect(nobodys.effects.at(-1)).toEqual({
      kind: 'tell.organisation',
      organisation: 'ehm-midtjylland',
      to: 'channel',
      notice: event,
    });
  });

  it('keeps why there was nothing to do', () => {
    const { remarks } = change(tasked('open'), 'task.dismiss', bo, { reason: 'De kender os' }).case;
    expect(remarks).toMatchObject([{ event: 'task-dismissed', at: NOW, text: 'De kender os' }]);
  });

  it.each<[CaseVerb, Task['state'], Partial<Case>, Actor, string | undefined]>([
    ['task.start', 'open', {}, bo, undefined],
    ['task.start', 'started', {}, bo, 'not-now'],
    ['task.start', 'not-relevant', {}, bo, 'not-now'],
    ['task.dismiss', 'started', {}, bo, undefined],
    ['task.dismiss', 'not-relevant', {}, bo, 'not-now'],
    ['task.start', 'open', { status: 'closed' }, bo, undefined],
    ['task.dismiss', 'open', { status: 'closed' }, bo, undefined],
    ['task.start', 'open', { status: 'withdrawn' }, bo, 'not-now'],
    ['task.dismiss', 'open', { status: 'withdrawn' }, bo, 'not-now'],
    ['task.start', 'open', { owner: 'les-751' }, bo, 'not-now'],
    ['task.dismiss', 'open', { owner: 'les-751' }, bo, 'not-now'],
    ['task.start', 'open', {}, anna, 'not-yours'],
    ['task.start', 'open', { tasks: undefined }, bo, 'not-yours'],
    ['task.dismiss', 'open', {}, anna, 'not-yours'],
    ['task.start', 'open', {}, phone(bo), 'not-yours'],
    ['task.dismiss', 'open', {}, phone(bo), 'not-yours'],
  ])('%s of one that is %s, on a case with %j', (verb, state, more, by, code) => {
    const kase = tasked(state, more);
    expect(refusalOf(attempt(kase, verb, by))).toBe(code);
    expect(verbsFor(kase, by, contextAt(NOW)).includes(verb)).toBe(code === undefined);
  });

  it.each(['task.start', 'task.dismiss'] as const)('%s holds on a card of before', (verb) => {
    const kase = tasked('open');
    expect(refusalOf(attempt(kase, verb, bo, {}, contextAt(NOW), kase.revision - 1))).toBeUndefined();
  });
});

describe('feedback on request', () => {
  const asked = (kase: Case, by: Actor, feedback: 'on-request' | 'automatic' = 'on-request') =>
    attempt(kase, 'case.ask-feedback', by, {}, contextAt(NOW, { feedback }));

  it('is noted once for each office that sent the case', () => {
    const others: Case = { ...accepted, feedbackFor: ['les-751'] };
    for (const [kase, before] of [
      [accepted, []],
      [others, ['les-751']],
    ] as const) {
      const decided = asked(kase, anna);
      if (!decided.ok) throw new Error(decided.refusal.code);
      expect(decided.change.case.feedbackFor).toEqual([...before, 'les-791']);
      expect(decided.change.history[0]).toMatchObject({
        event: 'feedback-asked',
        details: { organisation: 'les-791' },
      });
      expect(decided.change.effects).toEqual(SAVED);
      expect(refusalOf(asked(decided.change.case, anna))).toBe('not-now');
    }
  });

  const sent = (state: string): Case => ({
    ...accepted,
    handovers: accepted.handovers.map((one) => ({ ...one, state }) as typeof one),
  });
  it.each<[string, Case, Actor, string | undefined]>([
    ['while it is offered', offered, anna, undefined],
    ['once it was taken', accepted, anna, undefined],
    ['once it came back', sent('returned'), anna, 'not-yours'],
    ['once it was taken back', sent('withdrawn'), anna, 'not-yours'],
    ['by the one who got it', accepted, carla, 'not-yours'],
    ['by a third office', accepted, bo, 'not-yours'],
    ['by the phone line', accepted, phone(anna), 'not-yours'],
    ['of a closed case', closed, anna, 'not-now'],
    [
      'without a municipality that says so',
      { ...accepted, values: { ...accepted.values, municipality: undefined } },
      anna,
      'not-now',
    ],
  ])('is asked for %s', (_, kase, by, code) => expect(refusalOf(asked(kase, by))).toBe(code));

  it('is not asked for where it comes by itself', () => {
    expect(refusalOf(asked(accepted, anna, 'automatic'))).toBe('not-now');
  });
});

describe('what came of a follow-up', () => {
  const done = (kase: Case, by: Actor, input = { result: 'no-need' }, revision = kase.revision) =>
    attempt(kase, 'followup.done', by, input, contextAt(NOW), revision);

  it('ends it, also before it was accepted, and is told to an owner elsewhere', () => {
    for (const kase of [closed, caseAfter(closed, ['followup.accept', anna])]) {
      const {
        case: after,
        history,
        effects,
      } = change(kase, 'followup.done', anna, {
        result: 'new-need',
        note: 'De vil til Norge',
      });
      expect(after.followUp).toEqual({
        ...kase.followUp,
        state: 'done',
        result: 'new-need',
        doneAt: history[0].at,
      });
      expect(after.remarks?.at(-1)).toMatchObject({ event: 'followed-up', text: 'De vil til Norge' });
      expect(history[0]).toMatchObject({ event: 'followed-up', details: { result: 'new-need' } });
      expect(effects).toEqual([
        ...SAVED,
        {
          kind: 'tell.organisation',
          organisation: 'ehm-midtjylland',
          to: 'channel',
          notice: 'followed-up',
        },
      ]);
    }
    const own: Case = { ...closed, owner: 'les-791' };
    expect(change(own, 'followup.done', anna, { result: 'no-need' }).effects).toEqual(SAVED);
  });

  it.each<[string, Case, Actor, string | undefined]>([
    ['in time', closed, anna, undefined],
    ['from another office', closed, carla, 'not-yours'],
    ['from the phone line', closed, phone(anna), 'not-yours'],
    ['twice', caseAfter(closed, ['followup.done', anna, { result: 'no-need' }]), anna, 'not-now'],
    ['after a no', caseAfter(closed, ['followup.decline', anna, { reason: 'x' }]), anna, 'not-now'],
    ['on an erased case', { ...closed, erasedAt: NOW }, anna, 'not-now'],
    ['on a running case', { ...closed, status: 'answered' }, anna, 'not-now'],
  ])('is said %s', (_, kase, by, code) => expect(refusalOf(done(kase, by))).toBe(code));

  it('is said on a card of before, and is one of a list', () => {
    expect(done(closed, anna, { result: 'no-need' }, closed.revision - 1).ok).toBe(true);
    expect(refusalOf(done(closed, anna, { result: '' }))).toBe('follow-up-result-needed');
  });
});

describe('an attempt to reach the company', () => {
  it('is counted since the promise began, with its note, and changes nothing else', () => {
    const before = '2026-01-12T09:00:00.000Z';
    const kase: Case = { ...offered, attempts: [{ at: before, by: { ...carla } }] };
    const first = change(kase, 'case.attempt', carla, { note: 'Telefonsvarer' });
    expect(first.history[0]).toMatchObject({ event: 'attempted', details: { number: 1 } });
    const by = { person: 'carla', name: carla.name, organisation: 'ehm-midtjylland' };
    expect(first.case.attempts?.slice(1)).toEqual([{ at: NOW, by }]);
    expect(first.case.remarks).toMatchObject([{ event: 'attempted', text: 'Telefonsvarer', by }]);
    expect(first.case.promise).toEqual(kase.promise);
    expect(first.effects).toEqual(SAVED);
    const second = change(first.case, 'case.attempt', anna);
    expect(second.history[0]).toMatchObject({ details: { number: 2 } });
    expect(second.case.attempts).toHaveLength(3);
    expect(change(offered, 'case.attempt', carla).case.attempts).toHaveLength(1);
  });

  it.each<[string, Case, Actor, string | undefined]>([
    ['the owner', offered, anna, undefined],
    ['the receiver', offered, carla, undefined],
    ['another office', offered, bo, 'not-yours'],
    ['the receiver’s phone line', offered, eva, 'not-yours'],
    ['the owner’s phone line', offered, phone(anna), 'not-yours'],
    ['who sent it, once it was taken', accepted, anna, 'not-yours'],
    ['the owner of a closed case', closed, dan, 'not-now'],
  ])('is made by %s', (_, kase, by, code) => {
    expect(refusalOf(attempt(kase, 'case.attempt', by))).toBe(code);
  });
});

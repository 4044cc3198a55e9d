import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import { BYSTANDERS, beginnings, mayGive, PEOPLE } from '../../../../src/core/case/proof-model.ts';
import { undoableAfter } from '../../../../src/core/case/undoable.ts';
import type { CaseVerb } from '../../../../src/core/case/verbs/index.ts';
import {
  anna,
  attempt,
  carla,
  caseAfter,
  dan,
  NOW,
  opened,
  outcome,
  refusalOf,
  tryOpen,
} from '../case-world.ts';

/** Who has a case after a command, and what is kept of it. */

const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);
const ref = ({ person, name, organisation }: typeof carla) => ({ person, name, organisation });

describe('the person of a case', () => {
  const nobodys: Case = { ...accepted, assignee: null };

  it('is the one who answers, where there was none, and stays who it was otherwise', () => {
    expect(caseAfter(nobodys, ['case.contacted', dan]).assignee).toEqual(ref(dan));
    expect(caseAfter(accepted, ['case.contacted', dan]).assignee).toEqual(ref(carla));
  });

  it('is nobody again once that answer is undone, and nobody else otherwise', () => {
    expect(caseAfter(nobodys, ['case.contacted', dan], ['case.undo', dan]).assignee).toBeNull();
    expect(caseAfter(accepted, ['case.contacted', carla], ['case.undo', carla]).assignee).toEqual(ref(carla));
    const passedOn = caseAfter(
      nobodys,
      ['case.contacted', dan],
      ['case.assign', dan, { person: 'carla' }],
      ['case.undo', dan],
    );
    expect(passedOn.assignee).toEqual(ref(carla));
  });
});

describe('what could be undone', () => {
  const event = (name: 'contacted' | 'closed') => ({
    event: name,
    line: 1,
    at: NOW,
    by: ref(carla),
    before: { status: 'open' as const, assignee: null, closedAt: null },
  });
  const kept = (by: typeof carla, ...events: readonly ReturnType<typeof event>[]) =>
    undoableAfter(accepted, { ...accepted, undoable: events }, 'assigned', ref(by), NOW).map(
      (one) => one.event,
    );

  it('still can after an act of the same person, and an answer after anybody’s', () => {
    expect(kept(carla, event('contacted'), event('closed'))).toEqual(['contacted', 'closed']);
    expect(kept(dan, event('contacted'), event('closed'))).toEqual(['contacted']);
  });
});

describe('a case', () => {
  it('that nobody has answered is not closed, and says so only where it waits for an answer', () => {
    expect(refusalOf(attempt(accepted, 'case.close', carla, outcome))).toBe('answer-first');
    expect(refusalOf(attempt(offered, 'case.close', anna, outcome))).toBe('not-now');
  });

  it('has no remark where nobody said why', () => {
    const tried = caseAfter(accepted, ['case.attempt', carla]);
    expect(tried.remarks).toBeUndefined();
    expect(caseAfter(accepted, ['case.contacted', carla]).contacts).toEqual([]);
  });

  it('that is reopened begins an enquiry about its needs, without the steps of before', () => {
    const closed = caseAfter(accepted, ['case.contacted', carla], ['case.close', carla, outcome]);
    const again = (kase: Case) => caseAfter(kase, ['case.reopen', carla, { reason: 'x' }]);
    const reopened = again({ ...closed, steps: ['owner-50', 'call-back:x'] });
    expect(reopened.enquiries?.at(-1)?.needs).toEqual(['internationalisation']);
    expect(reopened.steps).toEqual([]);
    const needless = { ...closed, values: { ...closed.values, areas: undefined } };
    expect(again(needless).enquiries?.at(-1)?.needs).toEqual([]);
  });

  it.each([
    ['that waits at the receiver', {}, ['ehm-midtjylland']],
    ['that its logger has', { override: { organisation: 'les-791', reason: 'x' } }, []],
    [
      'that nobody of the office has',
      {
        override: { organisation: 'les-791', reason: 'x' },
        by: { ...anna, roles: ['phone' as const] },
      },
      ['les-791'],
    ],
  ] as const)('in a crisis %s calls everybody of %j', (_, more, offices) => {
    const result = tryOpen({ ...more, crisis: true });
    if (!result.ok) throw new Error(result.refusal.code);
    const called = result.value.effects.flatMap((one) =>
      one.kind === 'tell.organisation' && one.notice === 'crisis' ? [[one.organisation, one.to]] : [],
    );
    expect(called).toEqual(offices.map((office) => [office, 'everybody']));
  });
});

describe('the model of who may do what', () => {
  const [, atHouse] = beginnings();
  if (!atHouse) throw new Error('no case is offered to the house');
  const [consultant, specialist, coordinator] = PEOPLE;
  const [auditor, phone, stranger] = BYSTANDERS;
  const who = { consultant, specialist, coordinator, auditor, phone, stranger };
  const taken: Case = { ...atHouse, owner: 'ehm-midtjylland', status: 'open', handovers: [] };
  const given: Case = { ...taken, assignee: { person: 'x', name: 'x', organisation: 'ehm-midtjylland' } };
  const free: Case = { ...taken, assignee: null };
  it.each<[string, CaseVerb, Case, readonly (keyof typeof who)[]]>([
    ['an offer', 'handover.accept', atHouse, ['specialist', 'coordinator']],
    ['a case that nobody has', 'handover.accept', free, ['specialist', 'coordinator']],
    ['a case that somebody has', 'handover.accept', given, []],
    ['a returned one', 'handover.return', atHouse, ['specialist', 'coordinator']],
    ['an answer', 'case.contacted', given, ['specialist', 'coordinator']],
    ['a correction', 'case.correct', given, ['specialist', 'coordinator', 'phone']],
    ['an attempt', 'case.attempt', atHouse, ['consultant', 'specialist', 'coordinator']],
    ['feedback', 'case.ask-feedback', atHouse, ['consultant']],
    ['a task', 'task.start', given, ['consultant']],
    ['no task', 'task.start', { ...given, tasks: undefined }, []],
    ['a mistake', 'case.mark-error', given, ['consultant', 'coordinator']],
    ['a contact', 'case.add-contact', atHouse, ['consultant', 'specialist', 'coordinator', 'phone']],
  ])('%s: %s', (_, verb, kase, expected) => {
    const allowed = Object.entries(who).flatMap(([name, by]) =>
      by && mayGive(kase, verb, by) ? [name] : [],
    );
    expect(allowed).toEqual(expected);
  });
});

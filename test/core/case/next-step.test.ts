import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { nextStepOf } from '../../../src/core/case/next-step.ts';
import { anna, carla, caseAfter, NOW, opened, outcome } from './case-world.ts';

const OFFICE = 'les-791';
const HOUSE = 'ehm-midtjylland';
const offered = opened().case;
const asked = caseAfter(offered, ['handover.ask', carla, { text: 'Hvornår?' }]);
const replied = caseAfter(asked, ['handover.answer', anna, { text: 'I morgen' }]);
const accepted = caseAfter(offered, ['handover.accept', carla]);
const answered = caseAfter(accepted, ['case.contacted', carla]);
const waiting = caseAfter(answered, ['case.wait', carla]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const by = { person: 'carla', name: 'Carla Winther', organisation: HOUSE } as const;
const call = (at: string): Partial<Case> => ({ callBack: { at, by, plannedAt: NOW } });
const LATER = '2026-01-14T10:00:00.000Z';

describe('the next step of an offer', () => {
  it.each([
    ['unanswered', offered, { code: 'answer-offer' }, { code: 'await-receiver', with: HOUSE }],
    ['asked about', asked, { code: 'await-answer', with: OFFICE }, { code: 'answer-question', with: HOUSE }],
    ['answered about', replied, { code: 'answer-offer' }, { code: 'await-receiver', with: HOUSE }],
  ])('that is %s is one for the receiver and another for the sender', (_, kase, receivers, senders) => {
    expect(nextStepOf(kase, HOUSE)).toEqual(receivers);
    expect(nextStepOf(kase, OFFICE)).toEqual(senders);
  });

  it('comes before a planned call', () => {
    expect(nextStepOf({ ...offered, ...call(LATER) }, OFFICE)?.code).toBe('await-receiver');
  });
});

describe('the next step of a case', () => {
  it.each<[string, Case, object | undefined]>([
    ['that nobody has', { ...accepted, assignee: null }, { code: 'assign' }],
    ['that waits for its answer', accepted, { code: 'answer-company' }],
    ['that is answered', answered, { code: 'close' }],
    ['that is answered and that nobody has', { ...answered, assignee: null }, { code: 'assign' }],
    ['that waits for the company', waiting, undefined],
    ['whose offer is gone', { ...offered, handovers: [] }, undefined],
    ['with a planned call', { ...accepted, ...call(LATER) }, { code: 'call', at: LATER }],
    [
      'with a call that nobody has',
      { ...accepted, assignee: null, ...call(LATER) },
      { code: 'call', at: LATER },
    ],
    ['that waits, with a planned call', { ...waiting, ...call(LATER) }, { code: 'call', at: LATER }],
    ['whose call was due with the answer', { ...answered, ...call(NOW) }, { code: 'close' }],
    ['whose call is due after the answer', { ...answered, ...call(LATER) }, { code: 'call', at: LATER }],
    ['whose call was given up', { ...accepted, callBack: null }, { code: 'answer-company' }],
    ['that the company withdrew', { ...accepted, status: 'withdrawn', ...call(LATER) }, undefined],
    ['entered in error', { ...accepted, status: 'entered-in-error' }, undefined],
  ])('%s', (_, kase, step) => expect(nextStepOf(kase, kase.owner)).toEqual(step));
});

describe('the next step of a closed case', () => {
  it('is for the office that is asked to follow up, and for nobody else', () => {
    expect(nextStepOf(closed, OFFICE)).toEqual({ code: 'answer-follow-up', at: '2026-03-02' });
    expect(nextStepOf(closed, HOUSE)).toBeUndefined();
  });

  it('is none once that has answered, where nobody follows up, or where the case is anonymous', () => {
    const accepted_ = caseAfter(closed, ['followup.accept', anna]);
    for (const kase of [accepted_, { ...closed, followUp: null }, { ...closed, erasedAt: NOW }]) {
      expect(nextStepOf(kase, OFFICE)).toBeUndefined();
    }
  });
});

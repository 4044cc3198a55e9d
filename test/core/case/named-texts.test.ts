import { expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { eraseNamed, isNamedOn } from '../../../src/core/case/named-texts.ts';
import { carla, caseAfter, NOW, outcome } from './case-world.ts';
import { answered } from './verbs/ways.ts';

/** The texts of a case that name somebody who is to be forgotten, also those of a closing that was undone. */

const isNamed = (text: string) => text === 'Hansen' || text.includes('Mette Hansen');
const referral = {
  actor: 'private-adviser',
  name: 'Hansen',
  why: null,
  on: '2026-11-20',
  by: carla,
  uptake: null,
};

it('go from an undone closing as from the case, and all else of it stays', () => {
  const closed = caseAfter(answered, ['case.close', carla, outcome]);

  const kase = {
    ...closed,
    status: 'answered',
    outcome: null,
    retracted: {
      ...closed.outcome,
      note: 'Aftalt:\nMette Hansen ringer',
      actionPlan: 'Eksportplan',
      again: { referrals: [referral] },
    },
  } as unknown as Case;
  expect(isNamedOn(kase, isNamed)).toBe(true);
  const { case: after } = eraseNamed(kase, isNamed, NOW);
  expect(after.retracted).toEqual({
    ...kase.retracted,
    note: null,
    again: { referrals: [{ ...referral, name: null }] },
  });
  expect(isNamedOn(after, isNamed)).toBe(false);
});

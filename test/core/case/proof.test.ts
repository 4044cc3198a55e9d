import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import type { Change } from '../../../src/core/case/case-change.ts';
import { proveCases } from '../../../src/core/case/proof.ts';
import { decideCase } from '../../../src/core/case/verbs/table.ts';

/** The table, but that waiting for the company does something else. */
function waiting(spoilt: (change: Change) => Change): typeof decideCase {
  return (kase, action, by, context) => {
    const decided = decideCase(kase, action, by, context);
    return decided.ok && action.verb === 'case.wait'
      ? { ...decided, change: spoilt(decided.change) }
      : decided;
  };
}

function threeReturns(kase: Case): Case['handovers'] {
  const [first] = kase.handovers;
  return first ? [1, 2, 3].map(() => ({ ...first, state: 'returned', counted: true })) : [];
}

describe('the proof of the state table', () => {
  it('finds no fault in any state of the small model', () => {
    const proof = proveCases();
    expect(proof.problems).toEqual([]);
    expect(proof.states).toBeGreaterThan(1_000);
    expect(proof.transitions).toBeGreaterThan(proof.states);
  });

  it('names the command when somebody may give one that is not theirs', () => {
    const { problems } = proveCases((kase, action, by, context) =>
      decideCase(kase, action, action.verb === 'case.wait' ? { ...by, roles: ['consultant'] } : by, context),
    );
    expect(problems[0]).toMatchObject({ code: 'not-allowed', verb: 'case.wait', person: 'auditor' });
  });

  it.each([
    ['without-owner', (kase) => ({ ...kase, owner: 'les-740' })],
    ['two-offers', (kase) => ({ ...kase, status: 'offered' })],
    ['owner-as-guest', (kase) => ({ ...kase, joint: [kase.owner] })],
    ['shared-without-basis', (kase) => ({ ...kase, basis: null, joint: ['les-740'] })],
    ['too-many-returns', (kase) => ({ ...kase, handovers: threeReturns(kase) })],
  ] as readonly (readonly [string, (kase: Case) => Case])[])('sees a case that is %s', (code, spoilt) => {
    const { problems } = proveCases(waiting((change) => ({ ...change, case: spoilt(change.case) })));
    expect(problems).toContainEqual(expect.objectContaining({ code, verb: 'case.wait' }));
  });

  it('sees a gap in the history, and others told of a case without a basis for it', () => {
    const { problems } = proveCases(
      waiting(({ case: kase, history: [first, ...more], effects }) => ({
        case: { ...kase, basis: null },
        history: [{ ...first, sequence: first.sequence + 1 }, ...more],
        effects: [...effects, { kind: 'card.post', organisation: 'les-740', card: 'case' }],
      })),
    );
    const codes = new Set(problems.filter(({ verb }) => verb === 'case.wait').map(({ code }) => code));
    expect(codes).toContain('history-gap');
    expect(codes).toContain('told-without-basis');
  });

  it('sees states that can no longer be closed, and a verb that never works', () => {
    const { problems } = proveCases((kase, action, by, context) =>
      action.verb === 'case.close'
        ? { ok: false, refusal: { code: 'not-now' }, problems: [] }
        : decideCase(kase, action, by, context),
    );
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['dead-verb', 'no-way-to-closed']));
  });
});

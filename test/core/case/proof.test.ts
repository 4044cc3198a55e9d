import { describe, expect, it } from 'vitest';
import { proveCases } from '../../../src/core/case/proof.ts';
import { decideCase } from '../../../src/core/case/verbs/table.ts';

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

  it('sees states that can no longer be closed, and a verb that never works', () => {
    const { problems } = proveCases((kase, action, by, context) =>
      action.verb === 'case.close'
        ? { ok: false, refusal: { code: 'not-now' }, problems: [] }
        : decideCase(kase, action, by, context),
    );
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['dead-verb', 'no-way-to-closed']));
  });
});

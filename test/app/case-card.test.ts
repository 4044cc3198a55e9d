import { describe, expect, it } from 'vitest';
import { caseAnswerFor } from '../../src/app/case-card.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Actor } from '../../src/core/person.ts';
import { anna, bo, carla, caseAfter, contextAt, NOW, opened, outcome } from '../core/case/case-world.ts';

describe('the card of a case', () => {
  const offered = opened().case;
  const cardOf = (kase: Case, actor: Actor) => {
    const answer = caseAnswerFor(kase, { actor, shared: false }, contextAt(NOW));
    return answer.kind === 'case' ? answer.card : answer.kind;
  };

  it('asks the receiver to answer the offer', () => {
    expect([cardOf(offered, carla), cardOf(offered, anna)]).toEqual(['handover', 'case']);
  });

  it('asks whoever is to follow up, where the case is another office’s', () => {
    const closed = caseAfter(
      offered,
      ['handover.accept', carla],
      ['case.contacted', carla],
      ['case.close', carla, outcome],
    );
    expect([cardOf(closed, anna), cardOf(closed, carla)]).toEqual(['follow-up', 'case']);
  });

  it('asks an office for its task until it has taken it on, and never the owner', () => {
    const task = { when: 'now', areas: ['financing'], dueAt: NOW } as const;
    const withTask = (organisation: 'les-751' | 'les-791', state: 'open' | 'started'): Case => ({
      ...offered,
      tasks: [{ ...task, organisation, state }],
    });
    expect(cardOf(withTask('les-751', 'open'), bo)).toBe('task');
    expect(cardOf(withTask('les-751', 'started'), bo)).toBe('case');
    expect(cardOf(withTask('les-751', 'open'), anna)).toBe('case');
    expect(cardOf(withTask('les-791', 'open'), anna)).toBe('case');
  });
});

import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/person.ts';
import { attempt, carla, change, contextAt, eva, NOW, opened, refusalOf } from '../case-world.ts';

const finn: Actor = { ...eva, person: 'finn', name: 'Finn Kær' };
const source = { entry: null, channel: null, trigger: null, referredBy: null };

describe('besvaret på stedet', () => {
  const taken = opened({ by: eva, override: { organisation: 'les-791', reason: 'x' } }).case;

  it('is for everybody on the phone line who took a call of the running promise', () => {
    const again = change(
      taken,
      'case.add-contact',
      finn,
      { text: 'Ringer igen' },
      {
        ...contextAt(NOW),
        enquiry: { ...source, contactedAt: NOW },
      },
    ).case;
    for (const by of [eva, finn])
      expect(change(again, 'case.answered-here', by).case.promise.answeredBy?.person).toBe(by.person);
  });

  it('is not for somebody whom the company called after another organisation', () => {
    const again = change(opened().case, 'case.add-contact', eva, { text: 'Ringer igen' }).case;
    expect(refusalOf(attempt(again, 'case.answered-here', eva))).toBe('not-yours');
  });

  it('is for nobody who took none', () => {
    expect(refusalOf(attempt(taken, 'case.answered-here', finn))).toBe('not-yours');
    expect(refusalOf(attempt(taken, 'case.answered-here', carla))).toBe('not-yours');
  });

  it('is not for those who took a call of a promise that was kept', () => {
    const later = change(
      change(taken, 'case.answered-here', eva).case,
      'case.add-contact',
      finn,
      { newNeed: 'true' },
      { ...contextAt(NOW), enquiry: { ...source, contactedAt: NOW } },
    ).case;
    expect(refusalOf(attempt(later, 'case.answered-here', eva))).toBe('not-yours');
    expect(refusalOf(attempt(later, 'case.answered-here', finn))).toBeUndefined();
  });
});

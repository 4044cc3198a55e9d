import { describe, expect, it } from 'vitest';
import { decideWith, needs } from './case-facts.ts';

/** What is still unknown and could change owner, priority or grey zone: exactly that, and nothing else is asked. */

describe('what is missing', () => {
  it.each([
    ['nothing known: the needs, stage decides between office and platform or not', {}, ['needs']],
    ['a specialised need of unknown stage', needs('financing'), ['stage']],
    ['an established company with its need', { stage: 'established', ...needs('financing') }, []],
    [
      'an early entrepreneur with a specialised need',
      { stage: 'entrepreneur', maturity: 'early', ...needs('financing') },
      ['clarified'],
    ],
    [
      'the same, clarified',
      { stage: 'entrepreneur', maturity: 'early', clarified: true, ...needs('financing') },
      [],
    ],
    [
      'the same, not clarified',
      { stage: 'entrepreneur', maturity: 'early', clarified: false, ...needs('financing') },
      [],
    ],
    [
      'a pre-starter of unknown maturity with a specialised need',
      { stage: 'pre-starter', ...needs('financing') },
      ['maturity'],
    ],
    ['a pre-starter with a basic need', { stage: 'pre-starter', ...needs('business-plan') }, []],
    ['only place-bound needs, whatever the stage', needs('authority-permits'), []],
    [
      'a founding date makes the stage known',
      { company: { founded: '2020-01-01' }, ...needs('financing') },
      [],
    ],
    ['a crisis at an established company', { stage: 'established', crisis: true, ...needs('financing') }, []],
    ['an unclear need is no need', { stage: 'established', ...needs('unclear') }, ['needs']],
  ] as const)('%s', (_, facts, missing) => {
    expect([...decideWith(facts).missing].sort()).toEqual([...missing].sort());
  });

  it('is asked again for a need that another stage would send elsewhere', () => {
    expect(decideWith(needs('sales-marketing')).missing).toContain('stage');
    expect(decideWith({ ...needs('business-plan') }, { preStarter: 'digital' }).missing).toContain('stage');
    expect(decideWith({ ...needs('business-plan') }, { preStarter: 'les' }).missing).toEqual([]);
  });

  it('is provisional while stage or maturity was only read by default', () => {
    expect(decideWith(needs('financing')).provisional).toBe(true);
    expect(decideWith({ stage: 'established', ...needs('financing') }).provisional).toBe(false);
    expect(decideWith({ stage: 'pre-starter', ...needs('financing') }).provisional).toBe(true);
    expect(decideWith({ company: { founded: '2026-01-01' }, ...needs('financing') }).provisional).toBe(false);
  });
});

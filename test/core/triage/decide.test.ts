import { describe, expect, it } from 'vitest';
import type { MunicipalityCode } from '../../../src/core/municipalities.ts';
import { decide } from '../../../src/core/triage/decide.ts';
import type { TriageFacts } from '../../../src/core/triage/facts.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../../../src/core/triage/settings.ts';
import { TODAY } from './case-facts.ts';

const DEFAULT_HOURS = DEFAULT_SETTINGS.answerByHours;

function decideIn(
  settings: Partial<Record<MunicipalityCode, Partial<MunicipalSettings>>>,
  more: Partial<TriageFacts> = {},
) {
  const facts: TriageFacts = { entry: 'les', municipality: '791', today: TODAY, ...more };
  return decide(facts, (code) => ({ ...DEFAULT_SETTINGS, ...settings[code] }), TODAY);
}
const runningIn = (organisation: 'les-751' | 'les-791' | 'ehm-midtjylland') => ({
  history: {
    openCase: {
      id: 'K1',
      owner: {
        actor: organisation === 'ehm-midtjylland' ? ('ehm' as const) : ('les' as const),
        organisation,
      },
    },
  },
});

describe('an office of another municipality that has the company’s case', () => {
  const settings = { '751': { answerByHours: 12, showTimeFrames: false }, '791': { answerByHours: 24 } };

  it('promises what its own municipality says, and shows time frames where that does', () => {
    const there = decideIn(settings, runningIn('les-751'));
    expect(there.owner).toMatchObject({ organisation: 'les-751' });
    expect(there.answerByHours).toBe(12);
    const here = decideIn(settings, runningIn('les-791'));
    expect(here.owner).toMatchObject({ organisation: 'les-791' });
    expect(here.answerByHours).toBe(24);
    const frames = (showTimeFrames: boolean) =>
      decideIn(
        { '751': { showTimeFrames }, '791': { showTimeFrames: !showTimeFrames } },
        {
          ...runningIn('les-751'),
          stage: 'established',
          needs: [{ area: 'financing' }],
        },
      ).timeFrames;
    expect(frames(false)).toEqual({});
    expect(frames(true)).not.toEqual({});
  });

  it('does not bind an Erhvervshus, whose promise is the agreed one', () => {
    const house = decideIn(settings, runningIn('ehm-midtjylland'));
    expect(house.owner).toMatchObject({ organisation: 'ehm-midtjylland' });
    expect(house.answerByHours).toBe(DEFAULT_HOURS);
  });
});

describe('the day of a decision', () => {
  const founded = { company: { founded: '2024-06-01' }, needs: [{ area: 'business-plan' as const }] };
  const on = (today: string | undefined, given = TODAY) =>
    decide({ entry: 'les', municipality: '791', ...founded, today }, () => DEFAULT_SETTINGS, given);

  it('is the one that the facts fix, else the one given, and must be known where an age is read', () => {
    const old = on('2040-01-01');
    expect(old.stage).toBe('established');
    expect(on(undefined, '2040-01-01').stage).toBe('established');
    expect(on('2024-07-01', '2040-01-01').stage).toBe('entrepreneur');
    expect(() => on(undefined, '')).toThrow('what day it is');
    expect(() => decide({ entry: 'les', municipality: '791' })).not.toThrow();
    expect(() => decide({ entry: 'les', municipality: '791', company: { founded: '2024-06-01' } })).toThrow();
  });
});

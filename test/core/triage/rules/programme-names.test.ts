import { expect, it } from 'vitest';
import { decide } from '../../../../src/core/triage/decide.ts';
import { GROWTH_PROGRAMMES, OPEN_PROGRAMMES } from '../../../../src/core/triage/rules/programme-names.ts';
import { MIDTJYLLAND } from '../../../../src/core/triage/rules/programmes.ts';

/** The names under which programmes are registered are those that decisions give them. */

const HELP = 'InnoBooster – ansøgningsassistance';

it('programmes for growth are Midtjylland’s, without its help towards the national one', () => {
  expect([...GROWTH_PROGRAMMES, HELP].sort()).toEqual(MIDTJYLLAND.map(({ name }) => name).sort());
});

it('the others are that help, and what the rules name for a need itself', () => {
  const { programmes } = decide({
    municipality: '851',
    entry: 'ehm',
    stage: 'established',
    segment: 'operations',
    needs: (
      ['internationalisation', 'innovation-strategy', 'new-technology-it', 'digitalisation'] as const
    ).map((area) => ({ area })),
    today: '2026-01-13',
  });
  expect([HELP, ...programmes.map(({ name }) => name)].sort()).toEqual([...OPEN_PROGRAMMES].sort());
});

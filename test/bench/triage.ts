import { pathToFileURL } from 'node:url';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { houseOf, lesOf } from '../../src/core/organisation.ts';
import { decide } from '../../src/core/triage/decide.ts';
import type { TriageFacts } from '../../src/core/triage/facts.ts';
import { type Area, BASIC_AREAS, PLACE_BOUND_AREAS, SPECIALISED_AREAS } from '../../src/core/vocabulary.ts';

/** Numbers that look random and are the same on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/**
 * Calls as offices get them: most by phone or to the local office, half of them with a company from the register, one
 * or two needs, now and then none; a few crises, returns and running cases.
 */
export function realisticFacts(count: number): readonly TriageFacts[] {
  const roll = dice(7);
  const chance = (share: number) => roll() < share;
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(roll() * values.length) % values.length] as Value;
  const area = (): Area => {
    const kind = roll();
    if (kind < 0.5) return pick(SPECIALISED_AREAS);
    if (kind < 0.8) return pick(BASIC_AREAS);
    if (kind < 0.88) return pick(PLACE_BOUND_AREAS);
    return pick(['sales-marketing', 'sales-marketing', 'other', 'unclear']);
  };
  return Array.from({ length: count }, () => {
    const municipality = pick(MUNICIPALITIES).code;
    const entry = pick(['phone', 'phone', 'les', 'les', 'ehm', 'digital'] as const);
    const registered = chance(0.5);
    const needs = pick([0, 1, 1, 1, 1, 2, 2, 3]);
    return {
      entry,
      municipality,
      ...(entry === 'les' && { entryOrganisation: lesOf(municipality) }),
      ...(entry === 'ehm' && { entryOrganisation: houseOf(municipality) }),
      ...(chance(0.1) && { direction: 'outreach' as const }),
      ...(chance(0.6) && {
        stage: pick(['pre-starter', 'entrepreneur', 'established', 'established'] as const),
      }),
      ...(chance(0.2) && { maturity: pick(['early', 'mature'] as const) }),
      ...(chance(0.4) && { segment: pick(['operations', 'operations', 'growth'] as const) }),
      ...(chance(0.03) && { crisis: true }),
      ...(chance(0.2) && { clarified: chance(0.5) }),
      ...(registered && {
        company: {
          cvr: '25313763',
          name: 'Hansen VVS ApS',
          form: 'ApS',
          founded: `${2000 + Math.floor(roll() * 26)}-05-01`,
          employees: Math.floor(roll() ** 3 * 300),
          ...(chance(0.3) && { turnoverDkk: Math.floor(roll() * 20_000_000) }),
          advertisingProtected: chance(0.3),
        },
      }),
      ...(needs > 0 && { needs: Array.from({ length: needs }, () => ({ area: area() })) }),
      ...(chance(0.05) && {
        history: {
          returns: pick([0, 1]),
          openCase: chance(0.5)
            ? { id: 'K-1', owner: { actor: 'les' as const, organisation: lesOf(municipality) } }
            : null,
        },
      }),
      today: '2026-11-20',
    };
  });
}

/** Decisions a second on one core, with everything a decision carries; the best of a few rounds of a third of a second. */
export function benchTriage(): { readonly decisionsPerSecond: number } {
  const mix = realisticFacts(10_000);
  let best = 0;
  for (let round = 0; round < 6; round++) {
    let decided = 0;
    let missing = 0;
    const start = process.hrtime.bigint();
    let elapsed = 0n;
    while (elapsed < 333_000_000n) {
      for (const facts of mix) missing += decide(facts).missing.length;
      decided += mix.length;
      elapsed = process.hrtime.bigint() - start;
    }
    if (missing === 0) throw new Error('The mix leaves nothing open');
    best = Math.max(best, (decided * 1e9) / Number(elapsed));
  }
  return { decisionsPerSecond: Math.round(best) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${benchTriage().decisionsPerSecond.toLocaleString('en-GB')} decisions a second\n`);
}

import { expect, it } from 'vitest';
import { hasPgbouncer } from '../support/postgres-database.ts';
import { judge } from './judge-replicas.ts';
import { type Trial, tryReplicas } from './replicas.ts';

/**
 * Two and three replicas over one PostgreSQL through a pgbouncer, killed and started again, the database restarted. Proves: no
 * acknowledged case is lost, double or without an owner. `npm run bench:replicas` does it with ten thousand cases.
 */

const TRIALS: readonly Trial[] = [
  { replicas: 2, cases: 30, kills: 2, restarts: 1 },
  { replicas: 3, cases: 40, kills: 3, restarts: 1 },
];

it.runIf(hasPgbouncer).each(TRIALS)(
  '$replicas replicas, $kills of them killed and the database restarted, lose and double nothing in $cases cases or more',
  async (trial) => {
    const outcome = await tryReplicas(trial);
    expect(judge(outcome)).toEqual({
      lost: [],
      double: [],
      unowned: [],
      unseen: [],
      behind: [],
      waiting: 0,
      tooSoon: 0,
    });
    // It would prove nothing if nothing had gone wrong, or nothing had been done.
    expect(outcome).toMatchObject({ kills: trial.kills, restarts: trial.restarts });
    expect(outcome.acknowledged.length).toBeGreaterThanOrEqual(trial.cases - outcome.unsaid);
    expect(outcome.repeats).toBeGreaterThan(0);
    expect(outcome.accepted.size).toBeGreaterThan(0);
    expect(outcome.paced.flat().length).toBeGreaterThan(0);
  },
  600_000,
);

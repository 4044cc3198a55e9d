import { judge, type Verdict } from '../flows/judge-replicas.ts';
import { tryReplicas } from '../flows/replicas.ts';

/**
 * `npm run bench:replicas`: two and then three service processes over one PostgreSQL through a pgbouncer, and people who log
 * 10,000 cases by whichever lives. Every five hundred cases a process is killed; four times the database is restarted. What was
 * lost, double, without an owner; anything of it ends with 1. A number takes another count of cases. Needs `postgresql` and
 * `pgbouncer`.
 */

const CASES = Number(process.argv[2] ?? 10_000);

function count(found: Verdict[keyof Verdict]): number {
  return typeof found === 'number' ? found : found.length;
}

for (const replicas of [2, 3]) {
  const trial = { replicas, cases: CASES, kills: Math.ceil(CASES / 500), restarts: 4 };
  const outcome = await tryReplicas(trial, (line) => process.stderr.write(`${line}\n`));
  const verdict = judge(outcome);
  const figures = Object.entries(verdict).map(([name, found]) => `${count(found)} ${name}`);
  const { kept, seconds, turns, kills, restarts, repeats, accepted, parked } = outcome;
  process.stdout.write(
    `${replicas} replicas: ${kept.length} cases, ${accepted.size} accepted, ${turns} turns in ${seconds.toFixed(0)} s ` +
      `(${(turns / seconds).toFixed(0)}/s); ${kills} processes killed, database restarted ${restarts} times, ${repeats} requests ` +
      `sent again, ${parked.size} cases on the not-delivered list\n  ${figures.join(', ')}\n`,
  );
  if (Object.values(verdict).some((found) => count(found) > 0)) {
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    process.exitCode = 1;
  }
}

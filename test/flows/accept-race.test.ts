import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloadOf } from '../../cards/actions.ts';
import { type CpuBurners, startCpuBurners } from '../support/cpu-burners.ts';
import { isOnPostgres, newStores, type TestStores } from '../support/test-store.ts';
import { wordsOn } from './card-hands.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import {
  activityOf,
  channelOf,
  chatOf,
  openTeamsWorld,
  postActivity,
  type TeamsWorld,
} from './teams-world.ts';

/**
 * Two colleagues press "Overtag" at once, many times over, one through this process and one through another over the
 * same store. Proves: never two owners, with two replicas, on a quiet machine and on a busy one.
 */

const RACES = [
  { pairs: 200, burners: 0 },
  { pairs: 50, burners: 3 },
];
/**
 * All of them in SQLite. In PostgreSQL a turn is many round trips, and the four hundredth of as many at once would be answered that
 * it takes longer than usual.
 */
const PAIRS_AT_ONCE = isOnPostgres() ? 10 : 200;
const MOST_ATTEMPTS = 100;
const LATE = 'Det tager længere tid end normalt';
/** A busy machine is slow, and being slow is no fault here. */
const PATIENCE_MS = 300_000;
const house = channelOf('ehm-midtjylland');
const names: Readonly<Record<string, string>> = { 'carla-winther': 'Carla Winther', 'dan-ravn': 'Dan Ravn' };

describe.each(RACES)('$pairs pairs of simultaneous accepts beside $burners busy processes', (race) => {
  let stores: TestStores;
  let world: TeamsWorld;
  let other: ServiceProcess;
  let burners: CpuBurners;
  let cases: readonly string[];

  beforeAll(async () => {
    stores = await newStores('in a folder');
    world = await openTeamsWorld({}, { stores });
    const anna = chatOf('anna-holm');
    for (let made = 0; made < race.pairs; made++) {
      const [form] = await world.say('anna-holm', anna, 'ny');
      const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
        municipality: '791',
        areas: 'internationalisation',
        stage: 'established',
      });
      await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    }
    const kept = await world.service.unitOfWork.run((stores) => stores.cases.page('', race.pairs + 1));
    cases = kept.map(({ id }) => id);
    other = await startService(stores.settings, world.clock.now());
    burners = await startCpuBurners(race.burners);
  }, PATIENCE_MS);
  afterAll(async () => {
    await burners?.stop();
    await other?.kill();
    await world?.close();
    await stores?.remove();
  });

  async function accept(base: string, person: string, caseId: string): Promise<string> {
    const data = payloadOf({
      name: 'case-action',
      verb: 'handover.accept',
      caseId,
      revision: null,
      input: {},
    });
    const value = { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' };
    const activity = activityOf(world.recorder.serviceUrl, person, house, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
    // On a busy machine a turn may be refused for now or answered later; the same delivery then says what came of it.
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const { status, body } = await postActivity(base, activity);
      if (status === 503) continue;
      expect(status).toBe(200);
      const words = wordsOn(body);
      if (!words.includes(LATE)) return words;
    }
    throw new Error(`No answer to ${person} on ${caseId}`);
  }

  it(
    'have exactly one winner each, and the loser is told who has it',
    async () => {
      expect(cases).toHaveLength(race.pairs);
      const press = (caseId: string, index: number) => {
        const [first, second] =
          index % 2 === 0 ? ['carla-winther', 'dan-ravn'] : ['dan-ravn', 'carla-winther'];
        return [first, second].map(async (person = '', replica) => ({
          caseId,
          person,
          words: await accept(replica === 0 ? world.base : other.base, person, caseId),
        }));
      };
      const seen: Awaited<ReturnType<typeof press>[number]>[] = [];
      for (let begun = 0; begun < cases.length; begun += PAIRS_AT_ONCE) {
        const some = cases.slice(begun, begun + PAIRS_AT_ONCE);
        seen.push(...(await Promise.all(some.flatMap((caseId, index) => press(caseId, begun + index)))));
      }
      await world.service.unitOfWork.run(async (stores) => {
        for (const caseId of cases) {
          const kase = await stores.cases.get(caseId);
          const winner = kase?.assignee?.person ?? '';
          expect(kase?.owner).toBe('ehm-midtjylland');
          expect(Object.keys(names)).toContain(winner);
          const history = await stores.history.of(caseId);
          expect(history.filter(({ event }) => event === 'accepted')).toHaveLength(1);
          const loser = seen.find((one) => one.caseId === caseId && one.person !== winner);
          expect(loser?.words).toContain(names[winner]);
          expect(loser?.words).toMatch(/allerede overtaget/);
          const taken = seen.find((one) => one.caseId === caseId && one.person === winner);
          expect(taken?.words).not.toMatch(/allerede overtaget/);
        }
      });
    },
    PATIENCE_MS,
  );
});

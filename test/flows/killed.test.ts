import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { runningClock, simulatedClock } from '../support/clock.ts';
import { newStores, type TestStores } from '../support/test-store.ts';
import { wordsOn } from './card-hands.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { activityOf, channelOf, chatOf, execute, postActivity } from './teams-world.ts';

/**
 * The process dies between any two lines: it is killed at random moments during a hundred intakes, and started again.
 * The client repeats whatever was not answered, as Teams does. Proves: no acknowledged case is lost, doubled or unseen.
 */

const INTAKES = 100;
const KILLS = 8;
const clock = runningClock('2026-11-20T09:00:00Z');
const anna = chatOf('anna-holm');
const invokeAnswer = z.object({ statusCode: z.literal(200), value: z.unknown() });

let stores: TestStores;
let recorder: Recorder;
/** The acknowledged cases: the id that the confirmation's card named, for each intake. */
const acknowledged: string[] = [];
let kills = 0;
let repeats = 0;

/** A service that is killed at random moments and started again; requests wait for the next life. */
async function openMortal() {
  let life: Promise<ServiceProcess> = startService(stores.settings, clock.now());
  let ended = false;
  const reaper = (async () => {
    while (kills < KILLS && !ended) {
      const service = await life;
      await sleep(5 + Math.random() * 120);
      await service.kill();
      kills += 1;
      life = startService(stores.settings, clock.now());
    }
  })();
  return {
    /** Sends an activity until it is answered: the same one, as a platform that delivers again. */
    async deliver(activity: object): Promise<unknown> {
      for (let attempt = 1; attempt <= 40; attempt++) {
        const service = await life;
        try {
          const { status, body } = await postActivity(service.base, activity);
          if (status === 200) return body;
        } catch {
          // Killed in the middle of it.
        }
        repeats += 1;
        await sleep(20);
      }
      throw new Error('never answered');
    },
    async end() {
      await reaper;
      ended = true;
      await (await life).kill();
    },
  };
}

async function intake(deliver: (activity: object) => Promise<unknown>): Promise<string> {
  const send = (more: object) => deliver(activityOf(recorder.serviceUrl, 'anna-holm', anna, more));
  const click = async (card: unknown, verb: string, typed: Record<string, string>) =>
    invokeAnswer.parse(await send(execute(card, verb, typed))).value;

  await send({ type: 'message', text: 'ny', textFormat: 'plain' });
  const shown = recorder.messages().findLast(({ conversation }) => conversation === anna.id);
  const form = z.object({ attachments: z.array(z.object({ content: z.unknown() })) }).parse(shown?.body)
    .attachments[0];
  const decision = await click(form?.content, 'intake.submit', {
    municipality: '791',
    areas: 'internationalisation',
    stage: 'established',
  });
  const card = wordsOn(await click(decision, 'intake.confirm', { consent: 'consent' }));
  const [, caseId] = /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(card) ?? [];
  if (!caseId) throw new Error(`The confirmation names no case:\n${card}`);
  return caseId;
}

beforeAll(async () => {
  stores = await newStores('in a folder');
  recorder = await openRecorder();
  const config = readConfig({ ...stores.settings });
  const first = await compose(config, { clock });
  await first.bind(demoBindings(recorder.serviceUrl, clock.now()));
  await first.close();

  const mortal = await openMortal();
  for (let made = 0; made < INTAKES; made++) acknowledged.push(await intake(mortal.deliver));
  await mortal.end();

  // The next life delivers what the others left, once the leases of the dead have run out.
  const later = new Date(Date.parse(clock.now()) + 120_000).toISOString();
  const last = await compose(config, { clock: simulatedClock(later) });
  await last.worker.drain();
  await last.close();
}, 300_000);
afterAll(async () => {
  await recorder.close();
  await stores.remove();
});

async function rows<Row>(of: 'cases' | 'crm', query: string, shape: z.ZodType<Row>): Promise<readonly Row[]> {
  return z.array(shape).parse(await stores.rows(of, query));
}

describe(`a process killed ${KILLS} times during ${INTAKES} intakes`, () => {
  it('was killed that often, and requests had to be repeated', () => {
    expect(kills).toBe(KILLS);
    expect(repeats).toBeGreaterThan(0);
  });

  it('has every acknowledged case once, and no other', async () => {
    const kept = await rows(
      'cases',
      'select id, draft_id from cases',
      z.object({ id: z.string(), draft_id: z.string() }),
    );
    expect(new Set(acknowledged).size).toBe(INTAKES);
    expect(kept.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
    expect(new Set(kept.map(({ draft_id }) => draft_id)).size).toBe(INTAKES);
  });

  it('has an owner for each: the sender, until the receiver accepts', async () => {
    const kept = await rows(
      'cases',
      'select owner, offered_to from cases',
      z.object({ owner: z.string(), offered_to: z.string() }),
    );
    for (const one of kept) expect(one).toEqual({ owner: 'les-791', offered_to: 'ehm-midtjylland' });
  });

  it('has each case’s card posted in the receiver’s channel, or in the outbox: waiting, or on the not-delivered list', async () => {
    const house = channelOf('ehm-midtjylland').id;
    const waiting = new Set(
      (
        await rows(
          'cases',
          "select case_id from outbox where parked_at is null or code = 'uncertain'",
          z.object({ case_id: z.string() }),
        )
      ).map(({ case_id }) => case_id),
    );
    const posted = recorder.messages().filter(({ conversation }) => conversation === house);
    for (const caseId of acknowledged) {
      const cards = posted.filter(({ body }) => JSON.stringify(body).includes(caseId)).length;
      expect(cards > 0 || waiting.has(caseId), caseId).toBe(true);
      // A post whose answer died with the process cannot be told from one that never arrived: it is not posted again.
      expect(cards, caseId).toBeLessThanOrEqual(1);
    }
  });

  it('has told the CRM of each once', async () => {
    const told = await rows('crm', 'select case_id from embedded_crm', z.object({ case_id: z.string() }));
    expect(told.map(({ case_id }) => case_id).sort()).toEqual([...acknowledged].sort());
  });
});

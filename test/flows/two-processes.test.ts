import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { newStores, type TestStores } from '../support/test-store.ts';
import { wordsOn } from './card-hands.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { type Answered, activityOf, chatOf, execute, openTeamsWorld, postActivity } from './teams-world.ts';

/** Several processes over one store: none waits so long that a turn is lost, and none stands still meanwhile. */

const START = '2026-11-20T09:00:00Z';
const INTAKES = 15;
const invokeAnswer = z.object({ statusCode: z.literal(200), value: z.unknown() });
const withCard = z.object({ attachments: z.array(z.object({ content: z.unknown() })) });

let stores: TestStores;
let recorder: Recorder;
let services: readonly ServiceProcess[] = [];

beforeAll(async () => {
  stores = await newStores('in a folder');
  recorder = await openRecorder();
  const first = await compose(readConfig({ ...stores.settings }));
  await first.bind(demoBindings(recorder.serviceUrl, START));
  await first.close();
  services = await Promise.all([startService(stores.settings, START), startService(stores.settings, START)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(services.map((service) => service.kill()));
  await recorder.close();
  await stores.remove();
});

/** One intake of a person through one process, each step answered at the first try; the case's id. */
async function intake(base: string, person: string): Promise<string> {
  const chat = chatOf(person);
  const send = async (more: object) => {
    const { status, body } = await postActivity(base, activityOf(recorder.serviceUrl, person, chat, more));
    expect(status).toBe(200);
    return body;
  };
  await send({ type: 'message', text: 'ny', textFormat: 'plain' });
  const shown = recorder.messages().findLast(({ conversation }) => conversation === chat.id);
  const form = withCard.parse(shown?.body).attachments[0]?.content;
  const decision = invokeAnswer.parse(
    await send(
      execute(form, 'intake.submit', {
        municipality: '791',
        areas: 'internationalisation',
        stage: 'established',
      }),
    ),
  );
  const sent = invokeAnswer.parse(
    await send(execute(decision.value, 'intake.confirm', { consent: 'consent' })),
  );
  return /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(wordsOn(sent.value))?.[1] ?? '';
}

describe('two processes that hammer one store, while a third keeps taking its lock', () => {
  it('lose no turn: each is answered at once, and every case is there once', async () => {
    let ended = false;
    let held = 0;
    const holding = (async () => {
      while (!ended) {
        // It waits for the others as they wait for it; who waits in vain is the others' trouble to show.
        await stores
          .keepLock(() => sleep(60))
          .then(
            () => held++,
            (error: unknown) => expect(error).toMatchObject({ code: 'busy' }),
          );
        await sleep(20);
      }
    })();
    const people = ['anna-holm', 'bo-krogh', 'finn-dahl', 'dan-ravn'];
    const made = await Promise.all(
      people.map(async (person, index) => {
        const ids: string[] = [];
        const base = services[index % services.length]?.base ?? '';
        while (ids.length < INTAKES) ids.push(await intake(base, person));
        return ids;
      }),
    );
    ended = true;
    await holding;
    expect(held).toBeGreaterThan(0);
    const kept = (await stores.rows<{ id: string }>('cases', 'select id from cases')).map(({ id }) => id);
    expect(kept.sort()).toEqual(made.flat().sort());
    expect(new Set(kept).size).toBe(people.length * INTAKES);
  }, 120_000);
});

describe('a turn that meets a store whose lock somebody else holds', () => {
  it('waits for it, and the process answers others meanwhile', async () => {
    const held = await newStores('in a folder');
    const world = await openTeamsWorld({}, { stores: held });
    const turn = await new Promise<readonly Answered[]>((resolve, reject) => {
      const release = held.keepLock(async () => {
        const waiting = world.say('anna-holm', chatOf('anna-holm'), 'ny');
        waiting.then(resolve, reject);
        // Two requests later the lock is given up; a process that stands still until then never gets there.
        for (let asked = 0; asked < 2; asked++)
          expect((await fetch(`${world.base}/healthz`)).status).toBe(200);
      });
      release.catch(reject);
    });
    expect(turn[0]?.card).toBeDefined();
    await world.close();
    await held.remove();
  });
});

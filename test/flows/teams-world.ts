import { z } from 'zod';
import { type Composed, compose, type Overrides } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { DEMO_CHANNELS, DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { type SimulatedClock, simulatedClock } from '../support/clock.ts';
import type { TestStores } from '../support/test-store.ts';
import { buttonWith, inputsOn } from './card-hands.ts';
import { openRecorder, type Recorded, type Recorder } from './recorder.ts';

/** The whole service over `POST /api/messages`, with the demo's people and offices and a connector that records. */

export interface Place {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
}

export interface TeamsWorld {
  readonly base: string;
  readonly service: Composed;
  readonly recorder: Recorder;
  readonly clock: SimulatedClock;
  /** What was logged: names, ids and codes. */
  readonly logged: string[];
  /** Posts an activity as it is; the answer as it came. */
  post(activity: object): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Types in a conversation; answered with the messages that came of it. */
  say(person: string, place: Place, text: string): Promise<readonly Answered[]>;
  /** Clicks the button with a verb on a card, with what stands in its inputs and what is typed; the card that replaces it. */
  click(
    person: string,
    place: Place,
    card: unknown,
    verb: string,
    typed?: Record<string, string>,
  ): Promise<unknown>;
  /** Delivers everything that waits to be delivered. */
  deliver(): Promise<void>;
  /** Messages that stand in a conversation now. */
  standing(place: Place): readonly Answered[];
  close(): Promise<void>;
}

/** A message: its words, and its card where it has one. */
export interface Answered {
  readonly id: string;
  readonly text: string;
  readonly card: unknown;
  readonly changes: number;
}

const message = z.object({
  text: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).optional(),
});

function answered({ id, body, changes }: Recorded): Answered {
  const read = message.parse(body);
  return { id, text: read.text ?? '', card: read.attachments?.[0]?.content, changes };
}

/** The personal chat of somebody. */
export function chatOf(person: string): Place {
  return { id: `a:${person}`, kind: 'personal' };
}

/** The channel of an office of the demo. */
export function channelOf(organisation: string): Place {
  const found = DEMO_CHANNELS.find((channel) => channel.organisation === organisation);
  if (!found) throw new Error(`${organisation} has no channel in the demo`);
  return { id: found.id, kind: 'channel' };
}

let deliveries = 0;

/** An activity of somebody in a place, as Teams sends it. */
export function activityOf(serviceUrl: string, person: string, place: Place, more: object): object {
  const known = DEMO_PEOPLE.find(({ id }) => id === person);
  const objectId = known?.identities[0]?.split(':').at(-1) ?? `unknown-${person}`;
  return {
    id: `activity-${++deliveries}`,
    channelId: 'msteams',
    serviceUrl,
    locale: 'da-DK',
    from: { id: `29:${person}`, name: known?.name ?? person, aadObjectId: objectId },
    recipient: { id: '28:indgang', name: 'Indgang' },
    conversation: {
      id: place.id,
      conversationType: place.kind,
      tenantId: DEMO_TENANT,
      ...(place.kind === 'channel' && { isGroup: true }),
    },
    channelData: { tenant: { id: DEMO_TENANT } },
    ...more,
  };
}

/** What a card's button sends. */
export function execute(card: unknown, verb: string, typed: Record<string, string> = {}): object {
  const { data } = buttonWith(card, verb, typed);
  const shown = inputsOn(card);
  // Of two inputs of one name on a card, the later has its verb in its id.
  const own = Object.entries(typed).map(
    ([name, value]) => [`${name}@${verb}` in shown ? `${name}@${verb}` : name, value] as const,
  );
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: {
      action: { type: 'Action.Execute', verb, data: { ...shown, ...Object.fromEntries(own), ...data } },
      trigger: 'manual',
    },
  };
}

const invokeAnswer = z.object({ statusCode: z.literal(200), value: z.unknown() });

/** Posts an activity to a service; its answer as it came. */
export async function postActivity(
  base: string,
  activity: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

export interface WorldOptions {
  /** The clock's first moment: a Friday at ten in Denmark. */
  readonly start?: string;
  /** Folder of the store, which is then SQLite. Without it the stores are the world's own, and go with it. */
  readonly data?: string;
  /** Stores that others use as well. */
  readonly stores?: TestStores;
  /** More settings of the service. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether the demo's channels are bound, as `npm start` does. */
  readonly bound?: boolean;
}

/** Opens the whole service with parts replaced. */
export async function openTeamsWorld(
  overrides: Overrides = {},
  { start = '2026-11-20T09:00:00Z', data, stores, settings = {}, bound = true }: WorldOptions = {},
): Promise<TeamsWorld> {
  // Loaded here alone, because it asks vitest, without which `test/bench` uses the rest of this file.
  const { newStores } = await import('../support/test-store.ts');
  const own = data === undefined && stores === undefined ? await newStores() : undefined;
  const places = data === undefined ? (stores ?? own)?.settings : { INDGANG_DATA: data };
  const recorder = await openRecorder();
  const clock = simulatedClock(start);
  const logged: string[] = [];
  const service = await compose(readConfig({ ...places, ...settings }), {
    clock,
    chance: () => 0,
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
    ...overrides,
  });
  if (bound) await service.bind(demoBindings(recorder.serviceUrl, clock.now()));
  const port = await service.server.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${port}`;

  const post = (activity: object) => postActivity(base, activity);

  return {
    base,
    service,
    recorder,
    clock,
    logged,
    post,
    async say(person, place, text) {
      const before = recorder.messages().length;
      const { status } = await post(
        activityOf(recorder.serviceUrl, person, place, { type: 'message', text, textFormat: 'plain' }),
      );
      if (status !== 200) throw new Error(`the message was answered ${status}`);
      // What a worker delivers elsewhere meanwhile is no answer.
      const since = recorder.messages().slice(before);
      return since.filter(({ conversation }) => conversation === place.id).map(answered);
    },
    async click(person, place, card, verb, typed = {}) {
      const { status, body } = await post(
        activityOf(recorder.serviceUrl, person, place, execute(card, verb, typed)),
      );
      if (status !== 200) throw new Error(`the click was answered ${status}`);
      return invokeAnswer.parse(body).value;
    },
    deliver: () => service.worker.drain(),
    standing: ({ id }) =>
      recorder
        .messages()
        .filter(({ conversation }) => conversation === id)
        .map(answered),
    async close() {
      await service.close();
      await recorder.close();
      await own?.remove();
    },
  };
}

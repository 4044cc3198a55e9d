import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../../../src/core/case/case.ts';
import { CASE_VERBS, type CaseVerb } from '../../../src/core/case/verbs/index.ts';
import type { Actor } from '../../../src/core/person.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { anna, NOW } from '../../core/case/case-world.ts';
import { twin, WAYS } from '../../core/case/verbs/ways.ts';
import { typedLine } from '../../dialogs/typed-ways.ts';
import { allButtons, clickOn, inMessage, stateOf, textOn, viewPayload } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';

/**
 * Every verb of a case through Slack: clicked, in its window where it has one, and typed in both languages. What was filled
 * in stands on the case, and its line in the history.
 */

const message = z.looseObject({ text: z.string().default(''), blocks: z.array(z.unknown()).default([]) });
type Message = z.infer<typeof message>;
type Who = 'anna' | 'bo' | 'carla' | 'dan' | 'eva';

let product: Awaited<ReturnType<typeof openProduct>>;
beforeAll(async () => {
  product = await openProduct({
    listed: ['anna', 'bo', 'carla', 'dan', 'eva'],
    viborg: { feedback: 'on-request' },
  });
});
afterAll(() => product.close());

let count = 0;
/** The case that the next command is about: each test has its own, so that one product serves all. */
let id = '';
beforeEach(() => {
  id = `K3F9-QT${'23456789BCDFGHJKLMNPQRSTVWXZ'.charAt(count % 28)}${'23456789BCDFGHJKLMNPQRSTVWXZ'.charAt(Math.floor(count++ / 28))}`;
});
let sent = 0;

/** Types in a person's own chat. */
async function say(who: Who, text: string): Promise<readonly Message[]> {
  const { world } = product;
  const user = world.idOf(who);
  const before = world.of('chat.postMessage').length;
  const ts = `1795233543.${String(++sent).padStart(6, '0')}`;
  await world.event({ type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts });
  return world
    .of('chat.postMessage')
    .slice(before)
    .map(({ body }) => message.parse(body));
}

/** A case that is kept under an id of its own, with all that belongs to it. */
async function keep(kase: Case, other: boolean): Promise<Case> {
  const { unitOfWork, world } = product;
  world.clock.set(NOW);
  const own = { ...kase, id, draftId: `draft ${id}`, companyKey: id };
  const twinId = `M${id.slice(1)}`;
  await unitOfWork.run(async ({ cases }) => {
    await cases.insert(own, null);
    if (other) await cases.insert({ ...twin, id: twinId, draftId: `draft ${twinId}` }, null);
  });
  return own;
}
const kept = async (): Promise<Case> => {
  const kase = await product.unitOfWork.read(({ cases }) => cases.get(id));
  if (!kase) throw new Error('there is no case');
  return kase;
};
/** The verb's line of history, and everything that was kept, as text. */
async function whole(before: Case) {
  const kase = await kept();
  const history = await product.unitOfWork.read((stores) => stores.history.of(id));
  expect(kase.revision).toBe(before.revision + 1);
  return { kase, text: JSON.stringify([kase, history]), line: history.at(-1) };
}

/** Inputs that are kept as something else: a flag as a list, a day and a time as an instant, hours in parts. */
const ELSEWHERE = [
  'joint',
  'selfHelpUsed',
  'time',
  'day',
  'newNeed',
  'confirm',
  'hours',
  'other',
  'removeNeeds',
];

function expectFound(text: string, input: RawInput): void {
  for (const [name, value] of Object.entries(input)) {
    if (ELSEWHERE.includes(name)) continue;
    for (const one of value.split(',')) expect(text, name).toContain(JSON.stringify(one).slice(1, -1));
  }
}

/** The input as it is given on this test's case: a colleague is chosen by their account, and the twin has an id of its own. */
function given(verb: CaseVerb, input: RawInput): RawInput {
  const { other, person } = input;
  return {
    ...input,
    ...(other !== undefined && { other: `M${id.slice(1)}` }),
    ...(verb === 'case.assign' && person !== undefined && { person: product.world.idOf(person) }),
  };
}

/** Clicks the verb's button, and sends the window that opens, filled. Returns what was filled in. */
async function click(who: Who, verb: CaseVerb, input: RawInput): Promise<RawInput> {
  const { world } = product;
  const user = world.idOf(who);
  const shown = (await say(who, `sag ${id}`)).at(-1);
  const button = shown && allButtons(shown).find(({ action_id = '' }) => action_id.includes(`:${verb}:`));
  if (!shown || !button) throw new Error(`${verb} has no button on: ${shown && textOn(shown)}`);
  const opened = world.of('views.open').length;
  await world.interact(
    { type: 'block_actions', ...inMessage(`D-${user}`), actions: [clickOn(shown, button.text.text)] },
    { user },
  );
  if (world.of('views.open').length === opened) return {};
  const window = world.window();
  const fields = Object.values(stateOf(window.view).values).flatMap((one) => Object.keys(Object(one)));
  // What the form proposes is chosen again where the command says otherwise.
  const proposed = input.noFollowUp === undefined ? {} : { followUpBy: 'none', followUpOn: '' };
  const all = verb === 'case.close' ? { segment: 'growth', ...proposed, ...input } : given(verb, input);
  const filled = Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
  const answer = await world.interact(
    { type: 'view_submission', view: viewPayload(window, filled) },
    { user },
  );
  const refused = /"errors":\{.*?\}/.exec(answer.body)?.[0];
  expect([verb, answer.status, refused]).toEqual([verb, 200, undefined]);
  return Object.fromEntries(Object.entries(input).filter(([name]) => fields.includes(name)));
}

const ways = CASE_VERBS.flatMap((verb) =>
  WAYS[verb].map(([kase, by, input]): readonly [CaseVerb, Case, Actor, RawInput] =>
    // An office sees its task on the case where it is the municipality's.
    verb.startsWith('task.')
      ? [
          verb,
          { ...kase, tasks: kase.tasks?.map((one) => ({ ...one, organisation: 'les-791' })) },
          anna,
          input,
        ]
      : [verb, kase, by, input],
  ),
);

describe('in Slack', () => {
  // Where nothing may be shared yet, the basis is a button of its own, and no field of sending.
  const clicked = ways.filter(
    ([verb, , , input]) => verb !== 'handover.offer' || input.consent === undefined,
  );
  it.each(clicked)('%s is clicked', async (verb, kase, by, input) => {
    const before = await keep(kase, verb === 'case.merge');
    const filled = await click(by.person as Who, verb, input);
    const { text, line } = await whole(before);
    expectFound(text, filled);
    expect(line?.actor?.person).toBe(by.person);
  });

  describe.each(['da', 'en'] as const)('typed in %s', (language) => {
    it.each(ways)('%s does the same', async (verb, kase, by, input) => {
      const who = by.person as Who;
      const before = await keep(kase, verb === 'case.merge');
      await say(who, `sprog ${language}`);
      await say(who, typedLine(verb, id, input.other === undefined ? input : given(verb, input), language));
      const { text, line } = await whole(before);
      expectFound(text, input);
      expect(line?.actor?.person).toBe(by.person);
    });
  });
});

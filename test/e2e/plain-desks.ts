import { type ButtonCommand, payloadOf, readPayload } from '../../cards/actions.ts';
import { toText } from '../../cards/text.ts';
import type { Block, Input, View, ViewAction } from '../../cards/view.ts';
import { viewOf } from '../../cards/view-of.ts';
import { readCommand } from '../../dialogs/commands.ts';
import type { Inbound } from '../../src/app/inbound.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import type { Delivery, Messenger } from '../../src/app/ports/messenger.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Command } from '../../src/core/command.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { DEMO_CHANNELS, DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { runningClock } from '../support/clock.ts';
import type { Desk, Role } from './desk.ts';

/** Desks without a client: what each role does reaches the service as its channel would hand it over. */

const PEOPLE = {
  newcomer: 'anna-holm',
  consultant: 'anna-holm',
  phone: 'eva-lund',
  colleague: 'carla-winther',
  coordinator: 'dan-ravn',
} as const;
const HOUSE = 'ehm-midtjylland';

/** The inputs within blocks, those that are folded away too. */
function inputsIn(blocks: readonly Block[]): readonly Input[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'input') return [block.input];
    if (block.kind === 'pair') return block.inputs;
    return block.kind === 'section' ? inputsIn(block.blocks) : [];
  });
}

/** Every button of a view, in the text and below it. */
function actionsIn(blocks: readonly Block[]): readonly ViewAction[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.actions;
    if (block.kind === 'entry') return [block.action];
    return block.kind === 'section' ? actionsIn(block.blocks) : [];
  });
}

const standsIn = (input: Input): string =>
  input.kind === 'toggle'
    ? String(input.value)
    : typeof input.value === 'string'
      ? input.value
      : input.value.join(',');

/** What inputs send: what stands in them, and what was entered by their labels. */
function sent(inputs: readonly Input[], entered: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    inputs.map((input) => {
      const typed = entered[input.label];
      const choice = input.kind === 'choice' ? input.choices.find(({ title }) => title === typed) : undefined;
      return [input.id, choice?.value ?? typed ?? standsIn(input)];
    }),
  );
}

export interface PlainDesks {
  readonly desks: Readonly<Record<Role, Desk>>;
  /** The answers that were in front of somebody, by who read them and when. */
  readonly seen: ReadonlyMap<string, Answer>;
  close(): Promise<void>;
}

/** Opens the service with the demo's offices, and a desk for each role. */
export async function openPlainDesks(): Promise<PlainDesks> {
  // A Friday, 10.00 in Denmark, as in the other walks.
  const clock = runningClock('2026-11-20T09:00:00Z');
  const standing = new Map<string, Answer>();
  let posts = 0;
  const arrived = (messageId: string): Promise<Delivery> => Promise.resolve({ outcome: 'sent', messageId });
  const messenger: Messenger = {
    channel: 'teams',
    post({ id }, { answer, reply }) {
      if (!reply) standing.set(id, answer);
      return arrived(`post-${++posts}`);
    },
    update({ id }, messageId, { answer }) {
      standing.set(id, answer);
      return arrived(messageId);
    },
  };
  const service = await compose(readConfig({ INDGANG_DATA: ':memory:' }), {
    clock,
    messengers: [messenger],
    log: () => {},
  });
  await service.bind(demoBindings('http://127.0.0.1:9', clock.now()));
  const channel = DEMO_CHANNELS.find(({ organisation }) => organisation === HOUSE)?.id ?? '';
  const seen = new Map<string, Answer>();
  let deliveries = 0;

  function deskOf(role: Role): Desk {
    const person = DEMO_PEOPLE.find(({ id }) => id === PEOPLE[role]);
    if (!person) throw new Error(`nobody is ${role}`);
    const chat: Conversation = { channel: 'teams', id: `a:${person.id}`, kind: 'personal', reference: '{}' };
    let place = chat;
    let answers: readonly Answer[] = [];
    let entered: Readonly<Record<string, string>> = {};
    let read = 0;

    async function takes(command: Command): Promise<void> {
      const inbound: Inbound = {
        channel: 'teams',
        deliveryId: `plain-${++deliveries}`,
        person: {
          identity: person?.identities[0] ?? '',
          name: person?.name ?? '',
          guest: false,
          locale: 'da-DK',
        },
        conversation: place,
        command,
        audience: 'person',
      };
      answers = (await service.receive(inbound)).answers;
      entered = {};
      await service.worker.drain();
    }
    const views = (): readonly View[] => answers.map((answer) => viewOf(answer, 'da'));
    const titled = (title: string): { readonly view: View; readonly action: ViewAction } => {
      for (const view of views().toReversed())
        for (const action of [...view.actions, ...actionsIn(view.blocks)])
          if (action.title.replace(/\s*…$/, '') === title) return { view, action };
      throw new Error(`no button "${title}" on: ${views().map(toText).join('\n---\n')}`);
    };
    async function presses(title: string): Promise<void> {
      const { view, action } = titled(title);
      const inputs = action.withInputs ? inputsIn(view.blocks) : action.form;
      await takes(readPayload({ ...sent(inputs, entered), ...payloadOf(action.command as ButtonCommand) }));
    }
    return {
      types: (line) => takes(readCommand(line)),
      opensForm: () => takes({ name: 'new' }),
      async presses(title) {
        await presses(title);
        return 1;
      },
      async fills(opens, fields) {
        entered = fields;
        await presses(opens);
        return 2;
      },
      async enters(fields) {
        entered = { ...entered, ...fields };
      },
      async turnsTo(where) {
        place = where === 'chat' ? chat : { ...chat, id: channel, kind: 'channel' };
        const card = standing.get(place.id);
        answers = card ? [card] : [];
      },
      async reads(words) {
        const found = views().map(toText).join('\n');
        if (typeof words === 'string' ? !found.includes(words) : !words.test(found))
          throw new Error(`${role} does not read ${words}, but:\n${found}`);
        read += 1;
        for (const [at, answer] of answers.entries())
          seen.set(`${role} ${read}.${at + 1} ${answer.kind}`, answer);
      },
    };
  }
  const roles = Object.keys(PEOPLE) as Role[];
  return {
    desks: Object.fromEntries(roles.map((role) => [role, deskOf(role)])) as PlainDesks['desks'],
    seen,
    close: () => service.close(),
  };
}

import type { Button, ModalView } from '@slack/types';
import { z } from 'zod';
import { slackConversationOf } from '../../src/channels/slack/addresses.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { allButtons, inWindow, stateOf, viewPayload } from '../channels/slack/slack-hands.ts';
import { openSlackWorld } from '../channels/slack/slack-world.ts';
import type { Client, ClientDeps, Hands, Typed, Who } from './hands.ts';
import { asMarkup, asSeen } from './messages.ts';
import { createScreen, type Surface, submitVerb, verbOf } from './slack-screen.ts';

/** Slack as people use it: our adapter without an HTTP server, and the emulator of Slack's Web API. */

/** The channels of offices. */
const OFFICES = new Map<OrganisationId, string>([
  ['les-791', 'les-viborg'],
  ['les-751', 'les-aarhus'],
  ['ehm-midtjylland', 'ehm-midtjylland'],
]);
const FORM_OPENS = 'intake.resume';

const answered = z.object({
  response_action: z.string(),
  view: z.unknown().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});
export async function openInSlack({ steps, receive, leave }: ClientDeps): Promise<Client> {
  const world = await openSlackWorld({ receive, leave, alarms: 'standing' });
  const { channel, clock, team } = world;
  const userOf = (who: string) => world.idOf(who.split('-')[0] ?? '');
  for (const name of OFFICES.values())
    await world.api('conversations.invite', { channel: world.idOf(name), users: world.bot }, 'anna');

  let count = 0;
  let again: () => Promise<void> = async () => undefined;
  const typed = new Map<Who, { readonly ts: string; readonly text: string; readonly place: object }>();

  const names = new Map<string, string>([
    ...DEMO_PEOPLE.map(({ id }) => [userOf(id), id] as const),
    ...[...OFFICES].map(([office, name]) => [world.idOf(name), office] as const),
  ]);
  const officeOf = (who: string) => DEMO_PEOPLE.find(({ id }) => id === who)?.memberships[0]?.organisation;
  const channelOf = (who: string) => world.idOf(OFFICES.get(officeOf(who) ?? 'les-791') ?? '');
  const screen = createScreen(world, steps, names);
  const find = (who: Who, verb: string) => screen.find([who, officeOf(who) ?? ''], verb);

  function placeOf({ channel: place, own }: Surface): string {
    return place.startsWith('D') ? 'own chat' : `channel of ${screen.nameOf(place)}${own ? ', alone' : ''}`;
  }

  /** Whether a button itself sends what was chosen. */
  const sends = (button: Button | undefined, filled: Typed) => {
    const data: unknown = JSON.parse(button?.value ?? '{}');
    return Object.entries(filled).every(([field, value]) => Object(data)[field] === value);
  };
  /** The button with a verb: of several, the one that itself sends what was chosen. */
  const buttonFor = (shown: Parameters<typeof allButtons>[0], verb: string, filled: Typed) => {
    const candidates = allButtons(shown).filter(({ action_id = '' }) => verbOf(action_id) === verb);
    return candidates.find((one) => sends(one, filled)) ?? candidates[0];
  };

  async function clickInWindow(who: Who, verb: string, filled: Typed): Promise<boolean> {
    const window = screen.windows.get(who);
    const button = window && buttonFor(window.view, verb, filled);
    if (!window || !button) return false;
    if (!sends(button, filled)) throw new Error(`${verb} asks for nothing`);
    steps.sends({ block_actions: verb, from: who, in: 'window', typed: filled });
    await world.interact(
      {
        type: 'block_actions',
        ...inWindow,
        view: viewPayload(window),
        actions: [{ type: 'button', action_id: button.action_id, value: button.value }],
      },
      { user: userOf(who), viewId: window.id },
    );
    screen.look(who);
    return true;
  }

  /** `leave`: a form that opens stays open. */
  async function click(
    who: Who,
    surface: Surface,
    verb: string,
    filled: Typed,
    leave = false,
  ): Promise<void> {
    const button = buttonFor(surface, verb, filled);
    const [, , form, takes] = button?.action_id?.split(':') ?? [];
    const inputs = form !== 'form' && takes === 'inputs' ? filled : {};
    if (form !== 'form' && takes !== 'inputs' && !sends(button, filled))
      throw new Error(`${verb} asks for nothing`);
    steps.sends({ block_actions: verb, from: who, in: placeOf(surface), typed: inputs });
    await world.interact(
      {
        type: 'block_actions',
        container: {
          type: 'message',
          message_ts: surface.ts,
          channel_id: surface.channel,
          is_ephemeral: surface.own,
        },
        channel: { id: surface.channel, name: 'x' },
        ...(takes === 'inputs' && { state: stateOf(surface, inputs) }),
        actions: [{ type: 'button', action_id: button?.action_id, value: button?.value }],
      },
      { user: userOf(who) },
    );
    screen.look(who, surface);
    if (form === 'form' && !leave) await submit(who, verb, filled, surface);
  }

  /** What the client sends for what was typed: a colleague is picked from the people of the workspace. */
  const picked = (filled: Typed): Typed =>
    filled.person === undefined
      ? filled
      : { ...filled, person: world.idOf((filled.person.split(' ')[0] ?? '').toLowerCase()) };

  async function submit(who: Who, verb: string, filled: Typed, on?: Surface): Promise<void> {
    const window = screen.windows.get(who);
    if (!window) throw new Error(`${who} has no window`);
    await unfold(who, filled);
    await submitShown(who, verb, filled, on);
  }

  /** Shows the folded fields of a form, where something is typed in one of them. */
  async function unfold(who: Who, filled: Typed): Promise<void> {
    const window = screen.windows.get(who);
    if (!window) return;
    const { values } = stateOf(window.view);
    const ids = new Set(Object.values(values).flatMap((block) => Object.keys(block as object)));
    const row = window.view.blocks.find(({ block_id }) => block_id === 'unfold');
    if (row?.type !== 'actions' || Object.keys(filled).every((id) => ids.has(id))) return;
    const [button] = allButtons({ blocks: [row] });
    const shown = Object.fromEntries(Object.entries(filled).filter(([id]) => ids.has(id)));
    await world.interact(
      {
        type: 'block_actions',
        container: { type: 'view' },
        view: viewPayload(window, picked(shown)),
        actions: [{ type: 'button', action_id: button?.action_id, block_id: 'unfold', value: button?.value }],
      },
      { user: userOf(who) },
    );
    screen.look(who);
  }

  async function submitShown(who: Who, verb: string, filled: Typed, on?: Surface): Promise<void> {
    const window = screen.windows.get(who);
    if (!window) throw new Error(`${who} has no window`);
    // On a stale card the window shows the case as it now is, in place of the form.
    if (submitVerb(window) !== verb) return;
    steps.sends({ view_submission: verb, from: who, typed: filled });
    const { body } = await world.interact(
      { type: 'view_submission', view: viewPayload(window, picked(filled)) },
      { user: userOf(who), viewId: window.id },
    );
    const answer = answered.parse(JSON.parse(body));
    if (answer.response_action === 'clear') screen.windows.delete(who);
    if (answer.response_action === 'errors')
      screen.note(who, `window with errors at ${Object.keys(answer.errors ?? {}).join(', ')}`, [], '');
    if (answer.response_action === 'update')
      screen.showWindow(who, { ...window, view: answer.view as ModalView });
    screen.look(who, on);
  }

  async function say(who: Who, event: object, eventId: string): Promise<void> {
    again = async () => {
      await world.event(event, { eventId });
      screen.look(who);
    };
    await again();
  }

  async function write(who: Who, seen: string, words: string, where: 'chat' | 'channel'): Promise<void> {
    const ts = `${Date.parse(clock.now()) / 1_000}.${String(++count).padStart(6, '0')}`;
    const user = userOf(who);
    const chat = where === 'chat';
    const text = chat ? words : `<@${world.bot}> ${words}`;
    const place = chat ? { channel: `D-${user}`, channel_type: 'im' } : { channel: channelOf(who) };
    const type = chat ? 'message' : 'app_mention';
    typed.set(who, { ts, text, place });
    steps.sends({
      event: chat ? 'message.im' : type,
      from: who,
      in: chat ? 'own chat' : `channel of ${officeOf(who)}`,
      text: seen,
    });
    await say(who, { type, ...place, user, text, ts }, `Ev-${count}`);
  }

  const hands: Hands = {
    type: (who, line, where = 'chat') => write(who, line, line, where),
    write: (who, pieces, where = 'chat') => write(who, asSeen(pieces), asMarkup(pieces, userOf), where),
    async edit(who, line) {
      const before = typed.get(who);
      if (!before) throw new Error(`${who} has typed nothing`);
      const user = userOf(who);
      const isChat = 'channel_type' in before.place;
      steps.sends({
        event: 'message_changed',
        from: who,
        in: isChat ? 'own chat' : `channel of ${officeOf(who)}`,
        text: line,
      });
      const edited = { user, ts: `${Number(before.ts) + 1}` };
      const text = isChat ? line : `<@${world.bot}> ${line}`;
      // In a channel the app hears of an edit by the mention that it still holds.
      const event = isChat
        ? {
            type: 'message',
            subtype: 'message_changed',
            ...before.place,
            ts: edited.ts,
            message: { user, text, ts: before.ts, edited },
            previous_message: { text: before.text },
          }
        : { type: 'app_mention', ...before.place, user, text, ts: before.ts, edited };
      await say(who, event, `Ev-${++count}`);
    },
    async take(who, pieces) {
      const text = asMarkup(pieces, userOf);
      steps.sends({ message_action: 'log-message', from: who, text: asSeen(pieces) });
      const message = { text, ts: `${Date.parse(clock.now()) / 1_000}.${String(++count).padStart(6, '0')}` };
      await world.interact(
        { type: 'message_action', callback_id: 'log-message', channel: { id: channelOf(who) }, message },
        { user: userOf(who) },
      );
      screen.look(who);
    },
    async begin(who, verb) {
      const surface = find(who, verb);
      if (!surface) throw new Error(`${who} sees no ${verb}`);
      await click(who, surface, verb, {}, true);
    },
    async open(who) {
      steps.sends({ command: '/indgang ny', from: who, in: `channel of ${officeOf(who)}` });
      await world.command('ny', { user: userOf(who), channel: channelOf(who) });
      screen.look(who);
    },
    async press(who, verb, filled = {}, on) {
      const window = screen.windows.get(who);
      if (!on && window && submitVerb(window) === verb) return submit(who, verb, filled);
      if (!on && (await clickInWindow(who, verb, filled))) return undefined;
      const surface = on ? (on.seen as Surface) : find(who, verb);
      if (surface) return click(who, surface, verb, filled);
      const opens = find(who, FORM_OPENS);
      if (!opens) throw new Error(`${who} sees no ${verb}`);
      await click(who, opens, FORM_OPENS, {});
      await submit(who, verb, filled, opens);
    },
    find(who, verb) {
      const seen = find(who, verb);
      if (!seen) throw new Error(`${who} sees no ${verb}`);
      return { seen };
    },
    async redeliver() {
      steps.sends({ again: 'the same event' });
      await again();
    },
    loseAnswer: () => world.trouble('chat.postMessage', 'answer-lost'),
  };

  return {
    hands,
    clock,
    messenger: channel.messenger,
    roster: channel.roster,
    bindings: [...OFFICES].map(([organisation, name]) => ({
      organisation,
      conversation: slackConversationOf({ team, channel: world.idOf(name), kind: 'channel' }),
      boundBy: 'demo',
      boundAt: clock.now(),
    })),
    identityOf: (who) => `slack:${team}:${userOf(who)}`,
    nameOf: (conversation) => screen.nameOf(conversation.split(':').at(-1) ?? ''),
    look: () => screen.look('nobody'),
    close: () => world.close(),
  };
}

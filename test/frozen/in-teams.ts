import { z } from 'zod';
import { createTeamsChannel } from '../../src/channels/teams/teams-channel.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { DEMO_CHANNELS, DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { buttonsOn, buttonWith, inputsWith, openInputsOn, wordsOn } from '../flows/card-hands.ts';
import { openRecorder } from '../flows/recorder.ts';
import { activityOf, channelOf, chatOf, type Place } from '../flows/teams-world.ts';
import { simulatedClock } from '../support/clock.ts';
import type { Client, ClientDeps, Hands, Typed, Who } from './hands.ts';
import { asActivity, asHtml, asSeen } from './messages.ts';

/** Teams as people use it: our adapter without an HTTP server, and a connector that records. */

interface Surface {
  /** The reader: a person, or an office for everybody in its channel. */
  readonly to: string;
  readonly place: Place;
  readonly card: unknown;
  readonly messageId: string | undefined;
  readonly dialog: boolean;
}

const message = z.object({
  text: z.string().optional(),
  attachments: z.array(z.object({ content: z.unknown() })).optional(),
});
const anyCard = z.looseObject({ refresh: z.object({ userIds: z.array(z.string()) }).optional() });
const cardAnswer = z.object({ statusCode: z.literal(200), value: z.unknown() });
const dialogAnswer = z.object({
  task: z.object({ value: z.object({ card: z.object({ content: z.unknown() }) }) }),
});

export async function openInTeams({ steps, receive, leave }: ClientDeps): Promise<Client> {
  const recorder = await openRecorder();
  const clock = simulatedClock('2026-11-20T09:00:00Z');
  let newIds = 0;
  const channel = createTeamsChannel({
    signIn: null,
    receive,
    leave,
    move: async () => {},
    clock,
    newId: () => `teams-${++newIds}`,
    log: () => undefined,
  });
  /** Cards and messages as they stand now, oldest first. */
  let surfaces: Surface[] = [];
  let looked = 0;
  let last: object = {};
  const typed = new Map<Who, { readonly id: string; readonly place: Place }>();
  /** Forms that stand open under a card, by person and verb. */
  const begun = new Map<string, Surface>();

  const officeOf = (who: Who) =>
    DEMO_PEOPLE.find(({ id }) => id === who)?.memberships[0]?.organisation ?? 'no-office';
  const nameOf = (conversation: string) =>
    DEMO_CHANNELS.find(({ id }) => id === conversation)?.organisation ?? conversation.replace(/^a:/, '');
  const placeNamed = ({ id }: Place) => (id.startsWith('a:') ? 'own chat' : `channel of ${nameOf(id)}`);

  function show(surface: Surface, as: string, text = ''): void {
    const { to, messageId } = surface;
    const { refresh, ...card } = anyCard.parse(surface.card ?? {});
    surfaces = surfaces.filter(
      (one) => messageId === undefined || one.messageId !== messageId || one.to !== to,
    );
    surfaces.push(surface);
    steps.shows({
      to,
      as,
      freshFor: refresh?.userIds.map((id) => id.replace(/^29:/, '')),
      buttons: buttonsOn(card).map(({ verb }) => verb),
      inputs: openInputsOn(card),
      words: `${text}\n${wordsOn(card)}`,
    });
  }

  /** Shows what the bot posted and changed since the last call. */
  function look(): void {
    const requests = recorder.requests();
    for (const { method, path, conversation, body, status } of requests.slice(looked)) {
      if (status !== 200) continue;
      const { text, attachments } = message.parse(body);
      const kind = conversation.startsWith('a:') ? 'personal' : 'channel';
      const posted = recorder.messages().filter((one) => one.conversation === conversation);
      const id =
        method === 'PUT'
          ? decodeURIComponent(path.split('/').at(-1) ?? '')
          : posted.find(({ body: other }) => other === body)?.id;
      show(
        {
          to: nameOf(conversation),
          place: { id: conversation, kind },
          card: attachments?.[0]?.content,
          messageId: id,
          dialog: false,
        },
        method === 'PUT' ? 'message changed' : 'message',
        text,
      );
    }
    looked = requests.length;
  }

  async function post(activity: object): Promise<unknown> {
    last = activity;
    const entered = await channel.enter({ headers: {} });
    if (typeof entered !== 'function') throw new Error('nobody is let in');
    const { status, body } = await entered(Buffer.from(JSON.stringify(activity)));
    if (status !== 200) throw new Error(`answered ${status}: ${body}`);
    return body === '' ? undefined : JSON.parse(body);
  }

  const activity = (who: Who, place: Place, more: object) =>
    activityOf(recorder.serviceUrl, who, place, more);

  function find(who: Who, verb: string): Surface {
    const office = officeOf(who);
    const mine = surfaces.filter(({ to }) => to === who || to === office);
    const found = mine.findLast(
      ({ card }) => card !== undefined && buttonsOn(card).some((one) => one.verb === verb),
    );
    if (!found) {
      const verbs = mine.flatMap(({ card }) => buttonsOn(card).map((one) => one.verb));
      throw new Error(`${who} sees no ${verb} among ${[...new Set(verbs)].join(', ')}`);
    }
    return found;
  }

  async function openDialog(who: Who, content?: string): Promise<void> {
    const place = chatOf(who);
    const name = 'composeExtension/fetchTask';
    steps.sends({ invoke: name, from: who, in: placeNamed(place), html: content });
    const value = {
      commandId: 'log',
      ...(content !== undefined && { messagePayload: { body: { contentType: 'html', content } } }),
    };
    const body = await post(activity(who, place, { type: 'invoke', name, value }));
    const card = dialogAnswer.parse(body).task.value.card.content;
    show({ to: who, place, card, messageId: undefined, dialog: true }, 'dialog');
  }

  async function pressIn(who: Who, surface: Surface, verb: string, filled: Typed): Promise<void> {
    const { place, card, dialog } = surface;
    const name = dialog ? 'composeExtension/submitAction' : 'adaptiveCard/action';
    const inputs = Object.fromEntries(inputsWith(card, verb));
    // Where several forms of a card ask for the same, the input's id names the verb too.
    const byId = Object.entries(filled).map(([id, value]) => [
      `${id}@${verb}` in inputs ? `${id}@${verb}` : id,
      value,
    ]);
    const button = buttonWith(card, verb, filled);
    const unknown = byId.filter(([id = '', value]) => !(id in inputs) && button.data[id] !== value);
    if (unknown.length > 0) throw new Error(`${verb} asks for no ${unknown.join(', ')}`);
    const data = { ...inputs, ...Object.fromEntries(byId), ...button.data };
    const value = dialog
      ? { commandId: 'log', data }
      : { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    steps.sends({ invoke: name, from: who, in: placeNamed(place), verb, typed: filled });
    const body = await post(
      activity(who, place, { type: 'invoke', name, value, replyToId: surface.messageId }),
    );
    const shown = dialog ? dialogAnswer.parse(body).task.value.card.content : cardAnswer.parse(body).value;
    show({ ...surface, to: who, card: shown }, dialog ? 'dialog' : 'card in its place, for whoever pressed');
  }

  async function say(who: Who, text: string, more: object, where: 'chat' | 'channel'): Promise<void> {
    const place = where === 'chat' ? chatOf(who) : channelOf(officeOf(who));
    const said = activity(who, place, { type: 'message', ...more });
    typed.set(who, { id: z.object({ id: z.string() }).parse(said).id, place });
    steps.sends({ activity: 'message', from: who, in: placeNamed(place), text });
    await post(said);
  }

  const hands: Hands = {
    type: (who, text, where = 'chat') => say(who, text, { text, textFormat: 'plain' }, where),
    write: (who, pieces, where = 'chat') =>
      say(who, asSeen(pieces), asActivity(pieces, where === 'chat' ? '' : '<at>Indgang</at> '), where),
    async edit(who, text) {
      const before = typed.get(who);
      if (!before) throw new Error(`${who} has typed nothing`);
      steps.sends({ activity: 'messageUpdate', from: who, in: placeNamed(before.place), text });
      const more = { id: before.id, type: 'messageUpdate', text, channelData: { eventType: 'editMessage' } };
      await post(activity(who, before.place, more));
    },
    open: (who) => openDialog(who),
    take: (who, pieces) => openDialog(who, asHtml(pieces)),
    async begin(who, verb) {
      begun.set(`${who} ${verb}`, find(who, verb));
    },
    async press(who, verb, filled = {}, on) {
      const form = begun.get(`${who} ${verb}`);
      begun.delete(`${who} ${verb}`);
      await pressIn(who, on ? (on.seen as Surface) : (form ?? find(who, verb)), verb, filled);
    },
    find: (who, verb) => ({ seen: find(who, verb) }),
    async redeliver() {
      steps.sends({ again: 'the same activity' });
      const body = await post(last);
      const card = cardAnswer.safeParse(body).data?.value;
      if (card !== undefined) {
        const surface = surfaces.at(-1);
        if (surface) show({ ...surface, card }, 'card in its place, for whoever pressed');
      }
    },
    loseAnswer(office) {
      recorder.fail({ status: 502, taken: true, conversation: channelOf(office).id });
    },
  };

  return {
    hands,
    clock,
    messenger: channel.messenger,
    roster: channel.roster,
    bindings: demoBindings(recorder.serviceUrl, clock.now()),
    identityOf: (who) => DEMO_PEOPLE.find(({ id }) => id === who)?.identities[0] ?? '',
    nameOf,
    look,
    close: () => recorder.close(),
  };
}

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { allButtons, textOn } from '../channels/slack/slack-hands.ts';
import type { Call, SlackWorld } from '../channels/slack/slack-world.ts';
import type { Steps } from './steps.ts';

/** What people of a Slack workspace see of the bot: messages, ephemeral messages and modals. */

export interface Surface {
  /** The reader: a person, or an office for everybody in its channel. */
  readonly to: string;
  readonly blocks: readonly unknown[];
  /** Where it stands: a direct message, a channel. */
  readonly channel: string;
  readonly ts: string;
  readonly own: boolean;
}

interface Window {
  readonly id: string;
  readonly hash: string;
  readonly view: ModalView;
}

const metadata = z.object({ payload: z.looseObject({ verb: z.string().optional() }).nullable() });
const opened = z.object({ view: z.object({ id: z.string(), hash: z.string() }) });
const blocksOf = z.array(z.unknown()).catch([]);
const option = z.object({ value: z.string() });
const inputBlock = z.object({
  type: z.literal('input'),
  element: z.object({
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_option: option.optional(),
    initial_options: z.array(option).optional(),
  }),
});
const text = z.string().catch('');

export const verbOf = (actionId: string) => actionId.split(':')[1] ?? '';
export const submitVerb = ({ view }: Window) =>
  metadata.safeParse(JSON.parse(view.private_metadata ?? '{}')).data?.payload?.verb;

/** The screens of a workspace. `names`: the person or office behind a user's or channel's id. */
export function createScreen(world: SlackWorld, steps: Steps, names: ReadonlyMap<string, string>) {
  /** Messages as they stand now, oldest first. */
  const surfaces: Surface[] = [];
  const windows = new Map<string, Window>();
  let looked = world.calls.length;
  /** The person behind the channel id of direct messages, learned from the first message to them. */
  const directs = new Map<string, string>();
  const nameOf = (place: string) => names.get(place) ?? directs.get(place) ?? place;

  function note(to: string, as: string, blocks: readonly unknown[], words: string, submit?: string): void {
    const inputs = blocks.flatMap((block) => {
      const { element } = inputBlock.safeParse(block).data ?? {};
      if (!element) return [];
      const { initial_value = '', initial_option, initial_options } = element;
      const chosen = initial_option ? [initial_option] : (initial_options ?? []);
      return [[element.action_id, initial_value || chosen.map(({ value }) => value).join(',')] as const];
    });
    steps.shows({
      to,
      as,
      buttons: [
        ...(submit ? [submit] : []),
        ...allButtons({ blocks }).map(({ action_id = '' }) => verbOf(action_id)),
      ],
      inputs,
      words: `${words}\n${textOn({ blocks })}`,
    });
  }

  function showWindow(who: string, window: Window, as = 'window'): void {
    windows.set(who, window);
    note(who, as, window.view.blocks, '', submitVerb(window));
  }

  /** Shows what one call of the bot does. `who` and `on`: whose click it answers, and on which message. */
  function take({ method, body, answer }: Call, who: string, on?: Surface): void {
    if (answer.ok === false) return;
    const blocks = blocksOf.parse(body.blocks);
    const words = text.parse(body.text);
    switch (method) {
      case 'chat.postMessage': {
        const place = text.parse(body.channel);
        const stands = text.parse(answer.channel);
        if (names.has(place)) directs.set(stands, nameOf(place));
        const to = nameOf(place);
        surfaces.push({ to, blocks, channel: stands, ts: text.parse(answer.ts), own: false });
        note(to, 'message', blocks, words);
        break;
      }
      case 'chat.update': {
        const [place, ts] = [text.parse(body.channel), text.parse(body.ts)];
        const at = surfaces.findIndex((one) => one.ts === ts && one.channel === place);
        const to = nameOf(place);
        if (at >= 0) surfaces.splice(at, 1);
        surfaces.push({ to, blocks, channel: place, ts, own: false });
        note(to, 'message changed', blocks, words);
        break;
      }
      case 'chat.postEphemeral': {
        const to = nameOf(text.parse(body.user));
        surfaces.push({ to, blocks, channel: text.parse(body.channel), ts: '', own: true });
        note(to, 'message for one person alone', blocks, words);
        break;
      }
      case 'response': {
        const replaces = body.replace_original === true && on;
        if (replaces) {
          const at = surfaces.findIndex(({ ts, channel }) => ts === on.ts && channel === on.channel);
          if (at >= 0) surfaces.splice(at, 1);
          surfaces.push({ ...on, blocks });
        } else surfaces.push({ to: who, blocks, channel: on?.channel ?? '', ts: '', own: true });
        note(
          replaces ? on.to : who,
          replaces ? 'message changed' : 'message for one person alone',
          blocks,
          words,
        );
        break;
      }
      case 'views.open':
      case 'views.push':
      case 'views.update': {
        const { id, hash } = opened.parse(answer).view;
        showWindow(who, { id, hash, view: body.view as ModalView });
        break;
      }
      default:
    }
  }

  function look(who: string, on?: Surface): void {
    const calls = world.calls.slice(looked);
    looked = world.calls.length;
    for (const call of calls) take(call, who, on);
  }

  return {
    windows,
    nameOf,
    note,
    showWindow,
    /** Shows what the bot did since the last call. */
    look,
    /** The newest message to one of these readers that has a button with this verb. */
    find: (readers: readonly string[], verb: string) =>
      surfaces.findLast(
        (one) =>
          readers.includes(one.to) &&
          allButtons(one).some(({ action_id = '' }) => verbOf(action_id) === verb),
      ),
  };
}

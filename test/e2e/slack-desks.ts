import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { slackMessage, slackModal } from '../channels/slack/block-kit-rules.ts';
import { allButtons, inWindow, stateOf, textOn, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import type { Call, SlackWorld } from '../channels/slack/slack-world.ts';
import { drawBlocks, drawMessage, drawWindow, slackPage } from '../support/block-kit-html.ts';
import type { Channel, Desk, Role } from './desk.ts';
import { SCREENS } from './playground.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Desks in Slack: what is posted is drawn as HTML, and what people do is sent as Slack would send it. */

const PEOPLE = {
  newcomer: 'anna',
  consultant: 'anna',
  phone: 'eva',
  colleague: 'carla',
  coordinator: 'dan',
} as const;

interface Said {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  readonly from: string;
  readonly blocks: readonly unknown[];
  readonly text: string;
  /** Who alone sees it. */
  readonly only?: string | undefined;
}

interface Window {
  readonly id: string;
  readonly hash: string;
  readonly view: ModalView;
}

const words = z.string().catch('');
const blocksOf = z.array(z.unknown()).catch([]);
const opened = z.object({ view: z.object({ id: z.string(), hash: z.string() }) });
const submitted = z.object({
  response_action: z.string(),
  view: z.unknown().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** What stands in the conversations and windows of a workspace. */
function createWorkspace(world: SlackWorld) {
  const said: Said[] = [];
  const windows = new Map<string, Window>();
  let looked = world.calls.length;

  function take({ method, body, answer }: Call, user: string, on?: Said): void {
    if (answer.ok === false) return;
    const message = { from: 'Indgang', blocks: blocksOf.parse(body.blocks), text: words.parse(body.text) };
    if (message.blocks.length > 0 && method.startsWith('chat.'))
      slackMessage.parse({ text: message.text, blocks: message.blocks });
    switch (method) {
      case 'chat.postMessage': {
        const thread = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
        const place = words.parse(body.channel);
        const channel = place.startsWith('U') ? `D-${place}` : place;
        said.push({ ...message, channel, ts: words.parse(answer.ts), thread });
        break;
      }
      case 'chat.update': {
        const at = said.findIndex(({ ts }) => ts === body.ts);
        const before = said[at];
        if (before) said[at] = { ...before, ...message };
        break;
      }
      case 'chat.postEphemeral':
        said.push({
          ...message,
          channel: words.parse(body.channel),
          ts: '',
          thread: undefined,
          only: words.parse(body.user),
        });
        break;
      case 'response': {
        const at = on && body.replace_original === true ? said.indexOf(on) : -1;
        const before = said[at];
        if (before) said[at] = { ...before, ...message };
        else
          said.push({
            ...message,
            channel: on?.channel ?? `D-${user}`,
            ts: '',
            thread: undefined,
            only: user,
          });
        break;
      }
      case 'views.open':
      case 'views.push':
      case 'views.update': {
        slackModal.parse(body.view);
        const { id, hash } = opened.parse(answer).view;
        windows.set(user, { id, hash, view: body.view as ModalView });
        break;
      }
      default:
    }
  }
  return {
    said,
    windows,
    look(user: string, on?: Said) {
      const calls = world.calls.slice(looked);
      looked = world.calls.length;
      for (const call of calls) take(call, user, on);
    },
  };
}

type Workspace = ReturnType<typeof createWorkspace>;

/** The ids and values of fields that have these labels; choices by their texts. */
function typedOf(
  blocks: readonly unknown[],
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs = (blocks as readonly KnownBlock[]).flatMap((block) =>
    block.type === 'input' ? [block] : [],
  );
  return Object.fromEntries(
    Object.entries(fields).map(([label, value]) => {
      const input = inputs.find((one) => one.label.text === label);
      if (!input)
        throw new Error(`no field "${label}" beside: ${inputs.map((one) => one.label.text).join(', ')}`);
      const { element } = input;
      const options =
        'options' in element
          ? (element.options ?? [])
          : 'option_groups' in element
            ? (element.option_groups ?? []).flatMap((group) => group.options)
            : [];
      const chosen = options.find(({ text }) => text.text === value);
      if (options.length > 0 && !chosen && element.type !== 'checkboxes')
        throw new Error(
          `no choice "${value}" of ${label}: ${options.map(({ text }) => text.text).join(', ')}`,
        );
      return ['action_id' in element ? (element.action_id ?? '') : '', chosen?.value ?? value];
    }),
  );
}

/** One person's desk. */
function deskOf(
  role: Role,
  {
    world,
    drain,
    workspace,
    draw,
  }: {
    readonly world: SlackWorld;
    readonly drain: () => Promise<void>;
    readonly workspace: Workspace;
    readonly draw: (name: string, shown: readonly Said[], window: Window | undefined) => Promise<void>;
  },
): Desk {
  const user = world.idOf(PEOPLE[role]);
  const chat = `D-${user}`;
  const office = role === 'newcomer' || role === 'consultant' ? world.office : world.house;
  let place = chat;
  let typed: Record<string, string> = {};
  let pictures = 0;
  let count = 0;

  const seen = () => workspace.said.filter((one) => one.channel === place && (one.only ?? user) === user);
  async function settled(on?: Said): Promise<void> {
    workspace.look(user, on);
    await drain();
    workspace.look(user);
  }

  async function submits(window: Window): Promise<void> {
    const { body } = await world.interact(
      { type: 'view_submission', view: viewPayload(window, typed) },
      { user, viewId: window.id },
    );
    typed = {};
    const answer = submitted.parse(JSON.parse(body));
    if (answer.errors) throw new Error(`the form says: ${JSON.stringify(answer.errors)}`);
    if (answer.response_action === 'update') {
      slackModal.parse(answer.view);
      workspace.windows.set(user, { ...window, view: answer.view as ModalView });
    } else workspace.windows.delete(user);
    await settled(clickedIn);
  }
  /** The message from which the window was opened. */
  let clickedIn: Said | undefined;

  async function clicks(button: Button, window: Window | undefined, on: Said | undefined) {
    const inputs = button.action_id?.endsWith(':inputs');
    clickedIn = on ?? clickedIn;
    await world.interact(
      {
        type: 'block_actions',
        ...(window
          ? { ...inWindow, view: viewPayload(window, typed) }
          : {
              container: {
                type: 'message',
                message_ts: on?.ts,
                channel_id: place,
                is_ephemeral: on?.only !== undefined,
              },
              channel: { id: place, name: 'x' },
              ...(inputs && { state: stateOf({ blocks: on?.blocks ?? [] }, typed) }),
            }),
        actions: [{ type: 'button', action_id: button.action_id, block_id: 'b1', value: button.value }],
      },
      { user, ...(window && { viewId: window.id }) },
    );
    await settled(on);
  }

  /** Clicks on the button, with that which unfolds it and that which confirms. */
  const clicksOf = (blocks: readonly unknown[], button: Button) =>
    1 +
    Number(button.confirm !== undefined) +
    Number(
      (blocks as readonly KnownBlock[]).some(
        (one) => one.type === 'container' && JSON.stringify(one).includes(JSON.stringify(button)),
      ),
    );
  async function presses(title: string): Promise<number> {
    const window = workspace.windows.get(user);
    if (window?.view.submit?.text === title) {
      await submits(window);
      return 1;
    }
    const inside = window && allButtons(window.view).find(({ text }) => text.text === title);
    if (inside) {
      await clicks(inside, window, undefined);
      return clicksOf(window.view.blocks, inside);
    }
    const on = seen().findLast((one) => allButtons(one).some(({ text }) => text.text === title));
    const button = on && allButtons(on).find(({ text }) => text.text === title);
    if (!button) throw new Error(`no button "${title}" on: ${seen().slice(-2).map(textOn).join('\n---\n')}`);
    workspace.windows.delete(user);
    await clicks(button, undefined, on);
    return clicksOf(on.blocks, button);
  }
  const shown = () => {
    const window = workspace.windows.get(user);
    return { window, blocks: window ? window.view.blocks : (seen().at(-1)?.blocks ?? []) };
  };
  const enters = async (fields: Readonly<Record<string, string>>) => {
    const read = typedOf(shown().blocks, fields);
    // A colleague is picked from the people of the workspace.
    const picked = read.person && { person: world.idOf((read.person.split(' ')[0] ?? '').toLowerCase()) };
    typed = { ...typed, ...read, ...picked };
  };

  return {
    async types(text) {
      workspace.windows.delete(user);
      const ts = `${Date.parse(world.clock.now()) / 1000 + ++count}.${String(count).padStart(6, '0')}`;
      workspace.said.push({ channel: chat, ts, thread: undefined, from: PEOPLE[role], blocks: [], text });
      await world.event({ type: 'message', channel: chat, channel_type: 'im', user, text, ts });
      await settled();
    },
    async opensForm() {
      await world.command('ny', { user, channel: office });
      await settled();
    },
    presses,
    async fills(opens, fields) {
      const clicks = await presses(opens);
      await enters(fields);
      const window = workspace.windows.get(user);
      if (!window) throw new Error(`"${opens}" opens no window`);
      await submits(window);
      return clicks + 1;
    },
    enters,
    async turnsTo(where) {
      workspace.windows.delete(user);
      place = where === 'chat' ? chat : office;
      await settled();
    },
    async reads(expected) {
      const { window, blocks } = shown();
      const found = window
        ? textOn(window.view)
        : seen()
            .slice(-4)
            .map((one) => `${one.text}\n${textOn(one)}`)
            .join('\n');
      await draw(`slack-${role}-${String(++pictures).padStart(2, '0')}`, seen().slice(-4), window);
      const holds = typeof expected === 'string' ? found.includes(expected) : expected.test(found);
      if (!holds)
        throw new Error(
          `${role} does not read ${expected} in Slack, but:\n${found}\n${blocks.length} blocks`,
        );
    },
  };
}

/** The desks of a workspace whose channels are bound; pictures are drawn in `browser`. */
export async function openSlackDesks(browser: Browser): Promise<Channel> {
  mkdirSync(SCREENS, { recursive: true });
  const product = await openProduct({
    language,
    listed: ['anna', 'carla', 'dan', 'eva'],
    userGroup: 'S012AB3CD',
  });
  const { world } = product;
  for (const [channel, by, office] of [
    [world.office, world.anna, 'les-791'],
    [world.house, world.carla, 'ehm-midtjylland'],
  ] as const) {
    await world.api('conversations.invite', { channel, users: world.bot }, 'anna');
    await world.event({
      type: 'app_mention',
      channel,
      user: by,
      text: `<@${world.bot}> forbind ${office}`,
      ts: '1795233543.900000',
    });
  }
  const workspace = createWorkspace(world);
  const page: Page = await (await browser.newContext({ viewport: { width: 640, height: 800 } })).newPage();
  const faults: string[] = [];
  const names = new Map<string, string>([
    ['S012AB3CD', 'vagten'],
    ...(['anna', 'carla', 'dan', 'eva'] as const).map((name) => [world.idOf(name), name] as const),
  ]);
  async function draw(name: string, shown: readonly Said[], window: Window | undefined): Promise<void> {
    const messages = shown
      .map(({ from, blocks, text, only, thread }, index) =>
        drawMessage(
          from,
          blocks.length > 0 ? drawBlocks(blocks, `m${index}`, names) : `<p>${text}</p>`,
          `${only ? 'kun synlig for dig' : ''}${thread ? ' i tråden' : ''}`,
        ),
      )
      .join('');
    await page.setContent(
      slackPage('da', `${window ? '' : messages}${window ? drawWindow(window.view, names) : ''}`),
    );
    await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`));
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter(
          (one) =>
            one.clientWidth > 0 &&
            !(one instanceof HTMLInputElement) &&
            one.scrollWidth > one.clientWidth + 1,
        )
        .map((one) => one.innerText.slice(0, 100)),
    );
    faults.push(...cut.map((text) => `${name}: cut: ${text}`));
  }
  const deps = { world, workspace, draw, drain: () => product.worker.drain() };
  const roles = Object.keys(PEOPLE) as Role[];
  return {
    desks: Object.fromEntries(roles.map((role) => [role, deskOf(role, deps)])) as Channel['desks'],
    faults: () => faults,
    async close() {
      await page.context().close();
      await product.close();
    },
  };
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackConversationOf } from '../../../src/channels/slack/addresses.ts';
import { textOn } from './slack-hands.ts';
import { openProduct } from './slack-product.ts';
import type { SlackWorld } from './slack-world.ts';

/** Who belongs to an office through its channel in Slack: Anna coordinates it, Carla stands in no directory. */

let product: Awaited<ReturnType<typeof openProduct>>;
let world: SlackWorld;
beforeEach(async () => {
  product = await openProduct({ listed: ['anna'] });
  world = product.world;
  await world.api('conversations.invite', { channel: world.office, users: world.bot }, 'anna');
  await say(world.anna, 'forbind les-791');
});
afterEach(() => product.close());

let count = 0;
const say = (user: string, text: string, channel = world.office) =>
  world.event({
    type: 'app_mention',
    channel,
    user,
    text: `<@${world.bot}> ${text}`,
    ts: `17952335${10 + ++count}.000100`,
  });
const write = (user: string, text: string) =>
  world.event({
    type: 'message',
    channel: 'D1',
    channel_type: 'im',
    user,
    text,
    ts: `17952336${10 + ++count}.000100`,
  });

/** The words of the last answer, to everybody or to the person alone. */
function answered(): string {
  const call = world.calls.findLast(({ method }) =>
    ['chat.postMessage', 'chat.postEphemeral'].includes(method),
  );
  const { text, blocks } = call?.body ?? {};
  return `${String(text)} ${Array.isArray(blocks) ? textOn({ blocks }) : ''}`;
}
const pass = (hours: number) =>
  world.clock.set(new Date(Date.parse(world.clock.now()) + hours * 3_600_000).toISOString());
const joins = () => world.api('conversations.invite', { channel: world.office, users: world.carla }, 'anna');
const leaves = () => world.api('conversations.kick', { channel: world.office, user: world.carla }, 'anna');
const privately = () => {
  const channel = { id: world.office, is_private: true, is_member: true };
  world.trouble('conversations.info', { ok: true, channel }, { ok: true, channel }, { ok: true, channel });
};

const LIST = /Mine sager|Kontorets sager|ingen sager/i;

describe('a public channel, which anybody can join', () => {
  beforeEach(joins);

  it('makes nobody a consultant: they are told whom to ask, and the coordinators are told once', async () => {
    await say(world.carla, 'sager');
    expect(answered()).toMatch(/koordinator skal give dig adgang til .*Viborg.*Anna Holm/);
    await say(world.carla, 'sager');
    await write(world.carla, 'sager');
    expect(answered()).toContain('hvilken organisation');
    await product.worker.drain();
    const told = world
      .of('chat.postMessage')
      .filter(({ body }) => String(body.text).includes('vil gerne arbejde'));
    expect(JSON.stringify(told)).toContain('giv adgang Carla Winther');
    expect(told).toHaveLength(1);
  });

  it('makes those consultants whom a coordinator lets in, for as long as they are in it', async () => {
    await say(world.carla, 'sager');
    await write(world.anna, 'giv adgang carla winther');
    expect(answered()).toContain('har nu adgang');
    await write(world.carla, 'sager');
    expect(answered()).toMatch(LIST);
    pass(1.1);
    await write(world.carla, 'sager');
    expect(answered()).toMatch(LIST);
    await leaves();
    pass(1.1);
    await write(world.carla, 'sager');
    expect(answered()).toContain('hvilken organisation');
    await joins();
    await say(world.carla, 'sager');
    expect(answered()).toContain('koordinator skal give dig adgang');
  });

  it('lets nobody in by their own word, nor anybody who has not asked', async () => {
    await say(world.carla, 'giv adgang carla winther');
    expect(answered()).toContain('koordinator skal give dig adgang');
    await write(world.anna, 'giv adgang Sofie');
    expect(answered()).toContain('ingen ved navn');
    await write(world.carla, 'sager');
    expect(answered()).toContain('hvilken organisation');
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['deactivated', { deleted: true }],
  ])('ends for somebody who has become %s', async (_, more) => {
    await say(world.carla, 'sager');
    await write(world.anna, 'giv adgang carla');
    await write(world.carla, 'sager');
    const user = { id: world.carla, team_id: world.team, real_name: 'Carla Winther', ...more };
    pass(1.1);
    world.trouble('users.info', { ok: true, user }, { ok: true, user });
    await write(world.carla, 'sager');
    expect(answered()).not.toMatch(LIST);
  });
});

describe('a private channel, into which people are invited', () => {
  it('makes its members consultants, and keeps them 24 hours while Slack cannot be asked', async () => {
    await joins();
    privately();
    await say(world.carla, 'sager');
    expect(answered()).toMatch(LIST);
    const fail = () => {
      world.trouble('users.info', ...Array.from({ length: 9 }, () => ({ status: 503 })));
      world.trouble('conversations.info', ...Array.from({ length: 9 }, () => ({ status: 503 })));
    };
    for (const hours of [1.1, 22.8]) {
      pass(hours);
      fail();
      await product.worker.drain();
      await write(world.carla, 'sager');
      expect(answered()).toMatch(LIST);
    }
    pass(0.2);
    fail();
    await write(world.carla, 'sager');
    expect(answered()).toContain('få bekræftet');
  });

  it('is not known where Slack answers without its members', async () => {
    world.trouble('conversations.members', { ok: true });
    const { roster } = world.channel;
    const place = slackConversationOf({ team: world.team, channel: world.office, kind: 'channel' });
    const identity = `slack:${world.team}:${world.carla}`;
    expect(await roster.standingOf(place, identity, null)).toEqual({ standing: 'unknown' });
  });

  it('makes nobody one who is not in it', async () => {
    await leaves();
    privately();
    await say(world.carla, 'sager');
    expect(answered()).toContain('hvilken organisation');
  });
});

describe('a workspace', () => {
  it('that takes the app away, or its token, is nobody’s: its channels vouch for nobody', async () => {
    await joins();
    privately();
    await say(world.carla, 'sager');
    const bound = () => product.unitOfWork.run((stores) => stores.bindings.all());
    const members = () => product.unitOfWork.run((stores) => stores.people.membersOf('les-791'));
    expect([(await bound()).length, (await members()).length]).toEqual([1, 2]);
    await world.event({ type: 'tokens_revoked', tokens: { bot: [world.bot] } });
    expect(await world.installs.get(world.team)).toBeUndefined();
    expect([(await bound()).length, (await members()).length]).toEqual([0, 1]);
  });

  it('that is not on the list gets nowhere by any door, though it installed the app before there was one', async () => {
    await product.close();
    product = await openProduct({ workspaces: ['T0SERVED'] });
    world = product.world;
    await world.event({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: world.anna,
      text: 'sager',
      ts: '1.1',
    });
    await world.event({ type: 'app_home_opened', user: world.anna, tab: 'home' });
    const command = await world.command('sager');
    expect(JSON.parse(command.body)).toMatchObject({ response_type: 'ephemeral' });
    expect(command.body).toContain('ikke åben for dette workspace');
    const clicked = await world.interact({ type: 'shortcut', callback_id: 'log-henvendelse' });
    expect(clicked.status).toBe(200);
    const posted = await world.channel.messenger.post(
      {
        channel: 'slack',
        id: 'x',
        kind: 'channel',
        reference: JSON.stringify({ team: world.team, channel: world.office }),
      },
      { answer: { kind: 'help' }, language: 'da' },
    );
    expect(posted).toEqual({ outcome: 'gone', code: 'not-installed' });
    expect([world.inbound, world.calls]).toEqual([[], []]);
    expect(world.logged.map(({ event }) => event)).toContain('slack.not-served');
    // It may still take leave.
    await world.event({ type: 'app_uninstalled' });
    expect(await world.installs.get(world.team)).toBeUndefined();
  });
});

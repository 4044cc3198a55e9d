import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMessagePace } from '../../../src/app/message-pace.ts';
import type { Conversation } from '../../../src/app/ports/conversation.ts';
import type { Outgoing } from '../../../src/app/ports/messenger.ts';
import { readMessageId } from '../../../src/channels/slack/addresses.ts';
import { createPost } from '../../../src/channels/slack/messenger.ts';
import type { Workspaces } from '../../../src/channels/slack/workspaces.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { simulatedClock } from '../../support/clock.ts';
import { slackMessage } from './block-kit-rules.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

const message = (name = 'handover in the channel'): Outgoing => {
  const answer = SAMPLES[name];
  if (!answer) throw new Error(`no sample ${name}`);
  return { answer, language: 'da' };
};

describe('sending to Slack outside a turn', () => {
  let world: SlackWorld;
  let office: Conversation;
  beforeAll(async () => {
    world = await openSlackWorld({ receive: async () => ({ answers: [], language: 'da' }) });
    office = {
      channel: 'slack',
      id: `slack:${world.team}:${world.office}`,
      kind: 'channel',
      reference: JSON.stringify({ team: world.team, channel: world.office }),
    };
  });
  afterAll(() => world.close());
  // Leaves every pause that a test provoked behind.
  beforeEach(() => world.clock.set(new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString()));
  afterEach(() => {
    world.trouble('chat.postMessage');
    world.trouble('chat.update');
  });

  it('posts a card, and changes that very message afterwards', async () => {
    const posted = await world.channel.messenger.post(office, message());
    if (posted.outcome !== 'sent') throw new Error(posted.code);
    const updated = await world.channel.messenger.update(office, posted.messageId, message('case closed'));
    expect(updated).toEqual({ outcome: 'sent', messageId: posted.messageId });
    const at = readMessageId(posted.messageId);
    expect(world.last('chat.update').body).toMatchObject({ channel: at?.channel, ts: at?.ts });
    expect(world.last('chat.update').answer).toMatchObject({ ok: true });
  });

  it('calls the group on duty above a message that is full, which keeps its buttons', async () => {
    const { answer } = message('cases');
    if (answer.kind !== 'cases') throw new Error('no list');
    const lines = Array.from({ length: 46 }, () => answer.lines[0] ?? expect.fail('no line'));
    const full: Outgoing = { answer: { ...answer, lines, pages: 3 }, language: 'da' };
    const posted = async (more: Partial<Outgoing>) => {
      await world.channel.messenger.post(office, { ...full, ...more });
      const { text, blocks } = world.last('chat.postMessage').body;
      return slackMessage.parse({ text, blocks }).blocks;
    };
    const plain = await posted({});
    const called = await posted({ userGroup: 'S012AB3CD' });
    expect([plain.length, called.length]).toEqual([50, 50]);
    expect(JSON.stringify(called[0])).toContain('<!subteam^S012AB3CD>');
    expect(called.slice(1, 40)).toEqual(plain.slice(0, 39));
    expect(plain.slice(-2).map(({ type }) => type)).toEqual(['actions', 'container']);
    expect(called.slice(-2)).toEqual(plain.slice(-2));
  });

  it('reaches a person by the id of their own messages, and can change what it wrote there', async () => {
    const person: Conversation = {
      channel: 'slack',
      id: `slack:${world.team}:${world.anna}`,
      kind: 'personal',
      reference: JSON.stringify({ team: world.team, channel: world.anna }),
    };
    const posted = await world.channel.messenger.post(person, message('notice'));
    if (posted.outcome !== 'sent') throw new Error(posted.code);
    expect(posted.messageId.startsWith(world.anna)).toBe(false);
    expect(await world.channel.messenger.update(person, posted.messageId, message('notice'))).toMatchObject({
      outcome: 'sent',
    });
  });

  it.each([
    [
      'asked to wait',
      { status: 429, headers: { 'retry-after': '30' } },
      { outcome: 'retry', afterSeconds: 30, code: 'rate-limited' },
    ],
    [
      'Slack stumbles',
      { error: 'internal_error' },
      { outcome: 'retry', afterSeconds: null, code: 'internal_error' },
    ],
    ['the channel is gone', { error: 'channel_not_found' }, { outcome: 'gone', code: 'channel_not_found' }],
    ['we were removed', { error: 'not_in_channel' }, { outcome: 'gone', code: 'not_in_channel' }],
    ['the token was revoked', { error: 'token_revoked' }, { outcome: 'gone', code: 'token_revoked' }],
    ['it is too long', { error: 'msg_too_long' }, { outcome: 'refused', code: 'msg_too_long' }],
    ['its blocks are wrong', { error: 'invalid_blocks' }, { outcome: 'refused', code: 'invalid_blocks' }],
    ['it is too large', { status: 413 }, { outcome: 'refused', code: 'http-413' }],
    ['a gateway fails', { status: 502 }, { outcome: 'uncertain', code: 'http-502' }],
    ['the answer is lost', 'answer-lost', { outcome: 'uncertain', code: 'no-answer' }],
    ['something else answers', 'not-json', { outcome: 'uncertain', code: 'no-answer' }],
  ] as const)('says how a post ended: %s', async (_, trouble, outcome) => {
    world.trouble('chat.postMessage', trouble);
    expect(await world.channel.messenger.post(office, message())).toEqual(outcome);
  });

  it.each([
    [
      'asked to wait',
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'retry', afterSeconds: 7, code: 'rate-limited' },
    ],
    [
      'the message was deleted',
      { error: 'message_not_found' },
      { outcome: 'gone', code: 'message_not_found' },
    ],
    ['a gateway fails', { status: 502 }, { outcome: 'retry', afterSeconds: null, code: 'http-502' }],
    ['the answer is lost', 'answer-lost', { outcome: 'retry', afterSeconds: null, code: 'no-answer' }],
  ] as const)('says how a change ended, which may be repeated safely: %s', async (_, trouble, outcome) => {
    const posted = await world.channel.messenger.post(office, message());
    if (posted.outcome !== 'sent') throw new Error(posted.code);
    world.trouble('chat.update', trouble);
    expect(await world.channel.messenger.update(office, posted.messageId, message())).toEqual(outcome);
  });

  it('posts to one channel a second apart, and to others meanwhile', async () => {
    const began = Date.parse(world.clock.now());
    for (let i = 0; i < 3; i++) await world.channel.messenger.post(office, message());
    expect(Date.parse(world.clock.now()) - began).toBe(2000);
  });

  it('leaves a channel alone for as long as Slack asked', async () => {
    world.trouble('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    await world.channel.messenger.post(office, message());
    const calls = world.calls.length;
    expect(await world.channel.messenger.post(office, message())).toEqual({
      outcome: 'retry',
      afterSeconds: 60,
      code: 'paced',
    });
    expect(world.calls.length).toBe(calls);
    world.clock.set(new Date(Date.parse(world.clock.now()) + 60_000).toISOString());
    expect(await world.channel.messenger.post(office, message())).toMatchObject({ outcome: 'sent' });
  });

  it('says that a place or message of another channel is gone', async () => {
    const teams: Conversation = {
      channel: 'teams',
      id: 'x',
      kind: 'channel',
      reference: '{"serviceUrl":"x"}',
    };
    expect(await world.channel.messenger.post(teams, message())).toEqual({
      outcome: 'gone',
      code: 'no-such-place',
    });
    expect(await world.channel.messenger.update(office, 'teams-message', message())).toEqual({
      outcome: 'gone',
      code: 'no-such-message',
    });
  });
});

describe('the pace of posts', () => {
  it('is kept for each channel by itself, however many post at once', async () => {
    const waited: number[] = [];
    const clock = simulatedClock('2026-11-20T09:00:00.000Z');
    const pacer = { pace: createMessagePace(clock), wait: async (ms: number) => void waited.push(ms) };
    const client = { chat: { postMessage: async () => ({ ts: '1', channel: 'C' }) } };
    const workspaces = { client: async () => client } as unknown as Workspaces;
    const post = createPost(workspaces, pacer);
    const to = (channel: string) => post({ team: 'T1', channel, kind: 'channel' }, { text: 'x', blocks: [] });
    const posted = await Promise.all(['a', 'a', 'b', 'a', 'a', 'a'].map(to));
    expect(waited).toEqual([1000, 2000, 3000]);
    expect(posted.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'retry']);
    expect(posted.at(-1)).toMatchObject({ afterSeconds: 4, code: 'paced' });
  });
});
